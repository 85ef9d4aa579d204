import type { Reader, Tx } from './tx.ts';

/** A worker that was silent for this long has lost its jobs. Above the 15 s that a statement may take at most. */
export const silentAfterSeconds = 15;

/**
 * Says that the worker behind this pool of the job queue lives, and unlocks the jobs of every worker that says nothing
 * any more. The queue itself would wait four hours.
 * @returns how many silent workers lost their jobs
 */
export async function beat(tx: Tx, poolId: string): Promise<number> {
  await tx.query(
    `insert into worker_heartbeats (pool_id, seen_at) values ($1, clock_timestamp())
     on conflict (pool_id) do update set seen_at = excluded.seen_at`,
    [poolId],
  );
  const silent = await tx.query<{ id: string }>(
    `select distinct j.locked_by as id from graphile_worker.jobs j
     where j.locked_at < clock_timestamp() - make_interval(secs => $1)
       and not exists (select from worker_heartbeats h
         where h.pool_id = j.locked_by and h.seen_at > clock_timestamp() - make_interval(secs => $1))`,
    [silentAfterSeconds],
  );
  if (silent.length === 0) return 0;
  const ids = silent.map(({ id }) => id);
  await tx.query('select graphile_worker.force_unlock_workers($1::text[])', [ids]);
  await tx.query('delete from worker_heartbeats where pool_id = any ($1::text[])', [ids]);
  return ids.length;
}

/** A worker that stops says so, and leaves no line behind. */
export async function lastBeat(tx: Tx, poolId: string): Promise<void> {
  await tx.query('delete from worker_heartbeats where pool_id = $1', [poolId]);
}

export interface WorkersSeen {
  /** Whether one was heard of lately. */
  isAlive: boolean;
  /** When the last one was heard of, real time; null: none since the last one stopped. */
  seenAt: Date | null;
  secondsAgo: number | null;
}

/** Whether any worker lives, by its heartbeats. */
export async function workersSeen(reader: Reader): Promise<WorkersSeen> {
  const [row] = await reader.query<{ seenAt: Date | null; secondsAgo: number | null }>(
    `select max(seen_at) as "seenAt", floor(extract(epoch from clock_timestamp() - max(seen_at)))::int as "secondsAgo"
     from worker_heartbeats`,
  );
  const { seenAt = null, secondsAgo = null } = row ?? {};
  return { seenAt, secondsAgo, isAlive: secondsAgo !== null && secondsAgo < silentAfterSeconds };
}
