import { MatchingInputError } from '../errors.ts';
import { refuseBadRound, refuseBadSize, refuseBadWishes, type SeatedRound, type Wishes } from './input.ts';

export interface LateComerProblem extends Wishes {
  /** All rounds as they stand; the late comer may sit in others of them, and anybody may be missing. */
  readonly rounds: readonly SeatedRound[];
  /** The round to join, from 0. */
  readonly round: number;
  /** Who comes late; people are whole numbers from 0. */
  readonly person: number;
  /** How many people a table holds at most. */
  readonly seats: number;
}

export interface LateComerSeat {
  /** The table to sit at, from 0. */
  readonly table: number;
  /** How many people at it the late comer meets in another round as well. */
  readonly repeats: number;
  /** How many at it were never to share a table with the late comer. */
  readonly together: number;
}

/**
 * Finds a late comer a seat in one round, moving nobody: the table with the fewest people they must not sit with, then the fewest
 * they meet in other rounds, the lowest penalties, the fewest people, the most affinity, the lowest number. Undefined if
 * every table is full. O(rounds × people + pairs).
 *
 * @throws MatchingInputError if the round is unknown, badly seated or seats the person already, or a pair makes no sense
 */
export function seatLateComer(problem: LateComerProblem): LateComerSeat | undefined {
  refuseBadLateComer(problem);
  const { rounds, round, seats } = problem;
  const company = companyOf(problem);
  const ranked = rounds[round]!.map((table, index) => {
    const sum = (value: ReadonlyMap<number, number>) =>
      table.reduce((total, other) => total + (value.get(other) ?? 0), 0);
    const together = sum(company.forbidden);
    const repeats = sum(company.met);
    const rank = [together, repeats, sum(company.penalty), table.length, -sum(company.gain), index];
    return { seat: { table: index, repeats, together }, rank, full: table.length >= seats };
  });
  return ranked.filter(({ full }) => !full).sort((one, other) => inOrder(one.rank, other.rank))[0]?.seat;
}

/** What each other person is to the late comer; `met` is 1 for those who share a table with them in any other round. */
function companyOf({ rounds, person, forbidden = [], apart = [], affinity = [] }: LateComerProblem) {
  const tables = rounds.flat().filter((table) => table.includes(person));
  const others = <T extends { a: number; b: number }>(pairs: readonly T[], value: (pair: T) => number) =>
    new Map(
      pairs
        .filter(({ a, b }) => a === person || b === person)
        .map((pair) => [pair.a + pair.b - person, value(pair)]),
    );
  return {
    met: new Map(tables.flat().map((other) => [other, 1])),
    forbidden: others(
      forbidden.map(([a, b]) => ({ a, b })),
      () => 1,
    ),
    penalty: others(apart, ({ penalty }) => penalty),
    gain: others(affinity, ({ gain }) => gain),
  };
}

function inOrder(one: readonly number[], other: readonly number[]): number {
  const first = one.findIndex((value, index) => value !== other[index]);
  return one[first]! - other[first]!;
}

function refuseBadLateComer(problem: LateComerProblem): void {
  const { rounds, round, person, seats } = problem;
  refuseBadSize('round', round, 0, rounds.length - 1);
  refuseBadSize('person', person, 0, Number.MAX_SAFE_INTEGER);
  refuseBadSize('seats', seats, 1, Number.MAX_SAFE_INTEGER);
  const people = Number.MAX_SAFE_INTEGER;
  rounds.forEach((one, index) => {
    refuseBadRound(one, people, `rounds[${String(index)}]`);
  });
  refuseBadWishes(problem, people);
  const table = rounds[round]!.findIndex((one) => one.includes(person));
  if (table >= 0) {
    const sits = `person ${String(person)} sits at table ${String(table)} already`;
    throw new MatchingInputError('bad-round', `rounds[${String(round)}]`, sits);
  }
}
