import { checkSeating } from './checker.ts';
import type { TablesProblem } from './input.ts';

const problem: TablesProblem = { people: 4, tables: 2, seats: 2, rounds: 2, seed: 1 };
const good = [
  [0, 1],
  [2, 3],
];

describe('the checker', () => {
  it('finds nothing in a good seating', () => {
    const other = [
      [0, 2],
      [1, 3],
    ];
    expect(checkSeating(problem, [good, other])).toEqual({
      faults: [],
      repeats: 0,
      fewestRepeats: 0,
      together: [],
      penalty: 0,
      affinity: 0,
    });
  });

  it.each([
    ['somebody without a seat', [[0, 1], [2]], ['person 3 has no seat']],
    [
      'somebody seated twice',
      [
        [0, 1],
        [2, 3, 0],
      ],
      ['a table has 3 people', 'person 0 is seated twice'],
    ],
    [
      'a stranger',
      [
        [0, 1],
        [2, 4],
      ],
      ['there is no person 4', 'person 3 has no seat'],
    ],
    [
      'half a stranger',
      [
        [0, 1],
        [2, 0.5],
      ],
      ['there is no person 0.5', 'person 3 has no seat'],
    ],
    [
      'somebody below 0',
      [
        [0, 1],
        [2, -1],
      ],
      ['there is no person -1', 'person 3 has no seat'],
    ],
    ['uneven tables', [[0, 1, 2], [3]], ['a table has 3 people', 'table sizes are 3, 1']],
    ['a missing table', [[0, 1, 2, 3]], ['it has 1 tables', 'a table has 4 people']],
  ])('names %s', (_, second, faults) => {
    expect(checkSeating(problem, [good, second]).faults).toEqual(faults.map((fault) => `round 1: ${fault}`));
  });

  it('names rounds that are missing, and a kept round that was changed', () => {
    expect(checkSeating(problem, [good]).faults).toEqual(['there are 1 rounds']);
    const keep = [[[0, 1], [2]]];
    expect(checkSeating({ ...problem, keep }, [...keep, good]).faults).toEqual([]);
    expect(checkSeating({ ...problem, keep }, [good, good]).faults).toEqual([
      'round 0: it was to be kept as it stood',
    ]);
  });

  it('counts repeats, penalties and gains each time, and lists forbidden pairs once, in order', () => {
    const wishes: Partial<TablesProblem> = {
      rounds: 3,
      forbidden: [
        [3, 2],
        [1, 0],
        [0, 1],
        [0, 3],
      ],
      apart: [
        { a: 1, b: 0, penalty: 5 },
        { a: 1, b: 2, penalty: 7 },
      ],
      affinity: [
        { a: 3, b: 2, gain: 11 },
        { a: 0, b: 2, gain: 13 },
      ],
    };
    expect(checkSeating({ ...problem, ...wishes }, [good, good, good])).toEqual({
      faults: [],
      repeats: 4,
      fewestRepeats: 0,
      together: [
        [0, 1],
        [2, 3],
      ],
      penalty: 15,
      affinity: 33,
    });
  });

  it('knows that four people in pairs have met after three rounds', () => {
    const rounds = [good, good, good, good, good];
    expect(checkSeating({ ...problem, rounds: 5 }, rounds)).toMatchObject({ repeats: 8, fewestRepeats: 4 });
  });

  it('knows that a table with more people than there are tables has some who come from one table', () => {
    const round = [
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8],
    ];
    const five: TablesProblem = { people: 9, tables: 2, seats: 5, rounds: 2, seed: 1 };
    // Five from two tables: 3 + 2, which is 3 + 1 pairs; four: 2 + 2, which is 1 + 1.
    expect(checkSeating(five, [round, round])).toMatchObject({ repeats: 16, fewestRepeats: 6 });
  });

  it('expects no repeat from people who were missing before', () => {
    const keep = [[[0], [1]]];
    const all = [[0, 1, 2, 3]];
    const one: TablesProblem = { people: 4, tables: 1, seats: 4, rounds: 2, seed: 1, keep };
    expect(checkSeating(one, [...keep, all])).toMatchObject({ faults: [], repeats: 0, fewestRepeats: 0 });
  });
});
