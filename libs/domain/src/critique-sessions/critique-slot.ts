import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import { type SlotClock, type SlotState, momentOf } from './clock.ts';
import type { Phase } from './templates.ts';

/** An author who does not come loses the slot after this long (critique.md, rule 5). */
export const authorAwaitedMs = 3 * 60_000;

/** As much as the column holds, some 24 days: what was paused longer counts as this. */
const longestPauseMs = 2_147_483_647;

/**
 * One work's time at one table. The clock is three facts (the phase that was last set, since when, and what of the time
 * since then does not count), from which every screen works out the same moment.
 */
@Entity('critique_slots')
export class CritiqueSlot implements SlotClock {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') critiqueSessionId!: string;
  @Column('uuid') submissionId!: string;
  @Column('int') seatTable!: number;
  @Column('int') round!: number;
  @Column('varchar', { length: 8 }) state!: SlotState;
  @Column('int') phase!: number;
  @Column('timestamptz', { nullable: true }) phaseStartedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) pausedAt!: Date | null;
  @Column('int') pausedMs!: number;
  /** The phase that has the extra minute, once a slot. */
  @Column('int', { nullable: true }) extraPhase!: number | null;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** Since when the author is waited for. */
  @Column('timestamptz', { nullable: true }) authorMissingAt!: Date | null;
  @Column('int') version!: number;

  get isOn(): boolean {
    return this.state === 'running' || this.state === 'paused';
  }

  /** @throws DomainError critique-slot-started */
  start(now: Date): void {
    if (this.state !== 'planned') throw new DomainError('critique-slot-started');
    Object.assign(this, fromTheBeginning, { state: 'running', phaseStartedAt: now, startedAt: now });
  }

  /** @throws DomainError critique-slot-not-running */
  pause(phases: readonly Phase[], now: Date): void {
    this.refuseUnless(phases, now, ['running']);
    this.state = 'paused';
    this.pausedAt = now;
  }

  /** @throws DomainError critique-slot-not-paused */
  resume(now: Date): void {
    if (this.state !== 'paused' || this.pausedAt === null) throw new DomainError('critique-slot-not-paused');
    const pausedMs = this.pausedMs + Math.max(0, now.getTime() - this.pausedAt.getTime());
    Object.assign(this, { state: 'running', pausedAt: null, pausedMs: Math.min(pausedMs, longestPauseMs) });
  }

  /** For the phase that runs now. @throws DomainError critique-slot-not-running, critique-extra-minute-used */
  plusOneMinute(phases: readonly Phase[], now: Date): void {
    const { index } = this.refuseUnless(phases, now, ['running', 'paused']);
    if (this.extraPhase !== null) throw new DomainError('critique-extra-minute-used');
    this.extraPhase = index;
  }

  /** The next phase begins now, and after the last one the slot is over; a pause goes on. @throws DomainError critique-slot-not-running */
  skip(phases: readonly Phase[], now: Date): void {
    const { index } = this.refuseUnless(phases, now, ['running', 'paused']);
    Object.assign(this, { phase: index + 1, phaseStartedAt: now, pausedMs: 0 });
    if (this.state === 'paused') this.pausedAt = now;
  }

  /** The work was heard. @throws DomainError critique-slot-not-running */
  finish(now: Date): void {
    if (!this.isOn) throw new DomainError('critique-slot-not-running');
    Object.assign(this, { state: 'done', endedAt: now, pausedAt: null, authorMissingAt: null });
  }

  /** @throws DomainError critique-slot-over */
  missAuthor(now: Date): void {
    if (this.state !== 'planned' && !this.isOn) throw new DomainError('critique-slot-over');
    this.authorMissingAt ??= now;
  }

  /** What was passed over meanwhile is to come again. @throws DomainError critique-author-not-missing */
  findAuthor(): void {
    if (this.state === 'skipped') {
      Object.assign(this, fromTheBeginning, { state: 'planned' });
      return;
    }
    if (this.authorMissingAt === null) throw new DomainError('critique-author-not-missing');
    this.authorMissingAt = null;
  }

  isForfeited(now: Date): boolean {
    return this.authorMissingAt !== null && this.authorMissingAt.getTime() + authorAwaitedMs <= now.getTime();
  }

  /** Another work has it, from the beginning, when its table starts it. */
  giveTo(submissionId: string): void {
    Object.assign(this, fromTheBeginning, { submissionId, state: 'planned' });
  }

  /** Nobody is there for it. */
  drop(now: Date): void {
    Object.assign(this, { state: 'skipped', endedAt: now, pausedAt: null, authorMissingAt: null });
  }

  private refuseUnless(phases: readonly Phase[], now: Date, states: readonly SlotState[]): { index: number } {
    const moment = momentOf(this, phases, now);
    if (!states.some((state) => state === moment.state)) throw new DomainError('critique-slot-not-running');
    return moment;
  }
}

const fromTheBeginning = {
  phase: 0,
  phaseStartedAt: null,
  pausedAt: null,
  pausedMs: 0,
  extraPhase: null,
  startedAt: null,
  endedAt: null,
  authorMissingAt: null,
};
