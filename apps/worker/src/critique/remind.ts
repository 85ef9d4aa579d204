import { type Database, criticsToRemind } from '#libs/database';
import { CritiqueSession, Event, found, inOrganization, nextDaytime, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';
import { post } from '#libs/mail';

/**
 * After 48 of the 72 hours, once: whoever still lacks words for some work is reminded, by day. A critic who has written
 * enough meanwhile gets nothing, because the mail looks again when it leaves.
 */
export async function remind(
  { organizationId, critiqueSessionId: id }: Jobs['critique.remind'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const session = await tx.locked(CritiqueSession, { id, organizationId });
    const remindAt = session?.remindAt ?? null;
    if (session === null || remindAt === null || remindAt > tx.now) return;
    session.remindAt = null;
    await tx.save(session);
    if (session.state !== 'running' || session.releasedAt !== null) return;
    const { timeZone } = found(await tx.one(Event, { id: session.eventId, organizationId }));
    const dueAt = nextDaytime(tx.now, timeZone);
    const critics = await criticsToRemind(tx, session);
    await post(
      tx,
      critics.map(({ personId, authors: speaksOf }) => {
        return { organizationId, kind: 'critique-reminder', subjectId: id, personId, dueAt, speaksOf };
      }),
    );
  });
}
