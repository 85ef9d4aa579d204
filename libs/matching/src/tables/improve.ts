import { swap, swapChange, tableStart, type Seating } from './seating.ts';

/** What an improvement aims at, and what it may do. */
export interface Aim {
  /** What it costs each time two people share a table, by person and person, both ways round; gains are below zero. */
  readonly costs: Float64Array;
  readonly repeatCost: number;
  /** How much worse a step may make things at first; from there it falls evenly to 0. */
  readonly threshold: number;
  /** The first round that may be changed. */
  readonly firstFree: number;
  /** Whether two people may change places in all rounds at once, which leaves the repeats as they are. */
  readonly exchanges: boolean;
}

/** Often enough to be told and to stop; seldom enough that keeping the best costs nothing. */
const STAGES = 100;
/** What a step costs besides its looks, in looks. */
const STEP = 10;

/**
 * Improves a seating in place by threshold accepting (Dueck and Scheuer 1990), which is annealing without logarithms and so the
 * same on every machine. A step swaps two people in one round, or exchanges them in all. The best seating at the end
 * of a stage stands, the one it began with included. O(effort): about so many tablemates are looked at.
 */
export function improve(
  seating: Seating,
  aim: Aim,
  effort: number,
  random: () => number,
  progress: (share: number) => void,
): void {
  const budget = { spent: 0 };
  let best = { total: 0, seating: copyOf(seating) };
  let total = 0;
  for (let stage = 1; stage <= STAGES; stage++) {
    progress(stage / STAGES);
    const worst = aim.threshold * (1 - stage / STAGES);
    while (budget.spent < (effort * stage) / STAGES) total += step(seating, aim, worst, random, budget);
    if (total < best.total) best = { total, seating: copyOf(seating) };
  }
  restore(seating, best.seating);
}

/** Tries one swap or exchange of two people drawn by lot; the change of the total, 0 if it was refused. The hot path: no globals. */
function step(
  seating: Seating,
  aim: Aim,
  worst: number,
  random: () => number,
  budget: { spent: number },
): number {
  const { people, rounds, stride } = seating;
  const p = (random() * people) | 0;
  const q = (random() * people) | 0;
  if (aim.exchanges && random() < 0.5) {
    budget.spent += STEP + 2 * stride * rounds;
    const change = exchangeChange(seating, aim, p, q);
    if (change <= worst) exchange(seating, p, q);
    return change <= worst ? change : 0;
  }
  budget.spent += STEP + 2 * stride;
  const round = aim.firstFree + ((random() * (rounds - aim.firstFree)) | 0);
  if (shareTable(seating, round, p, q)) return 0;
  const change = swapChange(seating, aim.costs, aim.repeatCost, round, p, q);
  if (change <= worst) swap(seating, round, p, q);
  return change <= worst ? change : 0;
}

function exchangeChange(seating: Seating, { costs }: Aim, p: number, q: number): number {
  let change = 0;
  for (let round = 0; round < seating.rounds; round++) {
    if (!shareTable(seating, round, p, q)) change += swapChange(seating, costs, 0, round, p, q);
  }
  return change;
}

function exchange(seating: Seating, p: number, q: number): void {
  for (let round = 0; round < seating.rounds; round++) {
    if (!shareTable(seating, round, p, q)) swap(seating, round, p, q);
  }
}

function shareTable(seating: Seating, round: number, p: number, q: number): boolean {
  return tableStart(seating, round, p) === tableStart(seating, round, q);
}

type Arrays = Pick<Seating, 'seats' | 'place' | 'met'>;

function copyOf({ seats, place, met }: Seating): Arrays {
  return { seats: seats.slice(), place: place.slice(), met: met.slice() };
}

function restore(seating: Seating, { seats, place, met }: Arrays): void {
  seating.seats.set(seats);
  seating.place.set(place);
  seating.met.set(met);
}
