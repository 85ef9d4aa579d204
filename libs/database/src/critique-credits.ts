import { type CreditReason, type CritiqueSession, DomainError, critiqueCredits, newId } from '#libs/domain';
import { lockPeople } from './introductions.ts';
import type { Reader, Tx } from './tx.ts';

// The ledger of "give to get" (critique.md, rule 4). A balance is a sum over it; somebody without a line has what
// everybody begins with. Whatever takes credits holds the lock of their person, so that a balance never falls below zero.

export interface CreditAccount {
  organizationId: string;
  personId: string;
}

/** Whether works cost credits in this organization. */
export async function creditsCount(reader: Reader, organizationId: string): Promise<boolean> {
  const [row] = await reader.query<{ counted: boolean }>(
    'select critique_credits as counted from organizations where id = $1',
    [organizationId],
  );
  return row?.counted ?? false;
}

/**
 * What somebody has; `$1` is the organization, `$2` what everybody begins with.
 * @param person the SQL of their id
 */
export const balanceSql = (person: string): string => `(
  select coalesce(sum(c.amount), 0)::int + case when bool_or(c.reason = 'start') then 0 else $2::int end
  from credit_entries c where c.organization_id = $1 and c.person_id = ${person})`;

/** What somebody has. */
export async function creditBalance(
  reader: Reader,
  { organizationId, personId }: CreditAccount,
): Promise<number> {
  const [row] = await reader.query<{ balance: number }>(`select ${balanceSql('$3')} as balance`, [
    organizationId,
    critiqueCredits.start,
    personId,
  ]);
  return row?.balance ?? 0;
}

/**
 * Gives credits, or takes them where there are as many.
 * @param amount below zero it takes; the caller then holds the lock of the person (`lockPeople`)
 * @throws DomainError critique-credits-short, and then nothing has changed
 */
export async function enterCredits(
  tx: Tx,
  account: CreditAccount,
  entry: { amount: number; reason: CreditReason; subjectId: string; createdBy: string | null },
): Promise<void> {
  const { organizationId, personId } = account;
  await beginAccounts(tx, organizationId, [personId]);
  const { amount, reason, subjectId, createdBy } = entry;
  const entered = await tx.query(
    `insert into credit_entries (id, organization_id, person_id, amount, reason, subject_id, created_by, created_at)
     select $4, $1, $3, $5::int, $6, $7, $8, $9 where $5 > 0 or ${balanceSql('$3')} + $5 >= 0 returning id`,
    [organizationId, critiqueCredits.start, personId, newId(), amount, reason, subjectId, createdBy, tx.now],
  );
  if (entered.length === 0) throw new DomainError('critique-credits-short');
}

/**
 * What bringing a work takes, less what it holds already: one that was taken back after its plan kept its time, and is not
 * paid for twice. The caller holds the lock of its author.
 * @throws DomainError critique-credits-short, and then nothing has changed
 */
export async function chargeWork(
  tx: Tx,
  work: { organizationId: string; personId: string; id: string },
): Promise<void> {
  const { organizationId, personId, id: subjectId } = work;
  if (!(await creditsCount(tx, organizationId))) return;
  const amount = (await creditsSpentOn(tx, work)) - critiqueCredits.work;
  if (amount >= 0) return;
  await enterCredits(
    tx,
    { organizationId, personId },
    { amount, reason: 'submitted', subjectId, createdBy: personId },
  );
}

/** What works took and have not given back, of works that are given; 0 where credits were off. */
const spentOn = `select subject_id as "subjectId", person_id as "personId", -sum(amount)::int as amount from credit_entries
  where organization_id = $1 and reason in ('submitted', 'returned') and subject_id = any ($2::uuid[])
  group by subject_id, person_id having sum(amount) < 0 order by subject_id`;

/** What this work holds of its author's credits. */
export async function creditsSpentOn(
  reader: Reader,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<number> {
  const [row] = await reader.query<Entry>(spentOn, [organizationId, [id]]);
  return row?.amount ?? 0;
}

/** Gives back what these works took, once: again there is nothing left to give. */
export async function returnSpent(tx: Tx, organizationId: string, workIds: readonly string[]): Promise<void> {
  const spent = await tx.query<Entry>(spentOn, [organizationId, workIds]);
  await enterAll(tx, organizationId, 'returned', spent);
}

/**
 * At the release of a session that is held: every work that was brought and not heard gives back what it took, but not one
 * whose author was not there when its time came (`loseTurn`). Marked heard before this are those that were. Doing it again
 * changes nothing.
 */
export async function returnCredits(
  tx: Tx,
  { id, organizationId }: Pick<CritiqueSession, 'id' | 'organizationId'>,
): Promise<void> {
  const unheard = await tx.query<{ id: string }>(
    `select id from submissions where critique_session_id = $1 and organization_id = $2
       and state in ('submitted', 'accepted', 'waitlisted') and submitted_at is not null`,
    [id, organizationId],
  );
  const ids = unheard.map((work) => work.id);
  await returnSpent(tx, organizationId, ids);
}

/**
 * At the release of a session that is held: each assigned critique that is done pays its critic, once (the unique index
 * decides); nobody where the organization has credits off. Doing it again changes nothing.
 */
export async function payCritics(
  tx: Tx,
  { id, organizationId }: Pick<CritiqueSession, 'id' | 'organizationId'>,
): Promise<void> {
  if (!(await creditsCount(tx, organizationId))) return;
  const done = await tx.query<Entry>(
    `select id as "subjectId", person_id as "personId", $3::int as amount from assignments
     where critique_session_id = $1 and organization_id = $2 and state = 'done' order by id`,
    [id, organizationId, critiqueCredits.critique],
  );
  await beginAccounts(
    tx,
    organizationId,
    done.map(({ personId }) => personId),
  );
  await enterAll(tx, organizationId, 'critique', done);
}

/** What everybody begins with, written down the first time it is needed; the unique index decides which that is. */
async function beginAccounts(tx: Tx, organizationId: string, people: readonly string[]): Promise<void> {
  const entries = [...new Set(people)]
    .sort()
    .map((personId) => ({ personId, subjectId: personId, amount: critiqueCredits.start }));
  await enterAll(tx, organizationId, 'start', entries);
}

interface Entry {
  personId: string;
  subjectId: string;
  amount: number;
}

/** In their order; what the unique index has already stays as it is. */
async function enterAll(
  tx: Tx,
  organizationId: string,
  reason: CreditReason,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `insert into credit_entries (id, organization_id, person_id, amount, reason, subject_id, created_at)
     select id, $1, person_id, amount, $2, subject_id, $3
     from unnest($4::uuid[], $5::uuid[], $6::int[], $7::uuid[]) entry (id, person_id, amount, subject_id)
     on conflict do nothing`,
    [
      organizationId,
      reason,
      tx.now,
      entries.map(() => newId()),
      entries.map(({ personId }) => personId),
      entries.map(({ amount }) => amount),
      entries.map(({ subjectId }) => subjectId),
    ],
  );
}

/** One at a time spends or takes credits of a person. Comes before the lock of a session. */
export const lockCredits = (tx: Tx, personId: string): Promise<void> => lockPeople(tx, [personId]);
