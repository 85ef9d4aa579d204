import type { Room } from './room.ts';

/** Pairs in three columns of one length, as `#libs/matching` takes them: pair i is `a[i]`–`b[i]`, a < b, worth `score[i]`. */
export interface ScoredPairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Chance × 1000, a whole number. */
  readonly score: Int32Array;
}

/** Whether two people may be paired, by index: the hard filters, which no score outweighs. The same either way round. */
export type IsAllowed = (a: number, b: number) => boolean;

/** Pairs gathered without knowing how many there will be. */
export class PairList {
  length = 0;
  private a = new Int32Array(1024);
  private b = new Int32Array(1024);
  private score = new Int32Array(1024);

  push(a: number, b: number, score: number): void {
    if (this.length === this.a.length) this.grow();
    this.a[this.length] = Math.min(a, b);
    this.b[this.length] = Math.max(a, b);
    this.score[this.length] = score;
    this.length += 1;
  }

  columns(): ScoredPairs {
    const cut = (column: Int32Array) => column.slice(0, this.length);
    return { a: cut(this.a), b: cut(this.b), score: cut(this.score) };
  }

  private grow(): void {
    const larger = (column: Int32Array) => {
      const copy = new Int32Array(2 * column.length);
      copy.set(column);
      return copy;
    };
    [this.a, this.b, this.score] = [larger(this.a), larger(this.b), larger(this.score)];
  }
}

/**
 * Every allowed pair with its score, by a, then b. For rooms to 300 people: at 2,000 the time (9 s with the choosing
 * instead of 3 s) and the memory (480 MB instead of 130 MB) speak for `CandidateIndex`. O(n²).
 *
 * @param tell hears after each person which share of the pairs is done, 0 to 1
 */
export function scoreAllPairs(
  room: Room,
  isAllowed: IsAllowed = () => true,
  tell: (share: number) => void = () => undefined,
): ScoredPairs {
  const pairs = new PairList();
  for (let a = 0; a < room.size; a += 1) {
    for (let b = a + 1; b < room.size; b += 1) {
      if (isAllowed(a, b)) pairs.push(a, b, room.score(a, b));
    }
    // Of n people the first is compared with n − 1, the last with nobody.
    tell(1 - (1 - (a + 1) / room.size) ** 2);
  }
  return pairs.columns();
}
