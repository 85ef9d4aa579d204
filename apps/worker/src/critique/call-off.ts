import { type Database, callOff, isMissed, record } from '#libs/database';
import { CritiqueSession, inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';

/**
 * Its evening was cancelled, or went by and nobody started it: the session is called off, so that works keep their turn and
 * files do not stay for ever. A session that has begun meanwhile, or was called off by a host, is left as it is.
 */
export async function callOffMissed(
  { organizationId, critiqueSessionId: id }: Jobs['critique.call-off'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const session = await tx.locked(CritiqueSession, { id, organizationId });
    if (session === null || !(await isMissed(tx, session))) return;
    await callOff(tx, session);
    await record(tx, system, 'critique-session.called-off', id);
  });
}
