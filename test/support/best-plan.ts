import type { SmallRoom } from './small-rooms.ts';

export interface BestPlan {
  readonly leftOut: number;
  /** The highest total: with everyone first, of the plans that leave out that few. */
  readonly total: number;
}

/** More than any total of a small room. */
const COVERED = 2 ** 20;

/**
 * The best plan of a small room by trying everything: dynamic programming over the open pairs, sorted by their smaller
 * person. A state is how full everybody still to come is, and who has somebody: 3 bits each.
 */
export function bestPlan({ problem, rules }: SmallRoom): BestPlan {
  const { candidates, pinned = [], forbidden = [] } = problem;
  const caps = Array.from(problem.caps);
  const coverWorth = rules.first === 'everyone' ? COVERED : 0;
  const isIn = (list: readonly (readonly [number, number])[], a: number, b: number) =>
    list.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  const space = [...caps];
  const isCovered = caps.map(() => false);
  for (const person of pinned.flat()) {
    space[person]! -= 1;
    isCovered[person] = true;
  }
  let pinTotal = 0;
  const open: [number, number, number][] = [];
  for (let at = 0; at < candidates.a.length; at++) {
    const [x, y, score] = [candidates.a[at]!, candidates.b[at]!, candidates.score[at]!];
    const [a, b] = [Math.min(x, y), Math.max(x, y)];
    if (isIn(pinned, a, b)) pinTotal += score;
    else if (!isIn(forbidden, a, b) && space[a]! > 0 && space[b]! > 0) open.push([a, b, score]);
  }
  open.sort((one, other) => one[0] - other[0]);

  const start = space.reduce(
    (bits, room, person) => bits | (digit(room, isCovered[person]!) << (3 * person)),
    0,
  );
  let states = new Map<number, number>([[start, 0]]);
  let gone = 0;
  for (const [a, b, score] of open) {
    if (a > gone) states = forget(states, (gone = a));
    const covers = coverWorth > 0 && score >= rules.coversFrom;
    const next = new Map(states);
    for (const [state, worth] of states) {
      const [left, right] = [(state >>> (3 * a)) & 7, (state >>> (3 * b)) & 7];
      if (left >>> 1 === 0 || right >>> 1 === 0) continue;
      const newly = covers ? 2 - (left & 1) - (right & 1) : 0;
      const bits = covers ? 1 : 0;
      const after = state - ((2 - (bits & ~left)) << (3 * a)) - ((2 - (bits & ~right)) << (3 * b));
      const sum = worth + score + newly * coverWorth;
      if ((next.get(after) ?? -1) < sum) next.set(after, sum);
    }
    states = next;
  }
  const best = Math.max(...states.values());
  const covered = isCovered.filter(Boolean).length + Math.floor(best / COVERED);
  return { leftOut: caps.filter((cap) => cap > 0).length - covered, total: pinTotal + (best % COVERED) };
}

const digit = (room: number, covered: boolean): number => (Math.min(3, room) << 1) | (covered ? 1 : 0);

/** Whoever has no pair to come makes no difference any more. */
function forget(states: Map<number, number>, before: number): Map<number, number> {
  const kept = new Map<number, number>();
  for (const [state, worth] of states) {
    const rest = (state >>> (3 * before)) << (3 * before);
    if ((kept.get(rest) ?? -1) < worth) kept.set(rest, worth);
  }
  return kept;
}
