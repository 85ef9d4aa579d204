import type { Reader } from '#libs/database';
import { type MailKind, mailKinds, mailTypes } from '#libs/mail';
import { nameHere } from '../name-here.ts';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor } from '../paging.ts';

/** Mail that answers its reader, and mail about evenings; of the others already that there is one tells something. */
const openTopics: readonly unknown[] = [null, 'events', 'reminders', 'announcements'];

/** Of an introduction after all, or of no organization. */
const apart: readonly MailKind[] = ['introduction-test', 'sign-in', 'mail-test'];

/** What the log shows (docs/decisions/0034). A new kind of another topic stays out until somebody decides. */
export const loggedKinds: readonly MailKind[] = mailKinds.filter(
  (kind) => openTopics.includes(mailTypes[kind].topic) && !apart.includes(kind),
);

export const mailFates = ['waiting', 'sent', 'returned', 'failed', 'unsure', 'dropped'] as const;
export type MailFate = (typeof mailFates)[number];

export const returnReasons = ['hard', 'soft', 'policy'] as const;
export type ReturnReason = (typeof returnReasons)[number];

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

/**
 * What came of a mail, as far as its organization may know. One that its reader stopped, and one to somebody who called
 * another spam, is `sent` like all others.
 */
const fate = `case
  when m.state in ('queued', 'sending', 'handed') then 'waiting'
  when m.state = 'failed' then 'failed'
  when m.state = 'suppressed' then case when m.outcome in ('suppressed-address', 'address-unusable') then 'failed'
    when m.outcome = 'stopped' then 'sent' else 'dropped' end
  when m.bounce_kind in ('hard', 'soft', 'policy') then 'returned'
  else m.state end`;

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

/** The evening of the mails of a page; a confirmation is about its link, which knows the RSVP. */
const eventOf = `coalesce(
  (select event_id from attendees where id = m.subject_id),
  (select event_id from invitations where id = m.subject_id),
  (select event_id from critique_sessions where id = m.subject_id),
  (select event_id from submissions where id = m.subject_id),
  (select event_id from panel_people where id = m.subject_id),
  (select event_id from event_messages where id = m.subject_id),
  (select a.event_id from grants g join attendees a on a.id = g.subject_id where g.id = m.subject_id))`;

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
       m.fate, case when m.fate = 'returned' then m.bounce_kind end as reason, e.id as "eventId", e.title as "eventTitle"
     from (select m.*, p.email, ${fate} as fate from mails m join people p on p.id = m.person_id and p.erased_at is null
       where m.organization_id = $1 and m.kind = any ($2) and m.outcome is distinct from 'erased'
         and ($3::text is null or ${fate} = $3) and ($4::uuid is null or m.subject_id in (${subjectsOfEvent})
           or m.subject_id in (select g.id from grants g join attendees a on a.id = g.subject_id
             where a.organization_id = $1 and a.event_id = $4))
         and ($5::uuid is null or m.person_id = $5)
         and ($6::uuid is null or m.id < $6)
       order by m.id desc limit ${String(pageSize + 1)}) m
     left join events e on e.organization_id = $1 and e.id = ${eventOf}
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
