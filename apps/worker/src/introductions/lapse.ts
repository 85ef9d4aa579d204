import { type Database, endFollowUps, keepTransition } from '#libs/database';
import { Introduction, inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';

/** The year after an introduction is over: a pair that came no further than meeting lapses, and nobody is told. */
export async function lapse(
  { organizationId, introductionId }: Jobs['introductions.lapse'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const introduction = await tx.locked(Introduction, { id: introductionId, organizationId });
    if (introduction?.isYearOver(tx.now) !== true) return;
    const lapsed = introduction.endYear(tx.now);
    await endFollowUps(tx, introductionId);
    if (lapsed) await keepTransition(tx, introduction, system, 'lapsed');
    else await tx.save(introduction);
  });
}
