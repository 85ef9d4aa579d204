import type { Actor } from '../actors.ts';
import type { Counted, EventSeats } from '../events/event-seats.ts';
import type { Attendee } from './attendee.ts';

export type StepMail =
  | 'rsvp-confirmed'
  | 'rsvp-waitlisted'
  | 'rsvp-pending'
  | 'rsvp-promoted'
  | 'rsvp-offered'
  | 'rsvp-offer-lapsed'
  | 'rsvp-offer-revoked'
  | 'rsvp-declined'
  | 'rsvp-cancelled';

/** Why a host gave somebody a better place than the queue did: a code, because the audit keeps no free text. */
export const moveReasons = ['speaker', 'helper', 'access', 'mistake', 'other'] as const;
export type MoveReason = (typeof moveReasons)[number];

/** What happens at a desk, as the audit names it. */
export type DeskAction =
  | 'attendee.held'
  | 'attendee.pending'
  | 'attendee.added'
  | 'attendee.approved'
  | 'attendee.declined'
  | 'attendee.confirmed'
  | 'attendee.waitlisted'
  | 'attendee.cancelled'
  | 'attendee.hold-expired'
  | 'attendee.offered'
  | 'attendee.offer-lapsed'
  | 'attendee.offer-revoked'
  | 'attendee.claimed'
  | 'attendee.promoted'
  | 'attendee.moved-up'
  | 'attendee.seated'
  | 'attendee.let-in'
  | 'attendee.became-panelist'
  | 'attendee.party-changed'
  | 'attendee.imported'
  | 'event.capacity-changed'
  | 'event.waitlist-changed';

/** One transition, as the audit, the mail queue and the offers keep it. */
export interface DeskStep {
  /** The attendee, or the event where the step is its own. */
  subjectId: string;
  /** Whose row is to be written; null where there is none, or a guest list writes it. */
  attendee: Attendee | null;
  action: DeskAction;
  actor: Actor;
  codes: Record<string, string | number | boolean>;
  mail: { kind: StepMail; step: string } | null;
  offer: { opens: Date } | { ends: 'claimed' | 'lapsed' | 'revoked' | 'refused' } | null;
  /** Somebody left who was on a panel of the evening. */
  leavesPanels: boolean;
}

/** What somebody did, before it is counted. */
export interface Act {
  action: DeskAction;
  actor: Actor;
  mail?: StepMail | null;
  offer?: DeskStep['offer'];
  codes?: DeskStep['codes'];
}

/** How an attendee stands after a step, and at which place in the queue. */
type Placed = Counted & Pick<Attendee, 'arrival' | 'priority'>;

/**
 * The book of one open desk: each transition is counted on the event's counter row and kept as a step to be written. It
 * says whether a party finds seats, because it sees who joined the queue since the desk was opened.
 */
export class StepBook {
  readonly steps: DeskStep[] = [];

  /** @param smallestWaiting the smallest party in the queue, as far as it matters; Infinity when nobody waits */
  constructor(
    private readonly seats: EventSeats,
    private smallestWaiting: number,
  ) {}

  /** There are seats for this many, and nobody waits who would fit into what is free (product.md, RSVP rule 5). */
  fitsAndPassesNobody(party: number): boolean {
    return this.seats.fits(party) && this.smallestWaiting > this.seats.free;
  }

  /** Makes the transition of an attendee, counts it and keeps it. */
  keep(
    attendee: Attendee,
    { action, actor, mail = null, offer = null, codes = {} }: Act,
    transition: () => void,
  ): void {
    const { part } = attendee;
    this.seats.step(attendee, transition);
    attendee.version += 1;
    if (attendee.status === 'waitlisted') {
      this.smallestWaiting = Math.min(this.smallestWaiting, attendee.partySize);
    }
    this.steps.push({
      subjectId: attendee.id,
      attendee,
      action,
      actor,
      mail: mail === null ? null : { kind: mail, step: `v${String(attendee.version)}` },
      offer,
      leavesPanels: part === 'panelist' && attendee.part !== 'panelist',
      codes: { ...codes, ...this.codesOf(attendee) },
    });
  }

  /** The step of somebody whose row a guest list writes; nobody is told. */
  keepImported(id: string, before: Counted | null, after: Placed, actor: Actor): void {
    const counted: Counted = before === null ? { ...after, status: 'cancelled', seat: false } : { ...before };
    this.seats.step(counted, () => {
      if (after.seat && !counted.seat) this.seats.makeRoomFor(after.partySize);
      Object.assign(counted, after);
    });
    this.steps.push({
      subjectId: id,
      attendee: null,
      action: 'attendee.imported',
      actor,
      mail: null,
      offer: before?.status === 'offered' ? { ends: 'claimed' } : null,
      leavesPanels: false,
      codes: this.codesOf(after),
    });
  }

  /** A step of the event itself, whose version has grown already. */
  keepOwn(eventId: string, action: DeskAction, actor: Actor, codes: DeskStep['codes']): void {
    this.steps.push({
      subjectId: eventId,
      attendee: null,
      action,
      actor,
      mail: null,
      offer: null,
      leavesPanels: false,
      codes: { ...codes, version: this.seats.version },
    });
  }

  /** What docs/decisions/0007 has the audit line of a step carry, so that the history can be replayed. */
  private codesOf({ status, seat, partySize: party, arrival, priority }: Placed): DeskStep['codes'] {
    const placed = arrival === null ? {} : { arrival };
    return { version: this.seats.version, status, seat, party, priority, ...placed };
  }
}
