import type { PairProblem } from './input.ts';
import type { PairOptions } from './options.ts';
import { Planner } from './planner.ts';
import type { Progress } from './progress.ts';
import type { Room } from './room.ts';
import { type SolvedRoom, solveRoom, withMore } from './solved-room.ts';

/** For how many people all pairs are asked for at first: each time twice as many, so that few come when few are missing. */
const ASKED_FIRST = 64;

/** Above every score, so that nobody dear is offered to anybody. */
const DEAR = 2 ** 20;

export interface PlannedRoom {
  readonly solved: SolvedRoom;
  readonly planner: Planner;
}

/**
 * Solves and plans a checked problem. Prices alone do not show every pair that could cover somebody: half pairs cover an
 * odd group of people with one place each, of whom a plan leaves one out. So while somebody has nobody, the pairs that
 * could break the proof of that are asked for as well, whatever they score, and all is solved again.
 */
export function planRoom(problem: PairProblem, options: PairOptions, progress: Progress): PlannedRoom {
  let solved = solveRoom(problem, options, progress);
  let planner = new Planner(solved, options);
  if (!options.more || options.first === 'total') return { solved, planner };
  for (let few = ASKED_FIRST; ; few *= 2) {
    const hopeless = whoIsHopeless(solved.room, planner);
    const asking = [...hopeless, ...whoAsks(solved.room, planner, hopeless)];
    if (asking.length === 0) return { solved, planner };
    const extra = options.more(pricesFor(asking.slice(0, few), hopeless, solved.room, planner));
    if (extra.a.length > 0) {
      solved = solveRoom(withMore(solved.problem, extra), options, progress, solved.optimum);
      planner = new Planner(solved, options);
    } else if (few >= asking.length) return { solved, planner };
  }
}

/** Whoever has places and no pair listed that covers. */
function whoIsHopeless({ space, wanting, pins }: Room, { scarce }: Planner): number[] {
  const covered = new Set([...scarce, ...pins.flatMap(({ a, b }) => [a, b])]);
  return Array.from(space.keys()).filter(
    (person) => space[person]! > 0 && wanting[person] === 0 && !covered.has(person),
  );
}

/**
 * Whose unlisted pairs could cover somebody who is left out: only a pair that joins a piece to another one, or to anybody
 * who is neither in one nor scarce, breaks the proof. The small pieces ask first and the largest group not at all: pairs
 * within a piece help nobody, and a room that is one odd piece has no other.
 */
function whoAsks({ space }: Room, { pieces, scarce }: Planner, hopeless: readonly number[]): number[] {
  const known = new Set([...pieces.flat(), ...scarce, ...hopeless]);
  const rest = Array.from(space.keys()).filter((person) => space[person]! > 0 && !known.has(person));
  const short = [...pieces].sort((x, y) => x.length - y.length || x[0]! - y[0]!);
  const largest = short.at(-1);
  if (!largest) return [];
  return largest.length > rest.length ? [...short.slice(0, -1).flat(), ...rest] : short.flat();
}

/**
 * Prices by which exactly the pairs that cover are offered to those who ask, but for pairs with the scarce: those are
 * offered to the hopeless alone, who count as left out by every plan where the total is bounded. The full get none.
 */
function pricesFor(
  asking: readonly number[],
  hopeless: readonly number[],
  { people, space, coversFrom }: Room,
  { scarce }: Planner,
): Float64Array {
  const prices = new Float64Array(people).fill(DEAR);
  for (const person of scarce) prices[person] = 3 * DEAR;
  // Half a point below, so that a pair of just the score that covers is above the two prices.
  for (const person of asking) prices[person] = coversFrom - 0.5 - DEAR;
  const isAsking = new Set(asking);
  for (const person of hopeless) if (isAsking.has(person)) prices[person] = coversFrom - 0.5 - 3 * DEAR;
  return prices.map((price, person) => (space[person] === 0 ? 7 * DEAR : price));
}
