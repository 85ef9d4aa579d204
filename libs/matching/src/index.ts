import { checkPlan } from './pairs/checker.ts';
import { refuseBadInput, type PairProblem, type PairRules } from './pairs/input.ts';
import { solvePairs } from './pairs/pairs.ts';
import type { ClaimedPlan } from './pairs/plan.ts';

export { checkPlan, type PlanCheck } from './pairs/checker.ts';
export { MatchingInputError, type MatchingInputCode } from './errors.ts';
export type { Candidates, Pair, PairProblem, PairRules } from './pairs/input.ts';
export type { ClaimedPlan, SuggestedPair } from './pairs/plan.ts';
export { seededRandom } from './random.ts';

export type PairOptions = PairRules;

export interface PairPlan extends ClaimedPlan {
  readonly certificate: ClaimedPlan['certificate'] & {
    /**
     * No plan under the same caps, pins and bans totals more: with the total first, none whoever it leaves out; with
     * everyone first, none that leaves out as few people as this one.
     */
    readonly upperBound: number;
    /** Share of the bound that the total misses, 0 to 1. */
    readonly gap: number;
    /** Every plan leaves out at least so many people. */
    readonly leftOutAtLeast: number;
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
  refuseBadInput(problem, options);
  const plan = solvePairs(problem, options);
  const { faults, upperBound, gap, leftOutAtLeast } = checkPlan(problem, plan, options);
  if (faults.length > 0) throw new Error(`The solver broke its own rules: ${faults.join('; ')}`);
  return { ...plan, certificate: { ...plan.certificate, upperBound, gap, leftOutAtLeast } };
}
