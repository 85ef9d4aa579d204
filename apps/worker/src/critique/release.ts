import {
  type Database,
  type Tx,
  endOverdue,
  payCritics,
  peopleOfSession,
  record,
  returnCredits,
  scheduleSessionFiles,
  settleAssignments,
  settleWorks,
  tellScreens,
} from '#libs/database';
import { CritiqueSession, inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';
import { post } from '#libs/mail';

/**
 * Hands the letters of a session over (critique.md, rule 7): when it ended, at the latest two hours after its evening, and at
 * home when they are due. What counts is settled, critics are paid, and everybody of the session is written to, all in one
 * transaction: stopped halfway it has not happened, and a second time finds nothing to do.
 */
export async function release(
  { organizationId, critiqueSessionId: id }: Jobs['critique.release'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const session = await tx.locked(CritiqueSession, { id, organizationId });
    if (session === null || !isDue(session, tx.now)) return;
    if (session.state === 'open' || session.state === 'planned') return forget(tx, session);
    if (session.state === 'running') await endOverdue(tx, session);
    await settleWorks(tx, session);
    await settleAssignments(tx, session);
    await payCritics(tx, session);
    await returnCredits(tx, session);
    await scheduleSessionFiles(tx, session, session.endedAt ?? tx.now);
    session.releasedAt = tx.now;
    await tx.save(session);
    await record(tx, system, 'critique-session.released', id);
    await tellEverybody(tx, session);
    await tellScreens(tx, session);
  });
}

const isDue = ({ releaseAt, releasedAt }: CritiqueSession, now: Date): boolean =>
  releasedAt === null && releaseAt !== null && releaseAt <= now;

/** Of a session that did not begin there is nothing to hand over, and nobody is woken for it again. */
async function forget(tx: Tx, session: CritiqueSession): Promise<void> {
  session.releaseAt = null;
  await tx.save(session);
}

/** One mail a person: the letter of those who brought a work, thanks and the choice of people. It names nobody. */
async function tellEverybody(tx: Tx, session: CritiqueSession): Promise<void> {
  const { id: subjectId, organizationId } = session;
  const people = await peopleOfSession(tx, session);
  await post(
    tx,
    people.map((personId) => ({ organizationId, kind: 'critique-feedback', subjectId, personId })),
  );
}
