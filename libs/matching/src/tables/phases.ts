import { improve, type Aim } from './improve.ts';
import type { TablesProblem } from './input.ts';
import { meetingsOf, repeatsOf, type Seating } from './seating.ts';

/** Looks at a tablemate in all phases, of which a core does some 70 million a second. */
const EFFORT = 40_000_000;
/** A small room needs less: this many for each person and round. */
const EFFORT_PER_SEAT = 60_000;
/** A repeat more is taken for a third of the time: by 20 × 20 this ends with fewer than never taking one, or taking two. */
const REPEATS_AT_FIRST = 1.5;

/**
 * Improves a seating in place: the wishes at no more repeats than the construction leaves; then, if there are repeats or
 * forbidden pairs are together all the same, fewer of both, and the wishes once more. `designed` rounds after the kept ones
 * come from the construction: rounds beyond it are fitted to them first, as swaps everywhere would lose in the construction
 * more than they find.
 */
export function improveInPhases(
  problem: TablesProblem,
  seating: Seating,
  designed: number,
  random: () => number,
  progress: (share: number) => void,
): void {
  const { people, tables, rounds, forbidden = [], keep = [] } = problem;
  const free = rounds - keep.length;
  if (people <= tables || tables === 1 || free === 0) return;
  let done = 0;
  const run = (aim: Aim, share: number) => {
    const effort = share * Math.min(EFFORT, EFFORT_PER_SEAT * people * free);
    improve(seating, aim, effort, random, (part) => {
      progress(done + part * share);
    });
    done += share;
  };
  const anyWish = [problem.forbidden, problem.apart, problem.affinity].some((pairs) => pairs?.length);
  if (anyWish) run(betterCompany(problem, seating, 'repeats'), 0.4);
  const together = forbidden.some(([a, b]) => meetingsOf(seating, a, b) > 0);
  if (!together && repeatsOf(seating) === 0) return;
  const extra = designed < free;
  if (extra) run(fewerRepeats(problem, seating, keep.length + designed, REPEATS_AT_FIRST), 0.2);
  run(fewerRepeats(problem, seating, keep.length, extra ? 0 : REPEATS_AT_FIRST), 0.2);
  if (anyWish) run(betterCompany(problem, seating, 'forbidden'), 0.2);
}

function fewerRepeats(
  { forbidden = [] }: TablesProblem,
  seating: Seating,
  firstFree: number,
  threshold: number,
): Aim {
  const costs = new Float64Array(seating.people * seating.people);
  // More than all the repeats that one swap can bring.
  for (const [a, b] of forbidden) setBoth(costs, seating.people, a, b, 4 * seating.stride);
  return { costs, repeatCost: 1, threshold, firstFree, exchanges: false };
}

function betterCompany(problem: TablesProblem, seating: Seating, dearest: 'repeats' | 'forbidden'): Aim {
  const { people, stride, rounds } = seating;
  const { forbidden = [], apart = [], affinity = [], keep = [] } = problem;
  const costs = new Float64Array(people * people);
  for (const { a, b, penalty } of apart) setBoth(costs, people, a, b, penalty);
  for (const { a, b, gain } of affinity) setBoth(costs, people, a, b, costs[a * people + b]! - gain);
  const { largest, usual } = sizesOf(costs);
  // More than all the wishes that one step can change; and what is dearest more than all of that.
  const dear = 4 * stride * rounds * largest + 1;
  const mostDear = 4 * stride * dear;
  const [repeatCost, together] = dearest === 'repeats' ? [mostDear, dear] : [dear, mostDear];
  for (const [a, b] of forbidden) setBoth(costs, people, a, b, together);
  // Half of this threshold did no better, and twice as much did worse, in rooms of 30 to 400.
  return { costs, repeatCost, threshold: usual, firstFree: keep.length, exchanges: keep.length === 0 };
}

/** The largest of the costs and gains, and their mean where there are any. */
function sizesOf(costs: Float64Array): { largest: number; usual: number } {
  let [largest, sum, count] = [0, 0, 0];
  for (const cost of costs) {
    const size = cost < 0 ? -cost : cost;
    if (size > largest) largest = size;
    if (size > 0) count++;
    sum += size;
  }
  return { largest, usual: count > 0 ? sum / count : 0 };
}

function setBoth(costs: Float64Array, people: number, a: number, b: number, cost: number): void {
  costs[a * people + b] = cost;
  costs[b * people + a] = cost;
}
