import { type Database, type Tx, retention } from '#libs/database';
import { type ClaimedMail, type Letter, kindsSentAgain } from './mail-row.ts';

// The state machine of a mail (house.md, Jobs and mail): queued → sending → handed → sent, or failed, suppressed, unsure.
// Every step names the fence of its claim, so a worker that was thought dead and comes back changes nothing. Leases and
// fences run on real database time; due_at and final_at are product time.

/** The mails that have waited longest, for this worker alone: at most so many, oldest first. */
export function claimSome(tx: Tx, leaseSeconds: number, atMost: number): Promise<ClaimedMail[]> {
  return tx.prepared<ClaimedMail>(
    'claim-mails',
    // Materialized: as a plain subquery a nested loop may run it more than once, and each run claims other mails.
    `with next as materialized (
       select id from mails where state = 'queued' and due_at <= app_now() and not_before <= clock_timestamp()
       order by due_at, id limit $2 for update skip locked),
     claimed as (
       update mails m set state = 'sending', attempts = attempts + 1, fence = fence + 1,
         lease_until = clock_timestamp() + make_interval(secs => $1)
       from next where m.id = next.id
       returning m.*)
     select m.id, m.organization_id as "organizationId", m.kind, m.subject_id as "subjectId", m.person_id as "personId",
       p.email, m.speaks_of as "speaksOf", m.attempts, m.fence,
       m.message_id is not null as frozen, m.outcome is not distinct from 'in-doubt' as "mayHaveArrived",
       set_config('synchronous_commit', 'off', true)
     from claimed m join people p on p.id = m.person_id order by m.due_at, m.id`,
    [leaseSeconds, atMost],
  );
}

export async function claim(tx: Tx, leaseSeconds: number): Promise<ClaimedMail | undefined> {
  return (await claimSome(tx, leaseSeconds, 1))[0];
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

export async function freeze(
  tx: Tx,
  prepared: readonly { mail: ClaimedMail; letter: Letter }[],
): Promise<void> {
  if (prepared.length === 0) return;
  const letters = prepared.map(({ letter }) => letter);
  await tx.prepared(
    'freeze-mails',
    `update mails m set message_id = given.message_id, to_address = given.to_address, subject = given.subject,
       text_part = given.text, html_part = given.html, headers = given.headers
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
       as given(id, message_id, to_address, subject, text, html, headers)
     where m.id = given.id`,
    [
      prepared.map(({ mail }) => mail.id),
      letters.map(({ messageId }) => messageId),
      letters.map(({ to }) => to),
      letters.map(({ subject }) => subject),
      letters.map(({ text }) => text),
      letters.map(({ html }) => html),
      letters.map(({ headers }) => JSON.stringify(headers)),
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

/**
 * The same for several mails that may come twice, of those whose address was not suppressed meanwhile.
 * @returns the ids of the mails that may leave; why another may not, `lookAgain` finds out
 */
export async function markAllHanded(
  db: Database,
  mails: readonly { mail: ClaimedMail; addressHashes: readonly string[] }[],
  leaseSeconds: number,
): Promise<Set<string>> {
  const rows = await db.lookOnce<{ id: string }>('hand-mails', 'select hand_mails($1, $2, $3, $4) as id', [
    mails.map(({ mail }) => mail.id),
    mails.map(({ mail }) => mail.fence),
    mails.map(({ addressHashes }) => addressHashes.join(' ')),
    leaseSeconds,
  ]);
  return new Set(rows.map(({ id }) => id));
}

export async function markAllSent(db: Database, mails: readonly ClaimedMail[]): Promise<void> {
  await db.lookOnce('mails-sent', 'select mails_sent($1, $2)', [
    mails.map(({ id }) => id),
    mails.map(({ fence }) => fence),
  ]);
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

interface NextTry {
  waitSeconds: number;
  /** After so long since its first refusal it is not tried again. */
  patienceSeconds: number;
  outcome: string;
  /** False when no server could be asked. */
  counts: boolean;
}

/** Surely not accepted: again after a wait of real time, or given up when its patience ends before that. */
export async function tryLater(tx: Tx, { id, fence }: ClaimedMail, next: NextTry): Promise<void> {
  const { waitSeconds, patienceSeconds, outcome, counts } = next;
  await tx.query(
    `update mails set
       state = case when again then 'queued' else 'failed' end,
       final_at = case when again then null else app_now() end,
       outcome = case when again and outcome = 'in-doubt' then outcome else $5 end,
       not_before = clock_timestamp() + make_interval(secs => $3),
       tried_since = coalesce(tried_since, clock_timestamp()),
       attempts = attempts - $6, lease_until = null
     from (select m.id as which, clock_timestamp() + make_interval(secs => $3)
         < coalesce(m.tried_since, clock_timestamp()) + make_interval(secs => $4) as again
       from mails m where m.id = $1) as patience
     where id = patience.which and fence = $2 and state in ('sending', 'handed')`,
    [id, fence, waitSeconds, patienceSeconds, outcome, counts ? 0 : 1],
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

/** As if they had never been claimed: a worker stops, or nothing leaves for now. */
export async function giveBack(tx: Tx, mails: readonly ClaimedMail[]): Promise<void> {
  await putAside(
    tx,
    mails.map((mail) => ({ mail, seconds: 0 })),
  );
}

/** Other domains first: not before so many seconds of real time. The attempt does not count. */
export async function putAside(
  tx: Tx,
  mails: readonly { mail: ClaimedMail; seconds: number }[],
): Promise<void> {
  await tx.prepared(
    'mails-aside',
    `update mails m set state = 'queued', attempts = attempts - 1, lease_until = null,
       not_before = clock_timestamp() + make_interval(secs => given.seconds)
     from unnest($1::uuid[], $2::int[], $3::float8[]) as given(id, fence, seconds)
     where m.id = given.id and m.fence = given.fence and m.state in ('sending', 'handed')`,
    [
      mails.map(({ mail }) => mail.id),
      mails.map(({ mail }) => mail.fence),
      mails.map(({ seconds }) => seconds),
    ],
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

/**
 * Frozen parts are emptied some time after a final state (retention.ts). That there was a mail, and what came of it, stays, and
 * whether it brought an entry for a calendar or took it out: a later mail has to know (rsvp-entry.ts).
 */
export async function emptyOldParts(tx: Tx): Promise<void> {
  await tx.query(
    `update mails set message_id = null, to_address = null, subject = null, text_part = null, html_part = null,
       headers = case when headers ? 'calendar'
         then jsonb_build_object('calendar', jsonb_build_object('method', headers -> 'calendar' -> 'method')) end
     where id in (select id from mails where final_at < app_now() - interval '${retention.mailParts}'
       and message_id is not null limit 1000)`,
  );
}
