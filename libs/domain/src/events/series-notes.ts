import { Temporal } from 'temporal-polyfill';

/** What an organizer may want to know of a date before it is made. */
export const dateNotes = [
  ...(['skipped-hour', 'repeated-hour'] as const),
  ...(['new-year', 'christmas', 'new-years-eve'] as const),
] as const;
export type DateNote = (typeof dateNotes)[number];

/** Days on which many venues are closed, by month and day. */
const holidays: Readonly<Record<string, DateNote>> = {
  '01-01': 'new-year',
  '12-25': 'christmas',
  '12-31': 'new-years-eve',
};

/** Of a start like "2026-10-25T02:30": what the clocks do in that hour comes first. */
export function noteOf(startsLocal: string, timeZone: string): DateNote | null {
  const wall = Temporal.PlainDateTime.from(startsLocal);
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (later.epochMilliseconds === earlier.epochMilliseconds)
    return holidays[startsLocal.slice(5, 10)] ?? null;
  return later.toPlainDateTime().equals(wall) ? 'repeated-hour' : 'skipped-hour';
}
