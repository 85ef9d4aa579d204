import { pairKey, type PairProblem } from './input.ts';

/** A pin as the solver counts it: fixed, its score known. */
export interface Pin {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * The problem in typed arrays, without pins, bans and pairs that no cap admits. Edges stand in order of score,
 * highest first, ties by a, then b, so their numbers are the greedy order and do not depend on the input's order;
 * `edgesOf` lists each person's edges in that same order, from `firstEdge[p]` to before `firstEdge[p + 1]`.
 */
export interface Room {
  readonly people: number;
  readonly edges: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly score: Int32Array;
  readonly firstEdge: Int32Array;
  readonly edgesOf: Int32Array;
  /** Pairs a person may still take beside the pinned ones. */
  readonly space: Int32Array;
  /** Pinned pairs of a person. */
  readonly pinsOf: Int32Array;
  readonly pins: readonly Pin[];
}

/** Builds the room of a checked problem. O(m log m) for m candidates. */
export function roomOf(problem: PairProblem): Room {
  const { caps, candidates, pinned = [], forbidden = [] } = problem;
  const people = caps.length;
  const space = Int32Array.from(caps);
  const pinsOf = new Int32Array(people);
  for (const person of pinned.flat()) {
    space[person]! -= 1;
    pinsOf[person]! += 1;
  }
  const fixed = new Set([...pinned, ...forbidden].map(([a, b]) => pairKey(a, b, people)));
  const pinnedScore = new Map<number, number>();
  const open: Pin[] = [];
  for (let index = 0; index < candidates.a.length; index++) {
    const pair = { a: candidates.a[index]!, b: candidates.b[index]!, score: candidates.score[index]! };
    const key = pairKey(pair.a, pair.b, people);
    if (fixed.has(key)) pinnedScore.set(key, pair.score);
    else if (space[pair.a]! > 0 && space[pair.b]! > 0) open.push(pair);
  }
  const sorted = open
    .map(({ a, b, score }) => ({ a: Math.min(a, b), b: Math.max(a, b), score }))
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const pins = pinned.map(([x, y]) => {
    const [a, b] = x < y ? [x, y] : [y, x];
    return { a, b, score: pinnedScore.get(pairKey(a, b, people)) ?? 0 };
  });
  const a = Int32Array.from(sorted, (edge) => edge.a);
  const b = Int32Array.from(sorted, (edge) => edge.b);
  const score = Int32Array.from(sorted, (edge) => edge.score);
  return { people, edges: sorted.length, a, b, score, ...edgeLists(people, a, b), space, pinsOf, pins };
}

function edgeLists(people: number, a: Int32Array, b: Int32Array): Pick<Room, 'firstEdge' | 'edgesOf'> {
  const firstEdge = new Int32Array(people + 1);
  for (let edge = 0; edge < a.length; edge++) {
    firstEdge[a[edge]! + 1]! += 1;
    firstEdge[b[edge]! + 1]! += 1;
  }
  for (let person = 0; person < people; person++) firstEdge[person + 1]! += firstEdge[person]!;
  const next = firstEdge.slice();
  const edgesOf = new Int32Array(2 * a.length);
  for (let edge = 0; edge < a.length; edge++) {
    edgesOf[next[a[edge]!]!++] = edge;
    edgesOf[next[b[edge]!]!++] = edge;
  }
  return { firstEdge, edgesOf };
}
