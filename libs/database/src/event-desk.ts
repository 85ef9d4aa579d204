import {
  Attendee,
  type DeskEvent,
  Event,
  EventDesk,
  EventSeats,
  type CancelCause,
  actorOf,
  found,
  notFound,
  system,
} from '#libs/domain';
import { wakeAt } from './jobs.ts';
import { writeSteps } from './steps.ts';
import type { Reader, Tx } from './tx.ts';

// Who has a seat is decided here and nowhere else. Everything locks the counter rows of its events first, in the order of
// their ids, and only then looks: what it sees stands until it commits. The lock is a statement of its own, because a
// statement that waited for a lock still sees the other tables as they were before it waited.
//
// Two of them never wait for each other in a circle, because everything takes its locks in one order: the people, the
// counter rows, the budgets of mails. Whoever locks several invitations, or an invitation and a budget, holds the counter
// row of their event.

/**
 * The desk's statements are planned once a connection, and on a fresh installation that is while the tables are empty and
 * reading all of them looks cheap. Kept, such a plan reads everybody again for each batch, and a crowd is served the
 * slower the longer it gets. So the lock also keeps the rest of its transaction to the indexes.
 */
const lock = `with plans as materialized (select set_config('enable_seqscan', 'off', true))
  select event_id as "eventId", organization_id as "organizationId", capacity, ceiling, taken, held, waiting, arrivals, version
  from event_seats where event_id = any ($1) and exists (select from plans) order by event_id for update of event_seats`;

/**
 * What the desk asks of each event. The smallest waiting party matters only while seats are free. Overdue holds are few
 * over the whole installation, and the texts compared leave the planner no index but theirs: while the tables are new it
 * would walk along everybody at the event instead, at every batch.
 */
const look = `select e.id, e.organization_id as "organizationId", e.state, e.registration, e.approval, e.starts_at as "startsAt", e.ends_at as "endsAt",
    e.opens_at as "opensAt", e.closes_at as "closesAt", e.answers_until as "answersUntil", e.waitlist, e.waitlist_open as "waitlistOpen",
    e.offer_hours as "offerHours", e.plus_ones as "plusOnes", e.questions,
    case when s.waiting > 0 and s.taken < s.capacity then (
      select min(a.party_size) from attendees a where a.event_id = e.id and a.status = 'waitlisted') end as "smallestWaiting",
    exists (select from attendees a where a.status = 'held' and a.held_until <= $2 and a.event_id::text = e.id::text)
      or exists (select from offers o where o.event_id = e.id and o.state = 'live' and o.expires_at <= $2) as overdue
  from events e join event_seats s on s.event_id = e.id where e.id = any ($1)`;

type Looked = DeskEvent & { smallestWaiting: number | null; overdue: boolean };

/**
 * Opens the desks of several events under their locks, after ending what the clock has ended there. An event that is not
 * in this scope is not in the answer.
 */
export async function openDesks(tx: Tx, eventIds: readonly string[]): Promise<Map<string, EventDesk>> {
  const ids = [...new Set(eventIds)].sort();
  const locked = await tx.prepared<EventSeats>('desk-lock', lock, [ids]);
  const desks = await lookAround(tx, locked);
  const overdue = desks.filter(({ overdue }) => overdue).map(({ desk }) => desk);
  if (overdue.length === 0) return byEvent(desks.map(({ desk }) => desk));
  for (const desk of overdue) await endOverdue(tx, desk);
  return byEvent(
    (
      await lookAround(
        tx,
        desks.map(({ desk }) => desk.seats),
      )
    ).map(({ desk }) => desk),
  );
}

const byEvent = (desks: readonly EventDesk[]) => new Map(desks.map((desk) => [desk.seats.eventId, desk]));

async function lookAround(
  tx: Tx,
  seats: readonly EventSeats[],
): Promise<{ desk: EventDesk; overdue: boolean }[]> {
  const rows = await tx.prepared<Looked>('desk-look', look, [seats.map(({ eventId }) => eventId), tx.now]);
  const events = new Map(rows.map((row) => [row.id, row]));
  return seats.map((counters) => {
    const { smallestWaiting, overdue, ...event } = found(events.get(counters.eventId));
    const counter = Object.assign(new EventSeats(), counters);
    const smallest = smallestWaiting ?? (counter.waiting > 0 ? 0 : Infinity);
    return { desk: new EventDesk(Object.assign(new Event(), event), counter, smallest, tx.now), overdue };
  });
}

/**
 * One act at the desk of an event: `work` changes attendees by the methods of the desk; what it did is written, and the
 * freed seats go to the queue, in the same transaction.
 * @throws DomainError not-found for an event outside the scope, and what the act throws
 */
export async function atDesk<Result>(
  tx: Tx,
  organizationId: string,
  eventId: string,
  work: (desk: EventDesk) => Result | Promise<Result>,
): Promise<Result> {
  const desk = found((await openDesks(tx, [eventId])).get(eventId));
  if (desk.seats.organizationId !== organizationId) throw notFound();
  const result = await work(desk);
  await writeSteps(tx, [desk]);
  await callWaiting(tx, desk);
  return result;
}

/** An attendee of this event, under its lock. @throws DomainError not-found */
export async function attendeeAt(tx: Tx, { seats }: EventDesk, attendeeId: string): Promise<Attendee> {
  const { eventId, organizationId } = seats;
  return found(await tx.one(Attendee, { id: attendeeId, eventId, organizationId }));
}

/** The highest priority among those who wait; 0 when nobody does. */
export async function highestPriority(reader: Reader, { seats }: EventDesk): Promise<number> {
  const [row] = await reader.query<{ highest: number | null }>(
    `select max(priority) as highest from attendees where event_id = $1 and status = 'waitlisted'`,
    [seats.eventId],
  );
  return row?.highest ?? 0;
}

/** Cancels an RSVP; its seat goes to the head of the queue. Cancelling again is nothing. @throws DomainError not-found */
export function cancelAttendee(
  tx: Tx,
  { organizationId, eventId, attendeeId }: { organizationId: string; eventId: string; attendeeId: string },
  cause: Extract<CancelCause, 'by-person' | 'by-host'>,
): Promise<Attendee> {
  return atDesk(tx, organizationId, eventId, async (desk) => {
    const attendee = await attendeeAt(tx, desk, attendeeId);
    desk.cancel(attendee, cause, actorOf(tx.scope));
    return attendee;
  });
}

/** Holds and offers end by the clock; opening the desk is what ends them. The queue gets what they kept. */
export function expireOverdue(tx: Tx, organizationId: string, eventId: string): Promise<void> {
  return atDesk(tx, organizationId, eventId, () => undefined);
}

async function endOverdue(tx: Tx, desk: EventDesk): Promise<void> {
  const due = await tx.query<{ id: string }>(
    `select a.id, coalesce(o.expires_at, a.held_until) as due
     from attendees a left join offers o on o.attendee_id = a.id and o.state = 'live'
     where a.event_id = $1 and ((a.status = 'held' and a.held_until <= $2) or (a.status = 'offered' and o.expires_at <= $2))
     order by due, a.id`,
    [desk.seats.eventId, tx.now],
  );
  const byId = new Map((await attendeesOf(tx, due)).map((attendee) => [attendee.id, attendee]));
  for (const { id } of due) {
    const attendee = found(byId.get(id));
    if (attendee.status === 'held') desk.expireHold(attendee, system);
    else desk.lapseOffer(attendee, system);
  }
  await writeSteps(tx, [desk]);
  await callWaiting(tx, desk);
}

/**
 * Calls those who wait, in the order of the queue, while seats are free (product.md, RSVP rule 5). A party that does not
 * fit keeps its place and does not block smaller ones behind it.
 */
export async function callWaiting(tx: Tx, desk: EventDesk): Promise<void> {
  while (desk.seats.free > 0 && desk.seats.waiting > 0 && desk.event.callsWaiting(tx.now)) {
    const chosen = await fittingHead(tx, desk);
    if (chosen.length === 0) return;
    for (const attendee of await attendeesOf(tx, chosen)) desk.call(attendee, system);
    await writeSteps(tx, [desk]);
    const deadline = desk.event.waitlist === 'offer' ? desk.event.offerDeadline(tx.now) : null;
    if (deadline !== null) await wakeToExpire(tx, desk, deadline);
  }
}

/** A job that opens the desk at this moment, so that what the clock ends there frees its seats without a visitor. */
export function wakeToExpire(
  tx: Tx,
  { seats: { organizationId, eventId } }: EventDesk,
  at: Date,
): Promise<void> {
  return wakeAt(
    tx,
    'attendees.expire',
    { organizationId, eventId },
    { key: expireKey(eventId, at), runAt: at },
  );
}

export const expireKey = (eventId: string, at: Date): string => `expire:${eventId}:${at.toISOString()}`;

/** Each of these takes a seat or more, so the first `free` that fit are enough for one round. */
async function fittingHead(tx: Tx, { seats }: EventDesk): Promise<{ id: string }[]> {
  const waiting = await tx.query<{ id: string; partySize: number }>(
    `select id, party_size as "partySize" from attendees
     where event_id = $1 and status = 'waitlisted' and party_size <= $2
     order by priority desc, arrival nulls last, id limit $2`,
    [seats.eventId, seats.free],
  );
  let left = seats.free;
  return waiting.filter(({ partySize }) => {
    if (partySize > left) return false;
    left -= partySize;
    return true;
  });
}

/** In the order asked for. */
async function attendeesOf(tx: Tx, chosen: readonly { id: string }[]): Promise<Attendee[]> {
  const rows = await tx.query<Attendee>(`select ${attendeeColumns} from attendees a where a.id = any ($1)`, [
    chosen.map(({ id }) => id),
  ]);
  const byId = new Map(rows.map((row) => [row.id, Object.assign(new Attendee(), row)]));
  return chosen.map(({ id }) => found(byId.get(id)));
}

/** An attendee as the entity names its columns. */
export const attendeeColumns = `a.id, a.organization_id as "organizationId", a.event_id as "eventId", a.person_id as "personId", a.name, a.part,
  a.status, a.cancel_cause as "cancelCause", a.party_size as "partySize", a.guests, a.seat, a.arrival, a.priority,
  a.held_until as "heldUntil", a.confirmed_at as "confirmedAt", a.checked_in_at as "checkedInAt", a.source, a.answers, a.profile,
  a.typed, a.imported, a.may_write as "mayWrite", a.own_word as "ownWord", a.note, a.version, a.created_at as "createdAt"`;
