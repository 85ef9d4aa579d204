import {
  Database,
  type Tx,
  giveSlotAway,
  keepSlot,
  lockSession,
  loseTurn,
  markHeard,
  nextAtTable,
  record,
  regainTurn,
  slotOf,
  tellScreens,
} from '#libs/database';
import {
  type CritiqueSession,
  type CritiqueSlot,
  DomainError,
  type Member,
  authorAwaitedMs,
} from '#libs/domain';
import { later } from '#libs/jobs';
import type { ActivityAction } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { type RunOf, refuseUnlessRunning } from './run.service.ts';

/** A slot as somebody saw it when they pressed. */
export interface SlotSeen extends RunOf {
  slotId: string;
  version: number;
}

type Act = (slot: CritiqueSlot, session: CritiqueSession, tx: Tx) => void | Promise<void>;

/**
 * What a facilitator does to the clock of a work. Each act is for the version it saw: of two who press at once, the second
 * is told that somebody changed it (changed-meanwhile).
 */
@Injectable()
export class CritiqueSlotsService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError critique-slot-started, critique-table-busy */
  start(member: Member, seen: SlotSeen): Promise<void> {
    return this.act(member, seen, 'critique-slot.started', (slot, _, { now }) => {
      slot.start(now);
    });
  }

  /** @throws DomainError critique-slot-not-running */
  pause(member: Member, seen: SlotSeen): Promise<void> {
    return this.act(member, seen, 'critique-slot.paused', (slot, { phases }, { now }) => {
      slot.pause(phases, now);
    });
  }

  /** @throws DomainError critique-slot-not-paused */
  resume(member: Member, seen: SlotSeen): Promise<void> {
    return this.act(member, seen, 'critique-slot.resumed', (slot, _, { now }) => {
      slot.resume(now);
    });
  }

  /** @throws DomainError critique-slot-not-running, critique-extra-minute-used */
  plusOneMinute(member: Member, seen: SlotSeen): Promise<void> {
    return this.act(member, seen, 'critique-slot.extra-minute', (slot, { phases }, { now }) => {
      slot.plusOneMinute(phases, now);
    });
  }

  /** @throws DomainError critique-slot-not-running */
  skip(member: Member, seen: SlotSeen): Promise<void> {
    return this.act(member, seen, 'critique-slot.phase-skipped', (slot, { phases }, { now }) => {
      slot.skip(phases, now);
    });
  }

  /**
   * The work was heard, unless its author is waited for in vain; the next of the table starts if `start` says so.
   * @throws DomainError critique-slot-not-running
   */
  next(member: Member, seen: SlotSeen, start: boolean): Promise<void> {
    return this.act(member, seen, 'critique-slot.finished', async (slot, _, tx) => {
      const wasHeard = slot.authorMissingAt === null;
      slot.finish(tx.now);
      if (!wasHeard) slot.drop(tx.now);
      await keepSlot(tx, slot);
      await (wasHeard ? markHeard(tx, slot) : loseTurn(tx, slot));
      const next = start ? await nextAtTable(tx, slot) : undefined;
      if (next === undefined) return;
      next.start(tx.now);
      await keepSlot(tx, next);
      await record(tx, member.actor, 'critique-slot.started', next.id);
    });
  }

  /**
   * The author is waited for; after three minutes a job, or this act again, gives the slot to the head of the waitlist.
   * @throws DomainError critique-slot-over, critique-author-awaited
   */
  missAuthor(member: Member, seen: SlotSeen): Promise<void> {
    return this.act(member, seen, 'critique-slot.author-missing', async (slot, session, tx) => {
      if (slot.isForfeited(tx.now)) {
        await giveSlotAway(tx, session, slot);
        return;
      }
      if (slot.authorMissingAt !== null) throw new DomainError('critique-author-awaited');
      slot.missAuthor(tx.now);
      const { organizationId, id: slotId } = slot;
      const runAt = new Date(tx.now.getTime() + authorAwaitedMs);
      const key = `author-missing:${slotId}:${runAt.toISOString()}`;
      await later(tx, 'critique.author-missing', { organizationId, slotId }, { key, runAt });
    });
  }

  /** A work that was passed over meanwhile is the next of its table. @throws DomainError critique-author-not-missing */
  findAuthor(member: Member, seen: SlotSeen): Promise<void> {
    return this.act(member, seen, 'critique-slot.author-here', async (slot, _, tx) => {
      const wasPassedOver = slot.state === 'skipped';
      slot.findAuthor();
      if (wasPassedOver) await regainTurn(tx, slot);
    });
  }

  /** @throws DomainError not-found, critique-not-running, changed-meanwhile */
  private act(
    member: Member,
    { eventId, critiqueSessionId: id, slotId, version }: SlotSeen,
    action: ActivityAction,
    act: Act,
  ): Promise<void> {
    return this.db.write(member.scope, async (tx) => {
      const session = await lockSession(tx, { organizationId: member.organizationId, eventId, id });
      refuseUnlessRunning(session);
      const slot = await slotOf(tx, session, slotId);
      if (slot.version !== version) throw new DomainError('changed-meanwhile');
      await act(slot, session, tx);
      // Some acts have written it already, in their own order.
      if (slot.version === version) await keepSlot(tx, slot);
      await record(tx, member.actor, action, slotId);
      await tellScreens(tx, session);
    });
  }
}
