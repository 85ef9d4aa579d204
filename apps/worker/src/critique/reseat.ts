import { type Database, record, reseat, tellScreens } from '#libs/database';
import { CritiqueSession, Event, found, inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';
import { postChanges } from '#libs/mail';

/**
 * Somebody's seat at the evening is gone, or they were erased: their slot goes to the head of the waitlist, and what they
 * were to hear to somebody else. Whoever has their seat back by now has lost nothing.
 */
export async function reseatSession(
  { organizationId, critiqueSessionId: id }: Jobs['critique.reseat'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const session = await tx.locked(CritiqueSession, { id, organizationId });
    if (session === null || session.state === 'ended') return;
    const { state } = found(await tx.one(Event, { id: session.eventId, organizationId }));
    if (state === 'cancelled') return;
    const { isNews, people } = await reseat(tx, session);
    if (!isNews) return;
    await record(tx, system, 'critique-session.reseated', id);
    await tellScreens(tx, session);
    await postChanges(tx, session, people);
  });
}
