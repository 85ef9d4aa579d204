import type { Draft } from './draft.ts';

/** Passes over everybody; rooms up to 2,000 settle in fewer than ten. */
const MOST_PASSES = 40;
const NO_EDGE = -1;

/** What an exchange adds and removes; its gain in score. */
interface Exchange {
  gain: number;
  takes: number[];
  drops: number[];
}

/** Takes every pair that is worth something and still fits, the best first. @returns whether any did */
export function fill(draft: Draft): boolean {
  const { edges, a, b, score } = draft.room;
  let changed = false;
  for (let edge = 0; edge < edges && score[edge]! > 0; edge++) {
    if (draft.chosen[edge] === 1 || !draft.hasSpace(a[edge]!) || !draft.hasSpace(b[edge]!)) continue;
    draft.take(edge);
    changed = true;
  }
  return changed;
}

/**
 * Exchanges one or two pairs for better ones until nothing gains: x–u gives way to u–v, for which v, if full, drops
 * y, and x–y is formed where allowed. With `keepCovered`, nobody loses their last pair. The total only rises.
 *
 * @returns whether anything changed
 */
export function improve(draft: Draft, keepCovered: boolean): boolean {
  const { people } = draft.room;
  const edgeTo = new Int32Array(people).fill(NO_EDGE);
  let changed = false;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let gained = fill(draft);
    for (let x = 0; x < people; x++) {
      if (draft.held[x] === 0) continue;
      markEdges(draft, x, edgeTo, true);
      for (const edge of [...draft.edgesHeldBy(x)]) {
        if (draft.chosen[edge] === 0) continue;
        const exchange = bestExchange(draft, x, edge, edgeTo, keepCovered);
        if (exchange.gain <= 0) continue;
        for (const gone of exchange.drops) draft.drop(gone);
        for (const taken of exchange.takes) draft.take(taken);
        gained = true;
      }
      markEdges(draft, x, edgeTo, false);
    }
    if (!gained) break;
    changed = true;
  }
  return changed;
}

function markEdges(draft: Draft, person: number, edgeTo: Int32Array, on: boolean): void {
  const { firstEdge, edgesOf } = draft.room;
  for (let at = firstEdge[person]!; at < firstEdge[person + 1]!; at++) {
    const edge = edgesOf[at]!;
    edgeTo[draft.other(edge, person)] = on ? edge : NO_EDGE;
  }
}

/** The best exchange that drops `leaving`, an edge of x. Costs (options of the partner) × (cap of theirs). */
function bestExchange(
  draft: Draft,
  x: number,
  leaving: number,
  edgeTo: Int32Array,
  keepCovered: boolean,
): Exchange {
  const { score, firstEdge, edgesOf } = draft.room;
  const u = draft.other(leaving, x);
  const best: Exchange = { gain: 0, takes: [], drops: [] };
  const mayLose = (person: number, pairs: number) => !keepCovered || draft.pairsOf(person) > pairs;
  const offer = (gain: number, takes: number[], drops: number[]) => {
    if (gain > best.gain) Object.assign(best, { gain, takes, drops });
  };
  // Edges of u come best first: once one cannot gain even with the best edge of x beside it, none can.
  const bestOfX = score[edgesOf[firstEdge[x]!]!]!;
  for (let at = firstEdge[u]!; at < firstEdge[u + 1]!; at++) {
    const taking = edgesOf[at]!;
    const base = score[taking]! - score[leaving]!;
    if (base + bestOfX <= best.gain) break;
    if (draft.chosen[taking] === 1) continue;
    const v = draft.other(taking, u);
    if (draft.hasSpace(v)) {
      if (mayLose(x, 1)) offer(base, [taking], [leaving]);
      continue;
    }
    for (const second of draft.edgesHeldBy(v)) {
      const y = draft.other(second, v);
      const gain = base - score[second]!;
      const closing = y === x ? NO_EDGE : edgeTo[y]!;
      if (closing !== NO_EDGE && draft.chosen[closing] === 0) {
        offer(gain + score[closing]!, [taking, closing], [leaving, second]);
      }
      if (y === x ? mayLose(x, 2) : mayLose(x, 1) && mayLose(y, 1)) offer(gain, [taking], [leaving, second]);
    }
  }
  return best;
}
