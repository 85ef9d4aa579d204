import type { Reader } from '#libs/database';
import type { MailKind } from '#libs/mail';
import {
  type MailFate,
  type ReturnReason,
  eventOfMail,
  loggedKinds,
  mailFate,
  returnReason,
} from '../mail-fates.ts';
import { nameHere } from '../name-here.ts';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor } from '../paging.ts';

export interface MailLogRow {
  id: string;
  at: Date;
  kind: MailKind;
  personId: string;
  to: string;
  fate: MailFate;
  reason: ReturnReason | null;
  eventId: string | null;
  eventTitle: string | null;
}

export interface MailLogFilter {
  kind?: MailKind | undefined;
  fate?: MailFate | undefined;
  eventId?: string | undefined;
  personId?: string | undefined;
  after?: string | undefined;
}

/** What belongs to one evening and may be what a mail is about; $4 is the evening. */
const subjectsOfEvent = [
  'attendees',
  'invitations',
  'critique_sessions',
  'submissions',
  'panel_people',
  'event_messages',
]
  .map((table) => `select id from ${table} where organization_id = $1 and event_id = $4`)
  .join(' union all ');

/**
 * Newest first, in the order of the index mails_log: the ids are of UUID version 7. People who were erased have no lines.
 * @throws DomainError not-well-formed for a cursor of another list
 */
export async function readMailLog(
  reader: Reader,
  organizationId: string,
  { kind, fate: wanted, eventId, personId, after }: MailLogFilter,
): Promise<Page<MailLogRow>> {
  const [before = null] = readCursor(after, [idCursor]) ?? [];
  const rows = await reader.query<MailLogRow>(
    `select m.id, m.created_at as at, m.kind, m.person_id as "personId", coalesce(${nameHere('m.person_id')}, m.email) as "to",
       m.fate, ${returnReason('m.fate')} as reason, e.id as "eventId", e.title as "eventTitle"
     from (select m.*, p.email, ${mailFate} as fate from mails m join people p on p.id = m.person_id and p.erased_at is null
       where m.organization_id = $1 and m.kind = any ($2) and m.outcome is distinct from 'erased'
         and ($3::text is null or ${mailFate} = $3) and ($4::uuid is null or m.subject_id in (${subjectsOfEvent})
           or m.subject_id in (select g.id from grants g join attendees a on a.id = g.subject_id
             where a.organization_id = $1 and a.event_id = $4))
         and ($5::uuid is null or m.person_id = $5)
         and ($6::uuid is null or m.id < $6)
       order by m.id desc limit ${String(pageSize + 1)}) m
     left join events e on e.organization_id = $1 and e.id = ${eventOfMail}
     order by m.id desc`,
    [
      organizationId,
      kind === undefined ? loggedKinds : [kind],
      wanted ?? null,
      eventId ?? null,
      personId ?? null,
      before,
    ],
  );
  return pageOf(rows, (last) => cursorOf(last.id));
}
