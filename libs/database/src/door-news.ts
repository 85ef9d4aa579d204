import type { AttendeeStatus } from '#libs/domain';
import { scanActors } from './check-ins.ts';
import type { Reader } from './tx.ts';

/** How full the house is, at one moment. */
export interface DoorCount {
  /** Give it as `since` next time. */
  cursor: Date;
  counts: { in: number; going: number };
}

/** What the doors of one event are told of each other. */
export interface DoorNews extends DoorCount {
  /** Of the scans that arrived since, each attendee once, as they stand now. */
  changed: {
    id: string;
    checkedInAt: Date | null;
    by: string | null;
    status: AttendeeStatus;
    receivedAt: Date;
  }[];
}

/**
 * A scan is seen when its transaction commits, which is after its time of arrival: so a cursor lies five seconds back, and
 * what arrived within them is told twice.
 */
const counting = `select clock_timestamp() - interval '5 seconds' as cursor,
    coalesce(sum(party_size) filter (where checked_in_at is not null), 0)::int as "in", coalesce(sum(party_size), 0)::int as going
  from attendees where organization_id = $1 and event_id = $2 and status = 'confirmed'`;

const changes = `select a.id, a.checked_in_at as "checkedInAt", a.status, entry.by, arrived.at as "receivedAt"
  from (select attendee_id, max(received_at) as at from check_ins
      where organization_id = $1 and event_id = $2 and received_at > $3 and attendee_id is not null group by attendee_id) arrived
  join attendees a on a.id = arrived.attendee_id
  left join lateral (select coalesce(l.label, p.name) as by from check_ins c ${scanActors}
    where c.attendee_id = a.id and c.kind <> 'undo' and c.scanned_at = a.checked_in_at order by c.nonce limit 1) entry on true
  order by arrived.at, a.id`;

/** Looks at every guest of the event: as much work as a batch of scans, where 4,000 are going. */
export async function readDoorCount(
  reader: Reader,
  { organizationId, eventId }: { organizationId: string; eventId: string },
): Promise<DoorCount> {
  const [row] = await reader.prepared<{ cursor: Date; in: number; going: number }>('door-count', counting, [
    organizationId,
    eventId,
  ]);
  if (row === undefined) throw new Error('A count gave no row');
  return { cursor: row.cursor, counts: { in: row.in, going: row.going } };
}

/**
 * @param since null: nothing of what changed
 * @param counted of some time ago; left out: counted now
 */
export async function readDoorNews(
  reader: Reader,
  { organizationId, eventId }: { organizationId: string; eventId: string },
  since: Date | null,
  counted?: DoorCount,
): Promise<DoorNews> {
  const count = counted ?? (await readDoorCount(reader, { organizationId, eventId }));
  const changed =
    since === null
      ? []
      : await reader.prepared<DoorNews['changed'][number]>('door-changes', changes, [
          organizationId,
          eventId,
          since,
        ]);
  return { ...count, changed };
}
