// Days and hours of Los Angeles, written down here once more so that the model shares nothing with the product. A wall time
// is the number of milliseconds that UTC would show the same time at.

export const hour = 3_600_000;
export const day = 24 * hour;

const summers = [
  ['2026-03-08T10:00Z', '2026-11-01T09:00Z'],
  ['2027-03-14T10:00Z', '2027-11-07T09:00Z'],
  ['2028-03-12T10:00Z', '2028-11-05T09:00Z'],
].map(([from, to]) => [Date.parse(from!), Date.parse(to!)] as const);

export function wallOf(instant: number): number {
  const isSummer = summers.some(([from, to]) => instant >= from && instant < to);
  return instant - (isSummer ? 7 : 8) * hour;
}

export function instantOf(wall: number): number {
  const winter = wall + 8 * hour;
  return wallOf(winter) === wall ? winter : wall + 7 * hour;
}

const startOfDay = (wall: number): number => Math.floor(wall / day) * day;
const isWorkingDay = (wall: number): boolean => ![0, 6].includes(new Date(wall).getUTCDay());

/** The first of these hours of a working day at or after a moment. */
export function slot(hours: readonly number[], from: number): number {
  for (let at = startOfDay(wallOf(from)); ; at += day) {
    for (const one of hours) {
      const instant = instantOf(at + one * hour);
      if (isWorkingDay(at) && instant >= from) return instant;
    }
  }
}

export function inPostHours(instant: number): boolean {
  const wall = wallOf(instant);
  const sinceMidnight = wall - startOfDay(wall);
  return isWorkingDay(wall) && sinceMidnight >= 8 * hour && sinceMidnight < 19 * hour;
}

export const toPostHours = (instant: number): number =>
  inPostHours(instant) ? instant : slot([10], instant);
export const addDays = (instant: number, days: number): number => instantOf(wallOf(instant) + days * day);
export const startOfTheDay = (instant: number, days = 0): number =>
  instantOf(startOfDay(wallOf(instant)) + days * day);
export const nextAsk = (instant: number): number => slot([10], startOfTheDay(instant, 1));
export const release = (instant: number): number => slot([10, 16], instant);

/** Day 14, week 6, month 6 and month 12 after a moment, at 10:00. */
export function stagesAfter(instant: number): number[] {
  const from = new Date(startOfDay(wallOf(instant)));
  const months = (count: number): number => {
    const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count + 1, 0));
    return Date.UTC(
      from.getUTCFullYear(),
      from.getUTCMonth() + count,
      Math.min(from.getUTCDate(), last.getUTCDate()),
    );
  };
  const days = [from.getTime() + 14 * day, from.getTime() + 42 * day, months(6), months(12)];
  return days.map((one) => toPostHours(instantOf(one + 10 * hour)));
}
