import {
  Database,
  type Tx,
  clearPlan,
  hasBegun,
  hearingsOf,
  lockSession,
  record,
  tellScreens,
} from '#libs/database';
import { type CritiqueSession, DomainError, type Member } from '#libs/domain';
import { later } from '#libs/jobs';
import { postPlan } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import { RefusedWith } from '../problems/refused-with.ts';
import { BegunView, PlanView } from './critique-plans.dto.ts';
import { eveningOf } from './critique-sessions.queries.ts';
import { draftPlan } from './draft-plan.ts';
import { keepPlan } from './keep-plan.ts';
import { readPlan } from './plan-state.ts';

/** Who hears whom, where and when: made, made again around what a host decided, and taken back. */
@Injectable()
export class CritiquePlansService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found */
  look({ scope, organizationId }: Member, eventId: string, id: string): Promise<PlanView> {
    return this.db.read(scope, async (reader) =>
      PlanView.of(await readPlan(reader, { organizationId, eventId, id })),
    );
  }

  /**
   * As many works as there is time for, in their order, the others on the waitlist; exactly k critics for each and k works for
   * each author. Made again, places stand, and so does what a host chose or a critic began to write for; the rest is drawn
   * anew. A written session runs from then on.
   * @param seed draws the lots; the session's own when absent
   * @throws DomainError not-found, critique-started, critique-too-short, critique-too-few-works; critique-shortage with those
   * for whom it cannot be
   */
  plan(member: Member, eventId: string, id: string, seed?: number): Promise<PlanView> {
    const key = { organizationId: member.organizationId, eventId, id };
    return this.db.write(member.scope, async (tx) => {
      const session = await lockSession(tx, key);
      session.refuseOnceStarted();
      const isFirst = session.state === 'open';
      const before = await hearingsOf(tx, session);
      const drawn = await draftPlan(tx, session, await eveningOf(tx, member.organizationId, eventId), seed);
      await keepPlan(tx, session, drawn);
      session.plan(drawn.critics, drawn.seed, tx.now);
      await tx.save(session);
      await tellScreens(tx, session);
      await record(tx, member.actor, 'critique-session.planned', id, {
        works: drawn.accepted.length,
        critics: drawn.critics,
      });
      if (session.format === 'written') await wakeWritten(tx, session);
      await postPlan(tx, session, isFirst ? null : await changedSince(tx, session, before));
      return PlanView.of(await readPlan(tx, key));
    });
  }

  /**
   * Works wait in their order again. Who was told their place hears from the next plan.
   * @throws DomainError not-found, critique-not-planned, critique-started; critique-words-begun with how many critics began
   */
  unplan(member: Member, eventId: string, id: string): Promise<PlanView> {
    const key = { organizationId: member.organizationId, eventId, id };
    return this.db.write(member.scope, async (tx) => {
      const session = await lockSession(tx, key);
      session.unplan();
      await refuseToLose(tx, session);
      await clearPlan(tx, session, []);
      await tx.query(
        `update submissions set state = 'submitted', place = null, version = version + 1
         where critique_session_id = $1 and organization_id = $2 and state in ('accepted', 'waitlisted')`,
        [id, member.organizationId],
      );
      await tx.save(session);
      await tellScreens(tx, session);
      await record(tx, member.actor, 'critique-session.unplanned', id);
      return PlanView.of(await readPlan(tx, key));
    });
  }
}

/** Critics may write ahead of the evening, and what they wrote hangs on who hears whom. Another plan keeps it. */
async function refuseToLose(tx: Tx, { id, organizationId }: CritiqueSession): Promise<void> {
  const [row] = await tx.query<{ critics: number }>(
    `select count(distinct g.person_id)::int as critics from assignments g join submissions w on w.id = g.submission_id
     where g.critique_session_id = $1 and g.organization_id = $2 and w.state in ('accepted', 'waitlisted')
       and g.state = 'assigned' and ${hasBegun}`,
    [id, organizationId],
  );
  const critics = row?.critics ?? 0;
  if (critics > 0) throw new RefusedWith(new DomainError('critique-words-begun'), BegunView.of(critics));
}

async function wakeWritten(tx: Tx, session: CritiqueSession): Promise<void> {
  const { organizationId, id: critiqueSessionId, remindAt, releaseAt } = session;
  const job = { organizationId, critiqueSessionId };
  if (remindAt !== null)
    await later(tx, 'critique.remind', job, { key: `critique-remind:${critiqueSessionId}`, runAt: remindAt });
  if (releaseAt !== null)
    await later(tx, 'critique.release', job, {
      key: `critique-release:${critiqueSessionId}`,
      runAt: releaseAt,
    });
}

/** Whom the plan treats otherwise than before. */
async function changedSince(
  tx: Tx,
  session: CritiqueSession,
  before: ReadonlyMap<string, string>,
): Promise<Set<string>> {
  const after = await hearingsOf(tx, session);
  return new Set(
    [...before.keys(), ...after.keys()].filter((person) => before.get(person) !== after.get(person)),
  );
}
