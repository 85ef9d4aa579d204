import { type Database, unwrittenAt } from '#libs/database';
import { Event, eveningTakesMore, inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';
import { post } from '#libs/mail';

/**
 * The morning after an evening: one mail to everybody who came and may be written to. A list that comes later sets the
 * morning anew, for those it adds; the row of the event is locked, so that nobody falls between the two.
 */
export async function morning(
  { organizationId, eventId }: Jobs['introductions.morning'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const event = await tx.locked(Event, { id: eventId, organizationId });
    const dueAt = event?.morningAt ?? null;
    if (event === null || dueAt === null || tx.now < dueAt) return;
    event.morningAt = null;
    await tx.save(event);
    if (event.state !== 'published' || !eveningTakesMore(event.endsAt, tx.now)) return;
    const unwritten = await unwrittenAt(tx, organizationId, eventId);
    await post(
      tx,
      unwritten.map(({ attendeeId: subjectId, personId }) => {
        return { organizationId, kind: 'morning-after', subjectId, personId, dueAt };
      }),
    );
  });
}
