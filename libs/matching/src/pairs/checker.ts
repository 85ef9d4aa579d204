import type { PairProblem } from './input.ts';
import type { SuggestedPair } from './pairs.ts';

/** What a check of a plan found, from the problem and the plan alone. */
export interface PlanCheck {
  /** Every rule the plan breaks, in words; empty for a plan that may be shown. */
  readonly faults: readonly string[];
  readonly total: number;
  /** No plan under the same caps, pins and bans can total more, whoever it leaves out. */
  readonly upperBound: number;
  /** How much of the bound the total misses, 0 to 1. */
  readonly gap: number;
}

/**
 * Checks a plan against its problem: pairs allowed and listed once, scores true, caps kept, pins present, bans absent.
 * The bound is weak duality of the b-matching program: for any prices y ≥ 0, no plan beats
 * Σ (cap − pins) · y + Σ max(0, score − y_a − y_b), plus the pins. It shares no code with the solver. O(candidates).
 */
export function checkPlan(
  problem: PairProblem,
  pairs: readonly SuggestedPair[],
  prices: readonly number[],
): PlanCheck {
  const { a: from, b: to, score: worth } = problem.candidates;
  const allowed = new Map<string, number>();
  for (let index = 0; index < from.length; index++) {
    allowed.set(pairName(from[index]!, to[index]!), worth[index]!);
  }
  const pins = new Set((problem.pinned ?? []).map(([x, y]) => pairName(x, y)));
  const bans = new Set((problem.forbidden ?? []).map(([x, y]) => pairName(x, y)));
  const faults: string[] = [];
  const load = Array.from(problem.caps, () => 0);
  const seen = new Set<string>();
  let total = 0;
  for (const { a, b, score, pinned } of pairs) {
    const pair = pairName(a, b);
    if (seen.has(pair)) faults.push(`${pair} stands twice`);
    if (bans.has(pair)) faults.push(`${pair} is forbidden`);
    if (!allowed.has(pair) && !pins.has(pair)) faults.push(`${pair} is not allowed`);
    if (pinned !== pins.has(pair)) faults.push(`${pair} has its pin wrong`);
    if (score !== (allowed.get(pair) ?? 0)) faults.push(`${pair} has its score wrong`);
    seen.add(pair);
    load[a] = (load[a] ?? 0) + 1;
    load[b] = (load[b] ?? 0) + 1;
    total += score;
  }
  for (const pin of pins) if (!seen.has(pin)) faults.push(`the pin ${pin} is missing`);
  load.forEach((count, person) => {
    const cap = problem.caps[person] ?? 0;
    if (count > cap)
      faults.push(`person ${String(person)} has ${String(count)} pairs and a cap of ${String(cap)}`);
  });

  return { faults, total, ...boundOf(problem, prices, total) };
}

function boundOf(
  problem: PairProblem,
  prices: readonly number[],
  total: number,
): { upperBound: number; gap: number } {
  const space = [...problem.caps];
  const bans = new Set((problem.forbidden ?? []).map(([x, y]) => pairName(x, y)));
  const pins = new Set((problem.pinned ?? []).map(([x, y]) => pairName(x, y)));
  for (const person of (problem.pinned ?? []).flat()) space[person] = (space[person] ?? 0) - 1;
  const price = (person: number) => Math.max(0, prices[person] ?? 0);
  let upperBound = 0;
  space.forEach((free, person) => (upperBound += free * price(person)));
  const candidates = problem.candidates;
  for (let index = 0; index < candidates.a.length; index++) {
    const [a, b, score] = [candidates.a[index]!, candidates.b[index]!, candidates.score[index]!];
    if (pins.has(pairName(a, b))) upperBound += score;
    else if (!bans.has(pairName(a, b)) && (space[a] ?? 0) > 0 && (space[b] ?? 0) > 0) {
      upperBound += Math.max(0, score - price(a) - price(b));
    }
  }
  return { upperBound, gap: upperBound === 0 ? 0 : (upperBound - total) / upperBound };
}

function pairName(x: number, y: number): string {
  return x < y ? `${String(x)}–${String(y)}` : `${String(y)}–${String(x)}`;
}
