import { coverEveryone } from './cover.ts';
import { Draft } from './draft.ts';
import { fill, improve } from './improve.ts';
import type { PairProblem, PairRules } from './input.ts';
import type { ClaimedPlan, SuggestedPair } from './plan.ts';
import { findPrices } from './prices.ts';
import { roomOf, type Room } from './room.ts';

/** How often covering and improving may alternate: an exchange can open space for somebody who was left out. */
const ROUNDS = 4;

/** Solves a checked problem. */
export function solvePairs(problem: PairProblem, { first, coversFrom = 1 }: PairRules): ClaimedPlan {
  const everyoneFirst = first !== 'total';
  const room = roomOf(problem);
  const draft = new Draft(room);
  if (everyoneFirst) coverEveryone(draft);
  fill(draft);
  for (let round = 0; round < ROUNDS; round++) {
    const improved = improve(draft, everyoneFirst);
    const covered = everyoneFirst && coverEveryone(draft);
    if (!improved && !covered) break;
  }
  const pairs = pairsIn(room, draft);
  const covers = pairs.filter(({ score, pinned }) => pinned || score >= coversFrom);
  const paired = new Set(covers.flatMap(({ a, b }) => [a, b]));
  return {
    pairs,
    total: pairs.reduce((sum, { score }) => sum + score, 0),
    leftOut: Array.from(problem.caps, (cap, person) => (cap > 0 && !paired.has(person) ? person : -1)).filter(
      (person) => person >= 0,
    ),
    certificate: { prices: [...findPrices(room)], scarce: [] },
  };
}

function pairsIn(room: Room, draft: Draft): SuggestedPair[] {
  const pairs: SuggestedPair[] = room.pins.map((pin) => ({ ...pin, pinned: true }));
  for (let edge = 0; edge < room.edges; edge++) {
    if (draft.chosen[edge] === 0) continue;
    pairs.push({ a: room.a[edge]!, b: room.b[edge]!, score: room.score[edge]!, pinned: false });
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}
