import type { Reader, Tx } from './tx.ts';

// Two hosts at one board: who else is here, and that something changed. Notifications leave at the commit and carry the
// id of the event; the ones about changes are sent by the rows themselves (migration 0009).

export const boardChannels = { changed: 'board-changed', hosts: 'board-hosts' } as const;

/** A host who was not heard of for this long, in real time, has left. */
const presentSeconds = 45;

export interface PresentHost {
  personId: string;
  /** As at their last RSVP here, else their own; null while they gave none. */
  name: string | null;
  /** The introduction they look at. */
  lookingAt: string | null;
}

export interface BoardOf {
  organizationId: string;
  eventId: string;
}

/** Tells whoever has this board open to look again. */
export async function tellBoard(tx: Tx, eventId: string): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [boardChannels.changed, eventId]);
}

/** Says that a host is here, looking at an introduction of this event or at nothing; the others are told if that is new. */
export async function bePresent(
  tx: Tx,
  { organizationId, eventId }: BoardOf,
  personId: string,
  lookingAt: string | null,
): Promise<void> {
  const [before] = await tx.query<{ lookingAt: string | null }>(
    `select looking_at as "lookingAt" from board_presence where event_id = $1 and person_id = $2
       and seen_at > clock_timestamp() - make_interval(secs => $3)`,
    [eventId, personId, presentSeconds],
  );
  await tx.query(
    `insert into board_presence (event_id, organization_id, person_id, looking_at, seen_at)
     values ($1, $2, $3, $4, clock_timestamp())
     on conflict (event_id, person_id) do update set looking_at = excluded.looking_at, seen_at = excluded.seen_at`,
    [eventId, organizationId, personId, lookingAt],
  );
  if (before?.lookingAt === lookingAt) return;
  await tx.query('select pg_notify($1, $2)', [boardChannels.hosts, eventId]);
}

/** The hosts at a board now, of those who are still among the staff. */
export function presentHosts(reader: Reader, { organizationId, eventId }: BoardOf): Promise<PresentHost[]> {
  return reader.query<PresentHost>(
    `select b.person_id as "personId", b.looking_at as "lookingAt", coalesce((select a.name from attendees a
         where a.organization_id = $1 and a.person_id = b.person_id and a.status <> 'held'
           and a.cancel_cause is distinct from 'not-confirmed' order by a.id desc limit 1), p.name) as name
     from board_presence b join people p on p.id = b.person_id
       join members m on m.organization_id = b.organization_id and m.person_id = b.person_id
     where b.organization_id = $1 and b.event_id = $2 and b.seen_at > clock_timestamp() - make_interval(secs => $3)
     order by b.person_id`,
    [organizationId, eventId, presentSeconds],
  );
}
