import { coverEveryone } from './cover.ts';
import { Draft } from './draft.ts';
import { fill, improve } from './improve.ts';
import type { PairProblem } from './input.ts';
import { findPrices } from './prices.ts';
import { roomOf, type Room } from './room.ts';

export interface SuggestedPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly pinned: boolean;
}

/** A plan and the prices that bound it, before anybody checked either. */
export interface UncheckedPlan {
  readonly pairs: readonly SuggestedPair[];
  readonly prices: readonly number[];
}

/** How often covering and improving may alternate: an exchange can open space for somebody who was left out. */
const ROUNDS = 4;

/** Solves a checked problem; `everyoneFirst` puts the number of people with a pair before the total. */
export function solvePairs(problem: PairProblem, everyoneFirst: boolean): UncheckedPlan {
  const room = roomOf(problem);
  const draft = new Draft(room);
  if (everyoneFirst) coverEveryone(draft);
  fill(draft);
  for (let round = 0; round < ROUNDS; round++) {
    const improved = improve(draft, everyoneFirst);
    const covered = everyoneFirst && coverEveryone(draft);
    if (!improved && !covered) break;
  }
  return { pairs: pairsIn(room, draft), prices: [...findPrices(room)] };
}

function pairsIn(room: Room, draft: Draft): SuggestedPair[] {
  const pairs: SuggestedPair[] = room.pins.map((pin) => ({ ...pin, pinned: true }));
  for (let edge = 0; edge < room.edges; edge++) {
    if (draft.chosen[edge] === 0) continue;
    pairs.push({ a: room.a[edge]!, b: room.b[edge]!, score: room.score[edge]!, pinned: false });
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}
