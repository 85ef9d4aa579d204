import { Database, type Tx, keepTransition, record } from '#libs/database';
import { DomainError, Event, Introduction, type Member, found, nextAsk } from '#libs/domain';
import { later } from '#libs/jobs';
import { Injectable } from '@nestjs/common';
import { readBoard, readPair } from './board.ts';
import {
  lockEvening,
  lockIntroduction,
  obstaclesOf,
  refuseForWhatIsKnownHere,
  refuseOverCap,
  refuseUnlessTakesMore,
} from './evening.ts';
import {
  type ApprovedRows,
  type BoardRows,
  type DecisionOn,
  type IntroductionView,
  type MailPreview,
  type Rewording,
} from './introductions.dto.ts';
import { readNamed } from './introductions.queries.ts';
import { previewOf } from './mail-preview.ts';

/** What a host decides about introductions. Nothing is sent before an approval, and nothing here sends. */
@Injectable()
export class IntroductionsService {
  constructor(private readonly db: Database) {}

  board(member: Member, eventId: string): Promise<BoardRows> {
    return this.db.read(member.scope, (reader) => readBoard(reader, member, eventId));
  }

  approve(member: Member, eventId: string, decision: DecisionOn): Promise<IntroductionView> {
    return this.db.write(member.scope, async (tx) => {
      const refusal = await approveOne(tx, member, await lockEvening(tx, member, eventId), decision);
      if (refusal !== null) throw refusal;
      return readPair(tx, member, eventId, decision.id);
    });
  }

  /** Each on its own: one that cannot be approved does not stop the others. */
  approveAll(member: Member, eventId: string, decisions: readonly DecisionOn[]): Promise<ApprovedRows> {
    return this.db.write(member.scope, async (tx) => {
      const event = await lockEvening(tx, member, eventId);
      const { approved, refused }: ApprovedRows = { approved: [], refused: [] };
      for (const decision of decisions) {
        const refusal = await approveOne(tx, member, event, decision);
        if (refusal === null) approved.push(decision.id);
        else refused.push({ id: decision.id, code: refusal.code });
      }
      return { approved, refused };
    });
  }

  drop(member: Member, eventId: string, decision: DecisionOn): Promise<IntroductionView> {
    return this.decide(member, eventId, decision, 'dropped', (introduction, now) => {
      introduction.dismiss('by-host', now);
    });
  }

  takeBack(member: Member, eventId: string, decision: DecisionOn): Promise<IntroductionView> {
    return this.decide(member, eventId, decision, 'taken-back', (introduction, now) => {
      introduction.withdraw(now);
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

  /** Both questions as they will read. */
  mails(member: Member, eventId: string, id: string): Promise<MailPreview[]> {
    const { organizationId } = member;
    return this.db.read(member.scope, async (reader) => {
      const introduction = found(await reader.one(Introduction, { id, eventId, organizationId }));
      const event = found(await reader.one(Event, { id: eventId, organizationId }));
      const [organization] = await reader.query<{ name: string; accent: string | null }>(
        'select name, accent from organizations where id = $1',
        [organizationId],
      );
      const named = await readNamed(reader, organizationId, [introduction.attendeeA, introduction.attendeeB]);
      const a = found(named.find(({ attendeeId }) => attendeeId === introduction.attendeeA));
      const b = found(named.find(({ attendeeId }) => attendeeId === introduction.attendeeB));
      const asked = introduction.askAt ?? nextAsk(reader.now, event.timeZone);
      const about = { ...found(organization), event, asked };
      return [previewOf(about, a, b, introduction.lineForA), previewOf(about, b, a, introduction.lineForB)];
    });
  }

  private decide(
    member: Member,
    eventId: string,
    { id, version }: DecisionOn,
    transition: string,
    act: (introduction: Introduction, now: Date) => void,
  ): Promise<IntroductionView> {
    return this.db.write(member.scope, async (tx) => {
      await lockEvening(tx, member, eventId);
      const introduction = await lockIntroduction(tx, member, eventId, id);
      const seen = introduction.version;
      // Its state first: "the first question has left already" says more than that something changed.
      act(introduction, tx.now);
      if (seen !== version) throw new DomainError('changed-meanwhile');
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
    await keepTransition(tx, introduction, member.actor, 'approved');
    await record(tx, member.actor, 'introduction.approved', id);
    await askLater(tx, introduction, askAt);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** One job a person and slot, whatever the number of their introductions: they are asked in one mail. */
async function askLater(tx: Tx, introduction: Introduction, askAt: Date): Promise<void> {
  const { organizationId, personA, personB, askFirst } = introduction;
  for (const personId of askFirst === null ? [personA, personB] : [askFirst]) {
    const key = `ask:${organizationId}:${personId}:${askAt.toISOString()}`;
    await later(tx, 'introductions.ask', { organizationId, personId }, { key, runAt: askAt });
  }
}
