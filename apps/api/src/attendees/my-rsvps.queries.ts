import type { Reader } from '#libs/database';
import type {
  Answer,
  AttendeeStatus,
  CancelCause,
  Consent,
  ConsentPurpose,
  EventState,
  Profile,
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
  profileVisible: Consent['answer'] | null;
  part: 'guest' | 'panelist';
  came: boolean;
  /** What they say of themself at this evening, and what they said at the last one. */
  profile: Partial<Profile>;
  kept: Partial<Profile>;
  /** Whom they know already, as they told it, found or not. */
  known: string[];
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
  /** How many critique sessions the evening has, and until when a work can be brought; null: not any more. */
  critiqueSessions: number;
  worksUntil: Date | null;
  /** A work of theirs that could be brought still, and is not. */
  hasDraft: boolean;
  /** What their phone has for them at the evening: a panel that takes questions, drawn tables, contacts to swap. */
  hasQuestions: boolean;
  hasTables: boolean;
  hasSwaps: boolean;
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
    ${answerTo('profile-visible')} as "profileVisible", a.part, a.checked_in_at is not null as came, a.profile, p.profile as kept,
    array(select coalesce(k.typed, who.name) from told_people k left join attendees who on who.id = k.told_attendee_id
      where k.attendee_id = a.id and k.kind = 'known' order by k.place) as known,
    e.slug, e.title, e.place, e.city,
    case when a.status = 'confirmed' and e.state = 'published' then e.private_place end as "privatePlace",
    e.time_zone as "timeZone", e.starts_at as "startsAt", e.ends_at as "endsAt", e.state as "eventState",
    e.version as "eventVersion", e.cancel_reason as "cancelReason", e.waitlist_open as "waitlistOpen",
    e.plus_ones as "plusOnes", e.questions, e.answers_until as "answersUntil",
    (select count(*)::int from critique_sessions s where s.event_id = a.event_id) as "critiqueSessions",
    (select max(coalesce(s.deadline_at, e.starts_at)) from critique_sessions s where s.event_id = a.event_id
      and s.state in ('open', 'planned') and coalesce(s.deadline_at, e.starts_at) > $1) as "worksUntil",
    exists (select from submissions w join critique_sessions s on s.id = w.critique_session_id where w.event_id = a.event_id
      and w.person_id = a.person_id and w.state = 'draft' and s.state in ('open', 'planned') and s.called_off_at is null
      and coalesce(s.deadline_at, e.starts_at) > $1) as "hasDraft",
    e.ends_at > $1 and exists (select from panels pn where pn.event_id = a.event_id and pn.questions_open
      and pn.state <> 'over') as "hasQuestions",
    exists (select from mixers m where m.event_id = a.event_id and m.format = 'tables'
      and m.state in ('seated', 'running')) as "hasTables",
    e.starts_at <= $1 and e.ends_at + interval '7 days' > $1 as "hasSwaps",
    g.name as "organizationName", g.slug as "organizationSlug", g.accent as "organizationAccent"
  from attendees a join events e on e.id = a.event_id join organizations g on g.id = a.organization_id
  join people p on p.id = a.person_id
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
  came: boolean;
}

/** In the scope of the person; an unproven hold is nobody's yet. */
export function readRsvpsOf(reader: Reader, personId: string): Promise<RsvpOfMine[]> {
  return reader.query<RsvpOfMine>(
    `select a.id as "attendeeId", a.event_id as "eventId", case when t.lapsed is null then a.status else 'cancelled' end as status,
       a.checked_in_at is not null as came
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
