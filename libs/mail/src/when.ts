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
export const dayOf = (at: Date, timeZone: string): string =>
  formatter('day', timeZone).format(at).replace(',', '');

/** "Tuesday 27 October": for days that are near. */
export const nearDayOf = (at: Date, timeZone: string): string =>
  formatter('nearDay', timeZone).format(at).replace(',', '');

/** "Tuesday". */
export const weekdayOf = (at: Date, timeZone: string): string => formatter('weekday', timeZone).format(at);

/** "19:30", in the event's own zone. */
export const clockAt = (at: Date, timeZone: string): string => clockOf(at, timeZone);

const clockOf = (at: Date, timeZone: string): string => formatter('clock', timeZone).format(at);

/** "Los Angeles" of "America/Los_Angeles". */
const placeOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** "PDT". */
function zoneName(at: Date, timeZone: string): string {
  const parts = formatter('zoneName', timeZone).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

const forms = {
  day: ['en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }],
  nearDay: ['en-GB', { weekday: 'long', day: 'numeric', month: 'long' }],
  weekday: ['en-GB', { weekday: 'long' }],
  clock: ['en-GB', { hour: '2-digit', minute: '2-digit' }],
  // The American data knows the short names that the British one leaves out.
  zoneName: ['en-US', { timeZoneName: 'short' }],
} as const satisfies Record<string, [string, Intl.DateTimeFormatOptions]>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making those of an event page took half of its rendering; there are about 600 zones in the world. */
function formatter(form: keyof typeof forms, timeZone: string): Intl.DateTimeFormat {
  const key = `${form} ${timeZone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const [locale, options] = forms[form];
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formatters.set(key, made);
  return made;
}
