import { seatLateComer, type LateComerProblem } from './late-comer.ts';

const before = [
  [0, 1],
  [2, 3],
  [4, 9],
];
const now = [
  [0, 2],
  [1, 3, 5],
  [4, 6, 7],
];

describe('a late comer', () => {
  const late: LateComerProblem = { rounds: [before, now], round: 1, person: 9, seats: 4 };

  it('sits where they meet nobody again', () => {
    expect(seatLateComer({ ...late, person: 8 })).toEqual({ table: 0, repeats: 0, together: 0 });
    const known = [[9, 0, 2], [1], [3]];
    expect(seatLateComer({ ...late, rounds: [known, now] })).toEqual({ table: 1, repeats: 0, together: 0 });
    const after = [[1, 9], [6, 7], [0]];
    expect(seatLateComer({ ...late, rounds: [before, now, after] })).toEqual({
      table: 0,
      repeats: 0,
      together: 0,
    });
  });

  it('meets the fewest again where it cannot be none', () => {
    const known = [[9, 0, 2, 1, 6, 7]];
    expect(seatLateComer({ ...late, rounds: [known, now] })).toEqual({ table: 1, repeats: 1, together: 0 });
  });

  it('counts somebody met in two other rounds once', () => {
    const known = [[9, 0, 1, 3, 6, 7]];
    expect(seatLateComer({ ...late, rounds: [known, now, known] })).toEqual({
      table: 0,
      repeats: 1,
      together: 0,
    });
  });

  it('takes no seat at a full table, and none if all are full', () => {
    expect(seatLateComer({ ...late, seats: 3 })).toEqual({ table: 0, repeats: 0, together: 0 });
    expect(seatLateComer({ ...late, seats: 2 })).toBeUndefined();
    expect(seatLateComer({ rounds: [[]], round: 0, person: 0, seats: 3 })).toBeUndefined();
  });

  it('would rather meet somebody again than sit with somebody forbidden', () => {
    const forbidden: [number, number][] = [
      [2, 9],
      [9, 1],
    ];
    expect(seatLateComer({ ...late, forbidden })).toEqual({ table: 2, repeats: 1, together: 0 });
    const all = [...forbidden, [9, 6] as const];
    expect(seatLateComer({ ...late, forbidden: all })).toEqual({ table: 0, repeats: 0, together: 1 });
  });

  it('keeps penalties small before tables, and gains large after them', () => {
    const person = 8;
    const apart = [
      { a: 8, b: 2, penalty: 5 },
      { a: 3, b: 8, penalty: 4 },
      { a: 4, b: 8, penalty: 4 },
      { a: 0, b: 1, penalty: 9 },
    ];
    expect(seatLateComer({ ...late, person, apart })?.table).toBe(1);
    const affinity = [{ a: 8, b: 6, gain: 3 }];
    expect(seatLateComer({ ...late, person, apart, affinity })?.table).toBe(2);
    expect(seatLateComer({ ...late, person, affinity })?.table).toBe(0);
  });
});
