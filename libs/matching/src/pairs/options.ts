import type { Candidates, Pair, PairRules } from './input.ts';
import type { Progress } from './progress.ts';

export interface PairOptions extends PairRules {
  /** Pairs that stand already, such as those a host has seen: the plan starts from them, and parts few. */
  readonly standing?: readonly Pair[];
  /**
   * How many score points it must gain to part a standing pair, a whole number from 0 to 1,000,000; unless said otherwise
   * 2.5 % of the mean score.
   */
  readonly stability?: number;
  /**
   * With `standing`: whom something has touched since, such as a pair pinned or forbidden. Then the plan follows them as a
   * step of a desk would: at most five other pairs come or go, unless somebody would be left out who was not before. Who
   * had nobody and is not touched gets somebody only where that gains; nothing is proved about them.
   */
  readonly touched?: readonly number[];
  /**
   * More candidates for these prices: every pair not listed so far that scores above price a + price b. Called again
   * until it returns none; then the bound holds for all pairs there are. With everyone first, while somebody has nobody,
   * it is also called with prices far below 0 for whoever's pairs could cover somebody, until there are none of those:
   * then the number left out is the least over all pairs as well. With the total first nothing is proved about that
   * number. A desk asks when it opens and not after its steps, whose proofs hold for the pairs listed by then.
   */
  readonly more?: (prices: Float64Array) => Candidates;
  /** Hears the share of the work done, 0 to 1, at most a hundred times. What it throws stops the work and passes through. */
  readonly progress?: Progress;
}
