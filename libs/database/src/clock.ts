import { DomainError } from '#libs/domain';
import type { Tx } from './tx.ts';

export interface ClockState {
  mode: 'demo' | 'test' | 'live' | null;
  now: Date;
  target: Date | null;
}

/** Real database time: for leases, fences, back-off, budgets and sessions, never for a product decision. */
export async function realNow(tx: { query: Tx['query'] }): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>('select clock_timestamp() as now');
  if (row === undefined) throw new Error('No time from the database');
  return row.now;
}

export async function clockState(tx: { query: Tx['query'] }): Promise<ClockState> {
  const [row] = await tx.query<ClockState>('select mode, app_now() as now, clock_target as target from installation');
  if (row === undefined) throw new Error('The installation row is missing: run the migrations.');
  return row;
}

/**
 * Asks for product time to move to `target`. The worker steps there through each next due moment (see `stepClock`).
 * The table's check refuses it outside demo mode and tests.
 * @throws DomainError clock-only-forward
 */
export async function askClock(tx: Tx, target: Date): Promise<void> {
  if (target <= tx.now) throw new DomainError('clock-only-forward');
  await tx.query('update installation set clock_target = greatest(clock_target, $1)', [target]);
}

/** Sets product time to an instant at once: for the first start of a demo and for tests before anything is due. */
export async function setClock(tx: Tx, instant: Date): Promise<void> {
  await tx.query('update installation set clock_offset = $1::timestamptz - now()', [instant]);
}

/**
 * One step towards the target: to the next due moment, or to the target itself when nothing is due before it. Does
 * nothing while work is due now.
 * @returns how the clock stands: 'arrived' (no target), 'waiting' (work is due now) or 'stepped'
 */
export async function stepClock(tx: Tx): Promise<'arrived' | 'waiting' | 'stepped'> {
  const [row] = await tx.query<{ target: Date | null; due_now: boolean; next: Date | null }>(
    `select i.clock_target as target,
       exists (select 1 from due_work where due_at <= app_now())
         or exists (select 1 from mails where state in ('sending', 'handed')) as due_now,
       (select min(due_at) from due_work where due_at > app_now()) as next
     from installation i for update`,
  );
  if (row?.target === null || row === undefined) return 'arrived';
  if (row.due_now) return 'waiting';
  const next = row.next !== null && row.next < row.target ? row.next : row.target;
  // A microsecond-true step: the due moment itself, so that "due_at <= now" holds right after it.
  await tx.query(
    `update installation set clock_offset = $1::timestamptz - now(),
       clock_target = case when $1::timestamptz >= clock_target then null else clock_target end`,
    [next],
  );
  return 'stepped';
}

