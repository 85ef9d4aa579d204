import type { Actor } from '../actors.ts';
import { DomainError, type ShapeError, faultAt } from '../errors.ts';
import type { Counted, EventSeats } from '../events/event-seats.ts';
import type { Event } from '../events/event.ts';
import type { Attendee, CancelCause } from './attendee.ts';
import { type Act, type DeskStep, type MoveReason, StepBook } from './desk-steps.ts';
import { type Admission, needsApproval, refuseUnlessAdmitted } from './gates.ts';
import { type TypedRsvp, partyOf } from './typed-rsvp.ts';

/**
 * What the desk goes by of the event, as it was after the lock was taken. Hosts who change, publish or cancel an event do
 * so at its desk, so none of this changes meanwhile but by them. Panels and critique sessions raise the event's version
 * without the lock, which nothing here reads. New zone data moves the instants at start-up without it: an act of that
 * moment goes by the hours of just before, as if it had come first. Seats are safe in every case, because they are counted
 * on the locked row and not from the event.
 */
export type DeskEvent = Pick<
  Event,
  | 'id'
  | 'organizationId'
  | 'registration'
  | 'approval'
  | 'waitlistOpen'
  | 'waitlist'
  | 'plusOnes'
  | 'questions'
  | 'refuseRsvpUnlessOpen'
  | 'answersOpen'
  | 'offerDeadline'
  | 'callsWaiting'
>;

/** What somebody who wants to come brings to the desk. */
export interface Rsvp {
  typed: TypedRsvp;
  admission: Admission;
  /** What is wrong with the answers to the event's questions; empty when nothing is. */
  faults: readonly ShapeError[];
  actor: Actor;
}

/**
 * One event under the lock of its counter row: the acts of docs/decisions/0007, each of which changes an attendee, counts
 * it, and is kept as a step to be written. Pure: what was read goes in, what is to be written comes out.
 */
export class EventDesk {
  private readonly book: StepBook;

  /** @param smallestWaiting the smallest party in the queue, as far as it matters; Infinity when nobody waits */
  constructor(
    public event: DeskEvent,
    readonly seats: EventSeats,
    smallestWaiting: number,
    readonly now: Date,
  ) {
    this.book = new StepBook(seats, smallestWaiting);
  }

  /** What happened since the desk was opened; whoever writes them takes them out. */
  get steps(): DeskStep[] {
    return this.book.steps;
  }

  /**
   * From an address that is not proven. A live or declined RSVP is left as it is; of a second ask the last typed counts.
   * Only what is everybody's to know refuses here; what is about the person, their mail tells.
   * @throws DomainError as `admit`, less not-admitted, invitation-needed, audience-only, waitlist-closed
   */
  ask(attendee: Attendee, { typed, admission, faults, actor }: Rsvp): void {
    this.refuseForEverybody(typed, faults);
    if (attendee.status === 'held') attendee.typed = typed;
    if (attendee.status !== 'cancelled') return;
    const party = partyOf(typed);
    const seat =
      this.admits(attendee, admission) && !needsApproval(this.event, admission) && this.mayHoldSeat(party);
    this.book.keep(attendee, { action: 'attendee.held', actor }, () => {
      attendee.arrive(this.seats.arrive(), party);
      attendee.hold(seat, typed, this.now);
    });
  }

  /**
   * The gates that are everybody's: they refuse whoever asks, so their answer tells nothing about an address.
   * @throws DomainError event-cancelled, event-not-published, registration-not-open, registration-closed,
   *   questions-unanswered, party-too-large
   */
  refuseForEverybody(typed: TypedRsvp, faults: readonly ShapeError[]): void {
    this.event.refuseRsvpUnlessOpen(this.now);
    refuseUnanswered(faults);
    this.refuseLargeParty(typed);
  }

  /**
   * From a proven address: new, coming back, or the answer to the mail of a hold. A live or declined RSVP is left as it is.
   * @throws DomainError event-cancelled, event-not-published, registration-not-open, registration-closed, not-admitted,
   *   invitation-needed, audience-only, questions-unanswered, party-too-large, waitlist-closed
   */
  admit(attendee: Attendee, { typed, admission, faults, actor }: Rsvp): void {
    if (attendee.status !== 'held' && attendee.status !== 'cancelled' && attendee.status !== 'declined')
      return;
    this.event.refuseRsvpUnlessOpen(this.now);
    refuseUnlessAdmitted(this.event, admission, attendee.status === 'declined');
    refuseUnanswered(faults);
    this.refuseLargeParty(typed);
    if (needsApproval(this.event, admission)) {
      this.settle(attendee, typed, { action: 'attendee.pending', actor, mail: 'rsvp-pending' }, () => {
        attendee.pend();
      });
      return;
    }
    const seated = this.seatsNewly(partyOf(typed), attendee);
    if (!seated && !this.event.waitlistOpen) throw new DomainError('waitlist-closed');
    this.settle(attendee, typed, this.settled(seated, actor), () => {
      this.seatOrQueue(attendee, seated);
    });
  }

  /** A host puts somebody on the list; `beyondCapacity` gives the seat by name, whatever the room says. */
  add(
    attendee: Attendee,
    typed: TypedRsvp,
    { beyondCapacity }: { beyondCapacity: boolean },
    actor: Actor,
  ): void {
    if (attendee.isLive) return;
    const party = partyOf(typed);
    const seated = beyondCapacity || this.seatsNewly(party, attendee);
    const mail = seated ? 'rsvp-confirmed' : 'rsvp-waitlisted';
    this.settle(attendee, typed, { action: 'attendee.added', actor, mail, codes: { beyondCapacity } }, () => {
      if (beyondCapacity) this.seats.makeRoomFor(party);
      this.seatOrQueue(attendee, seated);
    });
    attendee.source = 'host';
  }

  /** At their own number of arrival; also somebody who was declined before. @throws DomainError rsvp-not-pending */
  approve(attendee: Attendee, note: string | null, actor: Actor): void {
    if (attendee.status === 'confirmed' || attendee.status === 'waitlisted') return;
    if (attendee.status !== 'pending' && attendee.status !== 'declined')
      throw new DomainError('rsvp-not-pending');
    const seated = this.book.fitsAndPassesNobody(attendee.partySize);
    this.book.keep(attendee, { ...this.settled(seated, actor), action: 'attendee.approved' }, () => {
      this.seatOrQueue(attendee, seated);
      attendee.note = note;
    });
  }

  /** @throws DomainError rsvp-not-pending */
  decline(
    attendee: Attendee,
    note: string | null,
    actor: Actor,
    { tell = true }: { tell?: boolean } = {},
  ): void {
    if (attendee.status === 'declined') return;
    if (attendee.status !== 'pending') throw new DomainError('rsvp-not-pending');
    const mail = tell ? 'rsvp-declined' : null;
    this.book.keep(attendee, { action: 'attendee.declined', actor, mail }, () => {
      attendee.decline(note);
    });
  }

  /** Yes to no is always allowed. A hold is cancelled without a mail: its address never answered. */
  cancel(
    attendee: Attendee,
    cause: 'by-person' | 'by-host' | 'event-cancelled',
    actor: Actor,
    { tell = true }: { tell?: boolean } = {},
  ): void {
    if (!attendee.isLive) return;
    const untold = !tell || attendee.status === 'held' || cause === 'event-cancelled';
    const mail = untold ? null : 'rsvp-cancelled';
    const offer = attendee.status === 'offered' ? ({ ends: 'refused' } as const) : null;
    this.leave(attendee, cause, { action: 'attendee.cancelled', actor, mail, offer, codes: { cause } });
  }

  /** The clock ended it. */
  expireHold(attendee: Attendee, actor: Actor): void {
    if (!attendee.isOverdue(this.now)) throw new DomainError('changed-meanwhile');
    this.leave(attendee, 'not-confirmed', { action: 'attendee.hold-expired', actor });
  }

  /** The clock ended it. Put back in the queue it would be offered the same seat again, so it is over. */
  lapseOffer(attendee: Attendee, actor: Actor): void {
    if (attendee.status !== 'offered') throw new DomainError('changed-meanwhile');
    const act = { action: 'attendee.offer-lapsed', actor, mail: 'rsvp-offer-lapsed' } as const;
    this.leave(attendee, 'offer-lapsed', { ...act, offer: { ends: 'lapsed' } });
  }

  /** The waitlist closed: back to their own place. */
  revokeOffer(attendee: Attendee, actor: Actor): void {
    if (attendee.status !== 'offered') throw new DomainError('changed-meanwhile');
    const act = { action: 'attendee.offer-revoked', actor, mail: 'rsvp-offer-revoked' } as const;
    this.book.keep(attendee, { ...act, offer: { ends: 'revoked' } }, () => {
      attendee.wait();
    });
  }

  /** @throws DomainError offer-over; the caller ended what the clock has ended before */
  claim(attendee: Attendee, actor: Actor): void {
    if (attendee.status === 'confirmed') return;
    if (attendee.status !== 'offered') throw new DomainError('offer-over');
    const act = { action: 'attendee.claimed', actor, mail: 'rsvp-confirmed' } as const;
    this.book.keep(attendee, { ...act, offer: { ends: 'claimed' } }, () => {
      attendee.confirm(this.now);
    });
  }

  /** The head of the queue gets a freed seat: at once, or as an offer with a deadline. */
  call(attendee: Attendee, actor: Actor): void {
    if (this.event.waitlist === 'automatic') {
      this.book.keep(attendee, { action: 'attendee.promoted', actor, mail: 'rsvp-promoted' }, () => {
        attendee.confirm(this.now);
      });
      return;
    }
    const opens = this.event.offerDeadline(this.now);
    if (opens === null) throw new DomainError('event-over');
    this.book.keep(
      attendee,
      { action: 'attendee.offered', actor, mail: 'rsvp-offered', offer: { opens } },
      () => {
        attendee.offer();
      },
    );
  }

  /** @param priority one above the highest of those who wait. @throws DomainError rsvp-not-waitlisted */
  moveUp(attendee: Attendee, priority: number, reason: MoveReason, actor: Actor): void {
    if (attendee.status !== 'waitlisted') throw new DomainError('rsvp-not-waitlisted');
    this.book.keep(attendee, { action: 'attendee.moved-up', actor, codes: { reason } }, () => {
      attendee.priority = priority;
    });
  }

  /** A host's override: the seat is given by name and raises the ceiling when it has to. @throws DomainError rsvp-not-seatable */
  seat(attendee: Attendee, reason: MoveReason, actor: Actor): void {
    const { status, partySize } = attendee;
    if (status === 'confirmed') return;
    if (status !== 'waitlisted' && status !== 'pending' && status !== 'offered')
      throw new DomainError('rsvp-not-seatable');
    const offer = status === 'offered' ? ({ ends: 'claimed' } as const) : null;
    const mail = status === 'waitlisted' ? 'rsvp-promoted' : 'rsvp-confirmed';
    this.book.keep(attendee, { action: 'attendee.seated', actor, mail, offer, codes: { reason } }, () => {
      this.seats.makeRoomFor(partySize);
      attendee.confirm(this.now);
    });
  }

  /**
   * Somebody said yes to a panel of the evening: they come without taking a seat, and the one they had goes to the queue
   * (docs/decisions/0025). What they answered a panel with tells them, so no mail of the RSVP does.
   */
  joinPanel(attendee: Attendee, actor: Actor): void {
    if (attendee.part === 'panelist' && attendee.status === 'confirmed') return;
    const offer = attendee.status === 'offered' ? ({ ends: 'claimed' } as const) : null;
    this.book.keep(attendee, { action: 'attendee.became-panelist', actor, offer }, () => {
      if (!attendee.isLive) attendee.arrive(this.seats.arrive(), 1);
      attendee.joinPanel(this.now);
    });
  }

  /**
   * Somebody stands at the door and is let in, whatever their RSVP was: the seat raises the ceiling when it has to, and who
   * comes along comes in too (docs/decisions/0027).
   */
  letIn(attendee: Attendee, { tell }: { tell: boolean }, actor: Actor): void {
    const { status, partySize } = attendee;
    if (status === 'confirmed') return;
    const offer = status === 'offered' ? ({ ends: 'claimed' } as const) : null;
    const mail = tell ? 'rsvp-confirmed' : null;
    this.book.keep(attendee, { action: 'attendee.let-in', actor, mail, offer }, () => {
      this.seats.makeRoomFor(partySize);
      attendee.comeIn(() => this.seats.arrive(), this.now);
    });
  }

  /**
   * The person brings others than before. A smaller party always fits; a larger one needs the seats and passes nobody.
   * @throws DomainError party-too-large, party-does-not-fit, rsvp-not-live, answers-closed
   */
  changeParty(attendee: Attendee, guests: readonly string[], actor: Actor): void {
    const { status, partySize } = attendee;
    if (!this.event.answersOpen(this.now)) throw new DomainError('answers-closed');
    if (status !== 'confirmed' && status !== 'waitlisted' && status !== 'pending')
      throw new DomainError('rsvp-not-live');
    const more = partyOf({ guests: [...guests] }) - partySize;
    // A panelist who takes no seat has none to bring others with.
    if (status === 'confirmed' && !attendee.seat && more > 0) throw new DomainError('party-does-not-fit');
    if (more > 0) this.refuseLargeParty({ guests: [...guests] });
    if (more === 0) {
      attendee.guests = [...guests];
      return;
    }
    if (attendee.seat && more > 0 && !this.book.fitsAndPassesNobody(more))
      throw new DomainError('party-does-not-fit');
    this.book.keep(attendee, { action: 'attendee.party-changed', actor }, () => {
      attendee.partySize += more;
      attendee.guests = [...guests];
    });
  }

  setCapacity(capacity: number, actor: Actor): void {
    if (capacity === this.seats.capacity) return;
    this.seats.setCapacity(capacity);
    this.book.keepOwn(this.event.id, 'event.capacity-changed', actor, { capacity });
  }

  /** The event's rules of the waitlist are other ones from here on. */
  waitlistChanged(actor: Actor): void {
    this.seats.version += 1;
    this.book.keepOwn(this.event.id, 'event.waitlist-changed', actor, {
      policy: this.event.waitlist,
      open: this.event.waitlistOpen,
    });
  }

  /**
   * What a guest list says of somebody, whose row the list writes (product.md, RSVP rule 12): a seat given so raises the
   * ceiling by name, nobody is told and nobody is called.
   */
  imported(
    id: string,
    before: Counted | null,
    after: Counted & Pick<Attendee, 'arrival' | 'priority'>,
    actor: Actor,
  ): void {
    this.book.keepImported(id, before, after, actor);
  }

  private admits(attendee: Attendee, admission: Admission): boolean {
    try {
      refuseUnlessAdmitted(this.event, admission, attendee.status === 'declined');
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  private refuseLargeParty({ guests = [] }: Pick<TypedRsvp, 'guests'>): void {
    if (guests.length > this.event.plusOnes) {
      throw new DomainError('party-too-large', [
        faultAt('/guests', () => new DomainError('party-too-large').message),
      ]);
    }
  }

  private mayHoldSeat(party: number): boolean {
    return this.book.fitsAndPassesNobody(party) && this.seats.mayHold(party);
  }

  /** A hold with a seat has it already, for the party it came with; only what is more has to fit. */
  private seatsNewly(party: number, attendee: Attendee): boolean {
    const more = attendee.seat ? party - attendee.partySize : party;
    return more <= 0 || this.book.fitsAndPassesNobody(more);
  }

  private settled(seated: boolean, actor: Actor): Act {
    return seated
      ? { action: 'attendee.confirmed', actor, mail: 'rsvp-confirmed' }
      : { action: 'attendee.waitlisted', actor, mail: 'rsvp-waitlisted' };
  }

  /** Somebody a guest list named has never queued, and takes a number here: the queue has an order only by numbers. */
  private seatOrQueue(attendee: Attendee, seated: boolean): void {
    if (seated) {
      attendee.confirm(this.now);
      return;
    }
    attendee.arrival ??= this.seats.arrive();
    attendee.wait();
  }

  /** What was typed counts, and somebody who was not here gets a number of arrival. */
  private settle(attendee: Attendee, typed: TypedRsvp, act: Act, transition: () => void): void {
    this.book.keep(attendee, act, () => {
      if (!attendee.isLive) attendee.arrive(this.seats.arrive(), partyOf(typed));
      transition();
      attendee.take(typed);
    });
  }

  private leave(attendee: Attendee, cause: CancelCause, act: Act): void {
    this.book.keep(attendee, act, () => {
      attendee.cancel(cause);
    });
  }
}

function refuseUnanswered(faults: readonly ShapeError[]): void {
  if (faults.length > 0) throw new DomainError('questions-unanswered', faults);
}
