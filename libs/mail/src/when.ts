import { spokenLanguage, spokenLocale, words } from '#libs/words';

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
  withoutComma(formatter('day', timeZone).format(at));

/** "Tuesday 27 October": for days that are near. */
export const nearDayOf = (at: Date, timeZone: string): string =>
  withoutComma(formatter('nearDay', timeZone).format(at));

/** English sets none after the weekday here; other languages need theirs. */
const withoutComma = (day: string): string => (spokenLanguage() === 'en' ? day.replace(',', '') : day);

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
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  nearDay: { weekday: 'long', day: 'numeric', month: 'long' },
  weekday: { weekday: 'long' },
  clock: { hour: '2-digit', minute: '2-digit' },
  zoneName: { timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making those of an event page took half of its rendering; about 600 zones in a few languages. */
function formatter(form: keyof typeof forms, timeZone: string): Intl.DateTimeFormat {
  // The American data knows the short names that all others leave out.
  const locale = form === 'zoneName' ? 'en-US' : spokenLocale();
  const key = `${form} ${locale} ${timeZone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...forms[form], timeZone });
  formatters.set(key, made);
  return made;
}
