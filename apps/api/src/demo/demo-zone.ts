import { spokenLocale } from '#libs/words';

/** The demonstration lives in Los Angeles, wherever its viewer sits. */
export const demoZone = 'America/Los_Angeles';

/** "Tue 20 Oct, 08:00". */
export const shortTime = (at: Date): string =>
  new Intl.DateTimeFormat(spokenLocale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: demoZone,
  }).format(at);

/** "Tuesday 20 October 2026 at 08:00". */
export const longTime = (at: Date): string =>
  new Intl.DateTimeFormat(spokenLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: demoZone,
  }).format(at);
