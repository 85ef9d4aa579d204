import { Temporal } from 'temporal-polyfill';

// Introductions keep office hours: mail about them leaves Monday to Friday, 08:00 to 19:00 in the event's zone
// (introductions.md, States). Days are calendar days there, so 10:00 stays 10:00 when the clocks change.

const opens = 8;
const closes = 19;
const askHour = 10;
const morningHour = 9;
/** An evening that ends before this hour belongs to the day before. */
const lateNightHours = 5;
const releaseHours = [10, 16] as const;
const saturday = 6;

/** The least time between the second yes and the introduction: long enough to take a yes back. */
const hoursBeforeRelease = 2;
const remindAfterDays = 3;
const askDays = 7;
/** Product time may stand this long after a slot before a late question counts its days from its own minute. */
const lateAfterMinutes = 60;

/** Whether mail about introductions may leave at this moment: a working day, 08:00 until just before 19:00. */
export function inPostHours(now: Date, zone: string): boolean {
  const local = localTime(now, zone);
  return isWorkingDay(local) && local.hour >= opens && local.hour < closes;
}

/** The moment itself if mail may leave then, else the next 10:00 of a working day. */
export function nextPostHour(now: Date, zone: string): Date {
  return inPostHours(now, zone) ? now : firstOf([askHour], now, zone);
}

/** The moment itself between 08:00 and 19:00 of any day, else the next 08:00: for mail that may come at a weekend, never at night. */
export function nextDaytime(now: Date, zone: string): Date {
  const local = localTime(now, zone);
  if (local.hour >= opens && local.hour < closes) return now;
  const day = local.hour < opens ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  return instantOf(
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: opens }) }),
  );
}

/** When those who came are written to: 09:00 of the first working day after the day the evening ends on. */
export function morningAfter(endsAt: Date, zone: string): Date {
  const day = localTime(endsAt, zone).toPlainDateTime().subtract({ hours: lateNightHours }).toPlainDate();
  return morningFrom(instantOf(day.add({ days: 1 }).toZonedDateTime(zone)), zone);
}

/** When the hosts hear of the suggestions: 09:00 of the working day after that morning, whichever it was. */
export function digestAfter(morning: Date, zone: string): Date {
  return morningFrom(instantOf(startOfTomorrow(localTime(morning, zone))), zone);
}

/** The first 09:00 of a working day at or after a moment. */
export function morningFrom(moment: Date, zone: string): Date {
  return firstOf([morningHour], moment, zone);
}

/** When an introduction approved now is asked: 10:00 on the first working day after today. */
export function nextAsk(now: Date, zone: string): Date {
  return firstOf([askHour], instantOf(startOfTomorrow(localTime(now, zone))), zone);
}

/** When two people whose second yes came now are introduced: 10:00 or 16:00 of a working day, at least 2 hours away. */
export function nextRelease(now: Date, zone: string): Date {
  return releaseFrom(instantOf(localTime(now, zone).add({ hours: hoursBeforeRelease })), zone);
}

/** The first release time at or after a moment: where an introduction mail goes that could not leave when it was due. */
export function releaseFrom(moment: Date, zone: string): Date {
  return firstOf(releaseHours, moment, zone);
}

/** The minute from which a side's days 3 and 7 count: the slot, or the moment itself when the worker comes late. */
export function askedAt(slot: Date, now: Date): Date {
  return now.getTime() - slot.getTime() < lateAfterMinutes * 60_000 ? slot : now;
}

/** When the one reminder is due: day 3 of the ask, moved into post hours. */
export function reminderOf(asked: Date, zone: string): Date {
  return nextPostHour(instantOf(localTime(asked, zone).add({ days: remindAfterDays })), zone);
}

/** When an ask ends: day 7 after the minute it was due, to the minute. */
export function endOfAsk(asked: Date, zone: string): Date {
  return instantOf(localTime(asked, zone).add({ days: askDays }));
}

/**
 * Until when a host reads "asked" whatever happened: the release that a yes given in the last minute would have had.
 * Where one side is asked first and alone, the other's week follows on the working day after the first one's.
 */
export function endOfAppearance(asked: Date, zone: string, oneAfterTheOther: boolean): Date {
  const end = endOfAsk(asked, zone);
  const last = oneAfterTheOther ? endOfAsk(nextAsk(end, zone), zone) : end;
  return nextRelease(last, zone);
}

function firstOf(hours: readonly number[], from: Date, zone: string): Date {
  const start = localTime(from, zone);
  for (let day = start.toPlainDate(); ; day = day.add({ days: 1 })) {
    for (const hour of hours) {
      const slot = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) });
      if (isWorkingDay(slot) && slot.epochMilliseconds >= from.getTime()) return instantOf(slot);
    }
  }
}

function localTime(moment: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
}

function instantOf(local: Temporal.ZonedDateTime): Date {
  return new Date(local.epochMilliseconds);
}

function startOfTomorrow(local: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return local.add({ days: 1 }).startOfDay();
}

function isWorkingDay(local: Temporal.ZonedDateTime): boolean {
  return local.dayOfWeek < saturday;
}
