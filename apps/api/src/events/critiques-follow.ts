import { type Tx, lockSession, moveDeadlines, tellScreens } from '#libs/database';
import { CritiqueSession, type Event, Submission } from '#libs/domain';
import { postPlan } from '#libs/mail';

/**
 * The evening moved: deadlines of its critique sessions keep their local time, and whoever was told when their work is heard
 * is told the new time. The caller holds the event, which comes before its sessions.
 */
export async function critiquesFollow(
  tx: Tx,
  event: Event,
  before: Pick<Event, 'timeZone' | 'startsAt'>,
): Promise<void> {
  const { id: eventId, organizationId } = event;
  if (event.timeZone !== before.timeZone) await moveDeadlines(tx, eventId);
  if (event.startsAt.getTime() === before.startsAt.getTime()) return;
  const planned = await tx.find(CritiqueSession, {
    where: { eventId, organizationId, state: 'planned' },
    order: { id: 'ASC' },
  });
  for (const { id } of planned) {
    const session = await lockSession(tx, { organizationId, eventId, id });
    if (session.state !== 'planned') continue;
    await tellScreens(tx, session);
    const heard = await tx.find(Submission, {
      where: { critiqueSessionId: id, organizationId, state: 'accepted' },
    });
    await postPlan(tx, session, new Set(heard.map(({ personId }) => personId)));
  }
}
