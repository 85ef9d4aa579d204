import { type Bounds, sorts } from './bounds.ts';
import type { Lists } from './columns.ts';
import type { Room } from './room.ts';
import { type IsAllowed, PairList, type ScoredPairs } from './scored-pairs.ts';
import { Sight } from './sight.ts';

export interface AboveOptions {
  readonly isAllowed: IsAllowed;
  /** Partners of each person that are listed already. */
  readonly listed: Lists;
  /** At most so many for each person, those that gain most. */
  readonly added: number;
}

/**
 * Every allowed pair, not listed before, that scores more than the prices of its two people together; exact.
 *
 * People are looked at from the cheapest on, and only for partners who are dearer, so that each pair is met once. Who is
 * too dear for whatever little they have in common is passed over unseen or without being scored. 10,000 people with
 * prices near those of a solution take 1 to 3 s; with prices near 0, every pair is scored.
 */
export function pairsAbove(
  room: Room,
  bounds: Bounds,
  prices: ArrayLike<number>,
  options: AboveOptions,
): ScoredPairs {
  const search = new PriceSearch(room, bounds, prices, options);
  const pairs = new PairList();
  for (let position = 0; position < room.size; position += 1) {
    const person = search.order[position]!;
    for (const { other, score } of mostGaining(search.at(position), options.added))
      pairs.push(person, other, score);
  }
  return pairs.columns();
}

interface Found {
  other: number;
  score: number;
  /** By how much the pair scores more than the prices of the two. */
  gain: number;
}

class PriceSearch {
  /** The people, the cheapest first. */
  readonly order: Int32Array;
  private readonly room: Room;
  private readonly bounds: Bounds;
  private readonly options: AboveOptions;
  /** By position, ascending. */
  private readonly prices: Float64Array;
  private readonly positions: Int32Array;
  private readonly sight: Sight;
  /** By sort, for the person of the moment. */
  private readonly highest = new Int32Array(sorts);
  /** For whom each was looked at last, or listed before. */
  private readonly done: Int32Array;
  private found: Found[] = [];

  constructor(room: Room, bounds: Bounds, prices: ArrayLike<number>, options: AboveOptions) {
    this.room = room;
    this.bounds = bounds;
    this.options = options;
    const people = Int32Array.from({ length: room.size }, (_, person) => person);
    this.order = people.sort((x, y) => prices[x]! - prices[y]! || x - y);
    this.prices = Float64Array.from(this.order, (person) => prices[person]!);
    this.positions = new Int32Array(room.size);
    for (let position = 0; position < room.size; position += 1)
      this.positions[this.order[position]!] = position;
    this.sight = new Sight(room.columns, this.order);
    this.done = new Int32Array(room.size).fill(-1);
  }

  /** The partners worth their price for the person at a position, among those at later ones. */
  at(position: number): Found[] {
    const person = this.order[position]!;
    this.found = [];
    this.passOverListed(person);
    for (const other of this.room.acquaintancesOf(person)) {
      if (this.positions[other]! > position) this.consider(position, this.positions[other]!);
    }
    this.bounds.of(person, this.highest);
    this.considerUnrelated(position);
    this.considerRelated(position, person);
    return this.found;
  }

  private passOverListed(person: number): void {
    const { from, items } = this.options.listed;
    for (let at = from[person]!; at < from[person + 1]!; at += 1) this.done[items[at]!] = person;
  }

  private considerUnrelated(position: number): void {
    const end = this.firstNotBelow(this.highest[0]! - this.prices[position]!);
    for (let other = position + 1; other < end; other += 1) this.consider(position, other);
  }

  private considerRelated(position: number, person: number): void {
    const { sight, bounds, highest, prices } = this;
    const price = prices[position]!;
    const most = highest.reduce((high, bound) => Math.max(high, bound));
    sight.look(person, position, this.firstNotBelow(most - price));
    for (let at = 0; at < sight.count; at += 1) {
      const other = sight.seen[at]!;
      const bound = highest[bounds.sortOf(sight.kinds[other]!, person)]!;
      if (bound > price + prices[other]!) this.consider(position, other);
    }
  }

  private consider(position: number, otherPosition: number): void {
    const [person, other] = [this.order[position]!, this.order[otherPosition]!];
    if (this.done[other] === person) return;
    this.done[other] = person;
    const score = this.room.score(person, other);
    const gain = score - (this.prices[position]! + this.prices[otherPosition]!);
    if (gain > 0 && this.options.isAllowed(person, other)) this.found.push({ other, score, gain });
  }

  /** The first position whose price is not below a limit. */
  private firstNotBelow(limit: number): number {
    let [low, high] = [0, this.prices.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.prices[middle]! < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function mostGaining(found: Found[], most: number): Found[] {
  if (found.length <= most) return found;
  return found.sort((x, y) => y.gain - x.gain || x.other - y.other).slice(0, most);
}
