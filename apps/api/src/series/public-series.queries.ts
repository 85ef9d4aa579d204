import type { Reader } from '#libs/database';

/** What anybody may know of a series. */
export interface PublicSeries {
  id: string;
  slug: string;
  /** As the latest of its published dates is called, one that was renamed alone left out where that is possible. */
  title: string;
}

export interface PublicSeriesDate {
  slug: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  place: string;
  city: string;
  state: 'published' | 'cancelled';
  seatsLeft: number;
}

/** One that has a date which was published; null otherwise. Its template is for nobody: drafts may have changed it. */
export async function readPublicSeries(
  reader: Reader,
  organizationId: string,
  slug: string,
): Promise<PublicSeries | null> {
  const [row] = await reader.query<PublicSeries>(
    `select r.id, r.slug, e.title from event_series r
       join series_dates d on d.series_id = r.id join published_events e on e.id = d.event_id
     where r.organization_id = $1 and r.slug = $2
     order by e.title is distinct from d.given ->> 'title', e.state = 'cancelled', d.day desc limit 1`,
    [organizationId, slug],
  );
  return row ?? null;
}

/** Its published dates that are not over, soonest first, at most a hundred: eight weeks of any rule are fewer. */
export function readPublicDates(reader: Reader, seriesId: string): Promise<PublicSeriesDate[]> {
  return reader.query<PublicSeriesDate>(
    `select e.slug, e.title, e.starts_at as "startsAt", e.ends_at as "endsAt", e.time_zone as "timeZone", e.place, e.city,
       e.state, greatest(s.capacity - s.taken, 0) as "seatsLeft"
     from series_dates d join published_events e on e.id = d.event_id join event_seats s on s.event_id = e.id
     where d.series_id = $1 and e.ends_at > $2 order by e.starts_at, e.id limit 100`,
    [seriesId, reader.now],
  );
}
