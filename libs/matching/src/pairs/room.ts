import type { PairProblem } from './input.ts';
import { byKey } from './sorting.ts';

/**
 * The problem in typed arrays, without pins, bans, people of no cap and pairs that nobody gains by. Edges stand in
 * order of score, highest first, ties by a, then b (a < b), so their numbers do not depend on the input's order. Person
 * p's own edges stand from `first[p]` to before `first[p + 1]` in the same order: whom they lead to, what they are worth,
 * and their number.
 */
export interface Room extends EdgeLists {
  readonly people: number;
  readonly edges: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly score: Int32Array;
  /** Pairs a person may still take beside the pinned ones. */
  readonly space: Int32Array;
  /** The most edges a person can ever hold at once: their cap, or their options if those are fewer. */
  readonly most: Int32Array;
  /** 1 for whoever an open pair can cover and no pin does. */
  readonly wanting: Uint8Array;
  /** The least score by which a pair covers its two people. */
  readonly coversFrom: number;
  readonly pins: readonly Pin[];
  /** 1 for an edge that was pinned or forbidden since: nobody may take it any more. */
  readonly gone: Uint8Array;
}

interface EdgeLists {
  readonly first: Int32Array;
  readonly partner: Int32Array;
  readonly worth: Int32Array;
  readonly edgeAt: Int32Array;
}

/** A pinned pair, a < b, with its score. */
export interface Pin {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** The candidates' people by number, lower first. */
interface Ends {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * Builds the room of a checked problem by counting sorts, without an object per pair. O(candidates + people).
 *
 * @param coversFrom a pair below this score covers nobody; one of score 0 is left away unless it covers
 */
export function roomOf(problem: PairProblem, coversFrom: number): Room {
  const people = problem.caps.length;
  const score = Int32Array.from(problem.candidates.score);
  const caps = Int32Array.from(problem.caps);
  const ends = endsOf(problem);
  const { pins, open } = settleFixedPairs(problem, ends, score);
  const useful = Math.min(1, coversFrom);
  const mayStand = (at: number) =>
    score[at]! >= useful && caps[ends.low[at]!]! > 0 && caps[ends.high[at]!]! > 0;
  const order = highestFirst(keepIf(open, mayStand), score);
  const columns = {
    a: order.map((at) => ends.low[at]!),
    b: order.map((at) => ends.high[at]!),
    score: order.map((at) => score[at]!),
  };
  const lists = edgeLists(people, columns);
  const most = caps.map((cap, person) => Math.min(cap, lists.first[person + 1]! - lists.first[person]!));
  const space = caps.slice();
  for (const { a, b } of pins) for (const person of [a, b]) space[person]! -= 1;
  const wanting = whoWants(lists, pins, coversFrom);
  const gone = new Uint8Array(order.length);
  return { people, edges: order.length, ...columns, ...lists, space, most, wanting, coversFrom, pins, gone };
}

function endsOf({ candidates: { a, b } }: PairProblem): Ends {
  const low = new Int32Array(a.length);
  const high = new Int32Array(a.length);
  for (let at = 0; at < a.length; at++) {
    low[at] = Math.min(a[at]!, b[at]!);
    high[at] = Math.max(a[at]!, b[at]!);
  }
  return { low, high };
}

/** The pins with their scores, and the candidates that are neither pinned nor forbidden, in order of low, then high. */
function settleFixedPairs(
  { caps, pinned = [], forbidden = [] }: PairProblem,
  ends: Ends,
  score: Int32Array,
): { pins: Pin[]; open: Int32Array } {
  const fixed = [...pinned, ...forbidden];
  const fixedEnds = {
    low: Int32Array.from(fixed, ([x, y]) => Math.min(x, y)),
    high: Int32Array.from(fixed, ([x, y]) => Math.max(x, y)),
  };
  const pins = pinned.map((_, at) => ({ a: fixedEnds.low[at]!, b: fixedEnds.high[at]!, score: 0 }));
  const fixedInOrder = byEnds(fixedEnds, caps.length);
  const candidates = byEnds(ends, caps.length);
  let next = 0;
  const open = keepIf(candidates, (at) => {
    const behind = () => comparePairs(fixedEnds, fixedInOrder[next]!, ends, at);
    while (next < fixed.length && behind() < 0) next++;
    if (next === fixed.length || behind() > 0) return true;
    const pin = pins[fixedInOrder[next]!];
    if (pin) pin.score = score[at]!;
    return false;
  });
  return { pins, open };
}

/** Moves what is kept to the front: at millions of candidates a filter would first collect them all once more. */
function keepIf(items: Int32Array, isKept: (item: number) => boolean): Int32Array {
  let kept = 0;
  for (const item of items) if (isKept(item)) items[kept++] = item;
  return items.subarray(0, kept);
}

function comparePairs(left: Ends, one: number, right: Ends, other: number): number {
  return left.low[one]! - right.low[other]! || left.high[one]! - right.high[other]!;
}

function byEnds({ low, high }: Ends, people: number): Int32Array {
  return byKey(
    byKey(
      low.map((_, at) => at),
      high,
      people,
    ),
    low,
    people,
  );
}

function highestFirst(items: Int32Array, score: Int32Array): Int32Array {
  const highest = score.reduce((most, one) => Math.max(most, one), 0);
  return byKey(
    items,
    score.map((one) => highest - one),
    highest,
  );
}

/** The number of no edge. */
export const NO_EDGE = -1;

/** The number of the edge between two people, or NO_EDGE. */
export function edgeBetween({ first, partner, edgeAt }: Room, one: number, other: number): number {
  const at = partner.subarray(first[one], first[one + 1]).indexOf(other);
  return at === -1 ? NO_EDGE : edgeAt[first[one]! + at]!;
}

function edgeLists(people: number, { a, b, score }: Pick<Room, 'a' | 'b' | 'score'>): EdgeLists {
  const first = new Int32Array(people + 1);
  for (let edge = 0; edge < a.length; edge++) {
    first[a[edge]! + 1]! += 1;
    first[b[edge]! + 1]! += 1;
  }
  for (let person = 0; person < people; person++) first[person + 1]! += first[person]!;
  const next = first.slice();
  const partner = new Int32Array(2 * a.length);
  const worth = new Int32Array(2 * a.length);
  const edgeAt = new Int32Array(2 * a.length);
  const put = (person: number, other: number, edge: number) => {
    const at = next[person]!++;
    partner[at] = other;
    worth[at] = score[edge]!;
    edgeAt[at] = edge;
  };
  for (let edge = 0; edge < a.length; edge++) {
    put(a[edge]!, b[edge]!, edge);
    put(b[edge]!, a[edge]!, edge);
  }
  return { first, partner, worth, edgeAt };
}

/** Whoever has an open pair that covers (the first of their edges, if any) and no pin. */
function whoWants(lists: EdgeLists, pins: readonly Pin[], coversFrom: number): Uint8Array {
  const pinned = new Set(pins.flatMap(({ a, b }) => [a, b]));
  return Uint8Array.from({ length: lists.first.length - 1 }, (_, person) =>
    hasCoveringEdge(lists, person, coversFrom) && !pinned.has(person) ? 1 : 0,
  );
}

/** Whether some edge of a person covers: the first is the highest. */
export function hasCoveringEdge({ first, worth }: EdgeLists, person: number, coversFrom: number): boolean {
  return first[person]! < first[person + 1]! && worth[first[person]!]! >= coversFrom;
}
