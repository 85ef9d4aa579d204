import type { Candidates, Pair, PairRules } from './input.ts';
import type { Progress } from './progress.ts';

export interface PairOptions extends PairRules {
  /** Pairs that stand already, such as those a host has seen: the plan starts from them, and parts few. */
  readonly standing?: readonly Pair[];
  /** How many score points it must gain to part a standing pair; unless said otherwise 2.5 % of the mean score. */
  readonly stability?: number;
  /**
   * More candidates for these prices: pairs not listed so far that score above price a + price b. Called again until it
   * returns none; then the bound holds for all pairs there are.
   */
  readonly more?: (prices: Float64Array) => Candidates;
  /** Hears the share of the work done, 0 to 1, at most a hundred times. What it throws stops the work and passes through. */
  readonly progress?: Progress;
}
