import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import { reasonLine } from './reasons.ts';

export const introductionStates = [
  'suggested',
  'dismissed',
  'approved',
  'withdrawn',
  'asking',
  'closed quietly',
  'agreed',
  'introduced',
  'talked',
  'met',
  'working together',
  'lapsed',
  'ended for safety',
] as const;
export type IntroductionState = (typeof introductionStates)[number];
export type IntroductionSource = 'suggested' | 'host' | 'wish' | 'critique' | 'question' | 'wildcard';
export type Band = 'strong' | 'fair' | 'wildcard';
export type DismissCause = 'by-host' | 'expired' | 'replaced';

/** How long a suggestion waits for its host. */
export const suggestionDays = 14;

/** A reason is a code and its values until the first ask freezes its sentence. */
export interface ReasonRow {
  code: string;
  values: Record<string, string>;
}

/** What one side brings: who it is, and why the other should matter to them. */
export interface ProposedSide {
  personId: string;
  attendeeId: string;
  reason: ReasonRow;
}

export interface Proposal {
  id: string;
  organizationId: string;
  eventId: string;
  sides: readonly [ProposedSide, ProposedSide];
  source: IntroductionSource;
  band: Band;
  seed: number;
  /** The person to ask first and alone; null: both together. */
  askFirst: string | null;
}

/**
 * A proposed or made connection of exactly two people, met as attendees of one event. `personA` < `personB`; `a` and `b`
 * columns follow that order. What each side and the host see runs on its own times (see introduction-side.ts and
 * `appearsUntil`), so that the truth in `state` never shows. `version` counts only what a host may see: an answer or a
 * quiet close that moved it would tell.
 */
@Entity('introductions')
export class Introduction {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') personA!: string;
  @Column('uuid') personB!: string;
  @Column('uuid') attendeeA!: string;
  @Column('uuid') attendeeB!: string;
  @Column('varchar', { length: 10 }) source!: IntroductionSource;
  @Column('varchar', { length: 20 }) state!: IntroductionState;
  /** For hosts only. */
  @Column('varchar', { length: 10 }) band!: Band;
  @Column('jsonb') reasonA!: ReasonRow;
  @Column('jsonb') reasonB!: ReasonRow;
  /** The sentence a side reads: a host's edit, or the reason's own line; frozen at the first ask. */
  @Column('varchar', { length: 140, nullable: true }) reasonTextA!: string | null;
  @Column('varchar', { length: 140, nullable: true }) reasonTextB!: string | null;
  @Column('timestamptz', { nullable: true }) frozenAt!: Date | null;
  @Column('varchar', { length: 500, nullable: true }) note!: string | null;
  /** Who writes first once introduced; drawn by `seed`. */
  @Column('uuid', { nullable: true }) firstMover!: string | null;
  /** The one asked first and alone (well-known, panelist); null: both together. */
  @Column('uuid', { nullable: true }) askFirst!: string | null;
  @Column('int') seed!: number;
  @Column('timestamptz', { nullable: true }) suggestedUntil!: Date | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  /** When the next unasked side is due; null once everybody was asked. */
  @Column('timestamptz', { nullable: true }) askAt!: Date | null;
  /** Until when the host reads "asked" unless it is introduced: the last day a yes could still have counted. */
  @Column('timestamptz', { nullable: true }) appearsUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) releaseAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('varchar', { length: 20, nullable: true }) closeCause!: string | null;
  @Column('timestamptz', { nullable: true }) introducedAt!: Date | null;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /** @throws DomainError introduction-same-person */
  static propose(proposal: Proposal, now: Date): Introduction {
    const { sides, ...rest } = proposal;
    const [a, b] = sides[0].personId < sides[1].personId ? sides : [sides[1], sides[0]];
    if (a.personId === b.personId) throw new DomainError('introduction-same-person');
    return Object.assign(new Introduction(), rest, nothingHappenedYet, {
      personA: a.personId,
      personB: b.personId,
      attendeeA: a.attendeeId,
      attendeeB: b.attendeeId,
      reasonA: a.reason,
      reasonB: b.reason,
      state: 'suggested' as const,
      suggestedUntil: new Date(now.getTime() + suggestionDays * 86_400_000),
      version: 1,
      createdAt: now,
    });
  }

  /** Suggested and as the matcher left it: asking for suggestions again may replace it. */
  get isUntouched(): boolean {
    const edited = this.reasonTextA !== null || this.reasonTextB !== null;
    return this.state === 'suggested' && this.source !== 'host' && !edited;
  }

  approve(host: string, askAt: Date, now: Date): void {
    if (this.state !== 'suggested') throw new DomainError('introduction-not-suggested');
    Object.assign(this, {
      state: 'approved',
      approvedBy: host,
      approvedAt: now,
      askAt,
      suggestedUntil: null,
    });
    this.version += 1;
  }

  dismiss(cause: DismissCause, now: Date): void {
    if (this.state !== 'suggested') throw new DomainError('introduction-not-suggested');
    this.end('dismissed', cause, now);
    this.version += 1;
  }

  /** The host takes an approval back: possible until the first ask, real or apparent. */
  withdraw(now: Date): void {
    if (this.frozenAt !== null) throw new DomainError('introduction-already-asked');
    if (this.state !== 'approved') throw new DomainError('introduction-not-approved');
    this.end('withdrawn', 'by-host', now);
    this.version += 1;
  }

  /** Never 14: no reason changes after the first ask. */
  reword(forA: string, forB: string): void {
    if (this.frozenAt !== null) throw new DomainError('introduction-already-asked');
    if (this.state !== 'suggested' && this.state !== 'approved')
      throw new DomainError('introduction-not-suggested');
    this.reasonTextA = forA;
    this.reasonTextB = forB;
    this.version += 1;
  }

  /** Somebody has two open asks already, or it is too late in the day: the next ask moves to a later slot. */
  wait(askAt: Date): void {
    this.refuseUnlessAskIsDue();
    this.askAt = askAt;
  }

  /** The first ask: from here the reasons stand and the approval cannot be taken back. */
  ask(appearsUntil: Date, now: Date): void {
    this.refuseUnlessAskIsDue();
    this.askAt = null;
    if (this.frozenAt !== null) return;
    this.reasonTextA = this.lineForA;
    this.reasonTextB = this.lineForB;
    Object.assign(this, { state: 'asking', frozenAt: now, appearsUntil });
    this.version += 1;
  }

  /** The one asked first said yes: the other one's turn comes at `askAt`. */
  askOther(askAt: Date): void {
    if (this.state !== 'asking') return;
    this.askAt = askAt;
  }

  /** The pair is dead inside and nobody is told: `standing` and the other side's ask run on (introductions.md). */
  closeQuietly(cause: string, now: Date): void {
    if (this.state !== 'asking' && this.state !== 'agreed') return;
    this.end('closed quietly', cause, now);
    this.releaseAt = null;
  }

  agree(releaseAt: Date): void {
    if (this.state !== 'asking') return;
    this.state = 'agreed';
    this.releaseAt = releaseAt;
  }

  /** It was too late in the day to introduce them. */
  postpone(releaseAt: Date): void {
    if (this.state === 'agreed') this.releaseAt = releaseAt;
  }

  introduce(firstMover: string, now: Date): void {
    if (this.state !== 'agreed') throw new Error(`An introduction that is ${this.state} cannot be made`);
    Object.assign(this, { state: 'introduced', firstMover, introducedAt: now });
    this.version += 1;
  }

  get lineForA(): string {
    return this.reasonTextA ?? reasonLine(this.reasonA);
  }

  get lineForB(): string {
    return this.reasonTextB ?? reasonLine(this.reasonB);
  }

  private end(state: IntroductionState, cause: string, now: Date): void {
    Object.assign(this, { state, closeCause: cause, closedAt: now, askAt: null, suggestedUntil: null });
  }

  private refuseUnlessAskIsDue(): void {
    const open = this.state === 'approved' || this.state === 'asking';
    if (!open || this.askAt === null) throw new DomainError('introduction-not-approved');
  }
}

const nothingHappenedYet = {
  reasonTextA: null,
  reasonTextB: null,
  frozenAt: null,
  note: null,
  firstMover: null,
  approvedBy: null,
  approvedAt: null,
  askAt: null,
  appearsUntil: null,
  releaseAt: null,
  closedAt: null,
  closeCause: null,
  introducedAt: null,
};
