import type { Tx } from './tx.ts';

/**
 * Forgets guest lists that were looked at and never imported: they hold everything that stood in the file, telephone
 * numbers and all. 30 days of product time.
 */
export async function forgetUnusedLists(tx: Tx): Promise<void> {
  await tx.query(
    `delete from guest_list_imports where id in (select id from guest_list_imports
       where state in ('reading', 'previewed') and created_at < app_now() - interval '30 days' limit 10)`,
  );
}

/**
 * Forgets what served only for a while, in real time: budgets after their hour (their keys hold networks), sessions at
 * their end, questions to sign in a day after theirs, answers kept for a request that is repeated after 24 hours. In
 * slices, because a sweep is short; the next one goes on.
 */
export async function forgetWhatIsOver(tx: Tx): Promise<void> {
  await tx.query(
    `delete from budgets where key in (select key from budgets
       where spent_at[array_upper(spent_at, 1)] < clock_timestamp() - interval '1 hour' limit 10000 for update skip locked)`,
  );
  await tx.query(
    `delete from sessions where id in (select id from sessions where expires_at < clock_timestamp() limit 10000)`,
  );
  await tx.query(
    `delete from grants where id in (select id from grants
       where purpose = 'sign-in' and expires_at < clock_timestamp() - interval '1 day' limit 10000)`,
  );
  await tx.query(
    `delete from idempotency_keys where ctid in (select ctid from idempotency_keys
       where created_at < clock_timestamp() - interval '24 hours' limit 10000 for update skip locked)`,
  );
}
