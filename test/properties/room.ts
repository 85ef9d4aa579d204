// One evening as docs/decisions/0007 has it: the numbers of the counter row, counted anew from the guests each time.
// Written from that table alone, so that a mistake of the product is not made here a second time; scans are fine.

export type Status =
  'none' | 'held' | 'pending' | 'confirmed' | 'waitlisted' | 'offered' | 'declined' | 'cancelled';

export interface Guest {
  readonly id: string;
  status: Status;
  seat: boolean;
  party: number;
  arrival: number | null;
  priority: number;
  /** When the clock ends the hold or the offer, in milliseconds. */
  until: number | null;
}

export type After = Omit<Guest, 'id'>;

export interface Rules {
  capacity: number;
  policy: 'automatic' | 'offer';
  open: boolean;
  approval: boolean;
  plusOnes: number;
  offerHours: number;
  startsAt: number;
  endsAt: number;
  /** Whether a host invited the person behind this attendee. */
  isInvited(guestId: string): boolean;
}

export interface OfferRow {
  guestId: string;
  state: 'live' | 'claimed' | 'lapsed' | 'revoked' | 'refused';
  until: number;
}

export class Room {
  readonly guests = new Map<string, Guest>();
  readonly offers: OfferRow[] = [];
  capacity: number;
  ceiling: number;
  arrivals = 0;
  version = 0;
  policy: Rules['policy'];
  open: boolean;
  published = true;

  constructor(readonly rules: Rules) {
    ({ capacity: this.capacity, policy: this.policy, open: this.open } = rules);
    this.ceiling = this.capacity;
  }

  guest(id: string): Guest {
    const known = this.guests.get(id);
    if (known !== undefined) return known;
    return { id, status: 'none', seat: false, party: 0, arrival: null, priority: 0, until: null };
  }

  get taken(): number {
    return this.sum((guest) => guest.seat);
  }

  get held(): number {
    return this.sum((guest) => guest.seat && guest.status === 'held');
  }

  get waiting(): Guest[] {
    return this.all((guest) => guest.status === 'waitlisted');
  }

  get free(): number {
    return this.capacity - this.taken;
  }

  fits(party: number): boolean {
    return this.taken + party <= this.capacity;
  }

  fitsAndPassesNobody(party: number): boolean {
    const { free } = this;
    return party <= free && this.waiting.every((guest) => guest.party > free);
  }

  mayHold(party: number): boolean {
    return 2 * (this.held + party) <= this.capacity - (this.taken - this.held);
  }

  needsApproval(guest: Guest): boolean {
    return this.rules.approval && !this.rules.isInvited(guest.id);
  }

  /** Whether freed seats go to those who wait, at this moment. */
  calls(at: number): boolean {
    if (!this.published || !this.open) return false;
    return at < (this.policy === 'automatic' ? this.rules.endsAt : this.rules.startsAt);
  }

  /** Who is next among those who fit: priority, then arrival, then id. */
  head(): Guest | undefined {
    const { free } = this;
    return this.waiting.filter((guest) => guest.party <= free).sort(inQueue)[0];
  }

  /** Whose hold or offer the clock has ended by now, the oldest moment first. */
  overdue(at: number): Guest[] {
    const moment = ({ until }: Guest): number => until ?? Infinity;
    return this.all((guest) => moment(guest) <= at).sort(
      (a, b) => moment(a) - moment(b) || (a.id < b.id ? -1 : 1),
    );
  }

  /** A newcomer's number, or that of somebody who comes back. */
  arrive(): { arrival: number; priority: number } {
    this.arrivals += 1;
    return { arrival: this.arrivals, priority: 0 };
  }

  private all(is: (guest: Guest) => boolean): Guest[] {
    const found: Guest[] = [];
    for (const guest of this.guests.values()) if (is(guest)) found.push(guest);
    return found;
  }

  private sum(counts: (guest: Guest) => boolean): number {
    let sum = 0;
    for (const guest of this.guests.values()) if (counts(guest)) sum += guest.party;
    return sum;
  }
}

function inQueue(a: Guest, b: Guest): number {
  return (
    b.priority - a.priority ||
    (a.arrival ?? Infinity) - (b.arrival ?? Infinity) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
