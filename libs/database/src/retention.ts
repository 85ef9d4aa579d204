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
 * Forgets links that confirm an RSVP once they open nothing any more, used or not: seven days of product time after their
 * form was sent. With the last one goes what was typed for a hold that nobody confirmed: name, guests, answers. Whoever
 * stands at the desk this moment is left for the next sweep; a hold is one until the desk has ended it.
 */
export async function forgetUnconfirmed(tx: Tx): Promise<void> {
  await tx.query(
    `with dead as (select g.id, a.id as attendee_id from grants g join attendees a on a.id = g.subject_id
         where g.purpose = 'confirm-rsvp' and g.expires_at <= app_now() and a.status <> 'held'
         limit 1000 for update skip locked),
       gone as (delete from grants where id in (select id from dead))
     update attendees a set typed = null where a.id in (select attendee_id from dead) and a.typed is not null
       and a.status = 'cancelled' and not exists (select from grants g
         where g.subject_id = a.id and g.purpose = 'confirm-rsvp' and g.expires_at > app_now())`,
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
