import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import type { Answer } from '../events/questions.ts';
import type { Profile } from '../introductions/profile.ts';
import type { Imported } from './imported.ts';
import { type TypedRsvp, partyOf } from './typed-rsvp.ts';

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
export type CancelCause =
  'by-person' | 'by-host' | 'not-confirmed' | 'event-cancelled' | 'import' | 'offer-lapsed';

/** How long an RSVP whose address is not confirmed keeps its seat or place (product.md, RSVP rule 1). */
export const holdMinutes = 30;

/**
 * A person at one event: the RSVP, its status, its answers and a copy of the profile as it was then. The methods are the
 * rows of docs/decisions/0007; the desk calls them, because each also changes what the event counts.
 */
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
  /** The names of those who come along; an imported party may have fewer names than people. */
  @Column('jsonb') guests!: string[];
  /** Whether this RSVP counts in `event_seats.taken`. */
  @Column('boolean') seat!: boolean;
  /** The gap-free number of arrival from the counter row; null for imported rows that never queued. */
  @Column('int', { nullable: true }) arrival!: number | null;
  @Column('int') priority!: number;
  @Column('timestamptz', { nullable: true }) heldUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) checkedInAt!: Date | null;
  @Column('varchar', { length: 10 }) source!: 'page' | 'host' | 'import' | 'door' | 'panel';
  @Column('jsonb') answers!: Answer[];
  @Column('jsonb') profile!: Partial<Profile>;
  /** What waits for the address to be confirmed; until then it shows and changes nothing. */
  @Column('jsonb', { nullable: true }) typed!: TypedRsvp | null;
  /** What guest lists said about this person and evening; null for somebody no list ever named. */
  @Column('jsonb', { nullable: true }) imported!: Imported | null;
  /** False while only a list, for which nobody stated the right to write, or an unproven form tells of somebody. */
  @Column('boolean') mayWrite!: boolean;
  /** Whether they asked for this RSVP themselves: whom a list or a host put here never did. */
  @Column('boolean') ownWord!: boolean;
  /** The host's words when they approved or declined: for this person alone. */
  @Column('varchar', { length: 500, nullable: true }) note!: string | null;
  /** "Ask about access": for the door, and gone 30 days after the evening. */
  @Column('varchar', { length: 200, nullable: true }) doorNote!: string | null;
  /** A check-in of an earlier time counts no more. */
  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /** Somebody who is new to the event; the desk gives the row its status before it is written. */
  static of(
    ids: { id: string; organizationId: string; eventId: string; personId: string },
    name: string,
    now: Date,
  ): Attendee {
    const attendee = new Attendee();
    Object.assign(attendee, ids, { name, part: 'guest', status: 'cancelled', cancelCause: 'not-confirmed' });
    Object.assign(attendee, {
      partySize: 1,
      guests: [],
      seat: false,
      arrival: null,
      priority: 0,
      heldUntil: null,
    });
    Object.assign(attendee, {
      confirmedAt: null,
      checkedInAt: null,
      source: 'page',
      answers: [],
      profile: {},
    });
    Object.assign(attendee, {
      typed: null,
      imported: null,
      mayWrite: false,
      ownWord: false,
      note: null,
      doorNote: null,
      undoneAt: null,
      version: 0,
      createdAt: now,
    });
    return attendee;
  }

  get isLive(): boolean {
    return this.status !== 'cancelled' && this.status !== 'declined';
  }

  /** Expiry is decided by reading the clock; a job only wakes things up (product.md, RSVP rule 6). */
  isOverdue(now: Date): boolean {
    return this.heldUntil !== null && now >= this.heldUntil;
  }

  /**
   * One person, one RSVP per event: coming back reuses the row, at the back of the queue (product.md, RSVP rule 10).
   * What is decided next says whether there is a seat.
   */
  arrive(arrival: number, partySize: number): void {
    if (this.isLive) throw new DomainError('changed-meanwhile');
    this.cancelCause = null;
    // Who left and is put back by others has said nothing of it.
    this.ownWord = false;
    this.arrival = arrival;
    this.priority = 0;
    this.partySize = partySize;
    this.guests = [];
    this.note = null;
  }

  /** From an address that is not proven yet: it keeps its place for a while, and what was typed waits. */
  hold(seat: boolean, typed: TypedRsvp, now: Date): void {
    this.status = 'held';
    this.seat = seat;
    this.heldUntil = new Date(now.getTime() + holdMinutes * 60_000);
    this.typed = typed;
  }

  /** Going, from whatever it was. */
  confirm(now: Date): void {
    // A panelist takes no seat unless the organizer says so.
    this.become('confirmed', this.part !== 'panelist');
    this.confirmedAt = now;
  }

  /** At the door: somebody who was not expected takes a number of arrival, and brings whom they once meant to. */
  comeIn(arrive: () => number, now: Date): void {
    const { guests } = this;
    if (!this.isLive) this.arrive(arrive(), this.partySize);
    this.guests = guests;
    this.confirm(now);
  }

  /** In the queue, at its own number of arrival. */
  wait(): void {
    this.become('waitlisted', false);
  }

  pend(): void {
    this.become('pending', false);
  }

  offer(): void {
    this.become('offered', true);
  }

  decline(note: string | null): void {
    this.become('declined', false);
    this.note = note;
  }

  /**
   * On a panel of the evening, and so without a seat; whoever has seats for others as well keeps those of the party.
   * Introductions are none until they raise it (product.md, Introductions).
   */
  joinPanel(now: Date): void {
    const bringsSeated = this.status === 'confirmed' && this.seat && this.partySize > 1;
    if (!bringsSeated) Object.assign(this, { partySize: 1, guests: [] });
    this.become('confirmed', bringsSeated);
    this.confirmedAt = now;
    this.part = 'panelist';
    this.profile = { ...this.profile, maxIntroductions: 0 };
    this.typed = null;
    this.mayWrite = true;
  }

  /** Yes to no is always allowed (product.md, RSVP rule 8). An unconfirmed one keeps what was typed for a late link. */
  cancel(cause: CancelCause): void {
    this.become('cancelled', false);
    this.cancelCause = cause;
    // Who comes back takes a seat like everybody.
    this.part = 'guest';
    if (cause !== 'not-confirmed') this.typed = null;
  }

  /** What was typed counts now: the address is proven. A form without a field never blanks what stands. */
  take(typed: TypedRsvp): void {
    this.name = typed.name;
    this.profile = { ...this.profile, ...typed.profile };
    if (typed.answers !== undefined) this.answers = typed.answers;
    this.partySize = partyOf(typed);
    this.guests = typed.guests ?? [];
    this.typed = null;
    this.mayWrite = true;
  }

  private become(status: AttendeeStatus, seat: boolean): void {
    this.status = status;
    this.seat = seat;
    this.cancelCause = null;
    this.heldUntil = null;
    this.confirmedAt = null;
  }
}
