import type { Reader, Tx } from '#libs/database';
import { type AttendeeStatus, invitationReminders, newId } from '#libs/domain';
import type { EventIds } from '../event-ids.ts';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor } from '../paging.ts';

export interface InvitationRow {
  id: string;
  email: string;
  state: 'live' | 'declined';
  reminders: number;
  mailedAt: Date;
  createdAt: Date;
}

export interface InvitationCountsRow {
  open: number;
  accepted: number;
  declined: number;
  /** Open ones that may be reminded now. */
  remindable: number;
}

/** Somebody with an RSVP of their own, added by hand for example, needs no answer any more. */
const settled = `exists (select from attendees a where a.event_id = i.event_id and a.person_id = i.person_id
  and a.status not in ('cancelled', 'held'))`;

/** `$3` is the present moment. */
const remindable = `i.state = 'live' and i.reminders < ${String(invitationReminders.most)}
  and i.mailed_at <= $3::timestamptz - interval '${String(invitationReminders.everyDays)} days'`;

/** Of an invitation `i`: asked, and did not answer. */
export const unanswered = `i.state = 'live' and not ${settled}`;

const ofEvent = `from invitations i where i.organization_id = $1 and i.event_id = $2`;

/** Those who have not come yet, newest first. Ids grow with time. */
export async function readInvitations(
  reader: Reader,
  { organizationId, eventId }: EventIds,
  after?: string,
): Promise<Page<InvitationRow>> {
  const [id = null] = readCursor(after, [idCursor]) ?? [];
  const rows = await reader.query<InvitationRow>(
    `select i.id, case when p.erased_at is null then p.email else '' end as email, i.state, i.reminders,
       i.mailed_at as "mailedAt", i.created_at as "createdAt"
     from invitations i join people p on p.id = i.person_id
     where i.organization_id = $1 and i.event_id = $2 and i.state in ('live', 'declined') and not ${settled}
       and ($3::uuid is null or i.id < $3)
     order by i.id desc limit ${String(pageSize + 1)}`,
    [organizationId, eventId, id],
  );
  return pageOf(rows, (last) => cursorOf(last.id));
}

export async function countInvitations(
  reader: Reader,
  { organizationId, eventId }: EventIds,
): Promise<InvitationCountsRow> {
  const [row] = await reader.query<InvitationCountsRow>(
    `select (count(*) filter (where ${unanswered}))::int as open, (count(*) filter (where state = 'accepted'))::int as accepted,
       (count(*) filter (where state = 'declined'))::int as declined,
       (count(*) filter (where ${remindable}))::int as remindable
     ${ofEvent} and (i.state = 'accepted' or not ${settled})`,
    [organizationId, eventId, reader.now],
  );
  if (row === undefined) throw new Error('A count gave no row');
  return row;
}

/** What decides whether an address can be invited. */
export interface Invitee {
  personId: string;
  confirmed: boolean;
  barred: boolean;
  /** Of their RSVP; null when there is none. */
  status: AttendeeStatus | null;
  /** By an invitation that stands, or that they came by. */
  invited: boolean;
  /** To any invitation to this event, also one that was taken back since. */
  saidNo: boolean;
  /** By any invitation to this event within as many days as lie between its reminders. */
  mailedLately: boolean;
}

export async function readInvitees(
  reader: Reader,
  { organizationId, eventId }: EventIds,
  personIds: readonly string[],
): Promise<Map<string, Invitee>> {
  const rows = await reader.query<Invitee>(
    `select p.id as "personId", p.confirmed_at is not null as confirmed,
       exists (select from bars b where b.organization_id = $1 and b.person_id = p.id) as barred,
       (select a.status from attendees a where a.event_id = $2 and a.person_id = p.id) as status,
       earlier.*
     from people p cross join lateral (
       select coalesce(bool_or(i.state in ('live', 'accepted')), false) as invited, coalesce(bool_or(i.said_no), false) as "saidNo",
         coalesce(max(i.mailed_at) > $4::timestamptz - interval '${String(invitationReminders.everyDays)} days', false) as "mailedLately"
       from invitations i where i.event_id = $2 and i.person_id = p.id) earlier
     where p.id = any ($3)`,
    [organizationId, eventId, personIds, reader.now],
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

/** New live invitations; whom somebody else invited at the same moment is not among those that come back. */
export function insertInvitations(
  tx: Tx,
  { organizationId, eventId }: EventIds,
  invitedBy: string,
  personIds: readonly string[],
): Promise<{ id: string; personId: string }[]> {
  return tx.query<{ id: string; personId: string }>(
    `insert into invitations (id, organization_id, event_id, person_id, state, invited_by, mailed_at, created_at)
     select id, $1, $2, person_id, 'live', $3, $4, $4 from unnest($5::uuid[], $6::uuid[]) as invited(id, person_id)
     order by person_id
     on conflict (event_id, person_id) where state in ('live', 'accepted') do nothing
     returning id, person_id as "personId"`,
    [organizationId, eventId, invitedBy, tx.now, personIds.map(() => newId()), personIds],
  );
}

export interface RemindableRow {
  id: string;
  personId: string;
  confirmed: boolean;
  reminders: number;
}

/** The next of those who did not answer, locked; two hosts who press at once remind nobody twice. */
export function lockRemindable(
  tx: Tx,
  { organizationId, eventId }: EventIds,
  most: number,
): Promise<RemindableRow[]> {
  return tx.query<RemindableRow>(
    `select i.id, i.person_id as "personId", i.reminders,
       (select p.confirmed_at is not null from people p where p.id = i.person_id) as confirmed
     ${ofEvent} and ${remindable} and not ${settled}
     order by i.id limit $4 for update of i skip locked`,
    [organizationId, eventId, tx.now, most],
  );
}

export async function markReminded(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('update invitations set reminders = reminders + 1, mailed_at = $2 where id = any ($1)', [
    ids,
    tx.now,
  ]);
}
