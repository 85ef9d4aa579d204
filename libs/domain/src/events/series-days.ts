import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/**
 * The days of a rule ("FREQ=WEEKLY;…") counted from its first, within `from` and `to`, both included. Days are days of the
 * calendar, so they are counted where no clock ever changes; what hour a day begins at is `instantOf`'s to say.
 */
export function daysOf(rule: string, first: string, from: string, to: string): string[] {
  return rruleOf(rule, first).between(midnight(from), midnight(to), true).map(dayOf);
}

/** The first day of a rule after this one; null where it has ended. */
export function dayAfter(rule: string, first: string, day: string): string | null {
  const next = rruleOf(rule, first).next(midnight(day), false);
  return next === null ? null : dayOf(next);
}

const rruleOf = (rruleString: string, first: string): RRuleTemporal =>
  new RRuleTemporal({ rruleString, dtstart: midnight(first) });

const midnight = (day: string): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'UTC' });

const dayOf = (time: { toString(): string }): string => time.toString().slice(0, 10);
