import { type EventSeats, system } from '#libs/domain';
import { record } from './audit.ts';
import { queueMails } from './mails.ts';
import type { Tx } from './tx.ts';

/** Somebody who just got a seat from the waitlist. */
export interface Promoted {
  id: string;
  organizationId: string;
  personId: string;
  version: number;
}

interface Waiting {
  id: string;
  partySize: number;
}

/**
 * Seats whoever fits, in the order of the queue, while seats are free (product.md, RSVP rule 5). A party that does not
 * fit keeps its place and does not block smaller ones behind it. The caller holds the lock of the counter row.
 */
export async function moveUp(tx: Tx, seats: EventSeats): Promise<Promoted[]> {
  const promoted: Promoted[] = [];
  let free = await freeSeats(tx, seats);
  while (free > 0) {
    const chosen = chooseFitting(await headOfQueue(tx, seats, free), free);
    if (chosen.length === 0) break;
    promoted.push(...(await seat(tx, seats, chosen)));
    free -= chosen.reduce((sum, { partySize }) => sum + partySize, 0);
  }
  return promoted;
}

/** Tells people that they have a seat now, and writes down that it was the queue that gave it. */
export async function tellPromoted(tx: Tx, promoted: readonly Promoted[]): Promise<void> {
  await queueMails(
    tx,
    promoted.map(({ id, organizationId, personId, version }) => {
      return { organizationId, kind: 'rsvp-promoted', subjectId: id, personId, step: `v${version}` };
    }),
  );
  for (const { id } of promoted) await record(tx, system, 'attendee.promoted', id);
}

/** None after the end or a cancellation: nobody should be called to an evening that is not. */
async function freeSeats(tx: Tx, seats: EventSeats): Promise<number> {
  const [row] = await tx.query<{ free: number }>(
    `select s.capacity - s.taken as free from event_seats s join events e on e.id = s.event_id
     where s.event_id = $1 and s.organization_id = $2 and s.waiting > 0
       and e.state = 'published' and e.waitlist = 'automatic' and e.ends_at > $3`,
    [seats.eventId, seats.organizationId, tx.now],
  );
  return row?.free ?? 0;
}

/** Each of these takes a seat or more, so the first `free` that fit are enough for one round. */
function headOfQueue(tx: Tx, seats: EventSeats, free: number): Promise<Waiting[]> {
  return tx.query<Waiting>(
    `select id, party_size as "partySize" from attendees
     where event_id = $1 and organization_id = $2 and status = 'waitlisted' and party_size <= $3
     order by priority desc, arrival nulls last, id limit $3`,
    [seats.eventId, seats.organizationId, free],
  );
}

function chooseFitting(waiting: readonly Waiting[], free: number): Waiting[] {
  let left = free;
  return waiting.filter(({ partySize }) => {
    if (partySize > left) return false;
    left -= partySize;
    return true;
  });
}

async function seat(tx: Tx, seats: EventSeats, chosen: readonly Waiting[]): Promise<Promoted[]> {
  const party = chosen.reduce((sum, { partySize }) => sum + partySize, 0);
  await tx.query(
    `update event_seats set version = version + $4, taken = taken + $3, waiting = waiting - $4
     where event_id = $1 and organization_id = $2`,
    [seats.eventId, seats.organizationId, party, chosen.length],
  );
  return tx.query<Promoted>(
    `update attendees set status = 'confirmed', seat = true, confirmed_at = $3, version = version + 1
     where id = any ($1) and organization_id = $2
     returning id, organization_id as "organizationId", person_id as "personId", version`,
    [chosen.map(({ id }) => id), seats.organizationId, tx.now],
  );
}
