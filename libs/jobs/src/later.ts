import type { Tx } from '#libs/database';
import type { JobType, Jobs } from './catalogue.ts';

export interface When {
  /** Jobs with one key are one job: the newest payload and time win. */
  key: string;
  /** Product time; now when absent. */
  runAt?: Date;
}

/**
 * Adds a job in the caller's transaction: it exists exactly when the change does. Product time becomes real time here,
 * so a clock that is moved forward leaves jobs late; the sweeper reads `due_work` and wakes those.
 */
export async function later<Type extends JobType>(
  tx: Tx,
  type: Type,
  payload: Jobs[Type],
  when: When,
): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job($1, payload => $2::json, job_key => $3, job_key_mode => 'replace',
       max_attempts => 25, run_at => $4::timestamptz - (select clock_offset from installation))`,
    [type, JSON.stringify(payload), when.key, when.runAt ?? tx.now],
  );
}
