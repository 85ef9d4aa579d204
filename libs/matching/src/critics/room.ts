import { seededRandom } from '../random.ts';
import type { CriticProblem } from './input.ts';

/**
 * A checked problem laid out for the solver: what fixed hearings leave open, works and critics in an order drawn by the
 * seed, so that ties fall to nobody in particular. A cell is a work and a critic: `work * critics + critic`.
 */
export interface Room {
  readonly works: number;
  readonly critics: number;
  /** The number a work or a critic has in the problem. */
  readonly workName: readonly number[];
  readonly criticName: readonly number[];
  /** Places of each work still to be filled. */
  readonly need: Int32Array;
  /** Works each critic should hear at least, and may hear at most, besides the fixed ones. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** 1 for a cell that may be used: neither forbidden nor fixed. */
  readonly allowed: Uint8Array;
  readonly score: Float64Array;
  /** What the fixed hearings of a work are worth. */
  readonly base: Float64Array;
}

export function roomOf(problem: CriticProblem): Room {
  const works = problem.works.length;
  const critics = problem.critics.length;
  const order = shuffled(Math.max(works, critics), problem.seed);
  const workName = order.filter((name) => name < works);
  const criticName = order.filter((name) => name < critics);
  const workAt = positions(workName);
  const criticAt = positions(criticName);
  const cellOf = (one: { work: number; critic: number }) =>
    workAt[one.work]! * critics + criticAt[one.critic]!;

  const need = Int32Array.from(workName, (name) => problem.works[name]!);
  const most = Int32Array.from(criticName, (name) => problem.critics[name]!.most);
  const least = Int32Array.from(criticName, (name) => problem.critics[name]!.least);
  const allowed = new Uint8Array(works * critics).fill(1);
  const score = new Float64Array(works * critics);
  const base = new Float64Array(works);
  for (const one of problem.affinities ?? []) score[cellOf(one)] = one.score;
  for (const one of problem.forbidden ?? []) allowed[cellOf(one)] = 0;
  for (const one of problem.fixed ?? []) {
    const work = workAt[one.work]!;
    const critic = criticAt[one.critic]!;
    allowed[cellOf(one)] = 0;
    base[work]! += score[cellOf(one)]!;
    need[work]! -= 1;
    most[critic]! -= 1;
    least[critic] = Math.max(0, least[critic]! - 1);
  }
  return { works, critics, workName, criticName, need, least, most, allowed, score, base };
}

/** Rounds of weights: fewest in a large room, most in a small one, between them about as many as take the same time. */
export function roundsFor({ works, critics }: Room, fewest: number, most: number): number {
  return Math.max(fewest, Math.min(most, Math.round((2000 * most) / (works * critics))));
}

/** 0 to size − 1 in an order drawn by the seed (Fisher and Yates). */
function shuffled(size: number, seed: number | string): number[] {
  const random = seededRandom(seed);
  const order = Array.from({ length: size }, (_, index) => index);
  for (let last = size - 1; last > 0; last--) {
    const drawn = Math.floor(random() * (last + 1));
    [order[last], order[drawn]] = [order[drawn]!, order[last]!];
  }
  return order;
}

function positions(names: readonly number[]): Int32Array {
  const at = new Int32Array(names.length);
  names.forEach((name, position) => (at[name] = position));
  return at;
}
