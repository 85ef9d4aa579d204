import { checkPlan } from './pairs/checker.ts';
import { refuseBadInput, type PairProblem } from './pairs/input.ts';
import { solvePairs, type SuggestedPair } from './pairs/pairs.ts';

export { checkPlan, type PlanCheck } from './pairs/checker.ts';
export { MatchingInputError, type MatchingInputCode } from './errors.ts';
export type { Candidates, Pair, PairProblem } from './pairs/input.ts';
export { seededRandom } from './random.ts';
export type { SuggestedPair } from './pairs/pairs.ts';

export interface PairOptions {
  /** What counts first: that everyone gets somebody (default), or the total alone. */
  readonly first?: 'everyone' | 'total';
}

export interface PairPlan {
  /** Sorted by a, then b; a < b. */
  readonly pairs: readonly SuggestedPair[];
  /** Sum of the scores, pinned pairs included. */
  readonly total: number;
  /** People with a cap above 0 and no pair, in order. */
  readonly leftOut: readonly number[];
  readonly certificate: {
    /** No plan under the same caps, pins and bans totals more, whoever it leaves out. */
    readonly upperBound: number;
    /** Share of the bound that the total misses, 0 to 1; with everyone first it holds the price of that as well. */
    readonly gap: number;
    /** What one more pair of each person would be worth at most: any reader can recompute the bound from these. */
    readonly prices: readonly number[];
  };
}

/**
 * Chooses pairs: maximum-weight b-matching in a general graph, by greedy covering and exchanges of two pairs.
 *
 * People are indexes into `caps`; scores are whole numbers (probability × 1000). Pins stand, bans and caps bind, the
 * same input in any order gives the same plan, and every plan has passed the checker before it is returned. With
 * `first: 'total'` the total is at least half of the best possible; with everyone first, at least half as many
 * people as possible have a pair. Both are floors: rooms of 30 to 300 come within a few percent of the bound.
 * O(passes × candidates × cap²).
 *
 * @throws MatchingInputError if the problem contradicts itself
 */
export function suggestPairs(problem: PairProblem, options: PairOptions = {}): PairPlan {
  refuseBadInput(problem);
  const { pairs, prices } = solvePairs(problem, options.first !== 'total');
  const { faults, total, upperBound, gap } = checkPlan(problem, pairs, prices);
  if (faults.length > 0) throw new Error(`The solver broke its own rules: ${faults.join('; ')}`);
  const paired = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const leftOut = problem.caps.flatMap((cap, person) => (cap > 0 && !paired.has(person) ? [person] : []));
  return { pairs, total, leftOut, certificate: { upperBound, gap, prices } };
}
