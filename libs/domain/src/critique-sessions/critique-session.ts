import { words } from '#libs/words';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import { instantOf } from '../events/time.ts';
import { releasedAfterMs } from './clock.ts';
import { type CritiqueTemplate, type Phase, areRunnable, phasesOf, titleOf } from './templates.ts';

export type CritiqueFormat = 'live' | 'tables' | 'written';
/** Works come in; who hears whom stands; the evening runs; it is over. */
export type CritiqueSessionState = 'open' | 'planned' | 'running' | 'ended';

/** What an organizer sets; a local time is one of the event's zone. */
export type CritiqueSettings = Pick<
  CritiqueSession,
  | 'format'
  | 'title'
  | 'phases'
  | 'tables'
  | 'criticsPerWork'
  | 'deadlineLocal'
  | 'blind'
  | 'feedbackTo'
  | 'topicsMatter'
  | 'employersApart'
  | 'rules'
>;

const usualCritics = 3;
/** Between people who write at home: when they are reminded, and when their critiques are due. */
const [remindAfterHours, dueAfterHours] = [48, 72];
/** How long before its evening a session may be started, and how long after it: a start by mistake days ahead closes it to works. */
const surroundingHours = 12;
const hour = 3_600_000;

/**
 * A format of an event: works heard in timed slots, each by a few assigned critics. Its row is locked before anything
 * below it changes, and `version` counts whatever a screen of it shows.
 */
@Entity('critique_sessions')
export class CritiqueSession {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('varchar', { length: 10 }) format!: CritiqueFormat;
  @Column('varchar', { length: 12 }) template!: CritiqueTemplate;
  @Column('varchar', { length: 120 }) title!: string;
  @Column('jsonb') phases!: Phase[];
  @Column('int') tables!: number;
  @Column('int') criticsPerWork!: number;
  /** k of the plan that stands, which fewer than seven authors lower; null: not planned. */
  @Column('int', { nullable: true }) criticsUsed!: number | null;
  @Column('varchar', { length: 16, nullable: true }) deadlineLocal!: string | null;
  @Column('timestamptz', { nullable: true }) deadlineAt!: Date | null;
  @Column('varchar', { length: 5 }) blind!: 'none' | 'round';
  @Column('varchar', { length: 11 }) feedbackTo!: 'author' | 'facilitator';
  @Column('boolean') topicsMatter!: boolean;
  @Column('boolean') employersApart!: boolean;
  @Column('varchar', { length: 4000 }) rules!: string;
  @Column('varchar', { length: 8 }) state!: CritiqueSessionState;
  @Column('int') seed!: number;
  @Column('timestamptz', { nullable: true }) plannedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) remindAt!: Date | null;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) releaseAt!: Date | null;
  @Column('timestamptz', { nullable: true }) releasedAt!: Date | null;
  /** It was never held; null: it was, or still may be. */
  @Column('timestamptz', { nullable: true }) calledOffAt!: Date | null;
  /** Counts changes of the settings alone, so that a work that is brought meanwhile refuses no organizer. */
  @Column('int') settingsVersion!: number;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /**
   * A session as its template has it, apart from what is given.
   * @throws DomainError critique-template, critique-phases, critique-tables, unknown-time-zone, not-well-formed
   */
  static of(
    ids: { id: string; organizationId: string; eventId: string },
    kind: { format: CritiqueFormat; template: CritiqueTemplate },
    given: Partial<CritiqueSettings>,
    evening: { timeZone: string },
    now: Date,
  ): CritiqueSession {
    const session = new CritiqueSession();
    Object.assign(session, ids, kind, { state: 'open', seed: 1, createdAt: now });
    Object.assign(session, { criticsUsed: null, plannedAt: null, startedAt: null, endedAt: null });
    Object.assign(session, { remindAt: null, dueAt: null, releaseAt: null, releasedAt: null });
    Object.assign(session, { calledOffAt: null, version: 1, settingsVersion: 0 });
    const usual: CritiqueSettings = {
      format: kind.format,
      title: titleOf(kind.template),
      phases: phasesOf(kind.template),
      tables: kind.format === 'tables' ? 2 : 1,
      criticsPerWork: usualCritics,
      deadlineLocal: null,
      blind: 'none',
      feedbackTo: 'author',
      topicsMatter: false,
      employersApart: false,
      rules: '',
    };
    session.settle({ ...usual, ...given }, evening);
    return session;
  }

  /**
   * Takes other settings; what is left out stays. Once a plan was made from them only what changes nothing about who hears
   * whom, and when, may change: title, rules and the labels of phases.
   * @param seen the `settingsVersion` that was changed
   * @throws DomainError changed-meanwhile; critique-planned with pointers; critique-template, critique-phases, critique-tables
   */
  change(change: Partial<CritiqueSettings>, seen: number, evening: { timeZone: string }): void {
    if (this.settingsVersion !== seen) throw new DomainError('changed-meanwhile');
    if (this.state !== 'open') refuseToUnplan(this, change);
    this.settle(change, evening);
  }

  /** Who hears whom stands. At home the critics begin at once, and have 72 hours. */
  plan(criticsUsed: number, seed: number, now: Date): void {
    Object.assign(this, { criticsUsed, seed, plannedAt: now, state: 'planned' });
    if (this.format !== 'written') return;
    Object.assign(this, { state: 'running', startedAt: now, remindAt: after(now, remindAfterHours) });
    Object.assign(this, { dueAt: after(now, dueAfterHours), releaseAt: after(now, dueAfterHours) });
  }

  /** @throws DomainError critique-not-planned, critique-started */
  unplan(): void {
    if (this.state === 'open') throw new DomainError('critique-not-planned');
    this.refuseOnceStarted();
    Object.assign(this, { state: 'open', criticsUsed: null, plannedAt: null });
  }

  /** It is not held. @throws DomainError critique-started */
  callOff(now: Date): void {
    this.refuseOnceStarted();
    Object.assign(this, { state: 'ended', endedAt: now, calledOffAt: now, criticsUsed: null });
  }

  /**
   * Works are heard from now on.
   * @throws DomainError event-cancelled, critique-not-planned, critique-too-early, critique-too-late
   */
  start(evening: { state: string; startsAt: Date; endsAt: Date }, now: Date): void {
    if (evening.state === 'cancelled') throw new DomainError('event-cancelled');
    if (this.state !== 'planned') throw new DomainError('critique-not-planned');
    if (now < after(evening.startsAt, -surroundingHours)) throw new DomainError('critique-too-early');
    if (now > after(evening.endsAt, surroundingHours)) throw new DomainError('critique-too-late');
    const releaseAt = new Date(Math.max(evening.endsAt.getTime(), now.getTime()) + releasedAfterMs);
    Object.assign(this, { state: 'running', startedAt: now, releaseAt });
  }

  /** Back to its plan, as long as nothing of it was heard, which the caller looks at. @throws DomainError critique-not-running */
  unstart(): void {
    if (this.state !== 'running' || this.format === 'written') throw new DomainError('critique-not-running');
    Object.assign(this, { state: 'planned', startedAt: null, releaseAt: null });
  }

  /** @throws DomainError critique-started */
  refuseOnceStarted(): void {
    if (this.state === 'running' || this.state === 'ended') throw new DomainError('critique-started');
  }

  private settle(settings: Partial<CritiqueSettings>, { timeZone }: { timeZone: string }): void {
    Object.assign(this, settings);
    if ((this.format === 'written') !== (this.template === 'written'))
      throw refusedAt('critique-template', 'template');
    if (this.format === 'written') Object.assign(this, { phases: [], tables: 1 });
    else if (!areRunnable(this.phases)) throw refusedAt('critique-phases', 'phases');
    if (this.format === 'live' && this.tables !== 1) throw refusedAt('critique-tables', 'tables');
    this.deadlineAt = this.deadlineLocal === null ? null : instantOf(this.deadlineLocal, timeZone);
    this.settingsVersion += 1;
  }
}

const after = (now: Date, hours: number): Date => new Date(now.getTime() + hours * hour);

const refusedAt = (
  code: 'critique-template' | 'critique-phases' | 'critique-tables' | 'critique-planned',
  ...fields: readonly string[]
): DomainError =>
  new DomainError(
    code,
    fields.map((field) => ({ pointer: `/${field}`, detail: words.problems[code] })),
  );

const harmless: readonly string[] = ['title', 'rules', 'phases'];

function refuseToUnplan(session: CritiqueSession, change: Partial<CritiqueSettings>): void {
  const changed = Object.entries(change).flatMap(([field, value]) => {
    const stands = session[field as keyof CritiqueSettings];
    return !harmless.includes(field) && value !== stands ? [field] : [];
  });
  if (change.phases !== undefined && shapeOf(change.phases) !== shapeOf(session.phases))
    changed.push('phases');
  if (changed.length > 0) throw refusedAt('critique-planned', ...changed);
}

/** Everything about phases but what they are called. */
const shapeOf = (phases: readonly Phase[]): string =>
  JSON.stringify(phases.map(({ key, seconds, speaks }) => [key, seconds, speaks]));
