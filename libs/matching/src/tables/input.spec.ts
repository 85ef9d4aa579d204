import { MatchingInputError } from '../errors.ts';
import type { TablesProblem } from './input.ts';
import { seatLateComer, type LateComerProblem } from './late-comer.ts';
import { roundsWithoutRepeats, seatTables } from './tables.ts';

const room: TablesProblem = { people: 4, tables: 2, seats: 2, rounds: 1, seed: 1 };

function expectRefusal(work: () => unknown, code: string, item: string, words: string): void {
  expect(work).toThrow(MatchingInputError);
  expect(work).toThrow(expect.objectContaining({ code, item, message: `${item}: ${words}` }) as Error);
}

describe('a seating that makes no sense', () => {
  it.each([
    ['fewer than no people', { people: -1 }, 'bad-size', 'people', '-1 is no whole number from 0 to 1000'],
    ['half a person', { people: 0.5 }, 'bad-size', 'people', '0.5 is no whole number from 0 to 1000'],
    ['a crowd', { people: 1001 }, 'bad-size', 'people', '1001 is no whole number from 0 to 1000'],
    ['no table', { tables: 0 }, 'bad-size', 'tables', '0 is no whole number from 1 to 1000'],
    ['tables without seats', { seats: 0 }, 'bad-size', 'seats', '0 is no whole number from 1 to 1000'],
    [
      'endless rounds',
      { rounds: Infinity },
      'bad-size',
      'rounds',
      'Infinity is no whole number from 0 to 200',
    ],
    ['too many rounds', { rounds: 201 }, 'bad-size', 'rounds', '201 is no whole number from 0 to 200'],
    ['too few seats', { people: 5 }, 'too-few-seats', 'seats', '2 tables of 2 hold fewer than 5 people'],
    ['an unknown person', { forbidden: [[0, 4]] }, 'unknown-person', 'forbidden[0]', 'there is no person 4'],
    ['a person below 0', { forbidden: [[-1, 0]] }, 'unknown-person', 'forbidden[0]', 'there is no person -1'],
    [
      'half of one in a pair',
      { forbidden: [[0, 0.5]] },
      'unknown-person',
      'forbidden[0]',
      'there is no person 0.5',
    ],
    [
      'a person twice',
      { forbidden: [[1, 1]] },
      'same-person',
      'forbidden[0]',
      'person 1 is paired with itself',
    ],
    [
      'a penalty below 0',
      { apart: [{ a: 0, b: 1, penalty: -1 }] },
      'bad-weight',
      'apart[0]',
      '-1 is no whole number from 0 to 1000000',
    ],
    [
      'a gain that is no number',
      { affinity: [{ a: 0, b: 1, gain: NaN }] },
      'bad-weight',
      'affinity[0]',
      'NaN is no whole number from 0 to 1000000',
    ],
    [
      'a gain beyond measure',
      { affinity: [{ a: 0, b: 1, gain: 1_000_001 }] },
      'bad-weight',
      'affinity[0]',
      '1000001 is no whole number from 0 to 1000000',
    ],
    [
      'a pair listed twice',
      {
        apart: [
          { a: 0, b: 1, penalty: 1 },
          { a: 1, b: 0, penalty: 2 },
        ],
      },
      'pair-twice',
      'apart[1]',
      'the pair 0–1 is listed before',
    ],
    [
      'more kept rounds than rounds',
      { rounds: 0, keep: [[[0], [1]]] },
      'bad-round',
      'keep[0]',
      'there are 0 rounds in all',
    ],
    [
      'a kept round of other tables',
      { keep: [[[0]]] },
      'bad-round',
      'keep[0]',
      'it has 1 tables instead of 2',
    ],
    [
      'a stranger in a kept round',
      { keep: [[[0], [7]]] },
      'unknown-person',
      'keep[0][1]',
      'there is no person 7',
    ],
    ['somebody kept twice', { keep: [[[0, 1], [1]]] }, 'bad-round', 'keep[0][1]', 'person 1 is seated twice'],
  ] satisfies [string, Partial<TablesProblem>, string, string, string][])(
    'is refused for %s, naming it',
    (_, part, code, item, words) => {
      expectRefusal(() => seatTables({ ...room, ...part }), code, item, words);
    },
  );

  it('may be as large as 1,000 people, with penalties to a million', () => {
    const apart = [{ a: 0, b: 999, penalty: 1_000_000 }];
    expect(seatTables({ people: 1000, tables: 1000, seats: 1, rounds: 1, apart, seed: 1 }).repeats).toBe(0);
  });

  it('is refused as well when only the number of rounds is asked', () => {
    expectRefusal(
      () => roundsWithoutRepeats(1001, 5),
      'bad-size',
      'people',
      '1001 is no whole number from 0 to 1000',
    );
    expectRefusal(
      () => roundsWithoutRepeats(5, 0),
      'bad-size',
      'tables',
      '0 is no whole number from 1 to 1000',
    );
  });
});

describe('a late comer who makes no sense', () => {
  const late: LateComerProblem = { rounds: [[[0], [1]]], round: 0, person: 2, seats: 2 };
  const largest = String(Number.MAX_SAFE_INTEGER);
  it.each([
    ['a round that is not there', { round: 1 }, 'bad-size', 'round', '1 is no whole number from 0 to 0'],
    ['half a person', { person: 1.5 }, 'bad-size', 'person', `1.5 is no whole number from 0 to ${largest}`],
    ['no seats', { seats: 0 }, 'bad-size', 'seats', `0 is no whole number from 1 to ${largest}`],
    ['a bad round', { rounds: [[[0, 0]]] }, 'bad-round', 'rounds[0][0]', 'person 0 is seated twice'],
    ['a bad pair', { forbidden: [[2, 2]] }, 'same-person', 'forbidden[0]', 'person 2 is paired with itself'],
    ['a seat taken already', { person: 1 }, 'bad-round', 'rounds[0]', 'person 1 sits at table 1 already'],
  ] satisfies [string, Partial<LateComerProblem>, string, string, string][])(
    'is refused for %s, naming it',
    (_, part, code, item, words) => {
      expectRefusal(() => seatLateComer({ ...late, ...part }), code, item, words);
    },
  );
});
