import type { Tx } from '#libs/database';

export async function addSeats(
  tx: Tx,
  organizationId: string,
  eventId: string,
  capacity: number,
): Promise<void> {
  await tx.query(
    'insert into event_seats (event_id, organization_id, capacity, ceiling) values ($1, $2, $3, $3)',
    [eventId, organizationId, capacity],
  );
}

/** Fewer seats than people remove nobody: the ceiling stays where they are (RSVP rules 3 and 8). */
export async function setCapacity(
  tx: Tx,
  organizationId: string,
  eventId: string,
  capacity: number,
): Promise<void> {
  await tx.query(
    `update event_seats set capacity = $3, ceiling = greatest($3, taken), version = version + 1
     where event_id = $1 and organization_id = $2 and capacity <> $3`,
    [eventId, organizationId, capacity],
  );
}

/** Ends every RSVP whose address was not confirmed, and gives back what those held. */
export async function endHolds(tx: Tx, organizationId: string, eventId: string): Promise<void> {
  await tx.query(
    `update attendees set status = 'cancelled', cancel_cause = 'event-cancelled', seat = false, held_until = null,
       version = version + 1
     where event_id = $1 and organization_id = $2 and status = 'held'`,
    [eventId, organizationId],
  );
  await tx.query(
    `update event_seats set taken = taken - held, held = 0, ceiling = greatest(capacity, taken - held), version = version + 1
     where event_id = $1 and organization_id = $2 and held > 0`,
    [eventId, organizationId],
  );
}

/** Everybody with a live RSVP and a confirmed address: who has to hear of a change. */
export function readExpected(
  tx: Tx,
  organizationId: string,
  eventId: string,
): Promise<{ id: string; personId: string }[]> {
  return tx.query(
    `select id, person_id as "personId" from attendees
     where event_id = $1 and organization_id = $2 and status in ('confirmed', 'waitlisted', 'pending', 'offered')`,
    [eventId, organizationId],
  );
}
