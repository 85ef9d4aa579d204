import { minuteOf } from '../../lib/times.ts';

const dayMinutes = 24 * 60;
/** Without a time of before: from so long before the evening, the rest of a day is after it. */
const earliest = -240;

/** "19:30" on the clocks of the evening, so many minutes after its start. */
export const clockAfter = (startsAt: string, timeZone: string, minutes: number): string =>
  minuteOf(new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(), timeZone);

/**
 * How many minutes after the start of the evening its clocks show this: the time nearest to the one of before, so that what
 * is on the second day stays there; without one, of this evening and the night after it.
 * @param clock "19:30"; null where it is no time
 */
export function minutesTo(
  clock: string,
  { startsAt, timeZone, near }: { startsAt: string; timeZone: string; near: number | null },
): number | null {
  const typed = minutesOf(clock);
  const start = minutesOf(minuteOf(startsAt, timeZone));
  if (typed === null || start === null) return null;
  const least = near === null ? earliest : near - dayMinutes / 2;
  const first = typed - start;
  const after = first + Math.ceil((least - first) / dayMinutes) * dayMinutes;
  // A night in which the clocks are changed is an hour longer or shorter.
  const shown = minutesOf(clockAfter(startsAt, timeZone, after)) ?? typed;
  const off = ((shown - typed + dayMinutes * 1.5) % dayMinutes) - dayMinutes / 2;
  return after - off;
}

function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}
