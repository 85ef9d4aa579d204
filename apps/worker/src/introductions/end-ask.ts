import { type Database, keepTransition, logTransition, sidesOf } from '#libs/database';
import { Introduction, inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';

/** Day 7 of an ask: silence counts as no, and nobody is told. */
export async function endAsk(
  { organizationId, introductionId }: Jobs['introductions.end-ask'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const introduction = await tx.locked(Introduction, { id: introductionId, organizationId });
    if (introduction === null) return;
    const sides = await sidesOf(tx, [introductionId]);
    const silent = sides.filter((side) => side.endAsk(tx.now));
    for (const side of silent) {
      await tx.save(side);
      await logTransition(tx, introduction, system, 'no answer');
    }
    if (silent.length === 0 || introduction.state !== 'asking') return;
    introduction.closeQuietly('no-answer', tx.now);
    await keepTransition(tx, introduction, system, 'closed quietly');
  });
}
