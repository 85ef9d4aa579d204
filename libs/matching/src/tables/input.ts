import { MatchingInputError } from '../errors.ts';

/** Two people who had better not share a table, and what each time they do costs: a whole number. */
export interface ApartPair {
  readonly a: number;
  readonly b: number;
  readonly penalty: number;
}

/** Two people who would do well to share a table, and what each time they do is worth: a whole number. */
export interface AffinityPair {
  readonly a: number;
  readonly b: number;
  readonly gain: number;
}

/** One round: the people of each table, every table listed. */
export type SeatedRound = readonly (readonly number[])[];

/** Who had better sit with whom, and who had not. */
export interface Wishes {
  /** Pairs who never share a table, as far as that can be. */
  readonly forbidden?: readonly (readonly [number, number])[];
  /** Each pair at most once, in any order. */
  readonly apart?: readonly ApartPair[];
  /** Each pair at most once, in any order. */
  readonly affinity?: readonly AffinityPair[];
}

export interface TablesProblem extends Wishes {
  /** How many people; a person is a number from 0 to people − 1. At most 1,000. */
  readonly people: number;
  readonly tables: number;
  /** How many people a table holds at most. Tables are never fuller than they need be: their sizes differ by at most one. */
  readonly seats: number;
  /** How many rounds, kept ones included; at most 200. */
  readonly rounds: number;
  /** The same seed gives the same seating. */
  readonly seed: number | string;
  /** First rounds that stand as they are, such as those already held; somebody may be missing, a table fuller. */
  readonly keep?: readonly SeatedRound[];
}

/** Counts of who met whom stand in one byte each, and the room in arrays of people × people. */
export const HIGHEST = { people: 1_000, tables: 1_000, seats: 1_000, rounds: 200 };
/** Times 200 rounds and 500,000 pairs still exact in a double. */
const HIGHEST_WEIGHT = 1_000_000;

/**
 * Refuses a problem with a size, person or weight that makes no sense, too few seats, or kept rounds that could not be.
 *
 * @throws MatchingInputError naming the first offending item: sizes, forbidden, apart, affinity, keep
 */
export function refuseBadTables(problem: TablesProblem): void {
  const { people, tables, seats, rounds, keep = [] } = problem;
  refuseBadSize('people', people, 0, HIGHEST.people);
  refuseBadSize('tables', tables, 1, HIGHEST.tables);
  refuseBadSize('seats', seats, 1, HIGHEST.seats);
  refuseBadSize('rounds', rounds, 0, HIGHEST.rounds);
  if (tables * seats < people) {
    const held = `${String(tables)} tables of ${String(seats)}`;
    throw new MatchingInputError(
      'too-few-seats',
      'seats',
      `${held} hold fewer than ${String(people)} people`,
    );
  }
  refuseBadWishes(problem, people);
  keep.forEach((round, index) => {
    const item = `keep[${String(index)}]`;
    if (index >= rounds) {
      throw new MatchingInputError('bad-round', item, `there are ${String(rounds)} rounds in all`);
    }
    if (round.length !== tables) {
      const counted = `it has ${String(round.length)} tables instead of ${String(tables)}`;
      throw new MatchingInputError('bad-round', item, counted);
    }
    refuseBadRound(round, people, item);
  });
}

/** @throws MatchingInputError naming the first pair of unknown or equal people, listed before, or of no good weight */
export function refuseBadWishes({ forbidden = [], apart = [], affinity = [] }: Wishes, people: number): void {
  forbidden.forEach(([a, b], index) => {
    refuseBadPair(a, b, people, `forbidden[${String(index)}]`);
  });
  const costs = apart.map(({ a, b, penalty }) => ({ a, b, weight: penalty }));
  const gains = affinity.map(({ a, b, gain }) => ({ a, b, weight: gain }));
  refuseBadWeights('apart', costs, people);
  refuseBadWeights('affinity', gains, people);
}

/** @throws MatchingInputError naming the table that seats somebody unknown, or somebody who is seated before */
export function refuseBadRound(round: SeatedRound, people: number, item: string): void {
  const seated = new Set<number>();
  round.forEach((table, index) => {
    const where = `${item}[${String(index)}]`;
    for (const person of table) {
      refuseUnknown(person, people, where);
      if (seated.has(person)) {
        throw new MatchingInputError('bad-round', where, `person ${String(person)} is seated twice`);
      }
      seated.add(person);
    }
  });
}

/** @throws MatchingInputError unless the value is a whole number in the range, ends included */
export function refuseBadSize(item: string, value: number, lowest: number, highest: number): void {
  if (Number.isInteger(value) && value >= lowest && value <= highest) return;
  const range = `from ${String(lowest)} to ${String(highest)}`;
  throw new MatchingInputError('bad-size', item, `${String(value)} is no whole number ${range}`);
}

function refuseBadWeights(
  list: string,
  pairs: readonly { a: number; b: number; weight: number }[],
  people: number,
): void {
  const listed = new Set<string>();
  pairs.forEach(({ a, b, weight }, index) => {
    const item = `${list}[${String(index)}]`;
    refuseBadPair(a, b, people, item);
    if (!Number.isInteger(weight) || weight < 0 || weight > HIGHEST_WEIGHT) {
      const range = `from 0 to ${String(HIGHEST_WEIGHT)}`;
      throw new MatchingInputError('bad-weight', item, `${String(weight)} is no whole number ${range}`);
    }
    const key = `${String(Math.min(a, b))}–${String(Math.max(a, b))}`;
    if (listed.has(key)) {
      throw new MatchingInputError('pair-twice', item, `the pair ${key} is listed before`);
    }
    listed.add(key);
  });
}

function refuseBadPair(a: number, b: number, people: number, item: string): void {
  refuseUnknown(a, people, item);
  refuseUnknown(b, people, item);
  if (a === b) throw new MatchingInputError('same-person', item, `person ${String(a)} is paired with itself`);
}

function refuseUnknown(person: number, people: number, item: string): void {
  if (Number.isInteger(person) && person >= 0 && person < people) return;
  throw new MatchingInputError('unknown-person', item, `there is no person ${String(person)}`);
}
