import { type Database, settleChoices } from '#libs/database';
import { CritiqueSession, inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';

/** Looks whose choice is returned, apart from the request that keeps it. */
export async function settlePicks(
  { organizationId, critiqueSessionId: id, personId }: Jobs['critique.settle-picks'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const session = await tx.one(CritiqueSession, { id, organizationId });
    if (session !== null) await settleChoices(tx, session, personId);
  });
}
