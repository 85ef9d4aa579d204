import type { DoubleCover } from './double-cover.ts';
import type { PathSearch } from './path-search.ts';

/**
 * Brings a double cover to its optimum, which is the fractional optimum of the room, by augmenting from every node that
 * needs an arc, the left ones first. Always true, before and after:
 * - an arc that is not taken costs at least what it is worth, price + price ≥ score; a taken one at most;
 * - prices are at least 0, those of wanting people at least -bonus; a node whose price is below 0 holds at most one arc.
 * In the end no node needs an arc: one with space left has price 0 or below, and one of a wanting person that holds
 * nothing has price -bonus. These are the conditions of optimality (complementary slackness); `settleNode` keeps them
 * for the nodes that were settled before. Prices stay whole numbers (or what they started as).
 */
export function settleAll(cover: DoubleCover, search: PathSearch): void {
  for (let node = 0; node < 2 * cover.room.people; node++) settleNode(cover, search, node);
}

/** Searches and augments from one node until it needs no more. */
export function settleNode(cover: DoubleCover, search: PathSearch, node: number): void {
  while (cover.need(node) > 0) {
    search.from(node);
    movePrices(cover, search, node);
    for (const { edge, node: at, takes } of search.path()) {
      if (takes) cover.take(edge, at);
      else cover.drop(edge, at);
    }
  }
}

/** What is nearer than the end moves by the difference: the root's side gets cheaper, the other dearer. */
function movePrices({ price, room }: DoubleCover, search: PathSearch, root: number): void {
  const rootIsLeft = root < room.people;
  for (const node of search.reached) {
    const move = Math.max(0, search.endDistance - search.distance[node]!);
    price[node]! += node < room.people === rootIsLeft ? -move : move;
  }
}
