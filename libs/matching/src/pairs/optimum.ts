import { auction, priceLeft } from './auction.ts';
import { DoubleCover } from './double-cover.ts';
import { releaseExcess, settleNode } from './fractional.ts';
import { PathSearch } from './path-search.ts';
import { type Progress, stretch } from './progress.ts';
import type { Room } from './room.ts';

/**
 * The fractional optimum of a room, with its prices, kept exact when the room changes.
 *
 * With everyone first a person's first pair is worth a bonus above every total, so that covering comes before all else and
 * one optimum holds both. Where some pairs do not cover, no bonus is set here: the prices then bound the total alone.
 */
export class Optimum {
  readonly cover: DoubleCover;
  private readonly search: PathSearch;
  private readonly bids: number;

  /**
   * @param bonus what a person's first pair is worth beside its score; 0 for the total alone
   * @param before the optimum of the same room with fewer edges, to go on from
   */
  constructor(room: Room, bonus: number, progress: Progress, before?: Optimum) {
    const nodes = 2 * room.people;
    this.cover = new DoubleCover(room);
    this.search = new PathSearch(this.cover, false);
    this.bids = before ? 0 : auction(this.cover, progress);
    if (before) this.resume(before);
    this.settleAll(stretch(progress, 0.3, 0.7, nodes));
    if (bonus === 0 || !allPairsCover(room)) return;
    this.cover.bonus = bonus;
    this.settleAll(stretch(progress, 0.7, 0.8, nodes));
  }

  get effort(): { bids: number; searches: number; scannedEdges: number } {
    return { bids: this.bids, ...this.search.effort };
  }

  /** The mean of the two prices of each person: it proves the same bound as both. */
  prices(): Float64Array {
    const { price, room } = this.cover;
    return price.slice(0, room.people).map((left, person) => (left + price[room.people + person]!) / 2);
  }

  /** How many people the fractional optimum leaves out; a half where one of their two nodes holds something. */
  leftOut(): number {
    const { hands, room } = this.cover;
    let nodes = 0;
    hands.count.forEach((held, node) => (nodes += held === 0 ? room.wanting[this.cover.personOf(node)]! : 0));
    return nodes / 2;
  }

  /** Makes good what changed about some people: edges gone, places, the want to be covered. */
  follow(people: readonly number[]): void {
    const nodes = people.flatMap((person) => [person, person + this.cover.room.people]);
    const losers = nodes.flatMap((node) => releaseExcess(this.cover, node));
    for (const node of [...nodes, ...losers]) settleNode(this.cover, this.search, node);
  }

  private settleAll(tell: (done: number) => void): void {
    for (let node = 0; node < 2 * this.cover.room.people; node++) {
      settleNode(this.cover, this.search, node);
      tell(node + 1);
    }
  }

  /** Takes over prices and arcs; the left side then pays for what the new edges are worth. */
  private resume(before: Optimum): void {
    const { cover } = this;
    const old = before.cover;
    cover.bonus = old.bonus;
    cover.price.set(old.price);
    const { a, b, score, people } = cover.room;
    let edge = 0;
    for (let known = 0; known < old.room.edges; known++) {
      // Both rooms hold their edges in the same order, the new one some more.
      while (
        score[edge] !== old.room.score[known] ||
        a[edge] !== old.room.a[known] ||
        b[edge] !== old.room.b[known]
      )
        edge++;
      if ((old.flow[known]! & 1) !== 0) cover.take(edge, a[edge]!);
      if ((old.flow[known]! & 2) !== 0) cover.take(edge, b[edge]!);
    }
    for (let person = 0; person < people; person++) priceLeft(cover, person);
  }
}

function allPairsCover({ score, edges, coversFrom }: Room): boolean {
  return edges === 0 || score[edges - 1]! >= coversFrom;
}
