import { Attendee, type CancelCause, DomainError, EventSeats, type Place, found, system } from '#libs/domain';
import { record } from './audit.ts';
import { queueMails } from './mails.ts';
import { moveUp, tellPromoted } from './queue.ts';
import type { Tx } from './tx.ts';

// Who has a seat is decided here and nowhere else (product.md, RSVP rules 1, 3, 5, 6, 8). Everything locks the counter
// row of the event first and its attendees after it, so two changes of one event wait for each other and never deadlock.

/** The counter row, locked until the transaction ends; the other functions here take it as the proof of that lock. */
export async function lockSeats(tx: Tx, organizationId: string, eventId: string): Promise<EventSeats> {
  return found(await tx.locked(EventSeats, { eventId, organizationId }));
}

/** The attendee behind the locked counter row. @throws DomainError not-found */
export async function lockAttendee(tx: Tx, seats: EventSeats, attendeeId: string): Promise<Attendee> {
  const { eventId, organizationId } = seats;
  return found(await tx.locked(Attendee, { id: attendeeId, eventId, organizationId }));
}

/**
 * A newcomer fits when the party does and nobody who would fit is waiting. Holds of unproven addresses together take at
 * most half of the seats that are not confirmed, so that nobody can fill a room with made-up addresses.
 */
const fits = `taken + $3 <= capacity
  and ($4 or 2 * (held + $3) <= capacity - (taken - held))
  and (waiting = 0 or not exists (
    select from attendees a where a.event_id = $1 and a.status = 'waitlisted' and a.party_size <= capacity - taken))`;

/** Decides seat or place for somebody who arrives, in one conditional statement, and counts them. */
export async function takePlace(
  tx: Tx,
  seats: EventSeats,
  newcomer: { partySize: number; proven: boolean },
): Promise<Place> {
  const [place] = await tx.query<Place>(
    `with decided as (select event_id, ${fits} as seat from event_seats where event_id = $1 and organization_id = $2)
     update event_seats s set
       arrivals = s.arrivals + 1,
       version = s.version + 1,
       taken = s.taken + case when d.seat then $3 else 0 end,
       held = s.held + case when d.seat and not $4 then $3 else 0 end,
       waiting = s.waiting + case when not d.seat and $4 then 1 else 0 end
     from decided d where s.event_id = d.event_id
     returning d.seat, s.arrivals as arrival`,
    [seats.eventId, seats.organizationId, newcomer.partySize, newcomer.proven],
  );
  return found(place);
}

/** Writes a new or changed attendee in one statement; `save` would ask first what stands there. */
export async function writeAttendee(tx: Tx, attendee: Attendee): Promise<void> {
  await tx.query(
    `insert into attendees (id, organization_id, event_id, person_id, name, part, status, cancel_cause, party_size, seat,
       arrival, priority, held_until, confirmed_at, checked_in_at, source, answers, profile, typed, version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
     on conflict (id) do update set name = excluded.name, status = excluded.status, cancel_cause = excluded.cancel_cause,
       party_size = excluded.party_size, seat = excluded.seat, arrival = excluded.arrival, held_until = excluded.held_until,
       confirmed_at = excluded.confirmed_at, profile = excluded.profile, typed = excluded.typed, version = excluded.version`,
    [
      attendee.id,
      attendee.organizationId,
      attendee.eventId,
      attendee.personId,
      attendee.name,
      attendee.part,
      attendee.status,
      attendee.cancelCause,
      attendee.partySize,
      attendee.seat,
      attendee.arrival,
      attendee.priority,
      attendee.heldUntil,
      attendee.confirmedAt,
      attendee.checkedInAt,
      attendee.source,
      JSON.stringify(attendee.answers),
      JSON.stringify(attendee.profile),
      attendee.typed === null ? null : JSON.stringify(attendee.typed),
      attendee.version,
      attendee.createdAt,
    ],
  );
}

/**
 * The address of a hold was proven in time: its seat is confirmed, or its place joins the queue at its number of arrival
 * and moves up at once when a seat is free and nobody stands before it.
 * @throws DomainError rsvp-not-confirmable when it is no hold any more, or too late
 */
export async function confirmHold(tx: Tx, seats: EventSeats, attendee: Attendee): Promise<Attendee> {
  attendee.confirm(tx.now);
  await writeAttendee(tx, attendee);
  await tx.query(
    `update event_seats set version = version + 1, held = held - $3, waiting = waiting + $4
     where event_id = $1 and organization_id = $2`,
    [seats.eventId, seats.organizationId, attendee.seat ? attendee.partySize : 0, attendee.seat ? 0 : 1],
  );
  if (attendee.seat) return attendee;
  const promoted = await moveUp(tx, seats);
  await tellPromoted(
    tx,
    promoted.filter(({ id }) => id !== attendee.id),
  );
  return lockAttendee(tx, seats, attendee.id);
}

/**
 * Cancels an RSVP, tells its person, frees its seat and lets the head of the queue have it, all at once. Cancelling
 * again is nothing.
 * @throws DomainError not-found
 */
export async function cancelAttendee(
  tx: Tx,
  ids: { organizationId: string; eventId: string; attendeeId: string },
  cause: CancelCause,
): Promise<Attendee> {
  const seats = await lockSeats(tx, ids.organizationId, ids.eventId);
  const attendee = await lockAttendee(tx, seats, ids.attendeeId);
  if (!attendee.isLive) return attendee;
  const proven = attendee.status !== 'held';
  await release(tx, seats, attendee, cause);
  await record(tx, actorOf(tx), 'attendee.cancelled', attendee.id, { cause });
  if (proven) await queueMails(tx, [mailAbout(attendee, 'rsvp-cancelled')]);
  await promoteWaiting(tx, seats.organizationId, seats.eventId);
  return attendee;
}

/** Ends a hold whose time is over; what was typed stays for a link that is used late. Anything else is left alone. */
export async function expireHold(tx: Tx, organizationId: string, attendeeId: string): Promise<void> {
  const attendee = await tx.one(Attendee, { id: attendeeId, organizationId });
  if (attendee?.status !== 'held') return;
  const seats = await lockSeats(tx, organizationId, attendee.eventId);
  const held = await lockAttendee(tx, seats, attendeeId);
  if (!held.isOverdue(tx.now)) return;
  await release(tx, seats, held, 'not-confirmed');
  await record(tx, system, 'attendee.hold-expired', held.id);
  await promoteWaiting(tx, organizationId, held.eventId);
}

/** Gives free seats to the head of the queue, by priority and then arrival, and tells those who got one. */
export async function promoteWaiting(tx: Tx, organizationId: string, eventId: string): Promise<void> {
  const seats = await lockSeats(tx, organizationId, eventId);
  await tellPromoted(tx, await moveUp(tx, seats));
}

/** Takes an RSVP out of the counts; a ceiling that was raised by name falls back towards the capacity. */
async function release(tx: Tx, seats: EventSeats, attendee: Attendee, cause: CancelCause): Promise<void> {
  if (!attendee.isLive) throw new DomainError('changed-meanwhile');
  const freed = attendee.seat ? attendee.partySize : 0;
  await tx.query(
    `update event_seats set version = version + 1, taken = taken - $3, held = held - $4, waiting = waiting - $5,
       ceiling = greatest(capacity, least(ceiling, taken - $3))
     where event_id = $1 and organization_id = $2`,
    [
      seats.eventId,
      seats.organizationId,
      freed,
      attendee.status === 'held' ? freed : 0,
      attendee.status === 'waitlisted' ? 1 : 0,
    ],
  );
  attendee.cancel(cause);
  await writeAttendee(tx, attendee);
}

/** The RSVP mails of one attendee; the version tells a second cancel from the first. */
export function mailAbout(attendee: Attendee, kind: 'rsvp-confirmed' | 'rsvp-waitlisted' | 'rsvp-cancelled') {
  const { organizationId, id: subjectId, personId, version } = attendee;
  return { organizationId, kind, subjectId, personId, step: `v${version}` };
}

function actorOf(tx: Tx) {
  return tx.scope.kind === 'organization' ? tx.scope.actor : system;
}
