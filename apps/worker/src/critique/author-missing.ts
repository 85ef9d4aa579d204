import { type Database, giveSlotAway, keepSlot, lockSession, tellScreens } from '#libs/database';
import { CritiqueSlot, inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';

/** An author did not come within three minutes: the slot goes to the head of the waitlist (critique.md, rule 5). */
export async function giveSlotToNext(
  { organizationId, slotId: id }: Jobs['critique.author-missing'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const seen = await tx.one(CritiqueSlot, { id, organizationId });
    if (seen === null) return;
    const { eventId, critiqueSessionId } = seen;
    const session = await lockSession(tx, { organizationId, eventId, id: critiqueSessionId });
    // Under the lock: the author may have come while it was waited for.
    const slot = await tx.one(CritiqueSlot, { id, organizationId });
    if (slot?.isForfeited(tx.now) !== true) return;
    if (session.state === 'running') await giveSlotAway(tx, session, slot);
    else {
      // Nobody is waited for outside the evening, and what is due for ever would be woken for ever.
      slot.findAuthor();
      await keepSlot(tx, slot);
    }
    await tellScreens(tx, session);
  });
}
