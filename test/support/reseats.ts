import { reseatSession } from '../../apps/worker/src/critique/reseat.ts';
import type { Api } from './api.ts';

/** Runs what waits to be run for the critique sessions of those who are not coming. @returns how many sessions that were */
export async function runReseats({ database, db }: Api): Promise<number> {
  const jobs = await database.sql<{ id: string; organizationId: string }>(
    `select s.id, s.organization_id as "organizationId" from graphile_worker.jobs j
       join critique_sessions s on j.key = 'critique-reseat:' || s.id where j.task_identifier = 'critique.reseat'`,
  );
  await database.sql(`delete from graphile_worker._private_jobs where key like 'critique-reseat:%'`);
  for (const { id: critiqueSessionId, organizationId } of jobs)
    await reseatSession({ organizationId, critiqueSessionId }, { db });
  return jobs.length;
}
