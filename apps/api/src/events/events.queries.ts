import type { Reader } from '#libs/database';
import type { Event, EventDetails, RsvpRules } from '#libs/domain';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor, timeCursor } from '../paging.ts';

export interface PanelRow {
  id: string;
  topic: string;
}

/** What a row of an event says of its own; the rest of the entity is what it does. */
type EventFacts = Pick<
  Event,
  | 'id'
  | 'organizationId'
  | 'slug'
  | keyof EventDetails
  | keyof RsvpRules
  | 'startsAt'
  | 'endsAt'
  | 'opensAt'
  | 'closesAt'
  | 'answersUntil'
  | 'state'
  | 'cancelReason'
  | 'publishedAt'
  | 'version'
>;

export interface EventRow extends EventFacts {
  capacity: number;
  panels: PanelRow[];
  mixerFormat: 'open' | 'tables' | null;
  critiqueSessions: { id: string; format: 'live' | 'tables' | 'written' }[];
  confirmed: number;
  waitlisted: number;
  held: number;
  pending: number;
  declined: number;
  cancelled: number;
  offered: number;
  checkedIn: number;
  seatsTaken: number;
  pageUrl: string;
}

const formats = `
  coalesce((select json_agg(json_build_object('id', p.id, 'topic', p.topic) order by p.position)
    from panels p where p.event_id = e.id), '[]') as panels,
  (select m.format from mixers m where m.event_id = e.id) as "mixerFormat"`;

const ruleColumns = `e.registration, e.approval, e.opens_local as "opensLocal", e.closes_local as "closesLocal",
  e.answers_until_local as "answersUntilLocal", e.opens_at as "opensAt", e.closes_at as "closesAt",
  e.answers_until as "answersUntil", e.waitlist, e.waitlist_open as "waitlistOpen", e.offer_hours as "offerHours",
  e.plus_ones as "plusOnes", e.questions`;

const eventColumns = `e.id, e.organization_id as "organizationId", e.slug, e.title, e.description, e.place, e.city,
  e.private_place as "privatePlace", e.time_zone as "timeZone", e.starts_local as "startsLocal",
  e.ends_local as "endsLocal", e.starts_at as "startsAt", e.ends_at as "endsAt", e.state,
  e.cancel_reason as "cancelReason", e.published_at as "publishedAt", e.version, s.capacity,
  s.taken as "seatsTaken", ${ruleColumns},
  coalesce((select json_agg(json_build_object('id', c.id, 'format', c.format) order by c.created_at, c.id)
    from critique_sessions c where c.event_id = e.id), '[]') as "critiqueSessions", ${formats}`;

const countColumns = ['confirmed', 'waitlisted', 'held', 'pending', 'declined', 'cancelled', 'offered']
  .map((status) => `(count(*) filter (where a.status = '${status}'))::int as ${status}`)
  .join(', ');

const fromEvents = `from events e join event_seats s on s.event_id = e.id
  cross join lateral (
    select ${countColumns}, (count(*) filter (where a.checked_in_at is not null))::int as "checkedIn"
    from attendees a where a.event_id = e.id) counts`;

/** One event with its formats and counts; guests are counted through the unique index on (event_id, person_id). */
export async function readEvent(
  reader: Reader,
  organizationId: string,
  eventId: string,
  site: string,
): Promise<EventRow | null> {
  const [row] = await reader.query<EventRow>(
    `select ${eventColumns}, counts.*, $3 || e.slug as "pageUrl" ${fromEvents} where e.organization_id = $1 and e.id = $2`,
    [organizationId, eventId, site],
  );
  return row ?? null;
}

/**
 * Latest start first (index events_of_organization).
 * @param only the events a limited member may see, null for all
 * @param site what stands before the slug in the address of a page
 */
export async function readEvents(
  reader: Reader,
  organizationId: string,
  only: readonly string[] | null,
  site: string,
  after?: string,
): Promise<Page<EventRow>> {
  const [startsAt = null, id = null] = readCursor(after, [timeCursor, idCursor]) ?? [];
  const rows = await reader.query<EventRow>(
    `select ${eventColumns}, counts.*, $5 || e.slug as "pageUrl" ${fromEvents}
     where e.organization_id = $1 and ($2::uuid[] is null or e.id = any($2))
       and ($3::timestamptz is null or (e.starts_at, e.id) < ($3, $4::uuid))
     order by e.starts_at desc, e.id desc limit ${String(pageSize + 1)}`,
    [organizationId, only, startsAt, id, site],
  );
  return pageOf(rows, (last) => cursorOf(last.startsAt.toISOString(), last.id));
}
