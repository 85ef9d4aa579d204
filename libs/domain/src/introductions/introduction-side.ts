import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import { type Made, stageAfterAct, stageFrom } from './follow-up-times.ts';
import type { Features } from './features.ts';
import type { Step } from './profile.ts';

export type SideConsent = 'not_asked' | 'asked' | 'yes' | 'no' | 'no_answer';

/** How far two people came, in order. */
export const outcomes = ['talked', 'met', 'working together'] as const;
export type Outcome = (typeof outcomes)[number];

/** A side that lets this many follow-ups in a row pass is not asked again until it says something. */
const patience = 2;

export interface AskTimes {
  /** The minute its M1 is due. */
  askedAt: Date;
  remindAt: Date;
  endsAt: Date;
}

/** One attendee's half of an introduction. Its ask ends on its own day 7 whatever the other side did. */
@Entity('introduction_sides')
export class IntroductionSide {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') introductionId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') attendeeId!: string;
  @Column('varchar', { length: 10 }) consent!: SideConsent;
  /** The minute its M1 was due: days 3 and 7 count from here. */
  @Column('timestamptz', { nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) remindAt!: Date | null;
  @Column('timestamptz', { nullable: true }) remindedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) askEndsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('varchar', { length: 500, nullable: true }) privateReason!: string | null;
  /** Chosen with the yes, frozen at release; null: the person's address. */
  @Column('varchar', { length: 254, nullable: true }) contact!: string | null;
  /** The step they would take, chosen with the yes; null: the one of their profile. */
  @Column('varchar', { length: 10, nullable: true }) step!: Step | null;
  /** The furthest this side says the two have come: for itself, never shown to the other (never 13). */
  @Column('varchar', { length: 20, nullable: true }) outcome!: Outcome | null;
  @Column('timestamptz', { nullable: true }) outcomeAt!: Date | null;
  @Column('timestamptz', { nullable: true }) gladAt!: Date | null;
  /** When this side is next asked how it goes; null: not any more, or not introduced. */
  @Column('timestamptz', { nullable: true }) followUpAt!: Date | null;
  /** Follow-ups sent about this pair. */
  @Column('int') followUps!: number;
  /** Of those, the last in a row that nobody answered by any tap. */
  @Column('int') unanswered!: number;
  @Column('timestamptz', { nullable: true }) stoppedAt!: Date | null;
  /** When this side took back what it shared with the other. */
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  /** When this side wished that the two be part of a circle. */
  @Column('timestamptz', { nullable: true }) circleWishedAt!: Date | null;
  /** What spoke for a yes when the ask left, until the ask is over; never shown (training.ts). */
  @Column('jsonb', { nullable: true }) features!: Features | null;
  @Column('int') version!: number;

  static of(
    id: string,
    introduction: { id: string; organizationId: string },
    person: { personId: string; attendeeId: string },
  ): IntroductionSide {
    return Object.assign(new IntroductionSide(), {
      id,
      organizationId: introduction.organizationId,
      introductionId: introduction.id,
      ...person,
      consent: 'not_asked' as const,
      askedAt: null,
      remindAt: null,
      remindedAt: null,
      askEndsAt: null,
      answeredAt: null,
      privateReason: null,
      contact: null,
      step: null,
      outcome: null,
      outcomeAt: null,
      gladAt: null,
      followUpAt: null,
      followUps: 0,
      unanswered: 0,
      stoppedAt: null,
      withdrawnAt: null,
      circleWishedAt: null,
      features: null,
      version: 1,
    });
  }

  ask(times: AskTimes): void {
    this.seemAsked(times);
    this.consent = 'asked';
  }

  /** The pair is dead and no mail leaves, but the place in caps and the days run as if one had. */
  seemAsked({ askedAt, remindAt, endsAt }: AskTimes): void {
    Object.assign(this, { askedAt, remindAt, askEndsAt: endsAt });
    this.version += 1;
  }

  /** The ask never left after all: from outside it still stands until its day 7. */
  unask(): void {
    if (this.consent !== 'asked') return;
    this.consent = 'not_asked';
    this.version += 1;
  }

  /** Whether this side can still answer: the same for a pair that is alive and one that is not. */
  canAnswer(now: Date): boolean {
    const wasAsked = this.consent !== 'not_asked' && this.consent !== 'no_answer';
    return wasAsked && this.askEndsAt !== null && now < this.askEndsAt;
  }

  /**
   * A yes may become a no; a no stays, because the pair ended with it. Answering the same again changes nothing but
   * the contact of a yes.
   * @returns whether the consent changed
   * @throws DomainError ask-over after day 7
   */
  answer(consent: 'yes' | 'no', contact: string | null, now: Date): boolean {
    if (!this.canAnswer(now)) throw new DomainError('ask-over');
    if (this.consent === 'no') return false;
    const changed = this.consent !== consent;
    this.contact = consent === 'yes' ? contact : null;
    this.consent = consent;
    if (changed) this.answeredAt = now;
    this.version += 1;
    return changed;
  }

  /** What goes with the answer: with a yes the step they would take, with a no a reason for us alone (at most 500). */
  explain({ step, privateReason }: { step: Step | null; privateReason: string | null }): void {
    this.step = this.consent === 'yes' ? step : null;
    this.privateReason = this.consent === 'no' ? privateReason : null;
  }

  /** @returns whether there was an ask that is over now */
  endAsk(now: Date): boolean {
    if (this.consent !== 'asked' || this.askEndsAt === null || now < this.askEndsAt) return false;
    this.consent = 'no_answer';
    this.version += 1;
    return true;
  }

  remind(now: Date): void {
    this.remindedAt = now;
    this.version += 1;
  }

  /** The two were introduced: from here this side has follow-ups of its own. */
  beginFollowUps(made: Made): void {
    this.followUpAt = stageFrom(made, made.introducedAt);
    this.version += 1;
  }

  /**
   * How far this side says the two have come; null takes a mark back. Any mark moves the next follow-up at least 14 days
   * away; working together leaves nothing to ask. The same mark again changes nothing but that.
   * @returns whether the mark changed
   */
  mark(outcome: Outcome | null, made: Made, now: Date): boolean {
    const changed = this.outcome !== outcome;
    if (changed) Object.assign(this, { outcome, outcomeAt: outcome === null ? null : now });
    this.unanswered = 0;
    if (this.mayBeAsked) this.followUpAt = outcome === 'working together' ? null : stageAfterAct(made, now);
    this.version += 1;
    return changed;
  }

  /** Told to both once both are glad; may be taken back until then. @returns whether it changed */
  beGlad(glad: boolean, now: Date): boolean {
    this.unanswered = 0;
    this.version += 1;
    if ((this.gladAt !== null) === glad) return false;
    this.gladAt = glad ? now : null;
    return true;
  }

  /** "Later": not before the next stage that is 14 days away. Also takes a "stop asking" back. */
  later(made: Made, now: Date): void {
    Object.assign(this, { stoppedAt: null, unanswered: 0 });
    if (this.mayBeAsked) this.followUpAt = stageAfterAct(made, now);
    this.version += 1;
  }

  /** Ends the follow-ups of this side alone. @returns whether they were running */
  stopAsking(now: Date): boolean {
    if (this.stoppedAt !== null) return false;
    Object.assign(this, { stoppedAt: now, followUpAt: null, unanswered: 0 });
    this.version += 1;
    return true;
  }

  /** Takes back what this side shared with the other, who is then not spoken of to it either. @returns whether it changed */
  withdrawSharing(now: Date): boolean {
    if (this.withdrawnAt !== null) return false;
    Object.assign(this, { withdrawnAt: now, followUpAt: null });
    this.version += 1;
    return true;
  }

  /** @returns whether it changed */
  wishCircle(wished: boolean, now: Date): boolean {
    if ((this.circleWishedAt !== null) === wished) return false;
    this.circleWishedAt = wished ? now : null;
    this.version += 1;
    return true;
  }

  /** Whether this side has let two follow-ups in a row pass and its next one is due: then it is left in peace. */
  hasGoneQuiet(now: Date): boolean {
    return this.isNearlyQuiet && this.followUpAt !== null && this.followUpAt <= now;
  }

  /** Two follow-ups in a row have passed, and the time to answer the second may not be over. */
  get isNearlyQuiet(): boolean {
    return this.unanswered >= patience;
  }

  /** No further follow-up until this side does something by itself. */
  leaveInPeace(): void {
    this.followUpAt = null;
    this.version += 1;
  }

  /** Nothing is to be heard from this side: it stopped, took back what it shared, or let two follow-ups pass. */
  get isSilent(): boolean {
    return !this.mayBeAsked || (this.isNearlyQuiet && this.followUpAt === null);
  }

  private get mayBeAsked(): boolean {
    return this.stoppedAt === null && this.withdrawnAt === null;
  }

  /** A follow-up leaves; the next one is the stage after the one it was for, at least 14 days away. */
  followUp(made: Made, now: Date): void {
    this.followUps += 1;
    this.unanswered += 1;
    this.skipFollowUp(made, now);
  }

  /** The stage passes without a mail: nobody may be written to now. */
  skipFollowUp(made: Made, now: Date): void {
    const next = stageAfterAct(made, now);
    const passed = this.followUpAt;
    const isSameStage = next !== null && passed !== null && next <= passed;
    this.followUpAt = isSameStage ? stageFrom(made, new Date(passed.getTime() + 1)) : next;
    this.version += 1;
  }

  /** A person got a follow-up of another evening lately: this one waits. */
  postponeFollowUp(followUpAt: Date): void {
    this.followUpAt = followUpAt;
    this.version += 1;
  }
}
