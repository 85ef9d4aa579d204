import type { Tx } from './tx.ts';

/**
 * Adds a job in the caller's transaction: it exists exactly when the change does. Product time becomes real time here,
 * so a clock that is moved forward leaves jobs late; the sweeper reads `due_work` and wakes those. `later` of
 * `#libs/jobs` is the typed way in; this is for what the desk itself has to be woken for.
 */
export async function wakeAt(
  tx: Tx,
  type: string,
  payload: object,
  { key, runAt }: { key: string; runAt: Date },
): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job($1, payload => $2::json, job_key => $3, job_key_mode => 'replace',
       max_attempts => 25, run_at => $4::timestamptz - (select clock_offset from installation))`,
    [type, JSON.stringify(payload), key, runAt],
  );
}
