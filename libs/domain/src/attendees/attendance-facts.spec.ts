import * as fc from 'fast-check';
import { checkInTime, factsOf, mergeFacts } from './attendance-facts.ts';
import type { AttendanceFacts } from './attendance-facts.ts';
import type { RowFacts } from './guest-list-rows.ts';
import { factsByStrength } from './guest-list-statuses.ts';

const email = 'ana@example.org';
const blank: Omit<RowFacts, 'notes'> = {
  email,
  name: null,
  fact: null,
  checkedInAt: null,
  profile: {},
  answers: [],
  introductions: null,
};

const listed = (row: Partial<RowFacts>): AttendanceFacts => factsOf({ ...blank, ...row });
const enteredHere = (row: Partial<RowFacts>): AttendanceFacts =>
  factsOf({ ...blank, ...row }, { enteredHere: true });
/** The facts in an order of their own, whatever the order in the test. */
const all = (...tellings: AttendanceFacts[]): AttendanceFacts => tellings.reduce(mergeFacts);

const few = fc.constantFrom('Ana', 'Ann', '=A1', 'Ana Costa', '__proto__');
const orNull = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(values, { nil: null });
const profiles = fc.record(
  { city: few, crafts: fc.array(few, { minLength: 1, maxLength: 3 }), workingOn: few },
  { requiredKeys: [] },
);
const rows = fc.record({
  email: fc.constant(email),
  name: orNull(few),
  fact: orNull(fc.constantFrom(...factsByStrength)),
  checkedInAt: orNull(
    fc.integer({ min: 0, max: 3 }).map((minute) => new Date(Date.UTC(2026, 9, 20, 1, minute))),
  ),
  profile: profiles,
  answers: fc.array(fc.record({ question: few, answer: few }), { maxLength: 2 }),
  introductions: orNull(fc.constantFrom('yes' as const, 'no' as const)),
});
const tellings = fc.tuple(rows, fc.boolean()).map(([row, here]) => factsOf(row, { enteredHere: here }));

describe('any files in any order any number of times give one list', () => {
  it('because merging does not mind the order', () => {
    fc.assert(
      fc.property(tellings, tellings, (a, b) => {
        expect(mergeFacts(a, b)).toEqual(mergeFacts(b, a));
      }),
    );
  });

  it('because merging does not mind the grouping', () => {
    fc.assert(
      fc.property(tellings, tellings, tellings, (a, b, c) => {
        expect(mergeFacts(mergeFacts(a, b), c)).toEqual(mergeFacts(a, mergeFacts(b, c)));
      }),
      { numRuns: 1000 },
    );
  });

  it('because merging again changes nothing', () => {
    fc.assert(
      fc.property(tellings, tellings, (a, b) => {
        const both = mergeFacts(a, b);
        expect(mergeFacts(both, a)).toEqual(both);
        expect(mergeFacts(both, both)).toEqual(both);
      }),
    );
  });

  it('also when the facts were stored as JSON between two files', () => {
    const stored = (facts: AttendanceFacts): AttendanceFacts =>
      JSON.parse(JSON.stringify(facts)) as AttendanceFacts;
    fc.assert(
      fc.property(tellings, tellings, tellings, (a, b, c) => {
        expect(mergeFacts(stored(mergeFacts(a, b)), c)).toEqual(all(a, b, c));
      }),
    );
  });

  it('control: letting the last file win depends on the order', () => {
    const lastWins = (a: AttendanceFacts, b: AttendanceFacts): AttendanceFacts => ({
      ...b,
      name: b.name ?? a.name,
    });
    expect(() => {
      fc.assert(
        fc.property(tellings, tellings, (a, b) => {
          expect(lastWins(a, b)).toEqual(lastWins(b, a));
        }),
      );
    }).toThrow('Property failed');
  });
});

describe('the stronger fact wins', () => {
  it.each([
    ['came', 'confirmed'],
    ['confirmed', 'pending'],
    ['pending', 'waitlisted'],
    ['waitlisted', 'declined'],
    ['declined', 'cancelled'],
  ] as const)('%s over %s', (stronger, weaker) => {
    expect(all(listed({ fact: weaker }), listed({ fact: stronger })).fact?.value).toBe(stronger);
    expect(all(listed({ fact: stronger }), listed({ fact: weaker })).fact?.value).toBe(stronger);
  });

  it('and blank never overwrites', () => {
    const full = listed({ name: 'Ana', fact: 'declined', profile: { city: 'Porto' }, introductions: 'yes' });
    expect(all(full, listed({}))).toEqual(full);
  });

  it('and the earliest check-in counts', () => {
    const [first, second] = [new Date('2026-10-20T01:00:00Z'), new Date('2026-10-20T02:00:00Z')];
    const facts = all(
      listed({ fact: 'came', checkedInAt: second }),
      listed({ fact: 'came', checkedInAt: first }),
    );
    expect(checkInTime(facts, new Date('2026-10-20T00:30:00Z'))).toEqual(first);
  });

  it('and somebody who came at no known time came at the start', () => {
    const start = new Date('2026-10-20T01:00:00Z');
    expect(checkInTime(listed({ fact: 'came' }), start)).toEqual(start);
    expect(checkInTime(listed({ fact: 'confirmed' }), start)).toBeNull();
  });
});

describe('one address under two names', () => {
  it('goes by that of the stronger fact', () => {
    const names = all(
      listed({ name: 'Christopher Long', fact: 'declined' }),
      listed({ name: 'Ana', fact: 'waitlisted' }),
    );
    expect(names.name?.value).toBe('Ana');
  });

  it('goes by the fuller one of equal facts', () => {
    const names = all(
      listed({ name: 'A. Costa', fact: 'came' }),
      listed({ name: 'Ana Costa', fact: 'came' }),
    );
    expect(names.name?.value).toBe('Ana Costa');
  });

  it('goes by a formula only if nobody knows another', () => {
    const formula = listed({ name: '=HYPERLINK("x")', fact: 'came' });
    expect(formula.name?.value).toBe('=HYPERLINK("x")');
    expect(all(formula, listed({ name: 'Ana', fact: 'confirmed' })).name?.value).toBe('Ana');
  });
});

describe('two profiles of one address', () => {
  it('complete each other, and disagreeing follow the stronger fact', () => {
    const facts = all(
      listed({ fact: 'confirmed', profile: { city: 'Porto', workingOn: 'a long, long record' } }),
      listed({ fact: 'came', profile: { workingOn: 'an EP' } }),
    );
    expect(facts.profile).toEqual({
      city: { value: 'Porto', from: 'confirmed' },
      workingOn: { value: 'an EP', from: 'came' },
    });
  });

  it('keep the answers to every question', () => {
    const facts = all(
      listed({ answers: [{ question: 'Diet?', answer: 'none' }] }),
      listed({ answers: [{ question: 'Bus?', answer: 'yes' }] }),
    );
    expect(Object.keys(facts.answers)).toEqual(['Bus?', 'Diet?']);
  });
});

describe('consent', () => {
  it('that is refused in one list is not given by another', () => {
    const facts = all(
      listed({ fact: 'declined', introductions: 'no' }),
      listed({ fact: 'came', introductions: 'yes' }),
    );
    expect(facts.introductions?.value).toBe('no');
  });

  it('answered here stands, whatever a list says', () => {
    expect(
      all(enteredHere({ introductions: 'yes' }), listed({ introductions: 'no' })).introductions?.value,
    ).toBe('yes');
    expect(
      all(enteredHere({ introductions: 'no' }), listed({ introductions: 'yes' })).introductions?.value,
    ).toBe('no');
  });
});

describe('nothing entered here is overwritten', () => {
  it('neither name, profile, answers nor check-in', () => {
    const here = enteredHere({
      name: 'Ana',
      fact: 'came',
      checkedInAt: new Date('2026-10-20T02:00:00Z'),
      profile: { city: 'Porto' },
      answers: [{ question: 'Diet?', answer: 'none' }],
    });
    const list = listed({
      name: 'Ana Costa',
      fact: 'came',
      checkedInAt: new Date('2026-10-20T01:00:00Z'),
      profile: { city: 'Lisbon' },
      answers: [{ question: 'Diet?', answer: 'everything' }],
    });
    expect(all(list, here)).toEqual(here);
  });

  it('nor a decision: declined or cancelled here stays so', () => {
    for (const fact of ['declined', 'cancelled'] as const) {
      expect(all(listed({ fact: 'came' }), enteredHere({ fact })).fact).toEqual({
        value: fact,
        from: 'here',
      });
    }
  });

  it('but a list may add that somebody with an RSVP here came', () => {
    for (const fact of ['confirmed', 'waitlisted', 'pending'] as const) {
      expect(all(enteredHere({ fact }), listed({ fact: 'came' })).fact?.value).toBe('came');
      expect(all(enteredHere({ fact }), listed({ fact: 'confirmed' })).fact?.value).toBe(fact);
    }
  });
});

it('refuses to merge two people', () => {
  expect(() => mergeFacts(listed({}), { ...listed({}), email: 'bo@example.org' })).toThrow('two addresses');
});
