import type { PairProblem } from './input.ts';
import { COVERS, type Openness, SHUT } from './openness.ts';

/** Up to here every sum of whole and half numbers is exact in a double. */
const LARGEST_EXACT = 2 ** 52;

/**
 * The most that any plan with at most `leftOut` people left out can total, by weak duality from any prices y. 0 is always
 * a valid price; better prices give a lower bound. Rounded down, as totals are whole;
 * Infinity if the prices are too large for exact sums.
 *
 * Derivation. Let p = max(0, y), and q = max(0, -y) for the people who could be covered and are not by a pin, else 0.
 * A plan takes the open pairs x. It keeps the caps, deg(v) ≤ space(v), and each of those people has a covering pair or
 * is one of the left out: cov(v) ≥ 1 - out(v). So
 *   Σ w·x = Σ (w - p_a - p_b + [covers](q_a + q_b))·x + Σ p·deg - Σ q·cov
 *         ≤ Σ max(0, w - p_a - p_b + [covers](q_a + q_b)) + Σ p·space - Σ q + max(q)·(number of those left out).
 * Whoever no open pair covers is left out by every plan and takes no part. The pins add their scores. With the total
 * first nothing is promised about anybody, so q = 0.
 */
export function upperBoundOf(
  { candidates: { a, b, score } }: PairProblem,
  { space, needs, state, coverable, pinTotal }: Openness,
  prices: ArrayLike<number>,
  everyoneFirst: boolean,
  leftOut: number,
): number {
  const people = space.length;
  const bonus = new Float64Array(people);
  let [above, below, highestBonus, hopeless] = [pinTotal, 0, 0, 0];
  for (let person = 0; person < people; person++) {
    above += space[person]! * Math.max(0, prices[person]!);
    if (needs[person] === 0) continue;
    if (coverable[person] === 0) hopeless += 1;
    else if (everyoneFirst) bonus[person] = Math.max(0, -prices[person]!);
    below += bonus[person]!;
    highestBonus = Math.max(highestBonus, bonus[person]!);
  }
  for (let pair = 0; pair < a.length; pair++) {
    if (state[pair] === SHUT) continue;
    const [x, y] = [a[pair]!, b[pair]!];
    const extra = state[pair] === COVERS ? bonus[x]! + bonus[y]! : 0;
    above += Math.max(0, score[pair]! - Math.max(0, prices[x]!) - Math.max(0, prices[y]!) + extra);
  }
  above += highestBonus * (leftOut - hopeless);
  return above > LARGEST_EXACT ? Infinity : Math.floor(above - below);
}
