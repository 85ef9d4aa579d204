import type { EventSeries } from '#libs/domain';
import type { SeriesDateView, SeriesLaterDate, SeriesRef } from './series.dto.ts';
import { type SeriesDateRow, driftOfRow } from './series.queries.ts';

/** A view as the plain object it is, to be spread into another. */
type Plain<View> = { [Field in keyof View]: View[Field] };

export const refOf = (series: EventSeries): Plain<SeriesRef> => ({
  id: series.id,
  title: series.template.title,
  rule: series.choice,
  firstDay: series.firstDay,
  timeZone: series.template.timeZone,
  announces: series.announces,
  running: series.nextAt !== null,
  version: series.version,
});

export const dateViewOf = (row: SeriesDateRow): Plain<SeriesDateView> => ({
  day: row.day,
  eventId: row.eventId,
  title: row.title,
  startsAt: row.startsAt.toISOString(),
  timeZone: row.timeZone,
  state: row.state,
  guests: row.guests,
  differs: driftOfRow(row),
});

/** What comes after the dates that are made, and what was left out, soonest first. */
export function laterOf(
  series: EventSeries,
  ahead: readonly string[],
  leftOut: readonly string[],
): SeriesLaterDate[] {
  return [...new Set([...ahead, ...leftOut])].sort().map((day) => {
    return { day, startsAt: series.startOf(day).toISOString(), leftOut: leftOut.includes(day) };
  });
}
