import type { PairProblem } from './input.ts';
import { listPairs } from './pair-list.ts';

/** Pinned, forbidden, or of somebody who has no place left. */
export const SHUT = 0;
/** May be chosen, and scores too little to count as somebody. */
export const OPEN = 1;
/** May be chosen, and covers both. */
export const COVERS = 2;

/** What pins and bans leave to choose, as the checker reads it off the problem. */
export interface Openness {
  /** Pairs a person may be in beside the pinned ones. */
  readonly space: Int32Array;
  /** 1 for people with a cap above 0 whom no pin covers. */
  readonly needs: Uint8Array;
  /** SHUT, OPEN or COVERS for each candidate. */
  readonly state: Uint8Array;
  /** 1 for people in a candidate that covers. */
  readonly coverable: Uint8Array;
  readonly pinTotal: number;
}

/** Reads a checked problem. O(candidates + people). */
export function opennessOf(problem: PairProblem, coversFrom: number): Openness {
  const { caps, candidates, pinned = [], forbidden = [] } = problem;
  const { a, b, score } = candidates;
  const people = caps.length;
  const space = Int32Array.from(caps);
  const needs = Uint8Array.from(space, (cap) => (cap > 0 ? 1 : 0));
  for (const person of pinned.flat()) {
    space[person]! -= 1;
    needs[person] = 0;
  }
  const pins = listPairs(people, pinned);
  const bans = listPairs(people, forbidden);
  const state = new Uint8Array(a.length);
  const coverable = new Uint8Array(people);
  let pinTotal = 0;
  for (let pair = 0; pair < a.length; pair++) {
    const [x, y] = [a[pair]!, b[pair]!];
    if (pins.placeOf(x, y) >= 0) pinTotal += score[pair]!;
    else if (space[x]! > 0 && space[y]! > 0 && bans.placeOf(x, y) < 0) {
      state[pair] = score[pair]! < coversFrom ? OPEN : COVERS;
    }
    if (state[pair] === COVERS) coverable[x] = coverable[y] = 1;
  }
  return { space, needs, state, coverable, pinTotal };
}
