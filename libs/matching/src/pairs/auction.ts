import type { DoubleCover } from './double-cover.ts';
import { type Progress, stretch } from './progress.ts';

/** Bids per person on average; what is unsettled then is left to the augmenting paths. */
const BIDS_PER_PERSON = 50;
/**
 * Bids rise by this share of the highest score. At 10,000 people a finer one bids until the limit, a coarser one leaves
 * more to the paths: 1/1000 costs 1.9 s, 1/250 0.9 s, 1/100 0.8 s but twice the paths (without an auction: 5.4 s).
 */
const STEPS = 250;

const NOWHERE = -1;

/**
 * Starts a double cover near its optimum (Bertsekas 1988, The auction algorithm; with capacities Bertsekas and Castañon
 * 1989). Left nodes bid for places of right nodes: as much as makes the best arc as good as the second best, and a small
 * step more. A full right node lets its lowest bidder go; its price is the lowest bid it holds. Afterwards each left node
 * takes the price of its best arc that it does not hold, and drops what is worth less: then every price is right, and
 * nodes only need arcs. The cover must be empty. O(bids × options).
 *
 * @returns how many bids were made
 */
export function auction(cover: DoubleCover, progress: Progress): number {
  const { people, space } = cover.room;
  const auctioneer = new Auction(cover);
  for (let person = 0; person < people; person++) {
    // Of a place that does not exist nobody may think that it is free.
    if (space[person] === 0) cover.price[people + person] = cover.room.worth[cover.room.first[person]!] ?? 0;
  }
  const limit = BIDS_PER_PERSON * people;
  const tell = stretch(progress, 0, 0.3, limit);
  // A stack: who was outbid bids again at once, the others in order.
  const waiting = Array.from(space.keys()).reverse();
  let bids = 0;
  for (let person = waiting.pop(); person !== undefined && bids < limit; person = waiting.pop()) {
    while (cover.hands.count[person]! < space[person]! && bids < limit) {
      const at = auctioneer.choose(person);
      if (at === NOWHERE) break;
      tell(++bids);
      const loser = auctioneer.bid(person, at);
      if (loser !== NOWHERE) waiting.push(loser);
    }
  }
  for (let person = 0; person < people; person++) priceLeft(cover, person);
  return bids;
}

class Auction {
  private readonly cover: DoubleCover;
  private readonly step: number;
  /** Beside each arc that a right node holds, what was bid for it. */
  private readonly bids: Float64Array;
  private second = 0;

  constructor(cover: DoubleCover) {
    this.cover = cover;
    this.step = Math.ceil((cover.room.score[0] ?? 0) / STEPS);
    this.bids = new Float64Array(cover.hands.edges.length);
  }

  /** Where the arc stands that a left node gains most by, or NOWHERE; keeps what the second best would gain. */
  choose(person: number): number {
    const { room, price, flow } = this.cover;
    const { people, first, partner, worth, edgeAt } = room;
    const end = first[person + 1]!;
    let [best, second, chosen] = [0, 0, NOWHERE];
    for (let at = first[person]!; at < end && worth[at]! > second; at++) {
      const gain = worth[at]! - price[people + partner[at]!]!;
      if (gain <= second || (flow[edgeAt[at]!]! & (person < partner[at]! ? 1 : 2)) !== 0) continue;
      if (gain > best) [second, best, chosen] = [best, gain, at];
      else second = gain;
    }
    this.second = second;
    return chosen;
  }

  /** Places the bid for a chosen arc. @returns whom it outbids, or NOWHERE */
  bid(person: number, at: number): number {
    const { room, hands, price } = this.cover;
    const node = room.people + room.partner[at]!;
    const places = room.space[room.partner[at]!]!;
    const bid = Math.min(room.worth[at]!, room.worth[at]! - this.second + this.step);
    let loser = NOWHERE;
    const held = hands.count[node]!;
    if (held === places) {
      const slot = this.lowestSlot(node);
      const edge = hands.edges[slot]!;
      loser = room.a[edge]! + room.b[edge]! - room.partner[at]!;
      // The last arc of the hand moves into the gap.
      this.bids[slot] = this.bids[hands.first[node]! + held - 1]!;
      this.cover.drop(edge, loser);
    }
    this.bids[hands.first[node]! + hands.count[node]!] = bid;
    this.cover.take(room.edgeAt[at]!, person);
    if (hands.count[node] === places) price[node] = this.bids[this.lowestSlot(node)]!;
    return loser;
  }

  private lowestSlot(node: number): number {
    const { first, count } = this.cover.hands;
    let lowest = first[node]!;
    for (let slot = lowest + 1; slot < first[node]! + count[node]!; slot++) {
      if (this.bids[slot]! < this.bids[lowest]!) lowest = slot;
    }
    return lowest;
  }
}

/** Raises a left node to the price of the best arc it does not hold, and drops those that are worth less to it. */
export function priceLeft(cover: DoubleCover, person: number): void {
  const { room, price, hands } = cover;
  const { people, first, partner, worth, edgeAt } = room;
  let best = price[person]!;
  for (let at = first[person]!; at < first[person + 1]! && worth[at]! + cover.bonus > best; at++) {
    const gain = worth[at]! - price[people + partner[at]!]!;
    if (gain > best && (cover.flow[edgeAt[at]!]! & (person < partner[at]! ? 1 : 2)) === 0) best = gain;
  }
  price[person] = best;
  for (const edge of [...hands.of(person)]) {
    if (room.score[edge]! - price[cover.across(person, edge)]! < best) cover.drop(edge, person);
  }
}
