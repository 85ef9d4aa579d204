import { everyOrganization } from '#libs/domain';
import { setTimeout as pause } from 'node:timers/promises';
import { type Tx, clockState, stepClock } from '#libs/database';
import { later } from '#libs/jobs';
import type { Context, Handler } from '../context.ts';
import { rowless, wakeDueWork } from '../sweep.ts';

/** While something is due, how often to look whether it is done: work is done in milliseconds, or it waits for a server. */
const firstPause = 20;
const longestPause = 500;

/** Moves product time to its target through every due moment, each of which is worked off before the next. */
export const step: Handler<'clock.step'> = async (_payload, context) => {
  let wait = firstPause;
  while (!context.stopping.aborted) {
    const how = await stepOnce(context);
    if (how === 'arrived') return;
    wait = how === 'stepped' ? firstPause : Math.min(wait * 1.5, longestPause);
    await pause(wait, undefined, { signal: context.stopping }).catch(() => undefined);
  }
  await goOnLater(context);
};

/** The wake-ups are in the transaction of the step: a worker killed here leaves neither or both. */
function stepOnce({ db }: Context): Promise<'arrived' | 'waiting' | 'stepped'> {
  return db.write(everyOrganization, async (tx) => {
    if (await hurry(tx)) return 'waiting';
    const how = await stepClock(tx);
    if (how !== 'arrived') {
      await wakeDueWork(tx);
      await tx.query(`select pg_notify('mail', '')`);
    }
    return how;
  });
}

/** What has no row was begun before the clock moves on, so it is done before. @returns whether any is left */
async function hurry(tx: Tx): Promise<boolean> {
  const left = await tx.query<{ id: string }>(
    `select id from graphile_worker.jobs where task_identifier = any ($1) and (attempts = 0 or locked_at is not null)`,
    [rowless],
  );
  if (left.length === 0) return false;
  const early = await tx.query(
    `select graphile_worker.reschedule_jobs(array[id], run_at => now()) from graphile_worker.jobs
     where task_identifier = any ($1) and locked_at is null and attempts = 0 and run_at > now()`,
    [rowless],
  );
  // As the queue says it when a job is added: by itself it would look up to ten seconds later.
  if (early.length > 0) await tx.query(`select pg_notify('jobs:insert', '{"count":1}')`);
  return true;
}

async function goOnLater({ db }: Context): Promise<void> {
  await db.write(everyOrganization, async (tx) => {
    const { target } = await clockState(tx);
    if (target !== null) await later(tx, 'clock.step', {}, { key: 'clock.step' });
  });
}
