import type { DesignRound } from './transversal.ts';

/**
 * Base rounds that a cyclic group develops: points are copies of the group, point = copy × order + element, and fixed points
 * after them. Adding 1, …, order − 1 to every element of a base round gives the rounds that follow from it.
 */
interface Starter {
  readonly tables: number;
  readonly seats: number;
  readonly order: number;
  /** Each base round lists the points table by table. */
  readonly base: readonly string[];
}

/** Found by a search over base rounds; the specs check each. Kirkman's 15 people in threes for 7 rounds is the first. */
const STARTERS: readonly Starter[] = [
  { tables: 5, seats: 3, order: 7, base: ['0 2 7 1 5 9 3 4 13 6 12 14 8 10 11'] },
  {
    tables: 6,
    seats: 3,
    order: 4,
    base: ['0 3 8 1 5 15 2 9 13 4 12 17 6 7 10 11 14 16', '0 5 16 1 7 14 2 8 17 3 6 15 4 9 10 11 12 13'],
  },
  {
    tables: 7,
    seats: 3,
    order: 5,
    base: [
      '0 13 18 1 12 15 2 3 19 4 6 9 5 14 16 7 17 20 8 10 11',
      '0 10 12 1 4 5 2 11 20 3 6 18 7 15 16 8 9 14 13 17 19',
    ],
  },
  { tables: 8, seats: 3, order: 11, base: ['0 9 17 1 5 6 2 16 18 3 14 22 4 13 23 7 10 11 8 15 21 12 19 20'] },
  {
    tables: 10,
    seats: 3,
    order: 7,
    base: [
      '0 22 24 1 10 29 2 18 23 3 9 14 4 5 17 6 20 26 7 16 25 8 12 21 11 15 28 13 19 27',
      '0 5 10 1 4 12 2 9 19 3 22 26 6 24 28 7 8 15 11 13 23 14 16 20 17 21 27 18 25 29',
    ],
  },
  {
    tables: 12,
    seats: 3,
    order: 17,
    base: [
      '0 24 28 1 17 27 2 5 32 3 10 12 4 15 18 6 21 23 7 26 35 8 20 29 9 13 14 11 19 33 16 22 34 25 30 31',
    ],
  },
  {
    tables: 13,
    seats: 3,
    order: 19,
    base: [
      '0 9 37 1 28 30 2 16 18 3 10 25 4 8 27 5 29 35 6 14 20 7 13 33 11 12 24 15 31 36 17 34 38 19 23 26 21 22 32',
    ],
  },
  {
    tables: 16,
    seats: 3,
    order: 23,
    base: [
      '0 4 7 1 9 31 2 14 45 3 16 17 5 22 32 6 27 47 8 13 37 10 24 33 11 23 26 12 25 46 15 41 43 18 20 29 19 36 44 21 39 40 28 34 38 30 35 42',
    ],
  },
  {
    tables: 17,
    seats: 3,
    order: 25,
    base: [
      '0 8 21 1 25 35 2 33 42 3 48 49 4 34 40 5 20 38 6 9 31 7 14 46 10 15 16 11 28 30 12 23 39 13 22 26 17 19 29 18 41 44 24 27 50 32 37 45 36 43 47',
    ],
  },
  {
    tables: 18,
    seats: 3,
    order: 13,
    base: [
      '0 8 33 1 22 38 2 12 44 3 7 13 4 11 16 5 20 21 6 15 42 9 10 43 14 27 49 17 36 53 18 47 52 19 26 45 23 25 48 24 29 35 28 30 40 31 39 46 32 37 50 34 41 51',
      '0 32 36 1 27 28 2 16 31 3 14 42 4 26 52 5 7 35 6 23 44 8 49 53 9 22 40 10 17 50 11 46 48 12 30 33 13 34 45 15 20 37 18 21 25 19 29 43 24 38 41 39 47 51',
    ],
  },
  {
    tables: 20,
    seats: 3,
    order: 29,
    base: [
      '0 32 43 1 53 55 2 8 12 3 5 56 4 16 37 6 7 46 9 18 36 10 28 47 11 25 40 13 20 48 14 19 27 15 35 49 17 29 34 21 30 59 22 52 58 23 26 39 24 31 50 33 45 54 38 41 42 44 51 57',
    ],
  },
  { tables: 6, seats: 4, order: 7, base: ['0 1 5 11 2 9 15 23 3 8 20 21 4 16 18 19 6 7 17 22 10 12 13 14'] },
  {
    tables: 7,
    seats: 4,
    order: 9,
    base: ['0 12 14 23 1 2 8 19 3 7 9 22 4 11 25 26 5 13 21 27 6 10 15 16 17 18 20 24'],
  },
  {
    tables: 11,
    seats: 4,
    order: 13,
    base: [
      '0 16 25 26 1 9 12 37 2 19 35 39 3 10 17 18 4 8 14 38 5 23 36 43 6 15 33 42 7 20 29 40 11 22 30 41 13 21 24 28 27 31 32 34',
    ],
  },
  {
    tables: 15,
    seats: 4,
    order: 17,
    base: [
      '0 22 42 51 1 17 20 29 2 28 47 55 3 8 10 16 4 25 50 59 5 6 23 37 7 19 43 54 9 32 44 58 11 21 38 57 12 26 49 56 13 33 34 46 14 27 48 53 15 30 41 52 18 24 31 40 35 36 39 45',
    ],
  },
  {
    tables: 18,
    seats: 4,
    order: 21,
    base: [
      '0 21 52 66 1 35 46 69 2 27 51 63 3 44 56 57 4 10 13 20 5 18 25 62 6 22 29 32 7 40 58 71 8 38 42 65 9 41 48 68 11 26 30 53 12 49 55 59 14 31 60 64 15 17 23 39 16 34 43 70 19 33 54 67 24 36 37 50 28 45 47 61',
    ],
  },
  {
    tables: 19,
    seats: 4,
    order: 23,
    base: [
      '0 12 18 50 1 8 10 11 2 39 51 72 3 32 54 65 4 29 36 40 5 28 58 71 6 30 47 74 7 33 64 73 9 42 67 70 13 44 55 60 14 22 59 66 15 19 31 34 16 27 37 56 17 35 53 75 20 25 68 69 21 38 43 52 23 45 46 49 24 26 41 62 48 57 61 63',
    ],
  },
  {
    tables: 6,
    seats: 5,
    order: 6,
    base: ['0 12 20 24 26 1 8 18 22 29 2 7 11 17 27 3 5 9 16 21 4 6 14 23 25 10 13 15 19 28'],
  },
];

/** The rounds of the stored starter for these tables and seats; none if there is no such starter. */
export function starterRounds(tables: number, seats: number): DesignRound[] {
  const starter = STARTERS.find((one) => one.tables === tables && one.seats === seats);
  return (starter?.base ?? []).flatMap((text) => developed(text.split(' ').map(Number), starter!));
}

function developed(base: readonly number[], { seats, order }: Starter): DesignRound[] {
  const turning = Math.floor(base.length / order) * order;
  return Array.from({ length: order }, (_, round) => {
    const tableOf = new Int32Array(base.length);
    base.forEach((point, index) => {
      const copy = point - (point % order);
      const moved = point < turning ? copy + ((point + round) % order) : point;
      tableOf[moved] = Math.floor(index / seats);
    });
    return tableOf;
  });
}
