import { spokenLanguage, spokenLocale } from '#libs/words';

/** Times are always said in a zone by name: the event's, never silently the reader's. */
const parts = (at: string, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(spokenLocale(), { timeZone, ...options }).format(Date.parse(at));

/** "Monday 19 October 2026". */
export const dayOf = (at: string, timeZone: string): string =>
  withoutComma(parts(at, timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));

/** "Mon 19 Oct 2026". */
export const shortDayOf = (at: string, timeZone: string): string =>
  withoutComma(parts(at, timeZone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }));

/** English sets none after the weekday here; other languages need theirs. */
const withoutComma = (day: string): string => (spokenLanguage() === 'en' ? day.replace(',', '') : day);

/** "18:00". */
export const minuteOf = (at: string, timeZone: string): string =>
  parts(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "Los Angeles". */
export const placeOfZone = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** "PDT"; American English knows most abbreviations, also for readers of other languages; others stay "GMT+2". */
export function zoneName(at: string, timeZone: string): string {
  const named = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(
    Date.parse(at),
  );
  return named.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** "Mon 19 Oct 2026, 18:00 (PDT)". */
export const momentOf = (at: string, timeZone: string): string =>
  `${shortDayOf(at, timeZone)}, ${minuteOf(at, timeZone)} (${zoneName(at, timeZone)})`;

/** "Monday 19 October 2026, 18:00" of a local time without its instant, as the form holds it. */
export function localDayAndMinute(local: string): string {
  const at = `${local}:00Z`;
  return Number.isNaN(Date.parse(at)) ? '' : `${dayOf(at, 'UTC')}, ${minuteOf(at, 'UTC')}`;
}

export const timeZones: readonly string[] = Intl.supportedValuesOf('timeZone');
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
