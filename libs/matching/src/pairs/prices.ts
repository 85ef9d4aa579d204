import type { Room } from './room.ts';

/** Sweeps of the descent; the bound hardly moves after a dozen. */
const SWEEPS = 24;

/**
 * A price for each person's attention, whole numbers from 0. Any prices y bound every plan from above:
 * Σ space·y + Σ max(0, score − y_a − y_b) over the open pairs. Coordinate descent: with the others' prices fixed, the
 * best price of somebody with space for k pairs lies between the k-th and the (k+1)-th of what their pairs are worth
 * after the other side's price; its middle is taken. O(sweeps × m log m).
 */
export function findPrices(room: Room): Int32Array {
  const { people, firstEdge, space } = room;
  const prices = new Int32Array(people);
  const scratch = new Float64Array(mostOptions(room));
  let best = prices.slice();
  let lowest = Infinity;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let person = 0; person < people; person++) {
      const options = firstEdge[person + 1]! - firstEdge[person]!;
      const worth = scratch.subarray(0, options);
      readWorth(room, person, prices, worth);
      worth.sort();
      const first = options - space[person]! - 1;
      const below = first >= 0 ? worth[first]! : 0;
      const above = first + 1 >= 0 && first + 1 < options ? worth[first + 1]! : below;
      // The first sweep meets partners without a price: it takes half, the other half is theirs.
      prices[person] =
        sweep === 0 ? Math.floor(below / 2) : Math.floor((below + (first >= 0 ? above : 0)) / 2);
    }
    const bound = boundOf(room, prices);
    if (bound >= lowest) continue;
    lowest = bound;
    best = prices.slice();
  }
  return best;
}

function mostOptions({ people, firstEdge }: Room): number {
  let most = 0;
  for (let person = 0; person < people; person++)
    most = Math.max(most, firstEdge[person + 1]! - firstEdge[person]!);
  return most;
}

function readWorth(room: Room, person: number, prices: Int32Array, worth: Float64Array): void {
  const { a, b, score, firstEdge, edgesOf } = room;
  for (let index = 0; index < worth.length; index++) {
    const edge = edgesOf[firstEdge[person]! + index]!;
    worth[index] = Math.max(0, score[edge]! - prices[a[edge]! + b[edge]! - person]!);
  }
}

function boundOf({ people, edges, a, b, score, space }: Room, prices: Int32Array): number {
  let bound = 0;
  for (let person = 0; person < people; person++) bound += space[person]! * prices[person]!;
  for (let edge = 0; edge < edges; edge++) {
    bound += Math.max(0, score[edge]! - prices[a[edge]!]! - prices[b[edge]!]!);
  }
  return bound;
}
