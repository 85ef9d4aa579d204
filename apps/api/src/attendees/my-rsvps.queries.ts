import type { Reader } from '#libs/database';
import type { AttendeeStatus, CancelCause } from '#libs/domain';

/** One RSVP as its own person may see it. */
export interface MyRsvpRow {
  attendeeId: string;
  organizationId: string;
  eventId: string;
  name: string;
  status: AttendeeStatus;
  cancelCause: CancelCause | null;
  /** 1 for the head of the queue; null for anybody who is not waitlisted. */
  placeInQueue: number | null;
  slug: string;
  title: string;
  place: string;
  city: string;
  /** Confirmed people only (product.md, RSVP rule 11). */
  privatePlace: string | null;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  eventCancelled: boolean;
  cancelReason: string | null;
  organizationName: string;
  organizationSlug: string;
  organizationAccent: string | null;
}

/** In the scope of the organization. */
export async function readMyRsvp(
  reader: Reader,
  attendeeId: string,
  personId: string,
): Promise<MyRsvpRow | null> {
  const [row] = await reader.query<MyRsvpRow>(
    `select a.id as "attendeeId", a.organization_id as "organizationId", a.event_id as "eventId", a.name, a.status,
       a.cancel_cause as "cancelCause",
       case when a.status = 'waitlisted' then (select count(*)::int from attendees w where w.event_id = a.event_id
         and w.status = 'waitlisted'
         and (w.priority, -coalesce(w.arrival, 2000000000)) >= (a.priority, -coalesce(a.arrival, 2000000000))) end as "placeInQueue",
       e.slug, e.title, e.place, e.city,
       case when a.status = 'confirmed' and e.state = 'published' then e.private_place end as "privatePlace",
       e.time_zone as "timeZone", e.starts_at as "startsAt", e.ends_at as "endsAt",
       e.state = 'cancelled' as "eventCancelled", e.cancel_reason as "cancelReason",
       o.name as "organizationName", o.slug as "organizationSlug", o.accent as "organizationAccent"
     from attendees a join events e on e.id = a.event_id join organizations o on o.id = a.organization_id
     where a.id = $1 and a.person_id = $2`,
    [attendeeId, personId],
  );
  return row ?? null;
}

/** One line of a person's list over all organizations. */
export interface RsvpOfMine {
  attendeeId: string;
  eventId: string;
  status: AttendeeStatus;
}

/** In the scope of the person; an unproven hold is nobody's yet. */
export function readRsvpsOf(reader: Reader, personId: string): Promise<RsvpOfMine[]> {
  return reader.query<RsvpOfMine>(
    `select id as "attendeeId", event_id as "eventId", status from attendees
     where person_id = $1 and status <> 'held' and cancel_cause is distinct from 'not-confirmed'
     order by created_at desc, id desc limit 200`,
    [personId],
  );
}

export interface EventOfMine {
  id: string;
  title: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  cancelled: boolean;
  organizationName: string;
}

/** In the scope of the public. */
export function readEventsOf(reader: Reader, eventIds: readonly string[]): Promise<EventOfMine[]> {
  return reader.query<EventOfMine>(
    `select id, title, time_zone as "timeZone", starts_at as "startsAt", ends_at as "endsAt",
       state = 'cancelled' as cancelled, organization_name as "organizationName"
     from published_events where id = any ($1)`,
    [eventIds],
  );
}
