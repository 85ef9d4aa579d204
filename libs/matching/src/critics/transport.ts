import type { Prices } from './plan.ts';
import type { Room } from './room.ts';

/** Taken once: under a test runner every look at a global costs a third of a microsecond. */
const { max, min } = Math;

const NONE = -1;

/** The highest weight: with scores to 100,000 all sums of a session's prices still add up exactly in a double. */
export const HEAVIEST = 100_000;

/**
 * The best total of weighted scores: bipartite transport with exact needs, by shortest augmenting paths on reduced
 * losses (Jewell 1958; Edmonds and Karp 1972; Tomizawa 1971). One more row, the idle one, takes the places that critics
 * may leave empty, so every place of every critic is taken and a price may be negative for a critic who must hear more.
 *
 * A row can be weighed anew and placed again while all others keep their prices: one Dijkstra for each of its places.
 * Whole numbers only. Each placement is O((works + critics)²).
 */
export class Transport {
  /** 1 for a cell in use. */
  readonly taken: Uint8Array;
  /** What one more place of each critic is worth. */
  readonly price: Float64Array;
  /** What a work's last place is worth after the critic's price; the idle row is the last. */
  readonly rent: Float64Array;

  private readonly room: Room;
  private readonly score: Float64Array;
  private readonly weight: Float64Array;
  /** Places of each critic in the idle row, how many there may be, and places in no row. */
  private readonly idle: Int32Array;
  private readonly idleCap: Int32Array;
  private readonly free: Int32Array;
  private readonly distance: Float64Array;
  private readonly settled: Uint8Array;
  private readonly from: Int32Array;

  /** Starts with every critic idle and no work placed: weigh each of them. `score` holds a number for each cell. */
  constructor(room: Room, score: Float64Array) {
    const { works, critics, need, least, most } = room;
    this.room = room;
    this.score = score;
    this.taken = new Uint8Array(works * critics);
    this.price = new Float64Array(critics);
    this.rent = new Float64Array(works + 1);
    this.weight = new Float64Array(works);
    this.idle = new Int32Array(critics);
    this.idleCap = most.map((places, critic) => places - least[critic]!);
    this.free = most.slice();
    this.distance = new Float64Array(critics + works + 1);
    this.settled = new Uint8Array(critics + works + 1);
    this.from = new Int32Array(critics + works + 1);
    const idlePlaces = sum(most) - sum(need);
    for (let place = 0; place < idlePlaces; place++) this.place(works);
  }

  /** The sum of the scores of a work's open places. */
  served(work: number): number {
    const { critics } = this.room;
    let total = 0;
    for (let cell = work * critics; cell < (work + 1) * critics; cell++)
      total += this.taken[cell]! * this.score[cell]!;
    return total;
  }

  /** Gives a work this weight and, if its critics are no longer its best at these prices, places it anew. */
  weigh(work: number, weight: number): void {
    const { critics, need } = this.room;
    this.weight[work] = weight;
    if (this.isPlaced(work)) return;
    for (let critic = 0; critic < critics; critic++) {
      this.free[critic]! += this.taken[work * critics + critic]!;
      this.taken[work * critics + critic] = 0;
    }
    for (let place = 0; place < need[work]!; place++) this.place(work);
  }

  /**
   * The bound on the weighted total at these prices, and the prices as any reader can use them: the idle row's rent
   * is moved to the critics, so that a critic with a place to spare costs nothing. O(works × critics).
   */
  prices(): Prices {
    const { works } = this.room;
    const shift = this.idleRent();
    return {
      weights: Array.from(this.weight),
      works: Array.from(this.rent.subarray(0, works), (rent) => rent - shift),
      critics: Array.from(this.price, (price) => price + shift),
    };
  }

  private idleRent(): number {
    const open = this.bestOffer(this.room.works);
    if (open > -Infinity) return open;
    const full = this.price.filter((_, critic) => this.idle[critic]! > 0);
    return full.length > 0 ? -max(...full) : 0;
  }

  /** Whether the work has all its critics and wants no other more; its rent is set to what it wants most. */
  private isPlaced(work: number): boolean {
    const { critics, need } = this.room;
    let held = 0;
    let lowest = Infinity;
    for (let critic = 0; critic < critics; critic++) {
      if (!this.holds(work, critic)) continue;
      held += 1;
      lowest = min(lowest, this.worth(work, critic));
    }
    const wanted = this.bestOffer(work);
    if (held < need[work]! || lowest < wanted) return false;
    this.rent[work] = wanted > -Infinity ? wanted : lowest < Infinity ? lowest : 0;
    return true;
  }

  private place(row: number): void {
    const end = this.search(row);
    this.reprice(this.distance[end]!);
    this.flip(row, end);
  }

  /** Dijkstra from a row that needs a place to a critic with a free one. Critics are nodes first, then rows. */
  private search(row: number): number {
    const { distance, settled, free } = this;
    const { critics } = this.room;
    distance.fill(Infinity);
    settled.fill(0);
    this.rent[row] = this.bestOffer(row);
    distance[critics + row] = 0;
    for (;;) {
      let nearest = NONE;
      let least = Infinity;
      for (let node = 0; node < distance.length; node++) {
        if (settled[node] === 0 && distance[node]! < least) {
          least = distance[node]!;
          nearest = node;
        }
      }
      if (nearest === NONE)
        throw new Error('No critic is left for a work although the room was found to be solvable');
      settled[nearest] = 1;
      if (nearest >= critics) this.leaveRow(nearest - critics, least);
      else if (free[nearest]! > 0) return nearest;
      else this.leaveCritic(nearest, least);
    }
  }

  private bestOffer(row: number): number {
    let best = -Infinity;
    for (let critic = 0; critic < this.room.critics; critic++) {
      if (this.mayTake(row, critic)) best = max(best, this.worth(row, critic));
    }
    return best;
  }

  private leaveRow(row: number, reached: number): void {
    const { distance, from } = this;
    const { critics } = this.room;
    for (let critic = 0; critic < critics; critic++) {
      if (!this.mayTake(row, critic)) continue;
      const length = reached + this.rent[row]! - this.worth(row, critic);
      if (length < distance[critic]!) {
        distance[critic] = length;
        from[critic] = row;
      }
    }
  }

  private leaveCritic(critic: number, reached: number): void {
    const { distance, from } = this;
    const { works, critics } = this.room;
    for (let row = 0; row <= works; row++) {
      if (!this.holds(row, critic)) continue;
      const length = reached + this.worth(row, critic) - this.rent[row]!;
      if (length < distance[critics + row]!) {
        distance[critics + row] = length;
        from[critics + row] = critic;
      }
    }
  }

  private worth(row: number, critic: number): number {
    const { works, critics } = this.room;
    const value = row < works ? this.weight[row]! * this.score[row * critics + critic]! : 0;
    return value - this.price[critic]!;
  }

  private mayTake(row: number, critic: number): boolean {
    const { works, critics, allowed } = this.room;
    if (row === works) return this.idle[critic]! < this.idleCap[critic]!;
    const cell = row * critics + critic;
    return allowed[cell] === 1 && this.taken[cell] === 0;
  }

  private holds(row: number, critic: number): boolean {
    const { works, critics } = this.room;
    return row === works ? this.idle[critic]! > 0 : this.taken[row * critics + critic] === 1;
  }

  private reprice(reach: number): void {
    const { distance, price, rent } = this;
    const { works, critics } = this.room;
    for (let critic = 0; critic < critics; critic++) price[critic]! += max(0, reach - distance[critic]!);
    for (let row = 0; row <= works; row++) rent[row]! -= max(0, reach - distance[critics + row]!);
  }

  private flip(row: number, end: number): void {
    const { from, free } = this;
    const { critics } = this.room;
    free[end]! -= 1;
    for (let critic = end; ;) {
      const taker = from[critic]!;
      this.set(taker, critic, 1);
      if (taker === row) return;
      critic = from[critics + taker]!;
      this.set(taker, critic, -1);
    }
  }

  private set(row: number, critic: number, change: 1 | -1): void {
    const { works, critics } = this.room;
    if (row === works) this.idle[critic]! += change;
    else this.taken[row * critics + critic]! += change;
  }
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
