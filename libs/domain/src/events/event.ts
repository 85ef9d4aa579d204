import { Column, Entity, PrimaryColumn } from 'typeorm';
import { words } from '#libs/words';
import { DomainError } from '../errors.ts';
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
  @Column('varchar', { length: 10 }) waitlist!: 'automatic' | 'offer';
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) cancelledAt!: Date | null;
  @Column('varchar', { length: 500, nullable: true }) cancelReason!: string | null;
  /** Also the calendar's SEQUENCE: it grows with every change a guest can see. */
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  static draft(id: string, organizationId: string, slug: string, details: EventDetails, now: Date): Event {
    const event = new Event();
    Object.assign(event, {
      id,
      organizationId,
      slug,
      state: 'draft',
      waitlist: 'automatic',
      version: 0,
      createdAt: now,
    });
    Object.assign(event, { publishedAt: null, cancelledAt: null, cancelReason: null });
    event.describe(details);
    return event;
  }

  /** Both instants are computed here, once, in the write that sets the local times. */
  describe(details: EventDetails): void {
    if (this.state === 'cancelled') throw new DomainError('event-cancelled');
    Object.assign(this, details);
    this.startsAt = instantOf(details.startsLocal, details.timeZone);
    this.endsAt = instantOf(details.endsLocal, details.timeZone);
    if (this.endsAt <= this.startsAt) {
      throw new DomainError('end-before-start', [
        { pointer: '/endsLocal', detail: words.problems['end-before-start'] },
      ]);
    }
    this.version += 1;
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
    this.version += 1;
  }

  /** Gates of product.md, RSVP rule 2, as far as they concern the event alone. */
  refuseRsvpUnlessOpen(now: Date): void {
    if (this.state === 'cancelled') throw new DomainError('event-cancelled');
    if (this.state !== 'published') throw new DomainError('event-not-published');
    if (now >= this.endsAt) throw new DomainError('registration-closed');
  }
}
