import type { DoubleCover } from './double-cover.ts';
import type { PathSearch } from './path-search.ts';

/**
 * Searches and augments from a node until it needs no more. Once no node does, the double cover is at its optimum, which
 * is the fractional optimum of the room. Always true, before and after:
 * - an arc that is not taken costs at least what it is worth, price + price ≥ score; a taken one at most;
 * - prices are at least 0, those of wanting people at least -bonus; a node whose price is below 0 holds at most one arc.
 * In the end no node needs an arc: one with space left has price 0 or below, and one of a wanting person that holds
 * nothing has price -bonus. These are the conditions of optimality (complementary slackness); `settleNode` keeps them
 * for the nodes that were settled before. Prices stay whole numbers (or what they started as).
 */
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

/**
 * Makes a node's prices and arcs right again after its person lost a place or the want to be covered: it raises its price
 * to what its cheapest arc is worth and drops that, until no arc is too many or worth too little.
 *
 * @returns the nodes that lost an arc by it; they may need another
 */
export function releaseExcess(cover: DoubleCover, node: number): number[] {
  const { room, price, hands } = cover;
  const person = cover.personOf(node);
  price[node] = Math.max(price[node]!, room.wanting[person] === 1 ? -cover.bonus : 0);
  const valueOf = (edge: number) => room.score[edge]! - price[cover.across(node, edge)]!;
  const losers: number[] = [];
  const cheapestFirst = [...hands.of(node)].sort((x, y) => valueOf(x) - valueOf(y) || y - x);
  for (const edge of cheapestFirst) {
    if (hands.count[node]! > room.space[person]!) price[node] = Math.max(price[node], valueOf(edge));
    else if (valueOf(edge) >= price[node]) break;
    losers.push(cover.across(node, edge));
    cover.drop(edge, node);
  }
  return losers;
}

/** What is nearer than the end moves by the difference: the root's side gets cheaper, the other dearer. */
function movePrices({ price, room }: DoubleCover, search: PathSearch, root: number): void {
  const rootIsLeft = root < room.people;
  for (const node of search.reached) {
    const move = Math.max(0, search.endDistance - search.distance[node]!);
    price[node]! += node < room.people === rootIsLeft ? -move : move;
  }
}
