import { type CritiqueSession, Event, found } from '#libs/domain';
import { returnSpent } from './critique-credits.ts';
import { scheduleSessionFiles } from './critique-release.ts';
import { tellScreens } from './critique-sessions.ts';
import { hasBegun } from './critique-standby.ts';
import { wakeAt } from './jobs.ts';
import type { Reader, Tx } from './tx.ts';

// The end of a session that was never held. The caller holds it.

/**
 * Nobody is heard: works wait for another session, and so keep their turn (critique.md, rule 3), what they took is given back,
 * and their files go as after any session.
 * @throws DomainError critique-started
 */
export async function callOff(tx: Tx, session: CritiqueSession): Promise<void> {
  const { id, organizationId, eventId } = session;
  session.callOff(tx.now);
  await clearPlan(tx, session, []);
  const works = await tx.query<{ id: string }>(
    `update submissions set place = null, version = version + 1,
       state = case when state in ('submitted', 'accepted') then 'waitlisted' else state end
     where critique_session_id = $1 and organization_id = $2 returning id`,
    [id, organizationId],
  );
  await returnSpent(
    tx,
    organizationId,
    works.map((work) => work.id),
  );
  const { endsAt } = found(await tx.one(Event, { id: eventId, organizationId }));
  await tx.save(session);
  await scheduleSessionFiles(tx, session, endsAt < tx.now ? endsAt : tx.now);
  await tellScreens(tx, session);
}

/** What stood is gone, apart from the hearings that are kept and those that somebody has begun to write for. */
export async function clearPlan(
  tx: Tx,
  { id, organizationId }: CritiqueSession,
  kept: readonly string[],
): Promise<void> {
  await tx.query('delete from critique_slots where critique_session_id = $1 and organization_id = $2', [
    id,
    organizationId,
  ]);
  await tx.query(
    `delete from assignments g where g.critique_session_id = $1 and g.organization_id = $2 and not (g.id = any ($3::uuid[]))
       and not ${hasBegun}`,
    [id, organizationId, kept],
  );
}

/**
 * Whether a session that nobody started is over by itself: its evening is cancelled, or a day has passed since then; works
 * that are heard at home may be handed out for 30 days after it. As the view `due_work` has it.
 */
export async function isMissed(reader: Reader, { id, organizationId }: CritiqueSession): Promise<boolean> {
  const rows = await reader.query(
    `select from due_work where task = 'critique.call-off' and organization_id = $1 and subject_id = $2 and due_at <= $3`,
    [organizationId, id, reader.now],
  );
  return rows.length > 0;
}

/** The evening is cancelled: none of its sessions is held that has not begun. */
export async function callOffLater(tx: Tx, organizationId: string, eventId: string): Promise<void> {
  const sessions = await tx.query<{ id: string }>(
    `select id from critique_sessions where event_id = $1 and organization_id = $2 and state in ('open', 'planned') order by id`,
    [eventId, organizationId],
  );
  for (const { id: critiqueSessionId } of sessions) {
    const when = { key: `critique-call-off:${critiqueSessionId}`, runAt: tx.now };
    await wakeAt(tx, 'critique.call-off', { organizationId, critiqueSessionId }, when);
  }
}
