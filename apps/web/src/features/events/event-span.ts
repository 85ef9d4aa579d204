import { app } from '#libs/words';
import { dayOf, minuteOf, placeOfZone, zoneName } from '../../lib/times.ts';

/** "Monday 19 October 2026, 18:00 to 21:00, Los Angeles time (PDT)"; a later last day is named too. */
export function spanOf(startsAt: string, endsAt: string, timeZone: string): string {
  const [day, endDay] = [dayOf(startsAt, timeZone), dayOf(endsAt, timeZone)];
  const [from, to] = [minuteOf(startsAt, timeZone), minuteOf(endsAt, timeZone)];
  const [place, zone] = [placeOfZone(timeZone), zoneName(startsAt, timeZone)];
  return day === endDay
    ? app.events.span(day, from, to, place, zone)
    : app.events.spanOverDays(day, from, endDay, to, place, zone);
}
