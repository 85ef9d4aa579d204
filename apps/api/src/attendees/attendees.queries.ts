import type { Reader } from '#libs/database';
import type { AttendeeStatus } from '#libs/domain';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor } from '../paging.ts';

/** The views of a guest list; only `confirmed` and `waitlisted` are a status alone. */
export const guestListViews = ['confirmed', 'waitlisted', 'pending', 'notGoing', 'checkedIn'] as const;
export type GuestListView = (typeof guestListViews)[number];

const conditions: Record<GuestListView, string> = {
  confirmed: `a.status = 'confirmed'`,
  waitlisted: `a.status = 'waitlisted'`,
  pending: `a.status in ('pending', 'held', 'offered')`,
  notGoing: `a.status in ('declined', 'cancelled')`,
  checkedIn: 'a.checked_in_at is not null',
};

export interface AttendeeRow {
  id: string;
  name: string;
  email: string;
  status: AttendeeStatus;
  arrival: number | null;
  checkedInAt: Date | null;
  source: 'page' | 'host' | 'import';
  introductions: 'given' | null;
  sort: string;
}

export interface AttendeeCountsRow {
  confirmed: number;
  waitlisted: number;
  held: number;
  pending: number;
  declined: number;
  cancelled: number;
  checkedIn: number;
}

export interface AttendeeFilter {
  status?: GuestListView | undefined;
  search?: string | undefined;
  after?: string | undefined;
}

// A yes only: of people who are not on the board no reason is given while they are few (introductions.md).
const columns = `a.id, a.name, p.email, a.status, a.arrival, a.checked_in_at as "checkedInAt", a.source,
  c.answer as introductions`;

const from = `from attendees a join people p on p.id = a.person_id
  left join consents c on c.organization_id = a.organization_id and c.person_id = a.person_id
    and c.purpose = 'introductions' and c.answer = 'given' and c.withdrawn_at is null`;

/** People by name, the waitlist in the order of its queue. 100,000 guests take one index scan of the event and a top-n sort. */
const byName = 'lower(a.name)';
const byQueue = `to_char(1000000000 - a.priority, 'FM0000000000') || to_char(coalesce(a.arrival, 2000000000), 'FM0000000000')`;

/** @param filter.search a part of a name or address, or "@domain"; any case */
export async function readAttendees(
  reader: Reader,
  ids: { organizationId: string; eventId: string },
  { status, search = '', after }: AttendeeFilter,
): Promise<Page<AttendeeRow>> {
  const [sort = null, id = null] = readCursor(after, [/^[^\0]{0,400}$/, idCursor]) ?? [];
  const rows = await reader.query<AttendeeRow>(
    `select * from (
       select ${columns}, (${status === 'waitlisted' ? byQueue : byName}) collate "C" as sort ${from}
       where a.organization_id = $1 and a.event_id = $2 and ${status === undefined ? 'true' : conditions[status]}
         and (strpos(lower(a.name), $3) > 0 or strpos(p.email, $3) > 0)) guests
     where $4::text is null or (sort, id) > ($4 collate "C", $5::uuid)
     order by sort, id limit ${String(pageSize + 1)}`,
    [ids.organizationId, ids.eventId, search.toLowerCase(), sort, id],
  );
  return pageOf(rows, (last) => cursorOf(last.sort, last.id));
}

export async function readAttendee(
  reader: Reader,
  organizationId: string,
  id: string,
): Promise<AttendeeRow | null> {
  const [row] = await reader.query<AttendeeRow>(
    `select ${columns}, '' as sort ${from} where a.organization_id = $1 and a.id = $2`,
    [organizationId, id],
  );
  return row ?? null;
}

const statuses = ['confirmed', 'waitlisted', 'held', 'pending', 'declined', 'cancelled'];
const counted = statuses
  .map((status) => `(count(*) filter (where status = '${status}'))::int as ${status}`)
  .join(', ');

export async function countAttendees(
  reader: Reader,
  ids: { organizationId: string; eventId: string },
): Promise<AttendeeCountsRow> {
  const [row] = await reader.query<AttendeeCountsRow>(
    `select ${counted}, (count(*) filter (where checked_in_at is not null))::int as "checkedIn"
     from attendees where organization_id = $1 and event_id = $2`,
    [ids.organizationId, ids.eventId],
  );
  if (row === undefined) throw new Error('A count gave no row');
  return row;
}
