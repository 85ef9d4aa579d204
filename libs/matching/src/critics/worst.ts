import { Exchange } from './exchange.ts';
import type { WorstPrices } from './plan.ts';
import { roundsFor, type Room } from './room.ts';
import { climb, settle, worstOf } from './rungs.ts';
import { HEAVIEST, Transport } from './transport.ts';

/** Taken once: under a test runner every look at a global costs a third of a microsecond. */
const { max, min, floor } = Math;

export interface Worst {
  readonly best: Exchange;
  readonly bound: number;
  readonly prices: WorstPrices;
}

/** What a weight starts with. */
const START = 1000;

/**
 * Serves the worst-served work as well as it can: climbs from the best total, one ring at a time. The first bound is
 * what the poorest work could get if it chose before all others; in rooms with topics this is reached nearly always.
 * Where it is not, thresholds between the two are tried by halving: first to lower the bound, then to raise the floor.
 */
export function raiseWorst(room: Room, start: Exchange): Worst {
  climb(room, start);
  const found = { best: start, ...poorest(room) };
  const lowestOpen = lowerBound(room, found);
  if (!isLarge(room)) raiseFloor(room, found, lowestOpen - 1);
  return found;
}

type Found = { -readonly [Field in keyof Worst]: Worst[Field] };

/** Refutes thresholds from above by halving; returns the lowest that was neither reached nor refuted. */
function lowerBound(room: Room, found: Found): number {
  let from = worstOf(room, found.best) + 1;
  const coarse = isLarge(room) ? 0.05 : 0;
  let lowestOpen = found.bound + 1;
  while (found.bound - from >= found.bound * coarse) {
    const threshold = floor((from + found.bound) / 2);
    const outcome = tryThreshold(room, found, threshold);
    if (outcome === 'open') lowestOpen = min(lowestOpen, threshold);
    if (outcome !== 'refuted') from = max(threshold, worstOf(room, found.best)) + 1;
  }
  return min(lowestOpen, found.bound + 1);
}

/** Reaches thresholds from below by halving. */
function raiseFloor(room: Room, found: Found, highest: number): void {
  let to = highest;
  for (let from = worstOf(room, found.best) + 1; from <= to; from = worstOf(room, found.best) + 1) {
    const threshold = floor((from + to) / 2);
    if (tryThreshold(room, found, threshold) !== 'reached') to = threshold - 1;
  }
}

/** In rooms of more cells than this a threshold costs some 100 ms: the bound is halved to a twentieth, the floor not. */
function isLarge({ works, critics }: Room): boolean {
  return works * critics > 1000;
}

function tryThreshold(room: Room, found: Found, threshold: number): Attempt['kind'] {
  const outcome = attempt(room, threshold);
  if (outcome.kind === 'reached') {
    found.best = outcome.exchange;
    climb(room, found.best);
  } else if (outcome.kind === 'refuted') {
    found.bound = threshold - 1;
    found.prices = outcome.prices;
  }
  return outcome.kind;
}

/** What the work that could get least gets if it chooses before all others, and the prices that say so. */
function poorest({ works, critics, need, allowed, score, base }: Room): {
  bound: number;
  prices: WorstPrices;
} {
  let poor = 0;
  let bound = Infinity;
  let rent = 0;
  for (let work = 0; work < works; work++) {
    if (need[work] === 0) continue;
    const cells = Array.from({ length: critics }, (_, critic) => work * critics + critic);
    const offers = cells.filter((cell) => allowed[cell] === 1).map((cell) => score[cell]!);
    const chosen = offers.sort((x, y) => y - x).slice(0, need[work]);
    const total = chosen.reduce((sum, offer) => sum + offer, base[work]!);
    if (total >= bound) continue;
    poor = work;
    bound = total;
    rent = chosen.at(-1)!;
  }
  const only = (value: number) => Array.from({ length: works }, (_, work) => (work === poor ? value : 0));
  return {
    bound,
    prices: {
      weights: only(1),
      works: only(rent),
      critics: new Array<number>(critics).fill(0),
      levels: only(0),
    },
  };
}

type Attempt =
  | { readonly kind: 'reached'; readonly exchange: Exchange }
  | { readonly kind: 'refuted'; readonly prices: WorstPrices }
  | { readonly kind: 'open' };

/** Tries a threshold with scores above a work's even share of what it lacks, then with all of each score. */
function attempt(room: Room, threshold: number): Attempt {
  for (const share of [1, 0]) {
    const outcome = attemptAbove(room, threshold, share);
    if (outcome.kind !== 'open') return outcome;
  }
  return { kind: 'open' };
}

/**
 * Tries to serve every work at least `threshold`, or to prove that nobody can: multiplicative weights (Plotkin, Shmoys
 * and Tardos 1995). With n critics to come that must bring d, what each brings above a level l must total d − n·l, and
 * no critic counts for more than that; at the highest level it counts who brings an even share at all (Hall). Where even
 * the best weighted total misses what the works ask for, there is no such assignment.
 */
function attemptAbove(room: Room, threshold: number, share: number): Attempt {
  const { works, critics, need, base } = room;
  const lack = base.map((worth, work) => (need[work]! > 0 ? max(0, threshold - worth) : 0));
  const level = lack.map((missing, work) => (missing > 0 ? floor((share * (missing - 1)) / need[work]!) : 0));
  const asked = lack.map((missing, work) => missing - need[work]! * level[work]!);
  const cut = room.score.map((score, cell) => {
    const work = floor(cell / critics);
    return min(max(0, score - level[work]!), asked[work]!);
  });
  const transport = new Transport(room, cut);
  const weights = new Float64Array(works).fill(START);
  for (let work = 0; work < works; work++) transport.weigh(work, START);
  for (let round = roundsFor(room, 2, 20); ; round--) {
    let missing = 0;
    for (let work = 0; work < works; work++)
      missing += weights[work]! * (asked[work]! - transport.served(work));
    if (missing > 0) return { kind: 'refuted', prices: { ...transport.prices(), levels: Array.from(level) } };
    if (round === 0) break;
    for (let work = 0; work < works; work++) {
      weights[work] = reweighed(weights[work]!, transport.served(work), asked[work]!);
      transport.weigh(work, weights[work]!);
    }
  }
  const exchange = new Exchange(room, transport.taken);
  return settle(room, exchange, threshold) ? { kind: 'reached', exchange } : { kind: 'open' };
}

/** Up to twice as much for a work that is short, down to half for one with more than enough. */
function reweighed(weight: number, served: number, asked: number): number {
  if (served === asked) return weight;
  const factor = served < asked ? 2 - served / asked : 0.5 + asked / (2 * served);
  return min(HEAVIEST, max(1, Math.round(weight * factor)));
}
