import type { Reader } from '#libs/database';
import { type SeriesDate, type SeriesPart, type SeriesTemplate, driftOf } from '#libs/domain';

/** A day of a series that became an event. */
export interface SeriesDateRow extends SeriesDate {
  day: string;
  eventId: string;
  given: SeriesTemplate;
  startsAt: Date;
  state: 'draft' | 'published' | 'cancelled';
  version: number;
  guests: number;
}

const columns = `d.day, d.event_id as "eventId", d.given, e.title, e.description, e.place, e.city, e.private_place as "privatePlace",
  e.time_zone as "timeZone", e.starts_local as "startsLocal", e.ends_local as "endsLocal", e.starts_at as "startsAt", e.state,
  e.version, e.registration, e.approval, e.opens_local as "opensLocal", e.closes_local as "closesLocal",
  e.answers_until_local as "answersUntilLocal", e.waitlist, e.waitlist_open as "waitlistOpen", e.offer_hours as "offerHours",
  e.plus_ones as "plusOnes", e.questions, s.capacity,
  (select count(*)::int from attendees a where a.event_id = e.id
    and a.status in ('held', 'pending', 'confirmed', 'waitlisted', 'offered')) as guests`;

const from = `from series_dates d join events e on e.id = d.event_id join event_seats s on s.event_id = e.id`;

/** The last hundred dates that became events, soonest first: two years of a weekly series. */
export async function readDates(
  reader: Reader,
  organizationId: string,
  seriesId: string,
): Promise<SeriesDateRow[]> {
  const rows = await reader.query<SeriesDateRow>(
    `select ${columns} ${from} where d.organization_id = $1 and d.series_id = $2 order by d.day desc limit 100`,
    [organizationId, seriesId],
  );
  return rows.reverse();
}

/** Dates from this day on that have not begun and are not cancelled, this day's own event left out. */
export function readFollowing(
  reader: Reader,
  organizationId: string,
  seriesId: string,
  after: { day: string; eventId: string | null },
): Promise<SeriesDateRow[]> {
  return reader.query<SeriesDateRow>(
    `select ${columns} ${from}
     where d.organization_id = $1 and d.series_id = $2 and d.day >= $3 and d.event_id is distinct from $4
       and e.starts_at > app_now() and e.state <> 'cancelled'
     order by d.day`,
    [organizationId, seriesId, after.day, after.eventId],
  );
}

/** The date that an event is; null where it belongs to no series. */
export async function readDate(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<(SeriesDateRow & { seriesId: string }) | null> {
  const [row] = await reader.query<SeriesDateRow & { seriesId: string }>(
    `select d.series_id as "seriesId", ${columns} ${from} where d.organization_id = $1 and d.event_id = $2`,
    [organizationId, eventId],
  );
  return row ?? null;
}

export const driftOfRow = (row: SeriesDateRow): SeriesPart[] => driftOf(row, row.given, row.day);

/** Days from this one on that were left out. */
export async function readLeftOut(reader: Reader, seriesId: string, from: string): Promise<string[]> {
  const rows = await reader.query<{ day: string }>(
    'select day from series_dates where series_id = $1 and event_id is null and day >= $2 order by day',
    [seriesId, from],
  );
  return rows.map(({ day }) => day);
}

/** Day → title of an event of the organization on that day, by its own clocks. */
export async function readEventsOn(
  reader: Reader,
  organizationId: string,
  days: readonly string[],
): Promise<Map<string, string>> {
  const rows = await reader.query<{ day: string; title: string }>(
    `select left(starts_local, 10) as day, title from events
     where organization_id = $1 and left(starts_local, 10) = any($2) and state <> 'cancelled' order by starts_at desc`,
    [organizationId, days],
  );
  return new Map(rows.map(({ day, title }) => [day, title]));
}

export interface SeriesCounts {
  id: string;
  made: number;
  nextStartsAt: Date | null;
}

/** How many dates each series of an organization has, and the next that takes place. */
export function readSeriesCounts(reader: Reader, organizationId: string): Promise<SeriesCounts[]> {
  return reader.query<SeriesCounts>(
    `select d.series_id as id, count(d.event_id)::int as made,
       min(e.starts_at) filter (where e.starts_at > app_now() and e.state <> 'cancelled') as "nextStartsAt"
     from series_dates d left join events e on e.id = d.event_id where d.organization_id = $1 group by d.series_id`,
    [organizationId],
  );
}
