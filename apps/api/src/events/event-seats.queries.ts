import type { Tx } from '#libs/database';
import { type Actor, Attendee, type AttendeeStatus, type Event, type EventDesk } from '#libs/domain';
import { type Concerned, whoMayBeTold } from '../told-guests.ts';

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

/** Everybody who has to hear that the event does not take place, less those whom a list alone named. */
export async function readExpected(
  tx: Tx,
  organizationId: string,
  eventId: string,
): Promise<{ id: string; personId: string }[]> {
  const expected = await tx.query<Concerned & { id: string }>(
    `select a.id, a.person_id as "personId", a.own_word as asked, p.confirmed_at is not null as confirmed
     from attendees a join people p on p.id = a.person_id
     where a.event_id = $1 and a.organization_id = $2 and a.status in ('confirmed', 'waitlisted', 'pending', 'offered')
       and a.may_write
     order by a.person_id`,
    [eventId, organizationId],
  );
  return whoMayBeTold(tx, organizationId, expected);
}
