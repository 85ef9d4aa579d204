import type { CalendarEntry } from './calendar-file.ts';
import { utcStamp } from './calendar-lines.ts';
import { localOf } from './time.ts';

/** Where somebody puts an evening into a calendar that lives on the web, filled in; a copy of now that follows no change. */
export interface CalendarLinks {
  google: string;
  outlook: string;
  microsoft365: string;
}

export type LinkedEntry = Pick<
  CalendarEntry,
  'title' | 'location' | 'url' | 'startsAt' | 'endsAt' | 'timeZone'
>;

/** Nothing of the reader stands in them: who follows one tells that calendar what the public page and the entry say. */
export function calendarLinks(entry: LinkedEntry): CalendarLinks {
  return {
    google: google(entry),
    outlook: outlook('outlook.live.com', entry),
    microsoft365: outlook('outlook.office.com', entry),
  };
}

function google({ title, location, url, startsAt, endsAt, timeZone }: LinkedEntry): string {
  const given = {
    action: 'TEMPLATE',
    text: title,
    dates: `${utcStamp(startsAt)}/${utcStamp(endsAt)}`,
    // Shown in the zone of the evening, wherever its reader is.
    ctz: timeZone,
    details: url,
    location,
  };
  return `https://calendar.google.com/calendar/render?${queryOf(given)}`;
}

function outlook(host: string, { title, location, url, startsAt, endsAt }: LinkedEntry): string {
  const given = {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: isoMinute(startsAt),
    enddt: isoMinute(endsAt),
    body: url,
    location,
  };
  return `https://${host}/calendar/0/deeplink/compose?${queryOf(given)}`;
}

/** "2026-10-20T01:00:00Z". */
const isoMinute = (at: Date): string => `${localOf(at, 'UTC')}:00Z`;

/** Spaces as %20: one of these calendars shows a plus as a plus. */
const queryOf = (given: Record<string, string>): string =>
  Object.entries(given)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
