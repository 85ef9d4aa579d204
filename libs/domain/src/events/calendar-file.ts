import { escaped, fileOf, mailto, quotable, utcStamp } from './calendar-lines.ts';
import { isShownTwice, zoneBlock } from './calendar-zone.ts';
import { localOf } from './time.ts';

/** One evening in somebody's calendar. Nothing secret of them stands here: a calendar is often shared. */
export interface CalendarEntry {
  /** Stable for an event and attendee: "<attendee id>@<host>". */
  uid: string;
  /** Grows with every change of the event or of the RSVP, so that a newer file wins. */
  sequence: number;
  state: 'confirmed' | 'tentative' | 'cancelled';
  title: string;
  /** '' leaves it out. */
  location: string;
  /** The public page. */
  url: string;
  organizer: { name: string; url: string };
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

/** An entry that comes by mail, so that the calendar of its reader takes it, its changes and its end by itself. */
export interface ByMail {
  method: 'REQUEST' | 'CANCEL';
  /** Mail addresses; that of the product organizes, so that no private one is shown. */
  from: string;
  to: string;
}

/**
 * The entry as an .ics file (RFC 5545). Alone it is to be added by hand: METHOD:PUBLISH asks for no answer. By mail it is
 * an invitation that its reader has accepted (RFC 5546). Its times are local ones of the event's zone, whose rules it carries.
 */
export function calendarFile(entry: CalendarEntry, now: Date, byMail?: ByMail): string {
  return fileOf([
    ...calendarHead(byMail?.method ?? 'PUBLISH'),
    ...zoneBlock(entry.timeZone, entry.startsAt, entry.endsAt),
    ...entryLines(entry, now, byMail),
    'END:VCALENDAR',
  ]);
}

/** An evening among others; its time of change is that of its file too, so that an unchanged one is the same bytes. */
export interface FeedEntry extends CalendarEntry {
  changedAt: Date;
}

/** How often programs should look again; more often than a day is what people expect of a change of place. */
const lookAgain = 'PT1H';

/** Many entries as one .ics file that programs fetch again and again: the same entries are the same bytes. */
export function calendarFeed(name: string, entries: readonly FeedEntry[]): string {
  return fileOf([
    ...calendarHead('PUBLISH'),
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${lookAgain}`,
    `X-PUBLISHED-TTL:${lookAgain}`,
    ...zoneBlocks(entries),
    ...entries.flatMap((entry) => entryLines(entry, entry.changedAt)),
    'END:VCALENDAR',
  ]);
}

const calendarHead = (method: string): string[] => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Acquaint//Acquaint//EN',
  'CALSCALE:GREGORIAN',
  `METHOD:${method}`,
];

/** Each zone once, from its first evening to its last. */
function zoneBlocks(entries: readonly FeedEntry[]): string[] {
  const spans = new Map<string, { from: Date; until: Date }>();
  for (const { timeZone, startsAt, endsAt } of entries) {
    const { from, until } = spans.get(timeZone) ?? { from: startsAt, until: endsAt };
    spans.set(timeZone, { from: startsAt < from ? startsAt : from, until: endsAt > until ? endsAt : until });
  }
  return [...spans].flatMap(([zone, { from, until }]) => zoneBlock(zone, from, until));
}

function entryLines(entry: CalendarEntry, stamp: Date, byMail?: ByMail): string[] {
  const { timeZone, startsAt, endsAt, organizer } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${String(entry.sequence)}`,
    `DTSTAMP:${utcStamp(stamp)}`,
    `DTSTART${timeOf(startsAt, timeZone)}`,
    `DTEND${timeOf(endsAt, timeZone)}`,
    `STATUS:${entry.state.toUpperCase()}`,
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${escaped(entry.location)}`]),
    `URL:${entry.url}`,
    `ORGANIZER;CN="${quotable(organizer.name)}":${byMail === undefined ? organizer.url : mailto(byMail.from)}`,
    ...(byMail === undefined
      ? []
      : [`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:${mailto(byMail.to)}`]),
    `TRANSP:${entry.state === 'confirmed' ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

/**
 * ";TZID=America/Los_Angeles:20261019T180000": events begin and end at whole minutes. A time that clocks show twice is said
 * by UTC, because calendars disagree about which of the two it means.
 */
const timeOf = (at: Date, zone: string): string =>
  isShownTwice(at, zone) ? `:${utcStamp(at)}` : `;TZID=${zone}:${localOf(at, zone).replace(/[-:]/g, '')}00`;
