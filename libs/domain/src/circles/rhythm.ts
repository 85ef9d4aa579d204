import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../events/time.ts';

/** How long a meeting is written into calendars for. */
const meetingHours = 2;
/** A date needs before it: up to 3 days until people are asked, 7 to answer, up to 3 to the release, 7 of the poll. */
const leastDaysAhead = 21;
const mostDaysAhead = 90;
/** What a host finds filled in: Tuesdays and Thursdays of two weeks, at an hour for after work. */
const proposedDays = { first: leastDaysAhead + 1, count: 14, weekdays: [2, 4], hour: '18:30' };

export interface MeetingTime {
  /** "2026-11-10T18:30", in the circle's zone. */
  startsLocal: string;
  startsAt: Date;
  endsAt: Date;
}

export function meetingAt(startsLocal: string, zone: string): MeetingTime {
  const startsAt = instantOf(startsLocal, zone);
  return { startsLocal, startsAt, endsAt: new Date(startsAt.getTime() + meetingHours * 3_600_000) };
}

/**
 * The same hour a month later: the same weekday of the month ("the second Tuesday"), or the last one where a month has no
 * fifth. Local time is kept when the clocks change.
 */
export function monthAfter(startsLocal: string, zone: string): MeetingTime {
  const from = Temporal.PlainDateTime.from(startsLocal);
  const ordinal = Math.ceil(from.day / 7);
  const month = from.toPlainDate().toPlainYearMonth().add({ months: 1 });
  const first = month.toPlainDate({ day: 1 });
  const firstOfWeekday = 1 + ((from.dayOfWeek - first.dayOfWeek + 7) % 7);
  const wanted = firstOfWeekday + 7 * (ordinal - 1);
  const day = wanted > month.daysInMonth ? wanted - 7 : wanted;
  const next = month.toPlainDate({ day }).toPlainDateTime(from.toPlainTime());
  return meetingAt(next.toString({ smallestUnit: 'minute' }), zone);
}

/** Whether a date may be proposed now: three weeks of asking and polling come before it, and it is no plan for next year. */
export function mayPropose(startsLocal: string, zone: string, now: Date): boolean {
  const ahead = instantOf(startsLocal, zone).getTime() - now.getTime();
  return ahead >= leastDaysAhead * 86_400_000 && ahead <= mostDaysAhead * 86_400_000;
}

/** Four evenings, three to five weeks from now, as local times of the zone. */
export function proposedDates(zone: string, now: Date): string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const { first, count, weekdays, hour } = proposedDays;
  return Array.from({ length: count }, (_, at) => today.add({ days: first + at }))
    .filter(({ dayOfWeek }) => weekdays.includes(dayOfWeek))
    .map((day) => `${day.toString()}T${hour}`);
}
