import { type Tx, retention } from '#libs/database';
import { type ClaimedMail, type Letter, kindsSentAgain } from './mail-row.ts';

// The state machine of a mail (house.md, Jobs and mail): queued → sending → handed → sent, or failed, suppressed, unsure.
// Every step names the fence of its claim, so a worker that was thought dead and comes back changes nothing. Leases and
// fences run on real database time; due_at and final_at are product time.

/** The mail that has waited longest, for this worker alone. */
export async function claim(tx: Tx, leaseSeconds: number): Promise<ClaimedMail | undefined> {
  const [mail] = await tx.query<ClaimedMail>(
    // Materialized: as a plain subquery a nested loop may run it more than once, and each run claims another mail.
    `with next as materialized (
       select id from mails where state = 'queued' and due_at <= app_now() and not_before <= clock_timestamp()
       order by due_at, id limit 1 for update skip locked)
     update mails m set state = 'sending', attempts = attempts + 1, fence = fence + 1,
       lease_until = clock_timestamp() + make_interval(secs => $1)
     from next where m.id = next.id
     returning m.id, m.organization_id as "organizationId", m.kind, m.subject_id as "subjectId", m.person_id as "personId",
       m.speaks_of as "speaksOf", m.attempts, m.fence, m.message_id is not null as frozen,
       m.outcome is not distinct from 'in-doubt' as "mayHaveArrived"`,
    [leaseSeconds],
  );
  return mail;
}

/**
 * Settles what dead workers left behind. In `sending` no server can have accepted it: again. In `handed` nobody knows:
 * kinds that may come twice are sent once more under the same Message-ID, the others are for a person to decide.
 */
export async function settleAbandoned(tx: Tx): Promise<void> {
  await tx.query(
    `update mails set
       state = case when state = 'sending' or (kind = any ($1) and outcome is distinct from 'in-doubt') then 'queued' else 'unsure' end,
       outcome = case when state = 'handed' then 'in-doubt' else outcome end,
       final_at = case when state = 'sending' or (kind = any ($1) and outcome is distinct from 'in-doubt') then null else app_now() end,
       lease_until = null
     where id in (select id from mails where state in ('sending', 'handed') and lease_until < clock_timestamp()
       for update skip locked)`,
    [kindsSentAgain],
  );
}

/** @returns whether the claim still stands; the row is then locked until the transaction ends */
export async function holdsClaim(tx: Tx, { id, fence }: ClaimedMail): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from mails where id = $1 and fence = $2 and state = 'sending' and lease_until > clock_timestamp() for update`,
    [id, fence],
  );
  return rows.length === 1;
}

export async function freeze(tx: Tx, { id }: ClaimedMail, letter: Letter): Promise<void> {
  await tx.query(
    `update mails set message_id = $2, to_address = $3, subject = $4, text_part = $5, html_part = $6, headers = $7
     where id = $1`,
    [
      id,
      letter.messageId,
      letter.to,
      letter.subject,
      letter.text,
      letter.html,
      JSON.stringify(letter.headers),
    ],
  );
}

export async function frozenLetter(tx: Tx, { id }: ClaimedMail): Promise<Letter> {
  const [letter] = await tx.query<Letter>(
    `select message_id as "messageId", to_address as "to", subject, text_part as text, html_part as html, headers
     from mails where id = $1`,
    [id],
  );
  if (letter === undefined) throw new Error(`Mail ${id} is gone`);
  return letter;
}

/** The moment before the last bytes leave. @returns false when the claim was lost: then they must not leave */
export async function markHanded(tx: Tx, { id, fence }: ClaimedMail, leaseSeconds: number): Promise<boolean> {
  const rows = await tx.query(
    `update mails set state = 'handed', lease_until = clock_timestamp() + make_interval(secs => $3)
     where id = $1 and fence = $2 and state = 'sending' and lease_until > clock_timestamp() returning id`,
    [id, fence, leaseSeconds],
  );
  return rows.length === 1;
}

/** A 250 that comes late still tells the truth about a mail that was already called unsure. */
export async function markSent(tx: Tx, { id, fence }: ClaimedMail, outcome: string): Promise<void> {
  await tx.query(
    `update mails set state = 'sent', outcome = $3, final_at = app_now(), lease_until = null
     where id = $1 and fence = $2 and state in ('handed', 'unsure')`,
    [id, fence, outcome],
  );
}

export async function markFinal(
  tx: Tx,
  { id, fence }: ClaimedMail,
  state: 'failed' | 'suppressed',
  outcome: string,
): Promise<void> {
  await tx.query(
    `update mails set state = $3, outcome = $4, final_at = app_now(), lease_until = null
     where id = $1 and fence = $2 and state in ('sending', 'handed')`,
    [id, fence, state, outcome],
  );
}

/** Surely not accepted: again after a wait of real time. */
export async function tryLater(
  tx: Tx,
  { id, fence }: ClaimedMail,
  waitSeconds: number,
  outcome: string,
): Promise<void> {
  await tx.query(
    `update mails set state = 'queued', not_before = clock_timestamp() + make_interval(secs => $3), lease_until = null,
       outcome = case when outcome = 'in-doubt' then outcome else $4 end
     where id = $1 and fence = $2 and state in ('sending', 'handed')`,
    [id, fence, waitSeconds, outcome],
  );
}

/** Not its hour: again at a moment of product time. The attempt does not count. */
export async function postpone(tx: Tx, { id, fence }: ClaimedMail, dueAt: Date): Promise<void> {
  await tx.query(
    `update mails set state = 'queued', due_at = $3, attempts = attempts - 1, lease_until = null
     where id = $1 and fence = $2 and state = 'sending'`,
    [id, fence, dueAt],
  );
}

/** A worker that stops gives back what it has not begun to hand over. The attempt does not count. */
export async function giveBack(tx: Tx, { id, fence }: ClaimedMail): Promise<void> {
  await tx.query(
    `update mails set state = 'queued', attempts = attempts - 1, lease_until = null
     where id = $1 and fence = $2 and state = 'sending'`,
    [id, fence],
  );
}

/** The server's answer never came. */
export async function markInDoubt(tx: Tx, { id, fence, kind }: ClaimedMail): Promise<void> {
  await tx.query(
    `update mails set
       state = case when $3 and outcome is distinct from 'in-doubt' then 'queued' else 'unsure' end,
       final_at = case when $3 and outcome is distinct from 'in-doubt' then null else app_now() end,
       outcome = 'in-doubt', lease_until = null
     where id = $1 and fence = $2 and state = 'handed'`,
    [id, fence, kindsSentAgain.includes(kind)],
  );
}

/** Frozen parts are emptied some time after a final state (retention.ts); that there was a mail, and what came of it, stays. */
export async function emptyOldParts(tx: Tx): Promise<void> {
  await tx.query(
    `update mails set message_id = null, to_address = null, subject = null, text_part = null, html_part = null, headers = null
     where id in (select id from mails where final_at < app_now() - interval '${retention.mailParts}'
       and message_id is not null limit 1000)`,
  );
}
