import { Column, Entity, PrimaryColumn } from 'typeorm';
import { words } from '#libs/words';
import { DomainError } from '../errors.ts';
import { digestAfter, morningAfter, morningFrom } from '../introductions/times.ts';
import type { Question } from './questions.ts';
import { instantOf } from './time.ts';

export type EventState = 'draft' | 'published' | 'cancelled';

/** What an organizer may change about an event; times are local to `timeZone`. */
export interface EventDetails {
  title: string;
  description: string;
  place: string;
  city: string;
  privatePlace: string | null;
  timeZone: string;
  startsLocal: string;
  endsLocal: string;
}

export type Registration = 'open' | 'audience' | 'invitation';

/** Who may RSVP, when, and what happens when the room is full; local times are in the event's zone. */
export interface RsvpRules {
  registration: Registration;
  /** A host decides each RSVP of somebody who was not invited. */
  approval: boolean;
  opensLocal: string | null;
  closesLocal: string | null;
  /** Until when answers and guests can be changed; the start when null. */
  answersUntilLocal: string | null;
  waitlist: 'automatic' | 'offer';
  waitlistOpen: boolean;
  offerHours: number;
  /** How many named guests somebody may bring. */
  plusOnes: number;
  questions: Question[];
}

export const defaultRules: RsvpRules = {
  registration: 'open',
  approval: false,
  opensLocal: null,
  closesLocal: null,
  answersUntilLocal: null,
  waitlist: 'automatic',
  waitlistOpen: true,
  offerHours: 24,
  plusOnes: 0,
  questions: [],
};

const hour = 60 * 60_000;

@Entity('events')
export class Event {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('varchar', { length: 120 }) slug!: string;
  @Column('varchar', { length: 200 }) title!: string;
  @Column('varchar', { length: 10_000 }) description!: string;
  /** Venue or district: public. */
  @Column('varchar', { length: 200 }) place!: string;
  @Column('varchar', { length: 120 }) city!: string;
  /** Street or join link: confirmed people only (product.md, RSVP rule 11). */
  @Column('varchar', { length: 500, nullable: true }) privatePlace!: string | null;
  @Column('varchar', { length: 60 }) timeZone!: string;
  @Column('varchar', { length: 16 }) startsLocal!: string;
  @Column('varchar', { length: 16 }) endsLocal!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('varchar', { length: 10 }) state!: EventState;
  @Column('varchar', { length: 10 }) registration!: Registration;
  @Column('boolean') approval!: boolean;
  @Column('varchar', { length: 16, nullable: true }) opensLocal!: string | null;
  @Column('varchar', { length: 16, nullable: true }) closesLocal!: string | null;
  @Column('varchar', { length: 16, nullable: true }) answersUntilLocal!: string | null;
  @Column('timestamptz', { nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closesAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answersUntil!: Date | null;
  @Column('varchar', { length: 10 }) waitlist!: 'automatic' | 'offer';
  @Column('boolean') waitlistOpen!: boolean;
  @Column('int') offerHours!: number;
  @Column('int') plusOnes!: number;
  @Column('jsonb') questions!: Question[];
  /** When those who came are written to, and when the hosts hear of suggestions; null: done, or not to be. */
  @Column('timestamptz', { nullable: true }) morningAt!: Date | null;
  @Column('timestamptz', { nullable: true }) digestAt!: Date | null;
  /** When the search for the hosts' suggestions first failed; null: it did not. */
  @Column('timestamptz', { nullable: true }) digestFailedAt!: Date | null;
  /** What the hosts last asked suggestions for: that nobody is left with nobody, or the pairs that promise most. */
  @Column('varchar', { length: 10 }) suggestionsFirst!: 'everyone' | 'total';
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('varchar', { length: 500, nullable: true }) cancelReason!: string | null;
  /** Also the calendar's SEQUENCE: it grows with every change a guest can see. */
  @Column('int') version!: number;
  /** When the version last grew; the database keeps it. */
  @Column({ type: 'timestamptz', insert: false, update: false }) changedAt!: Date;
  @Column('timestamptz') createdAt!: Date;

  static draft(
    id: string,
    organizationId: string,
    slug: string,
    details: EventDetails,
    now: Date,
    rules: Partial<RsvpRules> = {},
  ): Event {
    const event = new Event();
    Object.assign(event, {
      id,
      organizationId,
      slug,
      state: 'draft',
      version: 0,
      createdAt: now,
    });
    Object.assign(event, { publishedAt: null, cancelledAt: null, cancelReason: null });
    Object.assign(event, {
      morningAt: null,
      digestAt: null,
      digestFailedAt: null,
      suggestionsFirst: 'everyone',
    });
    Object.assign(event, defaultRules);
    event.describe(details, now, rules);
    return event;
  }

  /** All instants are computed here, once, in the write that sets the local times or the zone. */
  describe(details: EventDetails, now: Date, rules: Partial<RsvpRules> = {}): void {
    if (this.state === 'cancelled') throw new DomainError('event-cancelled');
    const before = `${String(this.endsAt)} ${this.timeZone}`;
    Object.assign(this, details, rules);
    this.startsAt = instantOf(details.startsLocal, details.timeZone);
    this.endsAt = instantOf(details.endsLocal, details.timeZone);
    if (this.endsAt <= this.startsAt) {
      throw new DomainError('end-before-start', [
        { pointer: '/endsLocal', detail: words.problems['end-before-start'] },
      ]);
    }
    this.opensAt = instantOrNull(this.opensLocal, this.timeZone);
    this.closesAt = instantOrNull(this.closesLocal, this.timeZone);
    this.answersUntil = instantOrNull(this.answersUntilLocal, this.timeZone);
    if (this.opensAt !== null && this.closesAt !== null && this.closesAt <= this.opensAt) {
      throw new DomainError('closes-before-opening', [
        { pointer: '/closesLocal', detail: words.problems['closes-before-opening'] },
      ]);
    }
    if (`${String(this.endsAt)} ${this.timeZone}` !== before) this.planMornings(now);
    this.version += 1;
  }

  /** A morning that has passed is left alone: it is done, or a late guest list has set it anew. */
  private planMornings(now: Date): void {
    const morning = morningAfter(this.endsAt, this.timeZone);
    const digest = digestAfter(morning, this.timeZone);
    if (morning > now) this.morningAt = morning;
    if (digest > now) this.planDigest(digest);
  }

  /**
   * The list of those who came arrived late. Whom nobody wrote to yet is written to the next working 09:00, and the
   * hosts hear of suggestions a working day after that, unless some were made already.
   */
  planLateMornings({ unwritten, suggested }: { unwritten: boolean; suggested: boolean }, now: Date): void {
    const next = morningFrom(now, this.timeZone);
    if (unwritten) this.morningAt ??= next;
    if (suggested) return;
    const after = this.morningAt === null ? next : digestAfter(this.morningAt, this.timeZone);
    if (this.digestAt === null || this.digestAt < after) this.planDigest(after);
  }

  private planDigest(at: Date): void {
    Object.assign(this, { digestAt: at, digestFailedAt: null });
  }

  /**
   * The search for suggestions died: it takes seconds of a core, so it is tried again in an hour and given up after a day.
   * @returns whether it is tried again
   */
  failDigest(now: Date): boolean {
    this.digestFailedAt ??= now;
    if (now.getTime() - this.digestFailedAt.getTime() >= 24 * hour) return false;
    this.digestAt = new Date(now.getTime() + hour);
    return true;
  }

  /** Something else that guests see has changed: a panel, the mixer. */
  revise(): void {
    if (this.state === 'cancelled') throw new DomainError('event-cancelled');
    this.version += 1;
  }

  publish(now: Date): void {
    if (this.state !== 'draft') throw new DomainError('event-not-draft');
    this.state = 'published';
    this.publishedAt = now;
    this.version += 1;
  }

  cancel(reason: string, now: Date): void {
    if (this.state === 'cancelled') throw new DomainError('event-cancelled');
    if (now >= this.endsAt) throw new DomainError('event-over');
    this.state = 'cancelled';
    this.cancelledAt = now;
    this.cancelReason = reason;
    this.morningAt = null;
    this.digestAt = null;
    this.version += 1;
  }

  /** The first two gates of product.md, RSVP rule 2, which are about the event alone. */
  refuseRsvpUnlessOpen(now: Date): void {
    if (this.state === 'cancelled') throw new DomainError('event-cancelled');
    if (this.state !== 'published') throw new DomainError('event-not-published');
    if (this.opensAt !== null && now < this.opensAt) throw new DomainError('registration-not-open');
    if (now >= (this.closesAt ?? this.endsAt) || now >= this.endsAt) {
      throw new DomainError('registration-closed');
    }
  }

  /** Until when a person may change their answers and the names of their guests. */
  answersOpen(now: Date): boolean {
    return this.state === 'published' && now < (this.answersUntil ?? this.startsAt);
  }

  /** Until when a seat that is offered now is kept; null when nobody should be called any more. */
  offerDeadline(now: Date): Date | null {
    if (now >= this.startsAt) return null;
    return new Date(Math.min(now.getTime() + this.offerHours * 3_600_000, this.startsAt.getTime()));
  }

  /** Whether freed seats go to the queue: to an evening that is announced, ahead and has its waitlist open. */
  callsWaiting(now: Date): boolean {
    if (this.state !== 'published' || !this.waitlistOpen) return false;
    return this.waitlist === 'automatic' ? now < this.endsAt : now < this.startsAt;
  }
}

function instantOrNull(local: string | null, timeZone: string): Date | null {
  return local === null ? null : instantOf(local, timeZone);
}
