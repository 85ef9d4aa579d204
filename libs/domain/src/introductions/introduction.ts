import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import { lapseOf } from './follow-up-times.ts';
import type { Outcome } from './introduction-side.ts';
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

/** States of two people who were introduced and may still come further. */
const together: readonly IntroductionState[] = ['introduced', 'talked', 'met', 'working together', 'lapsed'];
const mayLapse: readonly IntroductionState[] = ['introduced', 'talked', 'met'];
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
  /** Of the hosts to each other; the two never read it. */
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
  /** When either first marked it; for `workingAt`, when both had. Shown to neither side, nor to a host. */
  @Column('timestamptz', { nullable: true }) talkedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) metAt!: Date | null;
  @Column('timestamptz', { nullable: true }) workingAt!: Date | null;
  /** From when both see that both are glad, and that they work together: the release after both said so. Null: never yet. */
  @Column('timestamptz', { nullable: true }) gladToldAt!: Date | null;
  @Column('timestamptz', { nullable: true }) togetherToldAt!: Date | null;
  /** When it last lapsed; it stays when a mark revives the pair. */
  @Column('timestamptz', { nullable: true }) lapsedAt!: Date | null;
  /** When it lapses if it came no further than meeting; null: never introduced, or over. */
  @Column('timestamptz', { nullable: true }) lapseAt!: Date | null;
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
      suggestedUntil: waitingUntil(now),
      version: 1,
      createdAt: now,
    });
  }

  /**
   * Two who chose each other of themselves: two yeses that nobody asked for and no host approves. Until it is introduced it
   * shows to nobody (docs/decisions/0021).
   */
  static agreedBetween(proposal: Proposal, releaseAt: Date, now: Date): Introduction {
    const introduction = Introduction.propose(proposal, now);
    const { lineForA: reasonTextA, lineForB: reasonTextB } = introduction;
    return Object.assign(introduction, {
      state: 'agreed' as const,
      suggestedUntil: null,
      releaseAt,
      reasonTextA,
      reasonTextB,
    });
  }

  /** Agreed between the two alone, and not introduced: no host ever sees it. */
  get isUnseen(): boolean {
    return this.source === 'critique' && this.introducedAt === null;
  }

  /** On a host's board, and nobody was asked yet. */
  get isUnasked(): boolean {
    return (this.state === 'suggested' || this.state === 'approved') && this.frozenAt === null;
  }

  /** The two are to be introduced at the next release: they agreed, asked or of themselves. */
  get isAgreed(): boolean {
    return this.releaseAt !== null && (this.state === 'agreed' || this.isUnasked);
  }

  /** Suggested and as the matcher left it: asking for suggestions again may replace it. */
  get isUntouched(): boolean {
    const edited = this.reasonTextA !== null || this.reasonTextB !== null || this.note !== null;
    return this.state === 'suggested' && this.source !== 'host' && !edited;
  }

  private get hasMadeWay(): boolean {
    return this.state === 'dismissed' && this.closeCause === 'replaced';
  }

  /** As a host last saw it: making way is no change of the pair itself. */
  get versionSeen(): number {
    return this.hasMadeWay ? this.version - 1 : this.version;
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

  /** Who is well-known may change until the first ask; null: both together. */
  orderAsks(askFirst: string | null): void {
    if (this.frozenAt === null) this.askFirst = askFirst;
  }

  /** A host's "never" also holds for a pair that made way for a better one before it arrived. */
  dismiss(cause: DismissCause, now: Date): void {
    const mayBe = this.state === 'suggested' || (cause === 'by-host' && this.hasMadeWay);
    if (!mayBe) throw new DomainError('introduction-not-suggested');
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

  /** What a host dropped or took back becomes a suggestion of the host's own, whoever made it at first. */
  bringBack(now: Date): void {
    const wasDropped = this.state === 'dismissed' && this.closeCause === 'by-host';
    if (!wasDropped && this.state !== 'withdrawn') throw new DomainError('introduction-not-dropped');
    Object.assign(this, { state: 'suggested', source: 'host', suggestedUntil: waitingUntil(now) });
    Object.assign(this, { approvedBy: null, approvedAt: null, closeCause: null, closedAt: null });
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

  /** As long as it shows on the board, whatever became of it. @param text empty takes the note away */
  annotate(text: string): void {
    if (this.state === 'dismissed' && this.closeCause !== 'by-host')
      throw new DomainError('introduction-not-suggested');
    this.note = text.trim() || null;
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
  }

  agree(releaseAt: Date): void {
    if (this.state !== 'asking') return;
    this.state = 'agreed';
    this.releaseAt = releaseAt;
  }

  /** The two chose each other while a host thinks about them: what the host reads stays as it is until the release. */
  agreeUnderneath(releaseAt: Date): void {
    if (this.isUnasked) this.releaseAt = releaseAt;
  }

  /** One of the two took it back, or something forbids it: what the host reads goes on as if nothing had been. */
  forgetAgreement(): void {
    if (this.isUnasked) this.releaseAt = null;
  }

  /** Its release has come: from here it is like any other that both said yes to. */
  surface(): void {
    if (!this.isUnasked || this.releaseAt === null) return;
    Object.assign(this, { state: 'agreed', source: 'critique', askAt: null, suggestedUntil: null });
    this.reasonTextA = this.lineForA;
    this.reasonTextB = this.lineForB;
  }

  /** It was too late in the day to introduce them. */
  postpone(releaseAt: Date): void {
    if (this.isAgreed) this.releaseAt = releaseAt;
  }

  introduce(firstMover: string, now: Date): void {
    if (this.state !== 'agreed') throw new Error(`An introduction that is ${this.state} cannot be made`);
    Object.assign(this, { state: 'introduced', firstMover, introducedAt: now, lapseAt: lapseOf(now) });
    this.version += 1;
  }

  /**
   * The pair's state from what both sides have marked: talked and met when either says so, working together only when
   * both do. A mark revives a pair that had lapsed. Shown to nobody, so `version` stays.
   * @returns whether both have now said for the first time that they work together
   */
  progress(sides: readonly { outcome: Outcome | null }[], now: Date): boolean {
    if (!together.includes(this.state)) return false;
    const marks = sides.map(({ outcome }) => outcome);
    const isWorking = marks.length === 2 && marks.every((mark) => mark === 'working together');
    const hasMet = marks.some((mark) => mark === 'met' || mark === 'working together');
    const hasTalked = hasMet || marks.includes('talked');
    const isNew = isWorking && this.workingAt === null;
    this.talkedAt = hasTalked ? (this.talkedAt ?? now) : null;
    this.metAt = hasMet ? (this.metAt ?? now) : null;
    this.workingAt = isWorking ? (this.workingAt ?? now) : null;
    this.state = isWorking ? 'working together' : hasMet ? 'met' : hasTalked ? 'talked' : 'introduced';
    return isNew;
  }

  /** @param tellAt the next release */
  tellGlad(areGlad: boolean, tellAt: Date, now: Date): void {
    this.gladToldAt = toldFrom(this.gladToldAt, areGlad && together.includes(this.state), tellAt, now);
  }

  /** As `progress` left them. @param tellAt the next release */
  tellTogether(tellAt: Date, now: Date): void {
    this.togetherToldAt = toldFrom(this.togetherToldAt, this.state === 'working together', tellAt, now);
  }

  /** What is not told yet will not be. */
  tellNoMore(now: Date): void {
    this.gladToldAt = toldFrom(this.gladToldAt, false, now, now);
    this.togetherToldAt = toldFrom(this.togetherToldAt, false, now, now);
  }

  isYearOver(now: Date): boolean {
    return this.lapseAt !== null && this.lapseAt <= now;
  }

  /** The year is over: it lapses unless the two work together, and a later mark is not undone. @returns whether it lapsed */
  endYear(now: Date): boolean {
    if (!this.isYearOver(now)) return false;
    this.lapseAt = null;
    return this.lapse(now);
  }

  /** Neither side is heard of any more. @returns whether it lapsed now */
  lapse(now: Date): boolean {
    if (!mayLapse.includes(this.state)) return false;
    Object.assign(this, { state: 'lapsed', lapsedAt: now });
    return true;
  }

  /**
   * A block, report, ban or deletion. Before the introduction it closes quietly like anything else; after it, no mail
   * speaks of the two any more, but for the follow-ups of whoever was blocked. A host still reads "introduced". @returns whether anything ended now
   */
  endForSafety(cause: string, now: Date): boolean {
    const { state } = this;
    if (together.includes(state)) {
      this.tellNoMore(now);
      Object.assign(this, { state: 'ended for safety', closeCause: cause, closedAt: now });
      // Whoever was blocked is asked how it goes as before, and that ends with the year.
      if (cause !== 'blocked') this.lapseAt = null;
      return true;
    }
    this.closeQuietly(cause, now);
    return this.state !== state;
  }

  get lineForA(): string {
    return this.reasonTextA ?? reasonLine(this.reasonA);
  }

  get lineForB(): string {
    return this.reasonTextB ?? reasonLine(this.reasonB);
  }

  private end(state: IntroductionState, cause: string, now: Date): void {
    Object.assign(this, { state, closeCause: cause, closedAt: now });
    Object.assign(this, { askAt: null, suggestedUntil: null, releaseAt: null });
  }

  private refuseUnlessAskIsDue(): void {
    const open = this.state === 'approved' || this.state === 'asking';
    if (!open || this.askAt === null) throw new DomainError('introduction-not-approved');
  }
}

const waitingUntil = (now: Date): Date => new Date(now.getTime() + suggestionDays * 86_400_000);

/** What both said is told at a release. Until then it may be taken back; from then on nothing takes it away. */
function toldFrom(before: Date | null, holds: boolean, tellAt: Date, now: Date): Date | null {
  if (before !== null && before <= now) return before;
  return holds ? (before ?? tellAt) : null;
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
  talkedAt: null,
  metAt: null,
  workingAt: null,
  gladToldAt: null,
  togetherToldAt: null,
  lapsedAt: null,
  lapseAt: null,
};
