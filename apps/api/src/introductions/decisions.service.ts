import {
  Database,
  type Tx,
  agreeBeneath,
  agreeOnUnseen,
  record,
  refusedBy,
  takeOverUnseen,
} from '#libs/database';
import { DomainError, type Event, type Introduction, type Member } from '#libs/domain';
import {
  type Changes,
  type Decided,
  SuggestionThreads,
  decideAndRepair,
  refuseUnlessTakesMore,
} from '#libs/suggestions';
import { Injectable } from '@nestjs/common';
import { readPair, readPairs } from './board.ts';
import { change, drop, dropEach, keep } from './decide-pair.ts';
import type { DecisionChanges, DecisionView, DropsView } from './decisions.dto.ts';
import { refuseOverCap } from './evening.ts';
import type { DecisionOn, PairInput } from './introductions.dto.ts';
import { keepApartNoMore, keepOwnPair, makeRoom, refusePair, whoCame } from './own-pairs.ts';

/** Nobody leaves a decision: a page that is left has sent its last ones, and they are kept. */
const stays = { signal: new AbortController().signal, tell: () => undefined };

/** Decisions of a host that give or take places, so that the suggestions beside them are planned again at once. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly db: Database,
    private readonly threads: SuggestionThreads,
  ) {}

  /** A pair of the host's own; two whom a host kept apart at any evening only where this one says `again`. */
  pin(member: Member, eventId: string, { attendeeA, attendeeB, again }: PairInput): Promise<DecisionView> {
    return this.decide(member, eventId, async (tx, event) => {
      refuseUnlessTakesMore(event, tx.now);
      const [a, b] = [await whoCame(tx, event, attendeeA), await whoCame(tx, event, attendeeB)];
      const wereApart = again === true && (await keepApartNoMore(tx, member.organizationId, a, b));
      await refusePair(tx, event, a, b);
      const pinned = await keepOwnPair(tx, member, event, [a, b]);
      await refuseOverCap(tx, pinned);
      await record(tx, member.actor, 'introduction.pinned', pinned.id);
      if (wereApart) await record(tx, member.actor, 'introduction.kept-apart-no-more', pinned.id);
      return decided(pinned, await makeRoom(tx, member, pinned, [a, b]));
    });
  }

  /** Never: the two are kept apart from now on. */
  drop(member: Member, eventId: string, decision: DecisionOn): Promise<DecisionView> {
    return this.decide(member, eventId, async (tx) => {
      return decided(await drop(tx, member, eventId, decision));
    });
  }

  /** The approval is taken back, before the first question leaves. */
  takeBack(member: Member, eventId: string, decision: DecisionOn): Promise<DecisionView> {
    return this.decide(member, eventId, async (tx) => {
      let agreedFor: Date | null = null;
      const withdrawn = await change(tx, member, eventId, decision, (introduction) => {
        agreedFor = introduction.releaseAt;
        introduction.withdraw(tx.now);
      });
      await keep(tx, member, withdrawn, 'taken-back');
      await agreeOnUnseen(tx, withdrawn, agreedFor);
      return decided(withdrawn);
    });
  }

  /** What was dropped or taken back is the host's own pair from now on, refused for what refuses any other. */
  bringBack(member: Member, eventId: string, decision: DecisionOn): Promise<DecisionView> {
    return this.decide(member, eventId, async (tx, event) => {
      const back = await change(tx, member, eventId, decision, (introduction) => {
        introduction.bringBack(tx.now);
      });
      refuseUnlessTakesMore(event, tx.now);
      const [a, b] = [await whoCame(tx, event, back.attendeeA), await whoCame(tx, event, back.attendeeB)];
      await keepApartNoMore(tx, back.organizationId, a, b);
      await refusePair(tx, event, a, b);
      const agreedFor = await takeOverUnseen(tx, back);
      await keep(tx, member, back, 'brought-back');
      await agreeBeneath(tx, back, agreedFor);
      await refuseOverCap(tx, back);
      return decided(back, await makeRoom(tx, member, back, [a, b]));
    });
  }

  /** Never, to several at once: each on its own, and the rest is planned again once. */
  dropAll(member: Member, eventId: string, decisions: readonly DecisionOn[]): Promise<DropsView> {
    return this.decideAs(member, eventId, {
      decide: (tx) => dropEach(tx, member, eventId, decisions),
      done: async (tx, drops, changes) => ({
        dropped: await readPairs(tx, member, drops.dropped),
        refused: drops.refused,
        changes: await changesOf(tx, member, drops, changes),
      }),
    });
  }

  private decide(
    member: Member,
    eventId: string,
    decide: (tx: Tx, event: Event) => Promise<DecidedOn>,
  ): Promise<DecisionView> {
    return this.decideAs(member, eventId, {
      decide,
      done: async (tx, decided, changes) => ({
        introduction: await readPair(tx, member, eventId, decided.introductionId),
        changes: await changesOf(tx, member, decided, changes),
      }),
    });
  }

  private async decideAs<What extends Decided, View extends object>(
    decider: Member,
    eventId: string,
    decision: {
      decide: (tx: Tx, event: Event) => Promise<What>;
      done: (tx: Tx, decided: What, changes: Changes) => Promise<View>;
    },
  ): Promise<View> {
    const { db, threads } = this;
    const before = await db.answeredBefore(decider.scope);
    if (before !== undefined) return before.result as View;
    try {
      return await decideAndRepair({ db, threads, decider, eventId, waiting: stays }, decision);
    } catch (error) {
      // The same pair from another event of this organization, at the same moment.
      if (refusedBy(error) === 'introductions_one_live') throw new DomainError('introduction-pair-exists');
      throw error;
    }
  }
}

interface DecidedOn extends Decided {
  introductionId: string;
}

const decided = ({ id, personA, personB }: Introduction, gone: readonly Introduction[] = []): DecidedOn => ({
  introductionId: id,
  touched: [personA, personB, ...gone.flatMap((one) => [one.personA, one.personB])],
  gone,
});

async function changesOf(
  tx: Tx,
  member: Member,
  decided: Decided,
  { added, gone }: Changes,
): Promise<DecisionChanges> {
  return {
    added: await readPairs(tx, member, added),
    gone: [...decided.gone, ...gone].map(({ id }) => id),
  };
}
