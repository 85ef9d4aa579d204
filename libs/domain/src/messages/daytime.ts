import { Temporal } from 'temporal-polyfill';

/** When an organizer's message leaves, counted from the start or the end of its evening. */
export interface MessageRule {
  anchor: 'start' | 'end';
  /** Below zero: before it. Whole days are days of the calendar, so that "1 day before" keeps the hour. */
  minutes: number;
}

export interface Whenabouts {
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

/** Nobody is written to from 21:00 to 08:00 by the clocks of the evening. */
const [dayBegins, dayEnds, eveningBefore] = [8, 21, 20];
const dayMinutes = 24 * 60;

/** The moment of a rule, in daytime, and before what it announces. */
export function momentOfRule(rule: MessageRule, event: Whenabouts): Date {
  const anchor = rule.anchor === 'start' ? event.startsAt : event.endsAt;
  const days = Math.trunc(rule.minutes / dayMinutes);
  const at = zoned(anchor, event.timeZone)
    .add({ days })
    .add({ minutes: rule.minutes % dayMinutes });
  return inDaytime(new Date(at.epochMilliseconds), event.timeZone, latestOf(rule, event));
}

/** After this a message by such a rule would announce what is past; null: it looks back and is never too late. */
export function latestOf(rule: MessageRule | null, event: Whenabouts): Date | null {
  if (rule === null || rule.minutes >= 0) return null;
  return rule.anchor === 'start' ? event.startsAt : event.endsAt;
}

/**
 * A moment that would be at night becomes the next 08:00 in the zone; where that is not before `latest`, the 20:00 before the
 * night. One in daytime stays.
 */
export function inDaytime(at: Date, timeZone: string, latest: Date | null = null): Date {
  const local = zoned(at, timeZone);
  if (local.hour >= dayBegins && local.hour < dayEnds) return at;
  const isLate = local.hour >= dayEnds;
  const day = local.toPlainDate();
  const morning = clockAt(isLate ? day.add({ days: 1 }) : day, dayBegins, timeZone);
  if (latest === null || morning < latest) return morning;
  return clockAt(isLate ? day : day.subtract({ days: 1 }), eveningBefore, timeZone);
}

const zoned = (at: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

const clockAt = (day: Temporal.PlainDate, hour: number, timeZone: string): Date =>
  new Date(day.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds);
