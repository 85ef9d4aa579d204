import { MatchingInputError } from '../errors.ts';

/** A work and a critic, by index. */
export interface Hearing {
  readonly work: number;
  readonly critic: number;
}

/** What a critic is worth to a work: a whole number, by convention the affinity × 1000. */
export interface Affinity extends Hearing {
  readonly score: number;
}

/** How many works a critic hears at least and at most; the same number twice for exactly so many. */
export interface CriticLoad {
  readonly least: number;
  readonly most: number;
}

export interface CriticProblem {
  /** How many critics each work has, exactly; the index is the work. */
  readonly works: readonly number[];
  /** How many works each critic hears; the index is the critic. */
  readonly critics: readonly CriticLoad[];
  /** Hearings that never happen (own work, block, co-author, employer), in any order; one may have several reasons. */
  readonly forbidden?: readonly Hearing[];
  /** Each hearing at most once, in any order; one that is not listed is worth 0. Without any, lots are drawn. */
  readonly affinities?: readonly Affinity[];
  /** Hearings that stand, such as swaps by hand; the rest is assigned around them. */
  readonly fixed?: readonly Hearing[];
  /** Draws the lots and breaks ties: the same seed gives the same result. */
  readonly seed: number | string;
}

/** Weighted totals of a thousand works with this score still add up exactly in a double. */
const HIGHEST_SCORE = 100_000;
const HIGHEST_COUNT = 1_000_000;

/**
 * Refuses a problem with a count, index or score that makes no sense, or fixed hearings that contradict the rest.
 * Too few critics are no bad input: that is an answer of the solver.
 *
 * @throws MatchingInputError naming the first offending item, in the order works, critics, affinities, forbidden, fixed
 */
export function refuseBadInput(problem: CriticProblem): void {
  const { works, critics, affinities = [], forbidden = [], fixed = [] } = problem;
  works.forEach((count, work) => {
    refuseBadCount(count, 1, `works[${work}]`);
  });
  critics.forEach(({ least, most }, critic) => {
    refuseBadCount(least, 0, `critics[${critic}].least`);
    refuseBadCount(most, least, `critics[${critic}].most`);
  });
  const listed = new Set<number>();
  affinities.forEach((one, index) => {
    const item = `affinities[${index}]`;
    refuseUnknown(problem, one, item);
    if (!isWhole(one.score, 0, HIGHEST_SCORE)) {
      const fault = `the score ${one.score} is no whole number from 0 to ${HIGHEST_SCORE}`;
      throw new MatchingInputError('bad-score', item, fault);
    }
    refuseTwice(problem, one, item, listed);
  });
  forbidden.forEach((one, index) => {
    refuseUnknown(problem, one, `forbidden[${index}]`);
  });
  refuseBadFixed(problem, fixed, new Set(forbidden.map((one) => keyOf(problem, one))));
}

function refuseBadFixed(
  problem: CriticProblem,
  fixed: readonly Hearing[],
  banned: ReadonlySet<number>,
): void {
  const listed = new Set<number>();
  const heard = problem.works.map(() => 0);
  const given = problem.critics.map(() => 0);
  fixed.forEach((one, index) => {
    const item = `fixed[${index}]`;
    refuseUnknown(problem, one, item);
    if (banned.has(keyOf(problem, one))) {
      throw new MatchingInputError('fixed-and-forbidden', item, `${nameOf(one)} is forbidden as well`);
    }
    refuseTwice(problem, one, item, listed);
    const places = problem.works[one.work]!;
    if (++heard[one.work]! > places) {
      const fault = `work ${one.work} has ${places} critics and more are fixed`;
      throw new MatchingInputError('fixed-over-count', item, fault);
    }
    const { most } = problem.critics[one.critic]!;
    if (++given[one.critic]! > most) {
      const fault = `critic ${one.critic} hears at most ${most} works and more are fixed`;
      throw new MatchingInputError('fixed-over-count', item, fault);
    }
  });
}

function refuseBadCount(count: number, lowest: number, item: string): void {
  if (isWhole(count, lowest, HIGHEST_COUNT)) return;
  const fault = `${count} is no whole number from ${lowest} to ${HIGHEST_COUNT}`;
  throw new MatchingInputError('bad-count', item, fault);
}

function refuseUnknown({ works, critics }: CriticProblem, { work, critic }: Hearing, item: string): void {
  if (!isWhole(work, 0, works.length - 1)) {
    throw new MatchingInputError('unknown-work', item, `there is no work ${work}`);
  }
  if (!isWhole(critic, 0, critics.length - 1)) {
    throw new MatchingInputError('unknown-critic', item, `there is no critic ${critic}`);
  }
}

function refuseTwice(problem: CriticProblem, one: Hearing, item: string, listed: Set<number>): void {
  const key = keyOf(problem, one);
  if (listed.has(key)) throw new MatchingInputError('hearing-twice', item, `${nameOf(one)} is listed before`);
  listed.add(key);
}

function isWhole(value: number, lowest: number, highest: number): boolean {
  return Number.isInteger(value) && value >= lowest && value <= highest;
}

function keyOf({ critics }: CriticProblem, { work, critic }: Hearing): number {
  return work * critics.length + critic;
}

function nameOf({ work, critic }: Hearing): string {
  return `critic ${critic} with work ${work}`;
}
