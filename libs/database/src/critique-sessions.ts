import { CritiqueSession, found } from '#libs/domain';
import { wakeAt } from './jobs.ts';
import type { Tx } from './tx.ts';

export interface CritiqueSessionIds {
  organizationId: string;
  eventId: string;
  id: string;
}

/**
 * The session, held until the end of the transaction: whatever changes its works, slots or critics comes one after the
 * other. People are locked before it, everything below it after it.
 * @throws DomainError not-found, also for a session of another event or organization
 */
export async function lockSession(
  tx: Tx,
  { organizationId, eventId, id }: CritiqueSessionIds,
): Promise<CritiqueSession> {
  return found(await tx.locked(CritiqueSession, { id, eventId, organizationId }));
}

/**
 * Somebody's seat at these evenings is gone: what they had in a session goes to others. A job does it, because whoever frees
 * a seat holds the counter row of the event, and RSVPs must not wait there until a plan has been drawn.
 */
export async function reseatLater(tx: Tx, eventIds: readonly string[]): Promise<void> {
  const sessions = await tx.query<{ id: string; organizationId: string }>(
    `select id, organization_id as "organizationId" from critique_sessions where event_id = any ($1::uuid[]) and state <> 'ended'
     order by id`,
    [eventIds],
  );
  for (const { id: critiqueSessionId, organizationId } of sessions) {
    const when = { key: `critique-reseat:${critiqueSessionId}`, runAt: tx.now };
    await wakeAt(tx, 'critique.reseat', { organizationId, critiqueSessionId }, when);
  }
}

/** Counts the locked session up, so that every screen that shows it is told at the commit. */
export async function tellScreens(tx: Tx, session: CritiqueSession): Promise<void> {
  session.version += 1;
  await tx.query('update critique_sessions set version = $2 where id = $1 and organization_id = $3', [
    session.id,
    session.version,
    session.organizationId,
  ]);
}
