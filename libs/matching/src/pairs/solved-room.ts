import { type Candidates, type PairProblem, refuseBadCandidates } from './input.ts';
import { Optimum } from './optimum.ts';
import type { PairOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { roomOf, type Room } from './room.ts';

/** A problem with all candidates that prices asked for, its room, and the optimum of that. */
export interface SolvedRoom {
  readonly problem: PairProblem;
  readonly room: Room;
  /** What a person's first covering pair is worth beside its score; 0 with the total first. */
  readonly bonus: number;
  readonly optimum: Optimum;
}

/**
 * Solves a checked problem, again with every lot of candidates that its prices ask for.
 *
 * @param before the optimum of the same problem with fewer candidates, to go on from
 */
export function solveRoom(
  problem: PairProblem,
  options: PairOptions,
  progress: Progress,
  before?: Optimum,
): SolvedRoom {
  let solved = solveOnce(problem, options, progress, before);
  for (let extra = missing(solved, options); extra.a.length > 0; extra = missing(solved, options)) {
    solved = solveOnce(withMore(solved.problem, extra), options, progress, solved.optimum);
  }
  return solved;
}

function solveOnce(
  problem: PairProblem,
  { first, coversFrom = 1 }: PairOptions,
  progress: Progress,
  before?: Optimum,
): SolvedRoom {
  const room = roomOf(problem, coversFrom);
  const bonus = first === 'total' ? 0 : bonusFor(room);
  return { problem, room, bonus, optimum: new Optimum(room, bonus, progress, before) };
}

function missing({ optimum }: SolvedRoom, { more }: PairOptions): Candidates {
  return more ? more(optimum.prices()) : { a: [], b: [], score: [] };
}

/** More than any exchange can lose, so that covering one person more outweighs every total. */
function bonusFor({ most, score, people }: Room): number {
  const places = most.reduce((sum, one) => sum + one, 0);
  // Beyond 2 ** 50 the sums over all people would no longer be exact.
  return Math.min(1 + (score[0] ?? 0) * places, Math.floor(2 ** 50 / Math.max(1, people)));
}

/** @throws MatchingInputError if one of the extra candidates makes no sense or is listed before */
export function withMore(problem: PairProblem, extra: Candidates): PairProblem {
  const both = (one: ArrayLike<number>, other: ArrayLike<number>) => {
    const joined = new Int32Array(one.length + other.length);
    joined.set(one);
    joined.set(other, one.length);
    return joined;
  };
  const { a, b, score } = problem.candidates;
  const candidates = { a: both(a, extra.a), b: both(b, extra.b), score: both(score, extra.score) };
  refuseBadCandidates(candidates, problem.caps.length);
  return { ...problem, candidates };
}
