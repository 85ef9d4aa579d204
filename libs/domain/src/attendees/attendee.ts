import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import type { Profile } from '../introductions/profile.ts';

export const attendeeStatuses = ['held', 'pending', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled'] as const;
export type AttendeeStatus = (typeof attendeeStatuses)[number];
export type CancelCause = 'by-person' | 'by-host' | 'not-confirmed' | 'event-cancelled' | 'import';

/** How long an RSVP whose address is not confirmed keeps its seat or place (product.md, RSVP rule 1). */
export const holdMinutes = 30;

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
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  get isLive(): boolean {
    return this.status !== 'cancelled' && this.status !== 'declined';
  }

  /** The link from the mail was used: the hold becomes a seat or a place in the queue. */
  confirm(status: 'confirmed' | 'waitlisted', now: Date): void {
    if (this.status !== 'held' || this.heldUntil === null || now >= this.heldUntil) {
      throw new DomainError('rsvp-not-confirmable');
    }
    this.settle(status, now);
  }

  /** The head of the queue moves up. */
  promote(now: Date): void {
    if (this.status !== 'waitlisted') throw new DomainError('changed-meanwhile');
    this.settle('confirmed', now);
  }

  /** Yes to no is always allowed (product.md, RSVP rule 8). */
  cancel(cause: CancelCause): void {
    this.status = 'cancelled';
    this.cancelCause = cause;
    this.seat = false;
    this.heldUntil = null;
    this.version += 1;
  }

  private settle(status: 'confirmed' | 'waitlisted', now: Date): void {
    this.status = status;
    this.seat = status === 'confirmed';
    this.heldUntil = null;
    this.confirmedAt = status === 'confirmed' ? now : null;
    this.version += 1;
  }
}
