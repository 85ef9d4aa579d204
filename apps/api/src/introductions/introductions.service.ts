import { Database, type Tx, askFirstOf, keepTransition, record, wellKnownAmong } from '#libs/database';
import { DomainError, Event, Introduction, type Member, nextAsk, standing } from '#libs/domain';
import { later } from '#libs/jobs';
import { lockEvening, lockEveningOfTold, refuseUnlessTakesMore } from '#libs/suggestions';
import { Injectable } from '@nestjs/common';
import { readBoard, readPair, refusedWith } from './board.ts';
import {
  lockIntroduction,
  obstaclesOf,
  refuseForWhatIsKnownHere,
  refuseOverCap,
  refuseOverQuarterCap,
} from './evening.ts';
import {
  type ApprovedRows,
  type BoardRows,
  type DecisionOn,
  type IntroductionView,
  type NoteInput,
  type Rewording,
} from './introductions.dto.ts';

/** What a host decides about introductions. Nothing is sent before an approval, and nothing here sends. */
@Injectable()
export class IntroductionsService {
  constructor(private readonly db: Database) {}

  board(member: Member, eventId: string): Promise<BoardRows> {
    return this.db.read(member.scope, (reader) => readBoard(reader, member, eventId));
  }

  approve(member: Member, eventId: string, decision: DecisionOn): Promise<IntroductionView> {
    return this.db.write(member.scope, async (tx) => {
      const refusal = await approveOne(
        tx,
        member,
        await lockEveningOfTold(tx, member.organizationId, eventId),
        decision,
      );
      if (refusal !== null) throw await refusedWith(tx, member, eventId, decision.id, refusal);
      return readPair(tx, member, eventId, decision.id);
    });
  }

  /** Each on its own: one that cannot be approved does not stop the others. */
  approveAll(member: Member, eventId: string, decisions: readonly DecisionOn[]): Promise<ApprovedRows> {
    return this.db.write(member.scope, async (tx) => {
      const event = await lockEveningOfTold(tx, member.organizationId, eventId);
      const { approved, refused }: ApprovedRows = { approved: [], refused: [] };
      for (const decision of decisions) {
        const refusal = await approveOne(tx, member, event, decision);
        if (refusal === null) approved.push(decision.id);
        else refused.push({ id: decision.id, code: refusal.code });
      }
      return { approved, refused };
    });
  }

  reword(
    member: Member,
    eventId: string,
    id: string,
    { version, reasonForA, reasonForB }: Rewording,
  ): Promise<IntroductionView> {
    return this.decide(member, eventId, { id, version }, 'reworded', (introduction) => {
      introduction.reword(reasonForA, reasonForB);
    });
  }

  annotate(
    member: Member,
    eventId: string,
    id: string,
    { version, note }: NoteInput,
  ): Promise<IntroductionView> {
    return this.decide(member, eventId, { id, version }, 'noted', (introduction) => {
      introduction.annotate(note);
    });
  }

  /**
   * Ends an introduction that reads "asked". Inside it closes quietly; to both people and on the board it runs on to its
   * usual day, because what the answers were until now is nobody's to learn. One that is dead already is stopped alike.
   */
  stop(member: Member, eventId: string, decision: DecisionOn): Promise<IntroductionView> {
    return this.decide(member, eventId, decision, 'stopped', (introduction, now) => {
      if (standing(introduction, now) !== 'asked') throw new DomainError('introduction-not-asked');
      introduction.closeQuietly('host-stop', now);
    });
  }

  private decide(
    member: Member,
    eventId: string,
    { id, version }: DecisionOn,
    transition: 'reworded' | 'noted' | 'stopped',
    act: (introduction: Introduction, now: Date) => void,
  ): Promise<IntroductionView> {
    return this.db.write(member.scope, async (tx) => {
      await lockEvening(tx, member.organizationId, eventId);
      const introduction = await lockIntroduction(tx, member, eventId, id);
      const seen = introduction.version;
      try {
        // Its state first: "the first question has left already" says more than that something changed.
        act(introduction, tx.now);
        if (seen !== version) throw new DomainError('changed-meanwhile');
      } catch (error) {
        throw await refusedWith(tx, member, eventId, id, error);
      }
      await keepTransition(tx, introduction, member.actor, transition);
      await record(tx, member.actor, `introduction.${transition}`, id);
      return readPair(tx, member, eventId, id);
    });
  }
}

/** @returns why it was refused, or null; a refusal has changed nothing */
async function approveOne(
  tx: Tx,
  member: Member,
  event: Event,
  { id, version }: DecisionOn,
): Promise<DomainError | null> {
  try {
    const introduction = await lockIntroduction(tx, member, event.id, id);
    const seen = introduction.version;
    const askAt = nextAsk(tx.now, event.timeZone);
    introduction.approve(member.personId, askAt, tx.now);
    if (seen !== version) throw new DomainError('changed-meanwhile');
    refuseUnlessTakesMore(event, tx.now);
    const obstacles = await obstaclesOf(tx, introduction);
    refuseForWhatIsKnownHere(obstacles.between(introduction.personA, introduction.personB));
    await refuseOverCap(tx, introduction);
    // A mark that a host made after the suggestion counts.
    const wellKnown = await wellKnownAmong(tx, member.organizationId, attendeesOf(introduction));
    await refuseOverQuarterCap(tx, introduction, wellKnown);
    introduction.orderAsks(askFirstOf(introduction, wellKnown));
    await keepTransition(tx, introduction, member.actor, 'approved');
    await record(tx, member.actor, 'introduction.approved', id);
    await askLater(tx, introduction, askAt);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const attendeesOf = ({ attendeeA, attendeeB }: Introduction): string[] => [attendeeA, attendeeB];

/** One job a person and slot, whatever the number of their introductions: they are asked in one mail. */
async function askLater(tx: Tx, introduction: Introduction, askAt: Date): Promise<void> {
  const { organizationId, personA, personB, askFirst } = introduction;
  for (const personId of askFirst === null ? [personA, personB] : [askFirst]) {
    const key = `ask:${organizationId}:${personId}:${askAt.toISOString()}`;
    await later(tx, 'introductions.ask', { organizationId, personId }, { key, runAt: askAt });
  }
}
