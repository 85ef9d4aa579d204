import type { Reader } from '#libs/database';
import type { MailKind } from '#libs/mail';
import type { EventIds } from '../event-ids.ts';

/** Reminders are not among them: one that exists tells that somebody was silent. */
export const unsureKinds = ['introduction-ask', 'introduction'] as const satisfies readonly MailKind[];
export type UnsureKind = (typeof unsureKinds)[number];

export interface UnsureMailRow {
  id: string;
  to: string;
  kind: UnsureKind;
  at: Date;
}

// Nothing here reads what anybody answered: a question stands until its day 7 whatever became of the pair. Of two who
// are asked in turn only the first one's question shows, because that there is a second one tells the first one's yes.
const mailsOfEvent = `from introductions i
  join introduction_sides s on s.introduction_id = i.id
  join attendees a on a.id = s.attendee_id
  join mails m on m.organization_id = i.organization_id and m.person_id = s.person_id and i.id = any (m.speaks_of)
  where i.organization_id = $1 and i.event_id = $2 and m.kind = any ($3)
    and (m.kind = 'introduction' or i.ask_first is null or i.ask_first = s.person_id)`;

/** Oldest first. A mail that is older than the 30 days its parts are kept helps nobody any more. */
export function readUnsureMails(
  reader: Reader,
  { organizationId, eventId }: EventIds,
): Promise<UnsureMailRow[]> {
  return reader.query<UnsureMailRow>(
    `select distinct m.id, a.name as "to", m.kind, m.final_at as at ${mailsOfEvent}
       and m.state = 'unsure' and m.sent_again_at is null and m.final_at > $4::timestamptz - interval '30 days'
       and (m.kind = 'introduction' or s.ask_ends_at > $4)
     order by m.final_at, m.id`,
    [organizationId, eventId, unsureKinds, reader.now],
  );
}

/** Whether there is such a mail at this event, whatever state it is in by now. */
export async function isMailOfEvent(
  reader: Reader,
  { organizationId, eventId }: EventIds,
  mailId: string,
): Promise<boolean> {
  const rows = await reader.query(`select 1 ${mailsOfEvent} and m.id = $4 limit 1`, [
    organizationId,
    eventId,
    unsureKinds,
    mailId,
  ]);
  return rows.length > 0;
}
