import { newId } from '#libs/domain';
import type { Tx } from './tx.ts';

/** A mail as the queue takes it; `#libs/mail` says which kinds there are and what each is about. */
export interface QueuedMail {
  organizationId: string | null;
  kind: string;
  subjectId: string;
  personId: string;
  step?: string;
  dueAt?: Date;
  speaksOf?: readonly string[];
}

/** Queues mails in one statement and wakes the worker once, when the transaction commits. Asking twice is one mail. */
export async function queueMails(tx: Tx, mails: readonly QueuedMail[]): Promise<void> {
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

function rowOf(mail: QueuedMail, now: Date): Record<string, unknown> {
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
