import type { Outcome, Scan } from '../contract.ts';
import { type Meaning, decide, decideOn, differs, lettingIn } from './decide.ts';
import type { Person } from './people.ts';

const person = (more: Partial<Person> = {}): Person => ({
  id: 'a',
  code: 'K7QM-2XHD',
  name: 'Ada Lindqvist',
  party: 1,
  guests: [],
  status: 'going',
  part: 'guest',
  place: null,
  note: null,
  checkedInAt: null,
  by: null,
  isWaiting: false,
  ...more,
});
const listOf = (...people: Person[]) => new Map(people.map((one) => [one.id, one]));
const ticket = { kind: 'ticket', attendeeId: 'a' } as const;

describe('a code at the door', () => {
  it('is green for somebody who is going, with their name', () => {
    expect(decide(ticket, listOf(person()))).toMatchObject({
      tone: 'green',
      meaning: 'in',
      name: 'Ada Lindqvist',
    });
  });

  it('is amber for whoever is in already, with since when and which door', () => {
    const came = person({ checkedInAt: '2026-10-20T18:04:00.000Z', by: 'Front door' });
    expect(decide(ticket, listOf(came))).toMatchObject({
      tone: 'amber',
      meaning: 'already',
      since: '2026-10-20T18:04:00.000Z',
      by: 'Front door',
    });
  });

  it('is amber, and lets in, when we signed it and the list does not know them', () => {
    expect(decide(ticket, listOf())).toMatchObject({ tone: 'amber', meaning: 'unknown', name: null });
  });

  it('lets nobody in twice whom the list does not know: since the first time they are in, until that is undone', () => {
    const scan = (kind: Scan['kind'], minute: number, attendeeId = 'a'): Scan => ({
      nonce: String(minute),
      kind,
      attendeeId,
      scannedAt: `2026-10-20T18:0${String(minute)}:00.000Z`,
      force: false,
    });
    const came = [scan('in', 6), scan('in', 4), scan('in', 1, 'b')];
    expect(decide(ticket, listOf(), came)).toMatchObject({
      tone: 'amber',
      meaning: 'already',
      since: '2026-10-20T18:04:00.000Z',
      by: null,
    });
    expect(decide(ticket, listOf(), [...came, scan('undo', 8)])).toMatchObject({ meaning: 'unknown' });
    expect(decide(ticket, listOf(), [scan('in', 1, 'b')])).toMatchObject({ meaning: 'unknown' });
  });

  it('is red when we did not sign it, and when it is no ticket', () => {
    expect(decide({ kind: 'forged' }, listOf(person()))).toMatchObject({
      tone: 'red',
      meaning: 'forged',
      name: null,
    });
    expect(decide({ kind: 'other' }, listOf(person()))).toMatchObject({ tone: 'red', meaning: 'no-ticket' });
  });

  it.each(['waitlisted', 'pending', 'offered', 'held'] as const)(
    'is red for somebody who is %s, and seats them when they are let in',
    (status) => {
      const waiting = person({ status });
      expect(decide(ticket, listOf(waiting))).toMatchObject({ tone: 'red', meaning: 'not-confirmed' });
      expect(lettingIn(waiting)).toEqual({ kind: 'let-in', force: false });
    },
  );

  it.each(['cancelled', 'declined'] as const)('is red for a %s one, and needs force', (status) => {
    const gone = person({ status });
    expect(decideOn(gone)).toMatchObject({ tone: 'red', meaning: 'cancelled', name: 'Ada Lindqvist' });
    expect(lettingIn(gone)).toEqual({ kind: 'in', force: true });
  });
});

describe('what the api says later', () => {
  it.each<[Meaning, Outcome, boolean]>([
    ['in', 'ok', false],
    ['let-in', 'ok', false],
    ['walked-in', 'ok', false],
    ['unknown', 'ok', false],
    ['already', 'ok', false],
    ['already', 'already', false],
    ['forged', 'forged', false],
    ['undone', 'undone', false],
    ['in', 'already', true],
    ['in', 'cancelled', true],
    ['unknown', 'wrong-event', true],
    ['unknown', 'not-confirmed', true],
    ['unknown', 'already', true],
    ['forged', 'ok', true],
  ])('to somebody who was told "%s" is "%s": needs a look: %s', (said, outcome, isDifferent) => {
    expect(differs(said, outcome)).toBe(isDifferent);
  });
});
