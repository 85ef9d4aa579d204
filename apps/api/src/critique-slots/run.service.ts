import {
  Database,
  type Tx,
  assignmentOf,
  endRun,
  findCritic,
  lockSession,
  missCritic,
  record,
  tellScreens,
} from '#libs/database';
import {
  type Assignment,
  type CritiqueSession,
  CritiqueSlot,
  DomainError,
  Event,
  type Member,
  found,
} from '#libs/domain';
import { later } from '#libs/jobs';
import type { ActivityAction } from '#libs/words';
import { Injectable } from '@nestjs/common';

export interface RunOf {
  eventId: string;
  critiqueSessionId: string;
}

/** The evening of a session from its start to its end, and who of its critics is there. */
@Injectable()
export class CritiqueRunService {
  constructor(private readonly db: Database) {}

  /**
   * Works are heard from now on. The letters leave when it ends, and two hours after the evening at the latest. Repeating it
   * is harmless.
   * @throws DomainError not-found, event-cancelled, critique-not-planned, critique-too-early, critique-too-late
   */
  start(member: Member, run: RunOf): Promise<void> {
    return this.change(member, run, 'critique-session.started', async (tx, session) => {
      if (session.state === 'running') return null;
      const { organizationId, eventId, id } = session;
      session.start(found(await tx.one(Event, { id: eventId, organizationId })), tx.now);
      await tx.save(session);
      await releaseLater(tx, session);
      return id;
    });
  }

  /**
   * Started too soon: its plan can be made again, as long as no work was on. Repeating it is harmless.
   * @throws DomainError not-found, critique-not-running, critique-slot-started
   */
  unstart(member: Member, run: RunOf): Promise<void> {
    return this.change(member, run, 'critique-session.unstarted', async (tx, session) => {
      if (session.state === 'planned') return null;
      session.unstart();
      const { id: critiqueSessionId, organizationId } = session;
      const slots = await tx.find(CritiqueSlot, { where: { critiqueSessionId, organizationId } });
      const isUntouched = ({ state, authorMissingAt }: CritiqueSlot): boolean =>
        state === 'planned' && authorMissingAt === null;
      if (!slots.every(isUntouched)) throw new DomainError('critique-slot-started');
      await tx.save(session);
      return critiqueSessionId;
    });
  }

  /** What runs was heard, what was planned was not, and the letters leave. @throws DomainError not-found, critique-not-running */
  end(member: Member, run: RunOf): Promise<void> {
    return this.change(member, run, 'critique-session.ended', async (tx, session) => {
      refuseUnlessRunning(session);
      await endRun(tx, session);
      await tx.save(session);
      await releaseLater(tx, session);
      return session.id;
    });
  }

  /**
   * A guest without a work is drawn in their place, if there is one.
   * @throws DomainError not-found, critique-not-running, critique-critic-not-expected, critique-slot-over
   */
  miss(member: Member, run: RunOf, assignmentId: string): Promise<void> {
    return this.changeCritic(member, run, assignmentId, 'assignment.missed', missCritic);
  }

  /**
   * Here after all; whoever was drawn instead goes.
   * @throws DomainError not-found, critique-not-running, critique-critic-not-missing, critique-standby-began, critique-slot-over
   */
  find(member: Member, run: RunOf, assignmentId: string): Promise<void> {
    return this.changeCritic(member, run, assignmentId, 'assignment.here', findCritic);
  }

  private changeCritic(
    member: Member,
    run: RunOf,
    assignmentId: string,
    action: ActivityAction,
    work: (tx: Tx, session: CritiqueSession, slot: CritiqueSlot, assignment: Assignment) => Promise<unknown>,
  ): Promise<void> {
    return this.change(member, run, action, async (tx, session) => {
      refuseUnlessRunning(session);
      const assignment = await assignmentOf(tx, session, assignmentId);
      const { submissionId, organizationId } = assignment;
      const slot = await tx.one(CritiqueSlot, { submissionId, organizationId });
      // At home nobody waits for a critic, and whose work lost its time is not heard tonight.
      if (slot === null) throw new DomainError('critique-critic-not-expected');
      await work(tx, session, slot, assignment);
      return assignment.id;
    });
  }

  /** @param work gives the id of what it changed; null: nothing, it stood so already */
  private change(
    member: Member,
    { eventId, critiqueSessionId: id }: RunOf,
    action: ActivityAction,
    work: (tx: Tx, session: CritiqueSession) => Promise<string | null>,
  ): Promise<void> {
    return this.db.write(member.scope, async (tx) => {
      const session = await lockSession(tx, { organizationId: member.organizationId, eventId, id });
      const changed = await work(tx, session);
      if (changed === null) return;
      await record(tx, member.actor, action, changed);
      await tellScreens(tx, session);
    });
  }
}

export function refuseUnlessRunning({ state }: CritiqueSession): void {
  if (state !== 'running') throw new DomainError('critique-not-running');
}

async function releaseLater(tx: Tx, { id, organizationId, releaseAt }: CritiqueSession): Promise<void> {
  const when = { key: `critique-release:${id}`, runAt: found(releaseAt) };
  await later(tx, 'critique.release', { organizationId, critiqueSessionId: id }, when);
}
