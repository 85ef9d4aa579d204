import { auction } from './auction.ts';
import { Coverage } from './coverage.ts';
import { DoubleCover } from './double-cover.ts';
import type { Draft } from './draft.ts';
import { settleAll } from './fractional.ts';
import type { PairProblem, PairRules } from './input.ts';
import { PathSearch } from './path-search.ts';
import type { ClaimedPlan, SuggestedPair } from './plan.ts';
import { Repair } from './repair.ts';
import { roomOf, type Room } from './room.ts';
import { roundOff } from './rounding.ts';

/** Solves a checked problem. */
export function solvePairs(problem: PairProblem, { first, coversFrom = 1 }: PairRules): ClaimedPlan {
  const everyoneFirst = first !== 'total';
  const room = roomOf(problem, coversFrom);
  const cover = new DoubleCover(room);
  const search = new PathSearch(cover, false);
  auction(cover);
  settleAll(cover, search);
  const bonus = everyoneFirst ? bonusFor(room) : 0;
  if (everyoneFirst && allPairsCover(room)) {
    cover.bonus = bonus;
    settleAll(cover, search);
  }
  const draft = roundOff(cover);
  const prices = pricesOf(cover);
  new Repair(draft, prices, bonus).run();
  const scarce = everyoneFirst ? new Coverage(draft).run() : [];
  if (everyoneFirst) new Repair(draft, prices, bonus).run();
  const pairs = pairsIn(draft);
  return {
    pairs,
    total: pairs.reduce((sum, { score }) => sum + score, 0),
    leftOut: leftOutBy(problem, pairs, coversFrom),
    certificate: { prices, scarce },
  };
}

/**
 * More than any exchange can lose, so that covering one person more outweighs every total. Beyond 2 ** 50 the sums over
 * all people would no longer be exact.
 */
function bonusFor({ space, score, people }: Room): number {
  const places = space.reduce((sum, free) => sum + free, 0);
  return Math.min(1 + (score[0] ?? 0) * places, Math.floor(2 ** 50 / Math.max(1, people)));
}

function allPairsCover({ score, edges, coversFrom }: Room): boolean {
  return edges === 0 || score[edges - 1]! >= coversFrom;
}

/** Of the two nodes of each person the mean: a price of theirs that proves the same bound. */
function pricesOf({ price, room: { people } }: DoubleCover): Float64Array {
  return price.slice(0, people).map((left, person) => (left + price[people + person]!) / 2);
}

function pairsIn({ room, chosen }: Draft): SuggestedPair[] {
  const pairs: SuggestedPair[] = room.pins.map((pin) => ({ ...pin, pinned: true }));
  for (let edge = chosen.indexOf(1); edge >= 0; edge = chosen.indexOf(1, edge + 1)) {
    pairs.push({ a: room.a[edge]!, b: room.b[edge]!, score: room.score[edge]!, pinned: false });
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

function leftOutBy({ caps }: PairProblem, pairs: readonly SuggestedPair[], coversFrom: number): number[] {
  const isCovered = new Uint8Array(caps.length);
  for (const { a, b, score, pinned } of pairs)
    if (pinned || score >= coversFrom) isCovered[a] = isCovered[b] = 1;
  return Array.from(isCovered.keys()).filter((person) => caps[person]! > 0 && isCovered[person] === 0);
}
