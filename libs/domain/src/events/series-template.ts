import { Temporal } from 'temporal-polyfill';
import type { EventDetails, RsvpRules } from './event.ts';
import { instantOf, localOf } from './time.ts';

type Copied = Omit<EventDetails, 'startsLocal' | 'endsLocal'> &
  Omit<RsvpRules, 'opensLocal' | 'closesLocal' | 'answersUntilLocal'>;

/** What each date of a series begins with; times are those of the clock on the wall. */
export interface SeriesTemplate extends Copied {
  /** "19:00". */
  startTime: string;
  /** From the start to the end, as the clocks of an ordinary day have it. */
  minutes: number;
  /** Minutes before the start; less than nothing is after it. */
  opensBefore: number | null;
  closesBefore: number | null;
  answersBefore: number | null;
  capacity: number;
}

/** What is copied once, when a date is made, and never follows. */
export interface SeriesExtras {
  panels: string[];
  mixer: 'open' | 'tables' | null;
}

/** One date: an event as the form would send it. */
export type SeriesDate = EventDetails & RsvpRules & { capacity: number };

/** What can be given to all following dates, and the fields each stands for. */
export const seriesParts = {
  title: ['title'],
  description: ['description'],
  place: ['place', 'city', 'privatePlace'],
  time: ['timeZone', 'startsLocal', 'endsLocal'],
  capacity: ['capacity'],
  rules: [
    ...(['registration', 'approval', 'opensLocal', 'closesLocal', 'answersUntilLocal'] as const),
    ...(['waitlist', 'waitlistOpen', 'offerHours', 'plusOnes'] as const),
  ],
  questions: ['questions'],
} as const satisfies Record<string, readonly (keyof SeriesDate)[]>;
export type SeriesPart = keyof typeof seriesParts;
export const seriesPartNames = Object.keys(seriesParts) as SeriesPart[];

const templateParts: Readonly<Record<SeriesPart, readonly (keyof SeriesTemplate)[]>> = {
  ...{ title: ['title'], description: ['description'], place: seriesParts.place },
  ...{ time: ['timeZone', 'startTime', 'minutes'], capacity: ['capacity'], questions: ['questions'] },
  rules: [
    ...(['registration', 'approval', 'opensBefore', 'closesBefore', 'answersBefore'] as const),
    ...(['waitlist', 'waitlistOpen', 'offerHours', 'plusOnes'] as const),
  ],
};

/** What an event would hand on to other dates. */
export function templateOf(event: Omit<SeriesDate, 'capacity'>, capacity: number): SeriesTemplate {
  const before = (local: string | null): number | null =>
    local === null ? null : minutesBetween(local, event.startsLocal);
  const { title, description, place, city, privatePlace, timeZone } = event;
  const { registration, approval, waitlist, waitlistOpen, offerHours, plusOnes, questions } = event;
  return {
    ...{ title, description, place, city, privatePlace, timeZone, capacity },
    ...{ registration, approval, waitlist, waitlistOpen, offerHours, plusOnes, questions },
    startTime: event.startsLocal.slice(11),
    minutes: minutesBetween(event.startsLocal, event.endsLocal),
    opensBefore: before(event.opensLocal),
    closesBefore: before(event.closesLocal),
    answersBefore: before(event.answersUntilLocal),
  };
}

/** The template on a day, "2026-10-20": 19:00 is 19:00 whatever the clocks did since the last. */
export function dateOf(template: SeriesTemplate, day: string): SeriesDate {
  const { startTime, minutes, opensBefore, closesBefore, answersBefore, ...copied } = template;
  const startsLocal = `${day}T${startTime}`;
  const before = (count: number | null): string | null =>
    count === null ? null : later(startsLocal, -count);
  const [opens, closesLocal] = [before(opensBefore), before(closesBefore)];
  return {
    ...copied,
    startsLocal,
    endsLocal: endOf(startsLocal, minutes, template.timeZone),
    opensLocal: isBefore(opens, closesLocal, template.timeZone) ? opens : null,
    closesLocal,
    answersUntilLocal: before(answersBefore),
  };
}

/** A night that loses an hour may lose the end of what began in it: then it lasts as long as ever by real time. */
function endOf(startsLocal: string, minutes: number, zone: string): string {
  const endsLocal = later(startsLocal, minutes);
  const startsAt = instantOf(startsLocal, zone);
  if (instantOf(endsLocal, zone) > startsAt) return endsLocal;
  return localOf(new Date(startsAt.getTime() + minutes * 60_000), zone);
}

/** The same night may swallow all the time there is for RSVPs: they are open at once then. */
const isBefore = (one: string | null, other: string | null, zone: string): boolean =>
  one === null || other === null || instantOf(one, zone) < instantOf(other, zone);

/** In what a date is not as its series made it. */
export function driftOf(date: SeriesDate, given: SeriesTemplate, day: string): SeriesPart[] {
  const made = dateOf(given, day);
  return seriesPartNames.filter(
    (part) => !seriesParts[part].every((field) => same(date[field], made[field])),
  );
}

/** The template with these parts of another one. */
export function withParts(
  template: SeriesTemplate,
  source: SeriesTemplate,
  parts: readonly SeriesPart[],
): SeriesTemplate {
  const fields = parts.flatMap((part) => templateParts[part]);
  return { ...template, ...Object.fromEntries(fields.map((field) => [field, source[field]])) };
}

/** The fields of these parts, as a change of an event. */
export function fieldsOf(date: SeriesDate, parts: readonly SeriesPart[]): Partial<SeriesDate> {
  const fields = parts.flatMap((part): readonly (keyof SeriesDate)[] => seriesParts[part]);
  return Object.fromEntries(fields.map((field) => [field, date[field]]));
}

function minutesBetween(from: string, to: string): number {
  const span = Temporal.PlainDateTime.from(from).until(to, { largestUnit: 'minute' });
  return span.minutes;
}

const later = (local: string, minutes: number): string =>
  Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });

/** Whatever order the database keeps the keys of a question in. */
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
