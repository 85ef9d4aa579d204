import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import type { Event } from '../events/event.ts';

/** After the evening: then what was not asked becomes suggestions. */
const hour = 60 * 60_000;

/** A format of an event: a topic that people on a stage talk about, and what the audience asks them. */
@Entity('panels')
export class Panel {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('varchar', { length: 200 }) topic!: string;
  @Column('int') position!: number;
  /** Where there are several rooms; empty: the one room. */
  @Column('varchar', { length: 80 }) room!: string;
  /** Minutes after the start of the evening; null: no time yet. */
  @Column('int', { nullable: true }) startsAfter!: number | null;
  @Column('int') minutes!: number;
  /** How many minutes before it its people are asked to be there. */
  @Column('int') callMinutes!: number;
  /** Kept by the database from the evening's start: '["…","…")'. */
  @Column({ type: 'tstzrange', nullable: true, insert: false, update: false }) during!: string | null;
  @Column('varchar', { length: 8 }) state!: 'planned' | 'live' | 'over';
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('boolean') questionsOpen!: boolean;
  /** The question on the screen of the room. */
  @Column('uuid', { nullable: true }) currentQuestionId!: string | null;
  /** The timer of who speaks: how long, since when, and since when it stands still. */
  @Column('int', { nullable: true }) timerSeconds!: number | null;
  @Column('timestamptz', { nullable: true }) timerStartedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) timerPausedAt!: Date | null;
  /** When what was not asked became suggestions. */
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
  /** Counts whatever a screen of it shows; screens are told at the commit. */
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /** One without a time, as the organizer writes it first. */
  static of(
    row: Pick<Panel, 'id' | 'organizationId' | 'eventId' | 'topic' | 'position' | 'createdAt'>,
  ): Panel {
    const timer = { timerSeconds: null, timerStartedAt: null, timerPausedAt: null };
    const held = {
      state: 'planned',
      startedAt: null,
      endedAt: null,
      currentQuestionId: null,
      settledAt: null,
    };
    const planned = {
      room: '',
      startsAfter: null,
      minutes: 45,
      callMinutes: 30,
      questionsOpen: true,
      version: 1,
    };
    return Object.assign(new Panel(), row, { ...timer, ...held }, planned);
  }

  /** On stage; also once more after it was ended. */
  start(now: Date): void {
    if (this.state === 'live') return;
    this.state = 'live';
    this.startedAt ??= now;
    this.endedAt = null;
  }

  /** @throws DomainError panel-not-live when it has not begun */
  end(now: Date): void {
    if (this.state === 'over') return;
    if (this.state === 'planned') throw new DomainError('panel-not-live');
    this.state = 'over';
    this.endedAt = now;
    this.currentQuestionId = null;
    this.stopTimer();
  }

  startTimer(seconds: number, now: Date): void {
    this.timerSeconds = seconds;
    this.timerStartedAt = now;
    this.timerPausedAt = null;
  }

  /** @throws DomainError panel-timer-missing */
  pauseTimer(now: Date): void {
    if (this.timerStartedAt === null) throw new DomainError('panel-timer-missing');
    this.timerPausedAt ??= now;
  }

  /**
   * It goes on from where it stood.
   * @throws DomainError panel-timer-missing
   */
  resumeTimer(now: Date): void {
    if (this.timerStartedAt === null) throw new DomainError('panel-timer-missing');
    if (this.timerPausedAt === null) return;
    const stood = now.getTime() - this.timerPausedAt.getTime();
    this.timerStartedAt = new Date(this.timerStartedAt.getTime() + stood);
    this.timerPausedAt = null;
  }

  stopTimer(): void {
    this.timerSeconds = null;
    this.timerStartedAt = null;
    this.timerPausedAt = null;
  }

  /** Until it is over; one that nobody ends is over an hour after the evening. */
  takesVotes(event: Event, now: Date): boolean {
    if (this.state === 'over' || this.settledAt !== null || event.state !== 'published') return false;
    return now.getTime() < event.endsAt.getTime() + hour;
  }

  takesQuestions(event: Event, now: Date): boolean {
    return this.questionsOpen && this.takesVotes(event, now);
  }
}
