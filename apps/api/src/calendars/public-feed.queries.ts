import type { Reader } from '#libs/database';
import { type EveningOfEntry, type FeedEntry, publicEntry } from '#libs/domain';

/** A feed holds this many entries at most; programs fetch the whole of it each time. */
export const mostEntries = 500;
/** Evenings stay this long after they ended, for those who look back; cancelled ones go when they would have ended. */
export const kept = '90 days';

interface PublicRow extends EveningOfEntry {
  eventId: string;
  version: number;
  state: 'published' | 'cancelled';
  changedAt: Date;
}

/**
 * What anybody may know of these published events, as entries, soonest first. In the scope of the public, or of the
 * organization.
 * @param which a condition on `e`, a published event; its values, ids, begin with `$2`
 */
export async function readPublicEntries(
  reader: Reader,
  site: string,
  which: string,
  values: readonly string[],
): Promise<FeedEntry[]> {
  const rows = await reader.query<PublicRow>(
    `select e.id as "eventId", v.version, e.state, v.changed_at as "changedAt", e.slug, e.title, e.starts_at as "startsAt",
       e.ends_at as "endsAt", e.time_zone as "timeZone", e.place, e.city, e.organization_name as "organizationName",
       e.organization_slug as "organizationSlug"
     from published_events e join events v on v.id = e.id
     where e.ends_at > $1::timestamptz - case e.state when 'cancelled' then interval '0' else interval '${kept}' end
       and ${which}
     order by e.starts_at, e.id limit ${String(mostEntries)}`,
    [reader.now, ...values],
  );
  return rows.map((row) => ({ ...publicEntry(row, site), changedAt: row.changedAt }));
}
