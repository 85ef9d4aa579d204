import type { PairPlan } from './checked-plan.ts';
import { PairDesk } from './desk.ts';
import { refuseBadInput, type PairProblem } from './input.ts';
import type { PairOptions } from './options.ts';

/**
 * Chooses pairs: maximum-weight b-matching in a general graph, everyone first or the total first, with the proof of how
 * good the plan is.
 *
 * People are indexes into `caps`; scores are whole numbers (probability × 1000). Pins stand, bans and caps bind, the same
 * input in any order gives the same plan, and every plan has passed the checker before it is returned. With everyone
 * first, the number of people left out is the least possible, always, also over pairs that `more` would have to offer. The total is the best possible whenever the
 * fractional optimum is whole; otherwise a repair closes nearly all of what rounding costs, and `gap` says what it did not.
 *
 * Method: the fractional optimum by an auction (Bertsekas 1988) and shortest augmenting paths on the bipartite double
 * cover, rounded along trails of half edges (Anstee 1987), exact coverage by alternating forests (Edmonds 1965), then
 * repair along alternating chains. O(places × candidates × log people) at worst; about linear in practice.
 *
 * @throws MatchingInputError if the problem contradicts itself
 */
export function suggestPairs(problem: PairProblem, options: PairOptions = {}): PairPlan {
  return openPairs(problem, options).plan();
}

/**
 * Solves the same way and stays open: pairs may be pinned and dropped one by one, and the plan follows at once, parting
 * few other pairs, while its bound remains that of a fresh solve of the listed pairs where each of them covers; with
 * `coversFrom` above some scores it holds too, and may be higher than that. A step takes a few milliseconds for 2,000 people.
 *
 * @throws MatchingInputError if the problem contradicts itself
 */
export function openPairs(problem: PairProblem, options: PairOptions = {}): PairDesk {
  refuseBadInput(problem, options);
  return new PairDesk(problem, options);
}
