import type { Tx } from '#libs/database';
import { newId } from '#libs/domain';
import type { MailKind } from './kinds.ts';

/**
 * One mail to one person. (kind, subjectId, personId, step) is its identity: asking for the same mail twice is one mail.
 *
 * What `subjectId` is, by kind: sign-in, rsvp-confirm: the grant · rsvp-confirmed, -waitlisted, -promoted, -cancelled and
 * event-cancelled: the attendee · member-added: the member · introduction-ask, introduction-reminder: the asked side
 * that comes first · introduction: the introduction.
 */
export interface MailRequest {
  /** Whose mail it is; null for mails of the installation itself (sign-in). */
  organizationId: string | null;
  kind: MailKind;
  subjectId: string;
  personId: string;
  /** Tells repeats of one kind about one subject apart, such as a slot or a version; '' when absent. */
  step?: string;
  /** Product time before which it does not leave; now when absent. */
  dueAt?: Date;
  /** The ids of every introduction and person the mail speaks of, apart from its reader. */
  speaksOf?: readonly string[];
}

/** Queues mails in the caller's transaction, in one statement, and wakes the worker once when that transaction commits. */
export async function post(tx: Tx, mails: readonly MailRequest[]): Promise<void> {
  if (mails.length === 0) return;
  // No conflict target: naming one would ask for the right to read the mail, which only its own scope has.
  await tx.query(
    `insert into mails (id, organization_id, kind, subject_id, person_id, step, speaks_of, due_at, created_at)
     select id, organization_id, kind, subject_id, person_id, step, speaks_of, due_at, $2
     from jsonb_to_recordset($1::jsonb) as mail(id uuid, organization_id uuid, kind text, subject_id uuid, person_id uuid,
       step text, speaks_of uuid[], due_at timestamptz)
     on conflict do nothing`,
    [JSON.stringify(mails.map((mail) => rowOf(mail, tx.now))), tx.now],
  );
  await tx.query(`select pg_notify('mail', '')`);
}

function rowOf(mail: MailRequest, now: Date): Record<string, unknown> {
  return {
    id: newId(),
    organization_id: mail.organizationId,
    kind: mail.kind,
    subject_id: mail.subjectId,
    person_id: mail.personId,
    step: mail.step ?? '',
    speaks_of: mail.speaksOf ?? [],
    due_at: mail.dueAt ?? now,
  };
}
