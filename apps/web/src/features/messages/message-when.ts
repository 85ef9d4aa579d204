import { messagesApp } from '#libs/words';
import { minuteOf, shortDayOf, zoneName } from '../../lib/times.ts';

const day = 86_400_000;

const dayOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);

/** "2026-10-19T18:00" of an instant, as a field of day and time holds it. */
export function localOf(at: string, timeZone: string): string {
  const moment = Date.parse(at);
  return `${dayOf(moment, timeZone)}T${minuteOf(at, timeZone)}`;
}

/** "tomorrow, 18:00 (PDT)"; a day farther off by its date: "Mon 19 Oct 2026, 18:00 (PDT)". */
export function whenOf(at: string, now: string, timeZone: string): string {
  return messagesApp.at(dayNearBy(at, now, timeZone), minuteOf(at, timeZone), zoneName(at, timeZone));
}

function dayNearBy(at: string, now: string, timeZone: string): string {
  const days = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' } as const;
  const apart = Date.parse(dayOf(Date.parse(at), timeZone)) - Date.parse(dayOf(Date.parse(now), timeZone));
  const near = days[(apart / day) as keyof typeof days] as 'today' | undefined;
  return near === undefined ? shortDayOf(at, timeZone) : messagesApp[near];
}

/**
 * The instant of a local time in a zone. An hour that the clock passes over counts on from before it; of one that it shows
 * twice the first is meant.
 * @param local "2026-10-19T18:00"
 */
export function instantOf(local: string, timeZone: string): string {
  const wall = Date.parse(`${local}:00Z`);
  const ahead = (at: number): number =>
    Date.parse(`${localOf(new Date(at).toISOString(), timeZone)}:00Z`) - at;
  const [before, after] = [wall - ahead(wall - day), wall - ahead(wall + day)];
  return new Date(before + ahead(before) === wall ? before : Math.max(before, after)).toISOString();
}
