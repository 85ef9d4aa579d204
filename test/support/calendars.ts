import ICAL from 'ical.js';

/** An entry as another program reads it. */
export interface ReadEntry {
  uid: string;
  sequence: number;
  stamp: Date;
  status: string;
  summary: string;
  location: string;
  url: string;
  organizer: string;
  attendee: string | null;
  start: Date;
  end: Date;
}

export interface ReadCalendar {
  method: string;
  name: string | null;
  zones: string[];
  entries: ReadEntry[];
}

/** A file as ical.js reads it, its times by the zones that the file itself carries. @throws when it is no calendar */
export function readCalendar(file: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((block) => {
      const zone = new ICAL.Timezone(block);
      return [zone.tzid, zone] as const;
    }),
  );
  return {
    method: textOf(calendar, 'method') ?? '',
    name: unescaped(textOf(calendar, 'name')),
    zones: [...zones.keys()],
    entries: calendar.getAllSubcomponents('vevent').map((event) => entryIn(event, zones)),
  };
}

/** ical.js knows no property of this name, and so leaves its text as it stands in the file. */
const unescaped = (text: string | null): string | null =>
  text?.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character)) ?? null;

function entryIn(event: ICAL.Component, zones: ReadonlyMap<string, ICAL.Timezone>): ReadEntry {
  const text = (name: string): string => textOf(event, name) ?? '';
  return {
    uid: text('uid'),
    sequence: Number(text('sequence')),
    stamp: instantIn(event, 'dtstamp', zones),
    status: text('status'),
    summary: text('summary'),
    location: text('location'),
    url: text('url'),
    organizer: text('organizer'),
    attendee: textOf(event, 'attendee'),
    start: instantIn(event, 'dtstart', zones),
    end: instantIn(event, 'dtend', zones),
  };
}

function textOf(component: ICAL.Component, name: string): string | null {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function instantIn(event: ICAL.Component, name: string, zones: ReadonlyMap<string, ICAL.Timezone>): Date {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  const zone = property?.getFirstParameter('tzid');
  if (zone !== undefined && zone !== '') {
    const rules = zones.get(zone);
    if (rules === undefined) throw new Error(`The file does not carry ${zone}`);
    time.zone = rules;
  }
  return time.toJSDate();
}
