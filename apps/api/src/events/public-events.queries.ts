import type { Reader } from '#libs/database';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor, timeCursor } from '../paging.ts';

export interface PublicEventRow {
  id: string;
  organizationId: string;
  slug: string;
  title: string;
  description: string;
  place: string;
  city: string;
  timeZone: string;
  startsLocal: string;
  endsLocal: string;
  startsAt: Date;
  endsAt: Date;
  /** Past its end, by product time. */
  over: boolean;
  state: 'published' | 'cancelled';
  cancelReason: string | null;
  capacity: number;
  seatsLeft: number;
  panels: { topic: string }[];
  mixerFormat: 'open' | 'tables' | null;
  organizationName: string;
  organizationSlug: string;
  organizationAccent: string | null;
  pageUrl: string;
}

const columns = `e.id, e.organization_id as "organizationId", e.slug, e.title, e.description, e.place, e.city, e.time_zone as "timeZone",
  e.starts_local as "startsLocal", e.ends_local as "endsLocal", e.starts_at as "startsAt", e.ends_at as "endsAt", e.ends_at <= app_now() as over, e.state,
  e.cancel_reason as "cancelReason", s.capacity, greatest(s.capacity - s.taken, 0) as "seatsLeft",
  coalesce((select json_agg(json_build_object('topic', p.topic) order by p.position)
    from panels p where p.event_id = e.id), '[]') as panels,
  (select m.format from mixers m where m.event_id = e.id) as "mixerFormat",
  e.organization_name as "organizationName", e.organization_slug as "organizationSlug",
  e.organization_accent as "organizationAccent", $1 || e.slug as "pageUrl"`;

const from = `from published_events e join event_seats s on s.event_id = e.id`;

/** An event by its address of today or any it had before. */
export async function readPublicEvent(
  reader: Reader,
  slug: string,
  site: string,
): Promise<PublicEventRow | null> {
  const [row] = await reader.query<PublicEventRow>(
    `select ${columns} ${from}
     where e.slug = $2 or e.id = (select event_id from event_slugs where slug = $2)
     order by e.slug = $2 desc limit 1`,
    [site, slug],
  );
  return row ?? null;
}

/** Published events that are not over, soonest first; of one organization when its address is given. */
export async function readUpcomingEvents(
  reader: Reader,
  site: string,
  { after, organizationSlug = null }: { after?: string | undefined; organizationSlug?: string | null },
): Promise<Page<PublicEventRow>> {
  const [startsAt = null, id = null] = readCursor(after, [timeCursor, idCursor]) ?? [];
  const rows = await reader.query<PublicEventRow>(
    `select ${columns} ${from}
     where e.state = 'published' and e.ends_at > $2 and ($5::text is null or e.organization_slug = $5)
       and ($3::timestamptz is null or (e.starts_at, e.id) > ($3, $4::uuid))
     order by e.starts_at, e.id limit ${String(pageSize + 1)}`,
    [site, reader.now, startsAt, id, organizationSlug],
  );
  return pageOf(rows, (last) => cursorOf(last.startsAt.toISOString(), last.id));
}
