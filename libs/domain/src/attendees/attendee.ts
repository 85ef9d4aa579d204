import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import type { Profile } from '../introductions/profile.ts';
import type { Imported } from './imported.ts';
import type { TypedRsvp } from './typed-rsvp.ts';

export const attendeeStatuses = [
  'held',
  'pending',
  'confirmed',
  'waitlisted',
  'offered',
  'declined',
  'cancelled',
] as const;
export type AttendeeStatus = (typeof attendeeStatuses)[number];
export type CancelCause = 'by-person' | 'by-host' | 'not-confirmed' | 'event-cancelled' | 'import';

/** How long an RSVP whose address is not confirmed keeps its seat or place (product.md, RSVP rule 1). */
export const holdMinutes = 30;

/** What the counter row gave to somebody who arrives: a seat or none, and the number that says who came first. */
export interface Place {
  seat: boolean;
  arrival: number;
}

/** A person at one event: the RSVP, its status, its answers and a copy of the profile as it was then. */
@Entity('attendees')
export class Attendee {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') personId!: string;
  @Column('varchar', { length: 200 }) name!: string;
  @Column('varchar', { length: 10 }) part!: 'guest' | 'panelist';
  @Column('varchar', { length: 10 }) status!: AttendeeStatus;
  @Column('varchar', { length: 20, nullable: true }) cancelCause!: CancelCause | null;
  @Column('int') partySize!: number;
  /** Whether this RSVP counts in `event_seats.taken`. */
  @Column('boolean') seat!: boolean;
  /** The gap-free number of arrival from the counter row; null for imported rows that never queued. */
  @Column('int', { nullable: true }) arrival!: number | null;
  @Column('int') priority!: number;
  @Column('timestamptz', { nullable: true }) heldUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) checkedInAt!: Date | null;
  @Column('varchar', { length: 10 }) source!: 'page' | 'host' | 'import';
  @Column('jsonb') answers!: { question: string; answer: string }[];
  @Column('jsonb') profile!: Partial<Profile>;
  /** What waits for the address to be confirmed; until then it shows and changes nothing. */
  @Column('jsonb', { nullable: true }) typed!: TypedRsvp | null;
  /** What guest lists said about this person and evening; null for somebody no list ever named. */
  @Column('jsonb', { nullable: true }) imported!: Imported | null;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /** Somebody who is new to the event; `hold` or `arrive` gives the row its status before it is written. */
  static of(
    ids: { id: string; organizationId: string; eventId: string; personId: string },
    name: string,
    now: Date,
  ): Attendee {
    const attendee = new Attendee();
    Object.assign(attendee, ids, {
      name,
      part: 'guest',
      status: 'cancelled',
      cancelCause: 'not-confirmed',
      partySize: 1,
    });
    Object.assign(attendee, { seat: false, arrival: null, priority: 0, heldUntil: null, confirmedAt: null });
    Object.assign(attendee, { checkedInAt: null, source: 'page', answers: [], profile: {} });
    Object.assign(attendee, { typed: null, imported: null });
    Object.assign(attendee, { version: 0, createdAt: now });
    return attendee;
  }

  get isLive(): boolean {
    return this.status !== 'cancelled' && this.status !== 'declined';
  }

  /** An RSVP from an address that is not proven yet: it keeps its place for a while, and what was typed waits. */
  hold(place: Place, typed: TypedRsvp, now: Date): void {
    this.begin(place);
    this.status = 'held';
    this.heldUntil = new Date(now.getTime() + holdMinutes * 60_000);
    this.typed = typed;
  }

  /** An RSVP from a proven address: a seat, or a place in the queue. */
  arrive(place: Place, typed: TypedRsvp, now: Date): void {
    this.begin(place);
    this.status = place.seat ? 'confirmed' : 'waitlisted';
    this.confirmedAt = place.seat ? now : null;
    this.take(typed);
  }

  /** The link from the mail was used in time. A held place joins the queue at its number of arrival. */
  confirm(now: Date): void {
    if (this.status !== 'held' || this.isOverdue(now)) throw new DomainError('rsvp-not-confirmable');
    this.status = this.seat ? 'confirmed' : 'waitlisted';
    this.confirmedAt = this.seat ? now : null;
    this.heldUntil = null;
    if (this.typed !== null) this.take(this.typed);
    this.version += 1;
  }

  /** Expiry is decided by reading the clock; a job only wakes things up (product.md, RSVP rule 6). */
  isOverdue(now: Date): boolean {
    return this.heldUntil !== null && now >= this.heldUntil;
  }

  /** Yes to no is always allowed (product.md, RSVP rule 8). An unconfirmed one keeps what was typed for a late link. */
  cancel(cause: CancelCause): void {
    this.status = 'cancelled';
    this.cancelCause = cause;
    this.seat = false;
    this.heldUntil = null;
    this.confirmedAt = null;
    if (cause !== 'not-confirmed') this.typed = null;
    this.version += 1;
  }

  /** One person, one RSVP per event: coming back reuses the row, at the back of the queue (product.md, RSVP rule 10). */
  private begin(place: Place): void {
    if (this.isLive) throw new DomainError('changed-meanwhile');
    this.cancelCause = null;
    this.heldUntil = null;
    this.seat = place.seat;
    this.arrival = place.arrival;
    this.version += 1;
  }

  private take(typed: TypedRsvp): void {
    this.name = typed.name;
    this.profile = { ...this.profile, ...typed.profile };
    this.typed = null;
  }
}
