import { type Keys, type Reader, leftInSilence, suppressionsOf } from '#libs/database';
import type { Answer, AttendeeStatus, CancelCause } from '#libs/domain';
import type { EventIds } from '../event-ids.ts';
import { type LastMail, lastMailTo } from '../mail-fates.ts';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor } from '../paging.ts';
import { unanswered } from './invitations.queries.ts';

/** The tabs of a guest list. Those who are only invited have no RSVP: invitations are a list of their own. */
export const guestTabs = ['all', 'going', 'pending', 'waitlist', 'notGoing', 'checkedIn', 'noShow'] as const;
export type GuestTab = (typeof guestTabs)[number];

export const guestSorts = ['name', 'newest', 'queue'] as const;
export type GuestSort = (typeof guestSorts)[number];

/** Who did not come is known when the evening is over. */
const conditions: Record<GuestTab, (isOver: boolean) => string> = {
  all: () => 'true',
  going: () => `a.status = 'confirmed'`,
  pending: () => `a.status in ('pending', 'held')`,
  waitlist: () => `a.status in ('waitlisted', 'offered')`,
  notGoing: () => `a.status in ('declined', 'cancelled')`,
  checkedIn: () => 'a.checked_in_at is not null',
  noShow: (isOver) => `${String(isOver)} and a.status = 'confirmed' and a.checked_in_at is null`,
};

/**
 * Each sort is one text, so that one cursor fits all. Newest goes by arrival, which somebody who comes back gets anew;
 * the queue has those with an offer first, because they were called first.
 */
const sorts: Record<GuestSort, string> = {
  name: 'lower(a.name)',
  newest: `to_char(2000000000 - coalesce(a.arrival, 0), 'FM0000000000')`,
  queue: `case a.status when 'offered' then '0' else '1' end || to_char(1000000000 - a.priority, 'FM0000000000')
    || to_char(coalesce(a.arrival, 2000000000), 'FM0000000000')`,
};

export interface AttendeeRow {
  id: string;
  name: string;
  email: string;
  status: AttendeeStatus;
  cancelCause: CancelCause | null;
  partySize: number;
  guests: string[];
  answers: Answer[];
  arrival: number | null;
  /** In the queue, from 1; null for somebody who does not wait. */
  place: number | null;
  movedUp: boolean;
  offerExpiresAt: Date | null;
  note: string | null;
  doorNote: string | null;
  checkedInAt: Date | null;
  source: 'page' | 'host' | 'import' | 'door' | 'panel';
  introductions: 'given' | null;
  barred: boolean;
  mailReturns: boolean;
  /** The last mail about this evening, and what came of it. */
  lastMail: LastMail | null;
  createdAt: Date;
  sort: string;
}

export interface AttendeeCountsRow {
  all: number;
  going: number;
  goingPeople: number;
  pending: number;
  held: number;
  waitlist: number;
  invited: number;
  notGoing: number;
  checkedIn: number;
  noShow: number;
}

export interface AttendeeFilter {
  tab?: GuestTab | undefined;
  search?: string | undefined;
  sort?: GuestSort | undefined;
  after?: string | undefined;
}

/** A mail that an organization sent in vain, or that was held back because the address takes none. */
const cameBack = `(m.bounce_kind in ('hard', 'soft') or (m.state = 'failed' and m.outcome like 'refused-%')
  or (m.state = 'suppressed' and m.outcome = 'suppressed-address'))`;

/**
 * The rows of a page in its order; `page` selects ids and their sort text. Everything else is looked up for those alone.
 * Introductions: a yes only. Of people who are not on the board no reason is given while they are few (introductions.md).
 */
const rowsOf = (page: string): string => `
  with page as materialized (${page}), queue as (
    select id, row_number() over (order by priority desc, arrival nulls last, id)::int as place
    from attendees where organization_id = $1 and event_id = $2 and status = 'waitlisted')
  select a.id, a.name, case when p.erased_at is null then p.email else '' end as email, a.status,
    a.cancel_cause as "cancelCause", a.party_size as "partySize", a.guests, a.answers,
    a.arrival, queue.place, a.status = 'waitlisted' and a.priority > 0 as "movedUp", o.expires_at as "offerExpiresAt", a.note,
    a.door_note as "doorNote",
    a.checked_in_at as "checkedInAt", a.source, case when c.answer is not null or (p.erased_at is null and p.id in (${leftInSilence('$1', '$2')}))
      then 'given' end as introductions, a.created_at as "createdAt", page.sort,
    exists (select from bars b where b.organization_id = $1 and b.person_id = a.person_id) as barred,
    exists (select from mails m where m.person_id = a.person_id and m.organization_id = $1 and ${cameBack}) as "cameBack",
    case when p.erased_at is null then (${lastMailTo('$1', '$2', 'a.person_id')}) end as "lastMail"
  from page join attendees a on a.id = page.id join people p on p.id = a.person_id
  left join queue on queue.id = a.id
  left join offers o on o.event_id = $2 and o.person_id = a.person_id and o.state = 'live'
  left join consents c on c.organization_id = $1 and c.person_id = a.person_id and c.purpose = 'introductions'
    and c.answer = 'given' and c.withdrawn_at is null
  order by page.sort, page.id`;

/**
 * What a search finds; $3 is its text in small letters. "@studio.example" is everybody of that domain and of those below
 * it, anything else a part of a name, of an address, or of the name of somebody who comes along.
 */
function matching(search: string): string {
  if (/^@./.test(search))
    return `(right(p.email, length($3)) = $3 or right(p.email, length($3)) = '.' || substr($3, 2))`;
  return `($3::text = '' or strpos(lower(a.name), $3) > 0 or strpos(p.email, $3) > 0
    or exists (select from jsonb_array_elements_text(a.guests) guest where strpos(lower(guest), $3) > 0))`;
}

/**
 * A page of an event's guests: one index scan of the event, a top-n sort, and look-ups for the page alone. Among 105,000
 * guests of two events a page of the one with 5,000 touches 790 blocks, all in memory; a search 20,700, for the addresses.
 * @throws DomainError not-well-formed for a cursor of another list
 */
export async function readAttendees(
  reader: Reader,
  keys: Keys,
  ids: EventIds,
  { tab = 'all', search = '', sort = tab === 'waitlist' ? 'queue' : 'name', after }: AttendeeFilter,
  isOver: boolean,
): Promise<Page<AttendeeRow>> {
  const [from = null, fromId = null] = readCursor(after, [/^[^\0]{0,400}$/, idCursor]) ?? [];
  const text = search.trim().toLowerCase();
  const page = `select id, sort from (
      select a.id, (${sorts[sort]}) collate "C" as sort
      from attendees a ${text === '' ? '' : 'join people p on p.id = a.person_id'}
      where a.organization_id = $1 and a.event_id = $2 and (${conditions[tab](isOver)})
        and ${text === '' ? `$3::text = ''` : matching(text)}) guests
    where $4::text is null or (sort, id) > ($4 collate "C", $5::uuid)
    order by sort, id limit ${String(pageSize + 1)}`;
  const values = [ids.organizationId, ids.eventId, text, from, fromId];
  const rows = await reader.query<UnmarkedRow>(rowsOf(page), values);
  const { rows: kept, next } = pageOf(rows, (last) => cursorOf(last.sort, last.id));
  return { rows: await marked(reader, keys, kept), next };
}

export async function readAttendee(
  reader: Reader,
  keys: Keys,
  { organizationId, eventId }: EventIds,
  id: string,
): Promise<AttendeeRow | null> {
  const page = `select id, '' as sort from attendees where organization_id = $1 and event_id = $2 and id = $3`;
  const rows = await reader.query<UnmarkedRow>(rowsOf(page), [organizationId, eventId, id]);
  return (await marked(reader, keys, rows))[0] ?? null;
}

type UnmarkedRow = Omit<AttendeeRow, 'mailReturns'> & { cameBack: boolean };

/**
 * Says of whom mail comes back, where mail of this organization did: what others found out about an address is not told to
 * whoever types it.
 */
async function marked(reader: Reader, keys: Keys, rows: readonly UnmarkedRow[]): Promise<AttendeeRow[]> {
  const emails = rows.flatMap(({ email, cameBack }) => (email === '' || !cameBack ? [] : [email]));
  const reasons = await suppressionsOf(reader, keys, emails);
  return rows.map(({ cameBack, ...row }) => ({ ...row, mailReturns: cameBack && reasons.has(row.email) }));
}

/** How these guests of the event stand; ids of others are not in the answer. */
export async function readStatuses(
  reader: Reader,
  { organizationId, eventId }: EventIds,
  ids: readonly string[],
): Promise<Map<string, AttendeeStatus>> {
  const rows = await reader.query<{ id: string; status: AttendeeStatus }>(
    'select id, status from attendees where organization_id = $1 and event_id = $2 and id = any ($3)',
    [organizationId, eventId, ids],
  );
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** RSVPs by tab, in one statement whatever the list is filtered by. */
export async function countAttendees(
  reader: Reader,
  { organizationId, eventId }: EventIds,
  isOver: boolean,
): Promise<AttendeeCountsRow> {
  const counted = guestTabs.map(
    (tab) => `(count(*) filter (where ${conditions[tab](isOver)}))::int as "${tab}"`,
  );
  const [row] = await reader.query<AttendeeCountsRow>(
    `select ${counted.join(', ')},
       (count(*) filter (where a.status = 'held'))::int as held,
       coalesce(sum(a.party_size) filter (where a.status = 'confirmed'), 0)::int as "goingPeople",
       (select count(*) from invitations i
          where i.organization_id = $1 and i.event_id = $2 and ${unanswered})::int as invited
     from attendees a where a.organization_id = $1 and a.event_id = $2`,
    [organizationId, eventId],
  );
  if (row === undefined) throw new Error('A count gave no row');
  return row;
}
