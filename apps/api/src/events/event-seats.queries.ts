import type { Tx } from '#libs/database';
import { type Actor, Attendee, type AttendeeStatus, type Event, type EventDesk } from '#libs/domain';

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

/**
 * Lets the desk go on by the rules of the event as it is now. A waitlist that closes takes its offers back first, and
 * each of these people is at their own place again; an offer never outlasts the start (product.md, RSVP rule 5).
 */
export async function waitlistChanged(tx: Tx, desk: EventDesk, event: Event, actor: Actor): Promise<void> {
  const { waitlist, waitlistOpen } = desk.event;
  desk.event = event;
  if (waitlistOpen && !event.waitlistOpen) {
    for (const attendee of await attendeesOf(tx, desk, 'offered')) desk.revokeOffer(attendee, actor);
  }
  if (waitlist !== event.waitlist || waitlistOpen !== event.waitlistOpen) desk.waitlistChanged(actor);
  await tx.query(
    `update offers set expires_at = $3 where event_id = $1 and organization_id = $2 and state = 'live' and expires_at > $3`,
    [event.id, event.organizationId, event.startsAt],
  );
}

/** Ends every RSVP whose address was not confirmed, and gives back what those held. */
export async function endHolds(tx: Tx, desk: EventDesk, actor: Actor): Promise<void> {
  for (const attendee of await attendeesOf(tx, desk, 'held')) desk.cancel(attendee, 'event-cancelled', actor);
}

/** In the order of the queue, so that the history of the event reads in it too. */
function attendeesOf(tx: Tx, { seats }: EventDesk, status: AttendeeStatus): Promise<Attendee[]> {
  const { eventId, organizationId } = seats;
  return tx.find(Attendee, {
    where: { eventId, organizationId, status },
    order: { priority: 'DESC', arrival: 'ASC', id: 'ASC' },
  });
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
