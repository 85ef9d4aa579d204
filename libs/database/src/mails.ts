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
  await notifyMail(tx);
}

/** Wakes the worker when the transaction commits. */
export async function notifyMail(tx: Tx): Promise<void> {
  await tx.query(`select pg_notify('mail', '')`);
}

/**
 * Puts a mail of which nobody knows whether it arrived back into the queue, at a person's word: the same row and so the
 * same Message-ID, with a fresh count of attempts. That a server may have it already stays in `outcome`. Once a mail: what
 * comes of the second attempt shows to nobody, because one that is held back must look like one that left.
 * @returns whether it was put back; asking twice is one more mail
 */
export async function queueAgain(tx: Tx, mailId: string): Promise<boolean> {
  const rows = await tx.query(
    `update mails set state = 'queued', final_at = null, attempts = 0, sent_again_at = $2
     where id = $1 and state = 'unsure' and sent_again_at is null returning id`,
    [mailId, tx.now],
  );
  if (rows.length === 0) return false;
  await notifyMail(tx);
  return true;
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
