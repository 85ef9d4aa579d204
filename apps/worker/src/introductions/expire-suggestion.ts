import { type Database, agreeOnUnseen, keepTransition } from '#libs/database';
import { Introduction, inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';

/** A suggestion that no host touched for 14 days goes. */
export async function expireSuggestion(
  { organizationId, introductionId }: Jobs['introductions.expire-suggestion'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const introduction = await tx.locked(Introduction, { id: introductionId, organizationId });
    if (introduction?.state !== 'suggested') return;
    if (introduction.suggestedUntil === null || introduction.suggestedUntil > tx.now) return;
    const { releaseAt } = introduction;
    introduction.dismiss('expired', tx.now);
    await keepTransition(tx, introduction, system, 'expired');
    await agreeOnUnseen(tx, introduction, releaseAt);
  });
}
