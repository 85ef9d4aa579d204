import type { Reader } from '#libs/database';
import type { Appearance, Event } from '#libs/domain';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor, timeCursor } from '../paging.ts';

/** The rules that a guest has to know. */
type PublicRules = Pick<
  Event,
  | 'registration'
  | 'approval'
  | 'opensAt'
  | 'closesAt'
  | 'answersUntil'
  | 'waitlist'
  | 'waitlistOpen'
  | 'plusOnes'
  | 'questions'
>;

export interface PublicCritiqueSession {
  title: string;
  format: 'live' | 'tables' | 'written';
  criticsPerWork: number;
  /** Until when works are brought, an instant. */
  until: string;
  /** Whether they still are, by product time. */
  open: boolean;
}

export interface PublicPanel {
  topic: string;
  /** Empty: the one room. */
  room: string;
  /** Instants; null while it has no time. */
  startsAt: string | null;
  endsAt: string | null;
  /** Who said yes and approved how they appear, the moderator first; on an event's own page only. */
  people: { part: 'moderator' | 'panelist'; appears: Appearance }[];
}

export interface PublicEventRow extends PublicRules {
  id: string;
  organizationId: string;
  slug: string;
  title: string;
  description: string;
  place: string;
  city: string;
  timeZone: string;
  startsLocal: string;
  endsLocal: string;
  startsAt: Date;
  endsAt: Date;
  /** Past its end, by product time. */
  over: boolean;
  /** Whether RSVPs are taken, by product time: not yet, now, not any more. */
  doors: 'ahead' | 'open' | 'closed';
  state: 'published' | 'cancelled';
  cancelReason: string | null;
  capacity: number;
  seatsLeft: number;
  panels: PublicPanel[];
  mixerFormat: 'open' | 'tables' | null;
  critiqueSessions: PublicCritiqueSession[];
  organizationName: string;
  organizationSlug: string;
  organizationAccent: string | null;
  pageUrl: string;
  /** Of the series it is a date of; on an event's own page only. */
  seriesSlug?: string | null;
}

const columns = (
  people: string,
): string => `e.id, e.organization_id as "organizationId", e.slug, e.title, e.description, e.place, e.city, e.time_zone as "timeZone",
  e.starts_local as "startsLocal", e.ends_local as "endsLocal", e.starts_at as "startsAt", e.ends_at as "endsAt", e.ends_at <= $2 as over, e.state,
  case when e.opens_at > $2 then 'ahead' when least(e.closes_at, e.ends_at) <= $2 then 'closed' else 'open' end as doors,
  e.registration, e.approval, e.opens_at as "opensAt", e.closes_at as "closesAt", e.answers_until as "answersUntil", e.waitlist,
  e.waitlist_open as "waitlistOpen", e.plus_ones as "plusOnes", e.questions,
  e.cancel_reason as "cancelReason", s.capacity, greatest(s.capacity - s.taken, 0) as "seatsLeft",
  coalesce((select json_agg(json_build_object('topic', p.topic, 'room', p.room, 'startsAt', lower(p.during),
      'endsAt', upper(p.during), 'people', ${people}) order by p.position)
    from panels p where p.event_id = e.id), '[]') as panels,
  (select m.format from mixers m where m.event_id = e.id) as "mixerFormat",
  coalesce((select json_agg(json_build_object('title', c.title, 'format', c.format, 'criticsPerWork', c.critics_per_work,
      'until', coalesce(c.deadline_at, e.starts_at),
      'open', c.state in ('open', 'planned') and coalesce(c.deadline_at, e.starts_at) > $2) order by c.created_at, c.id)
    from critique_sessions c where c.event_id = e.id), '[]') as "critiqueSessions",
  e.organization_name as "organizationName", e.organization_slug as "organizationSlug",
  e.organization_accent as "organizationAccent", $1 || e.slug as "pageUrl"`;

/** Above the policy, which says the same: a line-up is of people who said yes and approved how they appear. */
const shownPeople = `coalesce((select json_agg(json_build_object('part', pp.part, 'appears', pp.appears)
        order by pp.part, pp.position, pp.id)
      from panel_people pp where pp.panel_id = p.id and pp.state = 'confirmed' and pp.appears is not null), '[]')`;
const nobody = `'[]'::json`;

const from = `from published_events e join event_seats s on s.event_id = e.id`;

const bySlug = `
select ${columns(shownPeople)},
  (select r.slug from series_dates d join event_series r on r.id = d.series_id where d.event_id = e.id) as "seriesSlug" ${from}
where e.slug = $3 or e.id = (select event_id from event_slugs where slug = $3)
order by e.slug = $3 desc limit 1`;

/** An event by its address of today or any it had before. */
export async function readPublicEvent(
  reader: Reader,
  slug: string,
  site: string,
): Promise<PublicEventRow | null> {
  const [row] = await reader.prepared<PublicEventRow>('public-event', bySlug, [site, reader.now, slug]);
  return row ?? null;
}

/**
 * The page is cut before anything is joined: below the policies the planner takes a hundredth of the rows to be visible,
 * and would join and sort all 100,000 to find 50 (1,900 ms; so it walks along events_upcoming, 1.5 ms).
 */
const upcoming = (whose: string): string => `
with page as materialized (
  select e.id from events e
  where e.state = 'published' and e.published_at is not null and e.ends_at > $2
    and (e.starts_at, e.id) > ($3::timestamptz, $4::uuid) ${whose}
  order by e.starts_at, e.id limit ${String(pageSize + 1)})
select ${columns(nobody)} ${from} join page on page.id = e.id
order by e.starts_at, e.id`;

export const upcomingOfAll = upcoming('');
const upcomingOfOne = upcoming('and e.organization_id = $5::uuid');

const beforeAll = ['-infinity', '00000000-0000-0000-0000-000000000000'];

/** Published events that are not over, soonest first; of one organization when it is given. */
export async function readUpcomingEvents(
  reader: Reader,
  site: string,
  { after, organizationId }: { after?: string | undefined; organizationId?: string },
): Promise<Page<PublicEventRow>> {
  const [startsAt = '', id = ''] = readCursor(after, [timeCursor, idCursor]) ?? beforeAll;
  const values = [site, reader.now, startsAt, id];
  const rows =
    organizationId === undefined
      ? await reader.prepared<PublicEventRow>('upcoming-events', upcomingOfAll, values)
      : await reader.prepared<PublicEventRow>('upcoming-events-of', upcomingOfOne, [
          ...values,
          organizationId,
        ]);
  return pageOf(rows, (last) => cursorOf(last.startsAt.toISOString(), last.id));
}
