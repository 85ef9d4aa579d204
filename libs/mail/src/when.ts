import { words } from '#libs/words';

/** "Monday 19 October 2026, 18:00 to 21:00, Los Angeles time (PDT)": always the event's own zone, by name. */
export function eventTime(startsAt: Date, endsAt: Date, timeZone: string): string {
  const [day, endDay] = [dayOf(startsAt, timeZone), dayOf(endsAt, timeZone)];
  const [from, to] = [clockOf(startsAt, timeZone), clockOf(endsAt, timeZone)];
  const place = placeOf(timeZone);
  const zone = zoneName(startsAt, timeZone);
  return day === endDay
    ? words.mail.time(day, from, to, place, zone)
    : words.mail.timeOverDays(day, from, endDay, to, place, zone);
}

/** "Monday 19 October 2026, 18:00, Los Angeles time (PDT)": a deadline, in the event's own zone. */
export function momentOf(at: Date, timeZone: string): string {
  const [day, clock] = [dayOf(at, timeZone), clockOf(at, timeZone)];
  return words.mail.moment(day, clock, placeOf(timeZone), zoneName(at, timeZone));
}

/** "Monday 19 October 2026". */
export function dayOf(at: Date, timeZone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(at).replace(',', '');
}

/** "Tuesday 27 October": for days that are near. */
export function nearDayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone })
    .format(at)
    .replace(',', '');
}

const clockOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);

/** "Los Angeles" of "America/Los_Angeles". */
const placeOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** "PDT"; the American data knows the short names that the British one leaves out. */
function zoneName(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
