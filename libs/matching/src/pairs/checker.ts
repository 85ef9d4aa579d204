import { upperBoundOf } from './bound.ts';
import type { PairProblem, PairRules } from './input.ts';
import { leftOutAtLeast } from './left-out.ts';
import { opennessOf } from './openness.ts';
import { listPairs } from './pair-list.ts';
import type { ClaimedPlan, SuggestedPair } from './plan.ts';

/** What a check of a plan found, from the problem and the claim alone. */
export interface PlanCheck {
  /** Every rule the plan breaks, in words; empty for a plan that may be shown. */
  readonly faults: readonly string[];
  readonly total: number;
  /**
   * No plan under the same caps, pins and bans can total more: with the total first, none whoever it leaves out; with
   * everyone first, none that leaves out as few people as this one.
   */
  readonly upperBound: number;
  /** How much of the bound the total misses, 0 to 1. */
  readonly gap: number;
  /** Every plan under the same caps, pins and bans leaves out at least so many people. */
  readonly leftOutAtLeast: number;
}

/**
 * Checks a plan against its problem: pairs allowed, sorted and listed once, scores and totals true, caps kept, pins
 * present, bans absent; and computes what the plan's prices and scarce people prove. It shares no code with the solver
 * and is cheap enough to check every plan that is shown. O(candidates + people), for a problem that was not refused.
 */
export function checkPlan(
  problem: PairProblem,
  plan: ClaimedPlan,
  { first = 'everyone', coversFrom = 1 }: PairRules = {},
): PlanCheck {
  const { prices, scarce } = plan.certificate;
  const people = problem.caps.length;
  const faults = [...strangersIn(plan, people), ...badPrices(prices, people)];
  if (faults.length > 0) return { faults, total: 0, upperBound: Infinity, gap: 1, leftOutAtLeast: 0 };

  const total = plan.pairs.reduce((sum, { score }) => sum + score, 0);
  const leftOut = peopleLeftOut(problem, plan.pairs, coversFrom);
  if (plan.total !== total) faults.push(`the total is ${String(total)}, not ${String(plan.total)}`);
  if (plan.leftOut.join() !== leftOut.join()) {
    faults.push(`left out are [${leftOut.join()}], not [${plan.leftOut.join()}]`);
  }
  faults.push(
    ...outOfOrder(plan.pairs),
    ...overCap(problem, plan.pairs),
    ...notAsStated(problem, plan.pairs),
  );

  const openness = opennessOf(problem, coversFrom);
  const upperBound = upperBoundOf(problem, openness, prices, first === 'everyone', leftOut.length);
  if (upperBound === Infinity) faults.push('the prices are too large for an exact bound');
  const gap = upperBound === total ? 0 : 1 - total / upperBound;
  return { faults, total, upperBound, gap, leftOutAtLeast: leftOutAtLeast(problem, openness, scarce) };
}

function strangersIn({ pairs, certificate: { scarce } }: ClaimedPlan, people: number): string[] {
  const named = [...pairs.flatMap(({ a, b }) => [a, b]), ...Array.from(scarce)];
  const known = (person: number) => Number.isInteger(person) && person >= 0 && person < people;
  return named.filter((person) => !known(person)).map((person) => `there is no person ${String(person)}`);
}

/** Sums of whole and half numbers are exact. */
function badPrices(prices: ArrayLike<number>, people: number): string[] {
  if (prices.length !== people)
    return [`there are ${String(prices.length)} prices for ${String(people)} people`];
  const faults: string[] = [];
  for (let person = 0; person < people; person++) {
    if (Number.isInteger(2 * prices[person]!)) continue;
    faults.push(`the price of person ${String(person)} is ${String(prices[person])}, neither whole nor half`);
  }
  return faults;
}

function outOfOrder(pairs: readonly SuggestedPair[]): string[] {
  const faults: string[] = [];
  for (const pair of pairs) {
    if (pair.a >= pair.b) faults.push(`${nameOf(pair)} has its people in the wrong order`);
  }
  pairs.slice(1).forEach((pair, index) => {
    const before = pairs[index]!;
    const step = pair.a - before.a || pair.b - before.b;
    if (step === 0) faults.push(`${nameOf(pair)} stands twice`);
    if (step < 0) faults.push(`${nameOf(pair)} stands out of order`);
  });
  return faults;
}

function overCap({ caps }: PairProblem, pairs: readonly SuggestedPair[]): string[] {
  const load = new Int32Array(caps.length);
  for (const { a, b } of pairs) for (const person of [a, b]) load[person]! += 1;
  return Array.from(load, (count, person) =>
    count > caps[person]!
      ? `person ${String(person)} has ${String(count)} pairs and a cap of ${String(caps[person])}`
      : '',
  ).filter((fault) => fault !== '');
}

function peopleLeftOut({ caps }: PairProblem, pairs: readonly SuggestedPair[], coversFrom: number): number[] {
  const covered = new Uint8Array(caps.length);
  for (const { a, b, score, pinned } of pairs) if (pinned || score >= coversFrom) covered[a] = covered[b] = 1;
  return Array.from(covered.keys()).filter((person) => caps[person]! > 0 && covered[person] === 0);
}

/** Pairs that nobody allowed, whose score or pin is not the problem's, or that are forbidden; and pins that are missing. */
function notAsStated(problem: PairProblem, pairs: readonly SuggestedPair[]): string[] {
  const { caps, candidates, pinned = [], forbidden = [] } = problem;
  const places = listPairs(
    caps.length,
    pairs.map(({ a, b }) => [a, b]),
  );
  const trueScore = new Float64Array(pairs.length).fill(NaN);
  for (let index = 0; index < candidates.a.length; index++) {
    const place = places.placeOf(candidates.a[index]!, candidates.b[index]!);
    if (place >= 0) trueScore[place] = candidates.score[index]!;
  }
  const pins = listPairs(caps.length, pinned);
  const bans = listPairs(caps.length, forbidden);
  const faults: string[] = [];
  for (const pair of pairs) {
    const isPin = pins.placeOf(pair.a, pair.b) >= 0;
    const score = trueScore[places.placeOf(pair.a, pair.b)]!;
    if (bans.placeOf(pair.a, pair.b) >= 0) faults.push(`${nameOf(pair)} is forbidden`);
    if (!isPin && Number.isNaN(score)) faults.push(`${nameOf(pair)} is not allowed`);
    if (pair.pinned !== isPin) faults.push(`${nameOf(pair)} has its pin wrong`);
    if (pair.score !== (Number.isNaN(score) ? 0 : score)) faults.push(`${nameOf(pair)} has its score wrong`);
  }
  for (const [a, b] of pinned) {
    if (places.placeOf(a, b) < 0) faults.push(`the pin ${nameOf({ a, b })} is missing`);
  }
  return faults;
}

const nameOf = ({ a, b }: { a: number; b: number }): string =>
  `${String(Math.min(a, b))}–${String(Math.max(a, b))}`;
