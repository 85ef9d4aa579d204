export { checkPlan, type PlanCheck } from './pairs/checker.ts';
export { checkCritics, type CriticCheck } from './critics/checker.ts';
export { assignCritics } from './critics/critics.ts';
export type { Affinity, CriticLoad, CriticProblem, Hearing } from './critics/input.ts';
export type {
  Assignment,
  CriticPlan,
  Heard,
  Impossible,
  Prices,
  Shortage,
  WorstPrices,
} from './critics/plan.ts';
export { MatchingInputError, type MatchingInputCode } from './errors.ts';
export type { Candidates, Pair, PairProblem, PairRules } from './pairs/input.ts';
export type { PairChanges, PairEffort, PairPlan } from './pairs/checked-plan.ts';
export type { PairDesk } from './pairs/desk.ts';
export type { PairOptions } from './pairs/options.ts';
export { openPairs, suggestPairs } from './pairs/pairs.ts';
export type { ClaimedPlan, SuggestedPair } from './pairs/plan.ts';
export { seededRandom } from './random.ts';
export { checkSeating, type SeatingCheck } from './tables/checker.ts';
export type { AffinityPair, ApartPair, SeatedRound, TablesProblem, Wishes } from './tables/input.ts';
export { seatLateComer, type LateComerProblem, type LateComerSeat } from './tables/late-comer.ts';
export { roundsWithoutRepeats, seatTables, type SeatingOptions, type SeatingPlan } from './tables/tables.ts';
