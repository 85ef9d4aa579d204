import type { AuditStep } from './acts.ts';
import { replay } from './model.ts';
import type { Rules } from './room.ts';

const minute = 60_000;
const rules = (given: Partial<Rules> = {}): Rules => ({
  capacity: 2,
  policy: 'automatic',
  open: true,
  approval: false,
  plusOnes: 2,
  offerHours: 24,
  startsAt: 1000 * minute,
  endsAt: 1200 * minute,
  isInvited: () => false,
  ...given,
});

type Codes = AuditStep['codes'];
type Told = Partial<Omit<AuditStep, 'codes'>> & { codes?: Codes };

/** Writes a history line by line; each line is a transaction of its own unless it says `with: 'before'`. */
function told(
  ...lines: [action: string, subject: string, codes: Codes, more?: { at?: number; with?: 'before' }][]
) {
  let transaction = 0;
  return lines.map(([action, subject, codes, more = {}], index): AuditStep => {
    if (more.with !== 'before') transaction += 1;
    const at = (more.at ?? 0) * minute;
    return { version: index + 1, transaction: String(transaction), at, action, subject, codes };
  });
}

const at = (status: string, arrival: number, more: Codes = {}): Codes => ({
  status,
  seat: status === 'confirmed' || status === 'offered',
  party: 1,
  priority: 0,
  arrival,
  ...more,
});
const going = (arrival: number, more: Codes = {}) => at('confirmed', arrival, more);
const waits = (arrival: number, more: Codes = {}) => at('waitlisted', arrival, more);

const divergenceOf = (steps: readonly AuditStep[], given: Partial<Rules> = {}) =>
  replay(rules(given), steps).divergence;

/** Two seats for four people, then one cancels and the first who waits gets the seat. */
const plain = () =>
  told(
    ['attendee.confirmed', 'a', going(1)],
    ['attendee.confirmed', 'b', going(2)],
    ['attendee.waitlisted', 'c', waits(3)],
    ['attendee.waitlisted', 'd', waits(4)],
    ['attendee.cancelled', 'a', at('cancelled', 1, { cause: 'by-person' })],
    ['attendee.promoted', 'c', going(3), { with: 'before' }],
  );

const changed = (steps: AuditStep[], index: number, change: Told): AuditStep[] =>
  steps.map((step, each) => (each === index ? { ...step, ...change } : step));

const renumbered = (steps: AuditStep[]): AuditStep[] =>
  steps.map((step, index) => ({ ...step, version: index + 1 }));

describe('the model of an evening', () => {
  it('follows an evening that fills up and gives a freed seat to the first who waits', () => {
    const { divergence, standing } = replay(rules(), plain());
    expect(divergence).toBeNull();
    expect(standing.seats).toEqual({
      capacity: 2,
      ceiling: 2,
      taken: 2,
      held: 0,
      waiting: 1,
      arrivals: 4,
      version: 6,
    });
    expect(standing.guests.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'cancelled'],
      ['b', 'confirmed'],
      ['c', 'confirmed'],
      ['d', 'waitlisted'],
    ]);
  });

  it('lets a party that does not fit keep its place while a smaller one behind it is called', () => {
    const steps = told(
      ['attendee.confirmed', 'a', going(1, { party: 2 })],
      ['attendee.waitlisted', 'b', waits(2, { party: 2 })],
      ['attendee.waitlisted', 'c', waits(3)],
      ['attendee.party-changed', 'a', going(1)],
      ['attendee.promoted', 'c', going(3), { with: 'before' }],
    );
    expect(divergenceOf(steps)).toBeNull();
  });

  it('ends a hold by the clock and gives its seat away, but holds at most half of what is not settled', () => {
    const held = (arrival: number, seat: boolean) => at('held', arrival, { seat });
    const steps = told(
      ['attendee.held', 'a', held(1, true)],
      ['attendee.held', 'b', held(2, false)],
      ['attendee.confirmed', 'c', going(3)],
      ['attendee.waitlisted', 'b', waits(2), { at: 20 }],
      ['attendee.hold-expired', 'a', at('cancelled', 1), { at: 30 }],
      ['attendee.promoted', 'b', going(2), { at: 30, with: 'before' }],
    );
    expect(divergenceOf(steps)).toBeNull();
    expect(divergenceOf(changed(steps, 4, { at: 29 * minute }))).toMatch(/^Step 5 .*its time is not over/);
  });

  it('keeps offers until they are claimed, lapse at their hour, or the waitlist closes', () => {
    const steps = told(
      ['attendee.confirmed', 'a', going(1)],
      ['attendee.waitlisted', 'b', waits(2)],
      ['attendee.waitlisted', 'c', waits(3)],
      ['attendee.cancelled', 'a', at('cancelled', 1, { cause: 'by-host' })],
      ['attendee.offered', 'b', at('offered', 2), { with: 'before' }],
      ['attendee.offer-lapsed', 'b', at('cancelled', 2), { at: 60 }],
      ['attendee.offered', 'c', at('offered', 3), { at: 60, with: 'before' }],
      ['event.waitlist-changed', 'event', { policy: 'offer', open: false }, { at: 61 }],
      ['attendee.offer-revoked', 'c', waits(3), { at: 61, with: 'before' }],
      ['event.waitlist-changed', 'event', { policy: 'offer', open: true }, { at: 62 }],
      ['attendee.offered', 'c', at('offered', 3), { at: 62, with: 'before' }],
      ['attendee.claimed', 'c', going(3), { at: 63 }],
    );
    const offers = { capacity: 1, policy: 'offer', offerHours: 1 } as const;
    const { divergence, standing } = replay(rules(offers), steps);
    expect(divergence).toBeNull();
    expect(standing.offers.map(({ guestId, state }) => [guestId, state])).toEqual([
      ['b', 'lapsed'],
      ['c', 'revoked'],
      ['c', 'claimed'],
    ]);
    expect(divergenceOf(steps.slice(0, 8), offers)).toMatch(/^Step 8 .*an offer lives on/);
    expect(divergenceOf(renumbered(steps.toSpliced(7, 1)).slice(0, 8), offers)).toMatch(
      /^Step 8 .*an offer was revoked and the waitlist is open/,
    );
  });

  it('lets hosts decide where the event asks for it, and somebody invited pass', () => {
    const steps = told(
      ['attendee.pending', 'a', at('pending', 1)],
      ['attendee.confirmed', 'b', going(2)],
      ['attendee.pending', 'c', at('pending', 3)],
      ['attendee.declined', 'c', at('declined', 3)],
      ['attendee.confirmed', 'd', going(4)],
      ['attendee.approved', 'a', waits(1)],
      ['attendee.approved', 'c', waits(3)],
    );
    const given = { approval: true, isInvited: (id: string) => id === 'b' || id === 'd' };
    expect(divergenceOf(steps, given)).toBeNull();
    expect(divergenceOf(steps, { approval: true })).toMatch(/^Step 2 .*status should be pending/);
  });

  it('raises the ceiling for a seat by name and lowers it with those who leave', () => {
    const steps = told(
      ['attendee.confirmed', 'a', going(1)],
      ['attendee.waitlisted', 'b', waits(2)],
      ['attendee.waitlisted', 'c', waits(3)],
      ['attendee.moved-up', 'c', waits(3, { priority: 1 })],
      ['attendee.seated', 'b', going(2)],
      ['attendee.added', 'd', going(4, { beyondCapacity: true })],
      ['attendee.cancelled', 'a', at('cancelled', 1, { cause: 'by-person' })],
      ['event.capacity-changed', 'event', { capacity: 3 }],
      ['attendee.promoted', 'c', going(3, { priority: 1 }), { with: 'before' }],
    );
    const { divergence, standing } = replay(rules({ capacity: 1 }), steps);
    expect(divergence).toBeNull();
    expect(standing.seats).toMatchObject({ capacity: 3, ceiling: 3, taken: 3 });
  });

  it('gives somebody a list named a number of arrival when an approval lets them wait', () => {
    const listed = { status: 'pending', seat: false, party: 1, priority: 0 };
    const steps = told(
      ['attendee.confirmed', 'a', going(1)],
      ['attendee.imported', 'b', listed],
      ['attendee.approved', 'b', waits(2)],
    );
    expect(divergenceOf(steps, { capacity: 1 })).toBeNull();
    const unnumbered = changed(steps, 2, { codes: { ...listed, status: 'waitlisted' } });
    expect(divergenceOf(unnumbered, { capacity: 1 })).toMatch(/^Step 3 .*arrival should be 2 and is null/);
  });

  it('takes a guest list beyond the capacity, which calls nobody', () => {
    const listed = { status: 'confirmed', seat: true, party: 1, priority: 0 };
    const steps = told(
      ['event.capacity-changed', 'event', { capacity: 1 }],
      ['attendee.imported', 'a', listed],
      ['attendee.imported', 'b', listed, { with: 'before' }],
      ['attendee.imported', 'c', waits(1), { with: 'before' }],
      ['event.capacity-changed', 'event', { capacity: 4 }],
      ['attendee.promoted', 'c', going(1), { with: 'before' }],
      ['attendee.imported', 'd', waits(2)],
    );
    expect(divergenceOf(steps)).toBeNull();
    expect(divergenceOf(changed(steps, 6, { action: 'attendee.waitlisted' }))).toMatch(/status should be/);
  });
});

describe('a doctored history is refused', () => {
  it('when a line is missing', () => {
    expect(divergenceOf(plain().toSpliced(2, 1))).toMatch(/^Step 4 .*version 4 follows version 2/);
  });

  it('when two steps are swapped', () => {
    const [a, b, c, d, ...rest] = plain();
    expect(divergenceOf(renumbered([a!, b!, d!, c!, ...rest]))).toMatch(
      /^Step 3 .*arrival should be 3 and is 4/,
    );
  });

  it('when a newcomer is confirmed while somebody waits who would fit', () => {
    const steps = plain().toSpliced(5, 1);
    const jumped = [...steps, ...told(['attendee.confirmed', 'e', going(5)])];
    const one = renumbered(jumped.map((step) => ({ ...step, transaction: '1' })));
    expect(divergenceOf(one)).toMatch(/^Step 6 .*status should be waitlisted and is confirmed/);
  });

  it('when the queue is called in another order', () => {
    const steps = changed(plain(), 5, { subject: 'd', codes: going(4) });
    expect(divergenceOf(steps)).toMatch(
      /^Step 6 .*somebody who stands before and would have fitted was passed/,
    );
  });

  it('when a freed seat stays idle', () => {
    expect(divergenceOf(plain().slice(0, 5))).toMatch(/^Step 5 .*1 seats stay idle while c waits/);
  });

  it('when one seat too many is given', () => {
    const third = changed(plain(), 2, { action: 'attendee.confirmed', codes: going(3) });
    expect(divergenceOf(third)).toMatch(/^Step 3 .*status should be waitlisted and is confirmed/);
    const promoted = renumbered(plain().toSpliced(4, 1));
    expect(divergenceOf(promoted)).toMatch(/^Step 5 .*a seat was given that is not there/);
  });

  it('when somebody whose hold is over is still there', () => {
    const steps = told(
      ['attendee.held', 'a', at('held', 1, { seat: true })],
      ['attendee.confirmed', 'b', going(2), { at: 31 }],
    );
    expect(divergenceOf(steps)).toMatch(/^Step 2 .*whose time was over before/);
  });

  it('when an act is not for that status, or is none at all', () => {
    const steps = plain();
    expect(divergenceOf(changed(steps, 4, { action: 'attendee.claimed' }))).toMatch(
      /^Step 5 .*nobody who is confirmed can do this/,
    );
    expect(divergenceOf(changed(steps, 4, { action: 'attendee.teleported' }))).toMatch(/no act of the table/);
  });

  it('when the line says something else than the act does', () => {
    expect(divergenceOf(changed(plain(), 1, { codes: going(2, { seat: false }) }))).toMatch(
      /^Step 2 .*seat should be true and is false/,
    );
  });
});
