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
  const [row] = await tx.query<ClockState>(
    'select mode, app_now() as now, clock_target as target from installation',
  );
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
 * nothing while work is due now, so the target is reached only when everything due until then is done.
 * @returns how the clock stands: 'arrived' (no target any more), 'waiting' (work is due now) or 'stepped'
 */
export async function stepClock(tx: Tx): Promise<'arrived' | 'waiting' | 'stepped'> {
  const [row] = await tx.query<{ moving: boolean; due_now: boolean; there: boolean }>(
    `select i.clock_target is not null as moving, app_now() >= i.clock_target as there,
       exists (select 1 from due_work where due_at <= app_now())
         or exists (select 1 from mails where state in ('sending', 'handed')) as due_now
     from installation i for update`,
  );
  if (row?.moving !== true) return 'arrived';
  if (row.due_now) return 'waiting';
  if (row.there) {
    await tx.query('update installation set clock_target = null');
    return 'arrived';
  }
  // To the microsecond, which a Date would cut off: "due_at <= now" has to hold right after the step.
  await tx.query(
    `update installation set clock_offset =
       least(clock_target, (select min(due_at) from due_work where due_at > app_now())) - now()`,
  );
  return 'stepped';
}
