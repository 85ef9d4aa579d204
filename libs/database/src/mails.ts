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

/**
 * Queues mails in one statement and wakes the worker once, when the transaction commits. Asking twice is one mail. A column
 * an array: of ten thousand mails that is read twice as fast as a JSON object each.
 */
export async function queueMails(tx: Tx, mails: readonly QueuedMail[]): Promise<void> {
  if (mails.length === 0) return;
  const now = tx.now.toISOString();
  // No conflict target: naming one would ask for the right to read the mail, which only its own scope has.
  await tx.prepared(
    'queue-mails',
    `insert into mails (id, organization_id, kind, subject_id, person_id, step, speaks_of, due_at, created_at)
     select id, nullif(organization, '')::uuid, kind, subject_id, person_id, step, speaks_of::uuid[], due_at, $9::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::timestamptz[])
       as mail(id, organization, kind, subject_id, person_id, step, speaks_of, due_at)
     on conflict do nothing`,
    [
      mails.map(() => newId()),
      mails.map(({ organizationId }) => organizationId ?? ''),
      mails.map(({ kind }) => kind),
      mails.map(({ subjectId }) => subjectId),
      mails.map(({ personId }) => personId),
      mails.map(({ step }) => step ?? ''),
      mails.map(({ speaksOf }) => `{${(speaksOf ?? []).join(',')}}`),
      mails.map(({ dueAt }) => dueAt?.toISOString() ?? now),
      now,
    ],
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
    `update mails set state = 'queued', final_at = null, attempts = 0, tried_since = null, sent_again_at = $2
     where id = $1 and state = 'unsure' and sent_again_at is null returning id`,
    [mailId, tx.now],
  );
  if (rows.length === 0) return false;
  await notifyMail(tx);
  return true;
}
