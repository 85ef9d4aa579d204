import type { Reader } from '#libs/database';
import type {
  Answer,
  AttendeeStatus,
  CancelCause,
  Consent,
  ConsentPurpose,
  EventState,
  Question,
} from '#libs/domain';

/** One RSVP as its own person may see it. */
export interface MyRsvpRow {
  attendeeId: string;
  organizationId: string;
  eventId: string;
  name: string;
  /** As the clock has it: a hold or an offer whose time is over is cancelled, whether or not anybody wrote that yet. */
  status: AttendeeStatus;
  cancelCause: CancelCause | null;
  partySize: number;
  guests: string[];
  answers: Answer[];
  /** The host's words when they approved or declined. */
  note: string | null;
  version: number;
  /** 1 for the head of the queue; null for anybody who is not waitlisted. */
  placeInQueue: number | null;
  /** Until when the seat is kept; null for anybody to whom none is offered. */
  offerExpiresAt: Date | null;
  introductions: Consent['answer'] | null;
  nameVisible: Consent['answer'] | null;
  slug: string;
  title: string;
  place: string;
  city: string;
  /** Confirmed people only (product.md, RSVP rule 11). */
  privatePlace: string | null;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  eventState: EventState;
  eventVersion: number;
  cancelReason: string | null;
  waitlistOpen: boolean;
  plusOnes: number;
  questions: Question[];
  answersUntil: Date | null;
  organizationName: string;
  organizationSlug: string;
  organizationAccent: string | null;
}

/** Expiry is decided by reading the clock (product.md, RSVP rule 6): `$1` is the moment, `a` the attendee, `o` a live offer. */
const byTheClock = `case
    when a.status = 'held' and a.held_until <= $1 then 'not-confirmed'
    when a.status = 'offered' and o.expires_at <= $1 then 'offer-lapsed' end as lapsed`;

const answerTo = (purpose: ConsentPurpose): string =>
  `(select c.answer from consents c where c.organization_id = a.organization_id and c.person_id = a.person_id
     and c.purpose = '${purpose}' and c.withdrawn_at is null)`;

const mine = `
  select a.id as "attendeeId", a.organization_id as "organizationId", a.event_id as "eventId", a.name,
    case when t.lapsed is null then a.status else 'cancelled' end as status, coalesce(t.lapsed, a.cancel_cause) as "cancelCause",
    a.party_size as "partySize", a.guests, a.answers, a.note, a.version,
    case when a.status = 'waitlisted' then (select count(*)::int from attendees w where w.event_id = a.event_id
      and w.status = 'waitlisted'
      and (-w.priority, coalesce(w.arrival, 2000000000), w.id) <= (-a.priority, coalesce(a.arrival, 2000000000), a.id)) end as "placeInQueue",
    case when t.lapsed is null then o.expires_at end as "offerExpiresAt",
    ${answerTo('introductions')} as introductions, ${answerTo('name-visible')} as "nameVisible",
    e.slug, e.title, e.place, e.city,
    case when a.status = 'confirmed' and e.state = 'published' then e.private_place end as "privatePlace",
    e.time_zone as "timeZone", e.starts_at as "startsAt", e.ends_at as "endsAt", e.state as "eventState",
    e.version as "eventVersion", e.cancel_reason as "cancelReason", e.waitlist_open as "waitlistOpen",
    e.plus_ones as "plusOnes", e.questions, e.answers_until as "answersUntil",
    g.name as "organizationName", g.slug as "organizationSlug", g.accent as "organizationAccent"
  from attendees a join events e on e.id = a.event_id join organizations g on g.id = a.organization_id
  left join offers o on o.attendee_id = a.id and o.state = 'live'
  cross join lateral (select ${byTheClock}) t
  where a.person_id = $2`;

/** In the scope of the organization. */
export async function readMyRsvp(
  reader: Reader,
  attendeeId: string,
  personId: string,
): Promise<MyRsvpRow | null> {
  const [row] = await reader.query<MyRsvpRow>(`${mine} and a.id = $3`, [reader.now, personId, attendeeId]);
  return row ?? null;
}

/** The RSVP of a person at an event; null when there is none. In the scope of the organization. */
export async function readMyRsvpAt(
  reader: Reader,
  eventId: string,
  personId: string,
): Promise<MyRsvpRow | null> {
  const [row] = await reader.query<MyRsvpRow>(`${mine} and a.event_id = $3`, [reader.now, personId, eventId]);
  return row ?? null;
}

/** Whether one more person would be seated now: there is a seat, and nobody who fits waits for it. */
export async function readSeatFree(reader: Reader, eventId: string): Promise<boolean> {
  const [row] = await reader.query<{ free: boolean }>(
    `select s.taken < s.capacity and not exists (select from attendees w where w.event_id = s.event_id
       and w.status = 'waitlisted' and w.party_size <= s.capacity - s.taken) as free
     from event_seats s where s.event_id = $1`,
    [eventId],
  );
  return row?.free ?? false;
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
    `select a.id as "attendeeId", a.event_id as "eventId", case when t.lapsed is null then a.status else 'cancelled' end as status
     from attendees a left join offers o on o.attendee_id = a.id and o.state = 'live'
     cross join lateral (select ${byTheClock}) t
     where a.person_id = $2 and a.status <> 'held' and a.cancel_cause is distinct from 'not-confirmed'
     order by a.created_at desc, a.id desc limit 200`,
    [reader.now, personId],
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
