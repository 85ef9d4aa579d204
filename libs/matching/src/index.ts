import { checkPlan } from './pairs/checker.ts';
import { refuseBadInput, type PairProblem, type PairRules } from './pairs/input.ts';
import { solvePairs } from './pairs/pairs.ts';
import type { ClaimedPlan } from './pairs/plan.ts';

export { checkPlan, type PlanCheck } from './pairs/checker.ts';
export { checkCritics, type CriticCheck } from './critics/checker.ts';
export { assignCritics } from './critics/critics.ts';
export type { Affinity, CriticLoad, CriticProblem, Hearing } from './critics/input.ts';
export type { Assignment, CriticPlan, Heard, Impossible, Prices, Shortage, WorstPrices } from './critics/plan.ts';
export { MatchingInputError, type MatchingInputCode } from './errors.ts';
export type { Candidates, Pair, PairProblem, PairRules } from './pairs/input.ts';
export type { ClaimedPlan, SuggestedPair } from './pairs/plan.ts';
export { seededRandom } from './random.ts';
export { checkSeating, type SeatingCheck } from './tables/checker.ts';
export type { AffinityPair, ApartPair, SeatedRound, TablesProblem, Wishes } from './tables/input.ts';
export { seatLateComer, type LateComerProblem, type LateComerSeat } from './tables/late-comer.ts';
export { roundsWithoutRepeats, seatTables, type SeatingOptions, type SeatingPlan } from './tables/tables.ts';

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
 * Chooses pairs: maximum-weight b-matching in a general graph, everyone first or the total first, with the proof of how
 * good the plan is.
 *
 * People are indexes into `caps`; scores are whole numbers (probability × 1000). Pins stand, bans and caps bind, the same
 * input in any order gives the same plan, and every plan has passed the checker before it is returned. With everyone
 * first, the number of people left out is the least possible, always. The total is the best possible whenever the
 * fractional optimum is whole; otherwise a repair closes nearly all of what rounding costs, and `gap` says what it did not.
 *
 * Method: the fractional optimum by shortest augmenting paths on the bipartite double cover, rounded along trails of
 * half edges (Anstee 1987), exact coverage by alternating forests (Edmonds 1965), then repair along alternating paths.
 * O(places × candidates × log people) at worst; about linear in practice.
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
