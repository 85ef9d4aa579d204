import { zoneBlock } from './calendar-zone.ts';
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
  const { timeZone, startsAt, endsAt, organizer } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Acquaint//Acquaint//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${byMail?.method ?? 'PUBLISH'}`,
    ...zoneBlock(timeZone, startsAt, endsAt),
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${String(entry.sequence)}`,
    `DTSTAMP:${utcStamp(now)}`,
    `DTSTART;TZID=${timeZone}:${localStamp(startsAt, timeZone)}`,
    `DTEND;TZID=${timeZone}:${localStamp(endsAt, timeZone)}`,
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
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const mailto = (address: string): string => `mailto:${withoutControls(address)}`;

/** "20261020T010000Z". */
const utcStamp = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** "20261019T180000": events begin and end at whole minutes. */
const localStamp = (at: Date, zone: string): string => `${localOf(at, zone).replace(/[-:]/g, '')}00`;

/** A text value: what would end it or the line is escaped, other control characters are left out. */
function escaped(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n');
}

/** A parameter value between quotes has no escape for a quote, and no line breaks. */
const quotable = (text: string): string => withoutControls(text.replace(/\s+/g, ' ')).replaceAll('"', '’');

const withoutControls = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '');

/** At most 75 bytes a line, never cut inside a character; the rest goes on after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = byteLength(character);
    if (bytes + size > 75) {
      parts.push(part);
      part = '';
      // The space that continues a line is one of its bytes.
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

const byteLength = (character: string): number => new TextEncoder().encode(character).length;
