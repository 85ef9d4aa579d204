import type { After, Guest, Room, Status } from './room.ts';

/** One line of the audit that carries a version. */
export interface AuditStep {
  version: number;
  /** Which transaction wrote it: what is promised "in the same transaction" is looked at where it ends. */
  transaction: string;
  /** In milliseconds of product time. */
  at: number;
  action: string;
  subject: string;
  codes: {
    status?: string;
    seat?: boolean;
    party?: number;
    arrival?: number;
    priority?: number;
    cause?: string;
    beyondCapacity?: boolean;
    capacity?: number;
    policy?: string;
    open?: boolean;
  };
}

/** What happened is not what the table allows. */
export class Divergence extends Error {}

export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Divergence(sentence);
}

type Act = (room: Room, guest: Guest, step: AuditStep) => After;

const holdMs = 30 * 60_000;
const hourMs = 60 * 60_000;

function mustBeFrom(guest: Guest, ...allowed: Status[]): void {
  must(allowed.includes(guest.status), `nobody who is ${guest.status} can do this`);
}

/** The party is the person's to choose, within the limit of the event; a smaller one is always allowed. */
function partyOf({ rules }: Room, guest: Guest, { codes: { party = 0 } }: AuditStep): number {
  const isHere = guest.status !== 'none' && guest.status !== 'cancelled';
  const most = Math.max(1 + rules.plusOnes, isHere ? guest.party : 1);
  must(party >= 1 && party <= most, `a party of ${party} is beyond the limit of the event`);
  return party;
}

const mustTakeRsvps = ({ rules }: Room, { at }: AuditStep): void => {
  must(at < rules.endsAt, 'registration is closed');
};

const placed = (seated: boolean): Pick<After, 'status' | 'seat' | 'until'> => ({
  status: seated ? 'confirmed' : 'waitlisted',
  seat: seated,
  until: null,
});

const left: Pick<After, 'status' | 'seat' | 'until'> = { status: 'cancelled', seat: false, until: null };

function hold(room: Room, guest: Guest, step: AuditStep): After {
  mustBeFrom(guest, 'none', 'cancelled');
  mustTakeRsvps(room, step);
  const party = partyOf(room, guest, step);
  const seat = !room.needsApproval(guest) && room.fitsAndPassesNobody(party) && room.mayHold(party);
  return { ...room.arrive(), status: 'held', seat, party, until: step.at + holdMs };
}

/** A proven address: new, coming back, or the answer to the mail of a hold. */
function admit(room: Room, guest: Guest, step: AuditStep): After {
  mustBeFrom(guest, 'none', 'cancelled', 'held');
  mustTakeRsvps(room, step);
  const party = partyOf(room, guest, step);
  const more = guest.seat ? party - guest.party : party;
  const seated = more <= 0 || room.fitsAndPassesNobody(more);
  const number = guest.status === 'held' ? guest : room.arrive();
  const place = { party, arrival: number.arrival, priority: number.priority };
  if (room.needsApproval(guest)) return { ...place, status: 'pending', seat: false, until: null };
  must(seated || room.open, 'the waitlist is closed');
  return { ...place, ...placed(seated) };
}

function expireHold(room: Room, guest: Guest, step: AuditStep): After {
  mustBeFrom(guest, 'held');
  mustBeOldestOverdue(room, guest, step);
  return { ...guest, ...left };
}

function lapse(room: Room, guest: Guest, step: AuditStep): After {
  mustBeFrom(guest, 'offered');
  mustBeOldestOverdue(room, guest, step);
  endOffer(room, guest, 'lapsed');
  return { ...guest, ...left };
}

function mustBeOldestOverdue(room: Room, guest: Guest, { at }: AuditStep): void {
  const overdue = room.overdue(at);
  must(overdue.includes(guest), 'its time is not over');
  must(overdue[0] === guest, 'somebody whose time was over before was not ended first');
}

function approve(room: Room, guest: Guest): After {
  mustBeFrom(guest, 'pending', 'declined');
  const seated = room.fitsAndPassesNobody(guest.party);
  // Somebody a list named has never queued and takes a number here: the queue has an order only by numbers.
  const arrival = seated ? guest.arrival : (guest.arrival ?? room.arrive().arrival);
  return { ...guest, ...placed(seated), arrival };
}

function decline(_: Room, guest: Guest): After {
  mustBeFrom(guest, 'pending');
  return { ...guest, status: 'declined' };
}

function cancel(room: Room, guest: Guest, { codes: { cause } }: AuditStep): After {
  if (cause === 'event-cancelled') {
    mustBeFrom(guest, 'held');
    room.published = false;
  } else {
    must(cause === 'by-person' || cause === 'by-host', `nobody cancels ${String(cause)}`);
    mustBeFrom(guest, 'held', 'pending', 'confirmed', 'waitlisted', 'offered');
  }
  if (guest.status === 'offered') endOffer(room, guest, 'refused');
  return { ...guest, ...left };
}

function mustBeCalled(room: Room, guest: Guest, { at }: AuditStep, policy: Room['policy']): void {
  mustBeFrom(guest, 'waitlisted');
  must(room.policy === policy && room.calls(at), 'nobody is called at this event now');
  must(guest.party <= room.free, 'a seat was given that is not there');
  must(room.head() === guest, 'somebody who stands before and would have fitted was passed');
}

function promote(room: Room, guest: Guest, step: AuditStep): After {
  mustBeCalled(room, guest, step, 'automatic');
  return { ...guest, ...placed(true) };
}

function offer(room: Room, guest: Guest, step: AuditStep): After {
  mustBeCalled(room, guest, step, 'offer');
  const until = Math.min(step.at + room.rules.offerHours * hourMs, room.rules.startsAt);
  room.offers.push({ guestId: guest.id, state: 'live', until });
  return { ...guest, status: 'offered', seat: true, until };
}

function claim(room: Room, guest: Guest): After {
  mustBeFrom(guest, 'offered');
  endOffer(room, guest, 'claimed');
  return { ...guest, ...placed(true) };
}

function revoke(room: Room, guest: Guest): After {
  mustBeFrom(guest, 'offered');
  endOffer(room, guest, 'revoked');
  return { ...guest, ...placed(false) };
}

function moveUp(room: Room, guest: Guest): After {
  mustBeFrom(guest, 'waitlisted');
  return { ...guest, priority: 1 + Math.max(...room.waiting.map(({ priority }) => priority)) };
}

function seatByName(room: Room, guest: Guest): After {
  mustBeFrom(guest, 'waitlisted', 'pending', 'offered');
  if (guest.status === 'offered') endOffer(room, guest, 'claimed');
  raiseFor(room, guest, guest.party);
  return { ...guest, ...placed(true) };
}

/** docs/decisions/0027: whoever stands at the door, with the party they came with. */
function letIn(room: Room, guest: Guest): After {
  must(guest.status !== 'confirmed', 'somebody who was going was let in');
  if (guest.status === 'offered') endOffer(room, guest, 'claimed');
  const party = guest.status === 'none' ? 1 : guest.party;
  raiseFor(room, guest, party);
  const isLive = guest.status !== 'none' && guest.status !== 'cancelled' && guest.status !== 'declined';
  const { arrival, priority } = isLive ? guest : room.arrive();
  return { party, arrival, priority, ...placed(true) };
}

/** docs/decisions/0025: no seat of their own, but a party that sat stays seated. */
function joinPanel(room: Room, guest: Guest): After {
  const isLive = guest.status !== 'none' && guest.status !== 'cancelled' && guest.status !== 'declined';
  const keepsSeats = guest.status === 'confirmed' && guest.seat && guest.party > 1;
  if (guest.status === 'offered') endOffer(room, guest, 'claimed');
  const { arrival, priority } = isLive ? guest : room.arrive();
  const party = keepsSeats ? guest.party : 1;
  return { status: 'confirmed', seat: keepsSeats, party, arrival, priority, until: null };
}

function add(room: Room, guest: Guest, { codes: { party = 0, beyondCapacity } }: AuditStep): After {
  mustBeFrom(guest, 'none', 'cancelled', 'declined');
  if (beyondCapacity === true) raiseFor(room, guest, party);
  const seated = beyondCapacity === true || room.fitsAndPassesNobody(party);
  return { ...room.arrive(), party, ...placed(seated) };
}

function changeParty(room: Room, guest: Guest, step: AuditStep): After {
  mustBeFrom(guest, 'confirmed', 'waitlisted', 'pending');
  must(step.at < room.rules.startsAt, 'it is too late for another party');
  const party = partyOf(room, guest, step);
  const more = party - guest.party;
  must(more !== 0, 'a party that stays as it is is no step');
  must(guest.status !== 'confirmed' || guest.seat || more < 0, 'who takes no seat brings nobody');
  must(!guest.seat || more < 0 || room.fitsAndPassesNobody(more), 'the larger party does not fit');
  return { ...guest, party };
}

const facts: readonly Status[] = ['cancelled', 'declined', 'waitlisted', 'pending', 'confirmed'];

/** Rule 12 of product.md: the stronger fact wins, so a list takes no seat and no place away. */
function takeFromList(room: Room, guest: Guest, { codes }: AuditStep): After {
  const status = facts.find((fact) => fact === codes.status) ?? guest.status;
  if (status === guest.status) return { ...guest };
  const party = guest.status === 'none' ? 1 : guest.party;
  const unproven = guest.status === 'none' || guest.status === 'held' || guest.status === 'cancelled';
  // A list that says nothing of somebody new leaves them pending, without a number: the next one may say anything.
  const untold = guest.status === 'pending' && guest.arrival === null;
  const standing: Status = guest.status === 'offered' ? 'waitlisted' : guest.status;
  must(
    unproven || untold || facts.indexOf(status) > facts.indexOf(standing),
    'a list made somebody stand worse',
  );
  if (guest.status === 'offered') endOffer(room, guest, 'claimed');
  if (status === 'confirmed') raiseFor(room, guest, party);
  const isNew = status === 'waitlisted' && (guest.arrival === null || codes.arrival === room.arrivals + 1);
  const arrival = isNew ? room.arrive().arrival : guest.arrival;
  return { ...guest, status, seat: status === 'confirmed', party, arrival, until: null };
}

/** A seat by name: what it needs beyond the capacity raises the ceiling. */
function raiseFor(room: Room, guest: Guest, party: number): void {
  room.ceiling = Math.max(room.ceiling, room.taken - (guest.seat ? guest.party : 0) + party);
}

function endOffer(room: Room, guest: Guest, state: 'claimed' | 'lapsed' | 'revoked' | 'refused'): void {
  const live = room.offers.find((one) => one.guestId === guest.id && one.state === 'live');
  must(live !== undefined, 'there is no live offer');
  live.state = state;
}

export const acts: Readonly<Record<string, Act>> = {
  'attendee.held': hold,
  'attendee.pending': admit,
  'attendee.confirmed': admit,
  'attendee.waitlisted': admit,
  'attendee.hold-expired': expireHold,
  'attendee.offer-lapsed': lapse,
  'attendee.approved': approve,
  'attendee.declined': decline,
  'attendee.cancelled': cancel,
  'attendee.promoted': promote,
  'attendee.offered': offer,
  'attendee.claimed': claim,
  'attendee.offer-revoked': revoke,
  'attendee.moved-up': moveUp,
  'attendee.seated': seatByName,
  'attendee.let-in': letIn,
  'attendee.became-panelist': joinPanel,
  'attendee.added': add,
  'attendee.party-changed': changeParty,
  'attendee.imported': takeFromList,
};

/** The steps of the event itself. */
export const ownActs: Readonly<Record<string, (room: Room, step: AuditStep) => void>> = {
  'event.capacity-changed': (room, { codes: { capacity } }) => {
    must(capacity !== undefined, 'the capacity is not said');
    room.capacity = capacity;
    room.ceiling = Math.max(capacity, room.taken);
  },
  'event.waitlist-changed': (room, { codes: { policy, open } }) => {
    must(policy === 'automatic' || policy === 'offer', 'the policy of the waitlist is not said');
    must(open !== undefined, 'whether the waitlist is open is not said');
    room.policy = policy;
    room.open = open;
  },
};

/** After these the queue is called in the same transaction, whatever stood idle before. */
export const callingActs: readonly string[] = [
  'attendee.hold-expired',
  'attendee.offer-lapsed',
  'attendee.cancelled',
  'attendee.moved-up',
  'attendee.became-panelist',
  'attendee.party-changed',
  'event.capacity-changed',
  'event.waitlist-changed',
];

/** What the clock ends, and what follows from it, comes before anything else looks. */
export const clockActs: readonly string[] = [
  'attendee.hold-expired',
  'attendee.offer-lapsed',
  'attendee.promoted',
  'attendee.offered',
];
