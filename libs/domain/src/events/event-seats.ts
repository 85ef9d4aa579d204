import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttendeeStatus } from '../attendees/attendee.ts';

/** What of an attendee decides what they count for. */
export interface Counted {
  status: AttendeeStatus;
  seat: boolean;
  partySize: number;
}

/**
 * The counter row of one event (product.md, RSVP rule 3): `taken` sums the parties that have a seat, `held` the part of
 * it that no mail has confirmed yet, `waiting` counts the RSVPs in the queue. What one attendee counts for is a function
 * of their status, seat and party alone (docs/decisions/0007), so each transition is counted out, made, and counted in.
 * Changed under its row lock only, and written back by `writeSteps` alone.
 */
@Entity('event_seats')
export class EventSeats {
  @PrimaryColumn('uuid') eventId!: string;
  @Column('uuid') organizationId!: string;
  @Column('int') capacity!: number;
  @Column('int') ceiling!: number;
  @Column('int') taken!: number;
  @Column('int') held!: number;
  @Column('int') waiting!: number;
  @Column('int') arrivals!: number;
  /** Grows by one with every step; the audit line of the step carries it. */
  @Column('int') version!: number;

  get free(): number {
    return Math.max(this.capacity - this.taken, 0);
  }

  fits(party: number): boolean {
    return this.taken + party <= this.capacity;
  }

  /** Unproven holds together take at most half of what is not settled, so that made-up addresses cannot fill a room. */
  mayHold(party: number): boolean {
    return 2 * (this.held + party) <= this.capacity - (this.taken - this.held);
  }

  arrive(): number {
    this.arrivals += 1;
    return this.arrivals;
  }

  /** Lets this many have a seat although the room is full: a host's word, by name (rule 3). */
  makeRoomFor(party: number): void {
    this.ceiling = Math.max(this.ceiling, this.taken + party);
  }

  /** Fewer seats than people remove nobody (rule 8). */
  setCapacity(capacity: number): void {
    this.capacity = capacity;
    this.ceiling = Math.max(capacity, this.taken);
    this.version += 1;
  }

  /** One step: the attendee is counted out, changed, and counted in; a ceiling that was raised falls with what it was for. */
  step(counted: Counted, transition: () => void): void {
    this.count(counted, -1);
    transition();
    this.count(counted, 1);
    this.ceiling = Math.max(this.capacity, Math.min(this.ceiling, this.taken));
    this.version += 1;
  }

  private count({ status, seat, partySize }: Counted, sign: 1 | -1): void {
    if (seat) this.taken += sign * partySize;
    if (seat && status === 'held') this.held += sign * partySize;
    if (status === 'waitlisted') this.waiting += sign;
  }
}
