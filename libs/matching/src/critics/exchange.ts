import type { Room } from './room.ts';

/** Taken once: under a test runner every look at a global costs a third of a microsecond. */
const { min } = Math;

const NONE = -1;

/**
 * Exchanges of critics between works that keep every count. A step of a row gives a critic away and takes another; a
 * ring of steps, each taking what the next one gives, is an exchange. One more row, the idle one, holds the places that
 * critics leave empty, so it may take and give where a load has room. No work has two steps in a ring, so a step alone
 * shows what it does to its work: it may not bring it below the floor, nor lower where it is below already.
 */
export class Exchange {
  /** 1 for a cell in use. */
  readonly taken: Uint8Array;
  /** What each work's critics are worth together, the fixed ones included. */
  readonly served: Float64Array;

  private readonly room: Room;
  private readonly load: Int32Array;
  /** How the running search reached a critic: the row whose step takes it, and the critic this step gives. */
  private readonly taker: Int32Array;
  private readonly given: Int32Array;
  private readonly gain: Float64Array;
  private readonly stamp: Float64Array;
  private stamps = 0;

  constructor(room: Room, taken: Uint8Array) {
    const { works, critics, base, score } = room;
    this.room = room;
    this.taken = taken.slice();
    this.served = base.slice();
    this.load = new Int32Array(critics);
    this.taker = new Int32Array(critics);
    this.given = new Int32Array(critics);
    this.gain = new Float64Array(critics);
    this.stamp = new Float64Array(works);
    for (let work = 0; work < works; work++) {
      for (let critic = 0; critic < critics; critic++) {
        const cell = work * critics + critic;
        this.served[work]! += taken[cell]! * score[cell]!;
        this.load[critic]! += taken[cell]!;
      }
    }
  }

  total(): number {
    return this.served.reduce((total, worth) => total + worth, 0);
  }

  /**
   * Raises a work to at least `goal` by a ring of as few steps as its search by breadth finds; no other work is brought
   * below the floor. O(works × critics) for each critic it holds.
   *
   * @returns whether there was such a ring
   */
  raise(work: number, goal: number, floor: number): boolean {
    const held: number[] = [];
    for (let critic = 0; critic < this.room.critics; critic++)
      if (this.holds(work, critic)) held.push(critic);
    held.sort((x, y) => this.worth(work, x) - this.worth(work, y));
    return held.some((critic) => this.replace(work, critic, goal, floor));
  }

  /**
   * Makes one exchange that raises the total, if the search finds any: relaxing by total gain until a ring closes
   * (Bellman and Ford). O(works × critics²) at worst, about two milliseconds in a room of 118 × 177.
   *
   * @returns whether there was such a ring
   */
  improve(floor: number): boolean {
    const { works, critics } = this.room;
    const { taker, given, gain } = this;
    taker.fill(NONE);
    gain.fill(0);
    for (let changed = true; changed;) {
      changed = false;
      for (let critic = 0; critic < critics; critic++) {
        for (let row = 0; row <= works; row++) {
          if (!this.holds(row, critic)) continue;
          for (let next = 0; next < critics; next++) {
            const reached = gain[critic]! - this.worth(row, critic) + this.worth(row, next);
            if (reached <= gain[next]! || !this.mayStep(row, critic, next, floor)) continue;
            const end = this.follow(row, critic, next);
            if (end === 'crossing') continue;
            taker[next] = row;
            given[next] = critic;
            gain[next] = reached;
            changed = true;
            if (end === 'ring') {
              this.apply(next);
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private replace(work: number, old: number, goal: number, floor: number): boolean {
    const { works, critics } = this.room;
    const { taker, given } = this;
    taker.fill(NONE);
    const queue: number[] = [];
    for (let critic = 0; critic < critics; critic++) {
      if (!this.mayTake(work, critic) || this.after(work, old, critic) < goal) continue;
      taker[critic] = work;
      given[critic] = old;
      queue.push(critic);
    }
    // The queue grows while it is read.
    for (const critic of queue) {
      for (let row = 0; row <= works; row++) {
        if (!this.holds(row, critic) || this.follow(row, critic, old) === 'crossing') continue;
        for (let next = 0; next < critics; next++) {
          if (taker[next] !== NONE || !this.mayStep(row, critic, next, floor)) continue;
          taker[next] = row;
          given[next] = critic;
          if (next === old) {
            this.apply(old);
            return true;
          }
          queue.push(next);
        }
      }
    }
    return false;
  }

  /** Follows a step of this row back to where its chain begins, or to `next`; a crossing has two steps of one work. */
  private follow(row: number, critic: number, next: number): 'chain' | 'ring' | 'crossing' {
    this.stamps += 1;
    const { works } = this.room;
    let taker = row;
    for (let at = critic; ; at = this.given[at]!) {
      if (taker < works && this.stamp[taker] === this.stamps) return 'crossing';
      if (taker < works) this.stamp[taker] = this.stamps;
      if (at === next) return 'ring';
      taker = this.taker[at]!;
      if (taker === NONE) return 'chain';
    }
  }

  private apply(end: number): void {
    let critic = end;
    do {
      const gives = this.given[critic]!;
      this.step(this.taker[critic]!, gives, critic);
      critic = gives;
    } while (critic !== end);
  }

  private step(row: number, gives: number, takes: number): void {
    const { works, critics } = this.room;
    this.load[gives]! -= row < works ? 1 : -1;
    this.load[takes]! += row < works ? 1 : -1;
    if (row === works) return;
    this.served[row] = this.after(row, gives, takes);
    this.taken[row * critics + gives] = 0;
    this.taken[row * critics + takes] = 1;
  }

  private after(work: number, gives: number, takes: number): number {
    return this.served[work]! - this.worth(work, gives) + this.worth(work, takes);
  }

  private worth(row: number, critic: number): number {
    return row < this.room.works ? this.room.score[row * this.room.critics + critic]! : 0;
  }

  private holds(row: number, critic: number): boolean {
    const { works, critics, most } = this.room;
    return row === works ? this.load[critic]! < most[critic]! : this.taken[row * critics + critic] === 1;
  }

  private mayTake(row: number, critic: number): boolean {
    const { works, critics, allowed, least } = this.room;
    if (row === works) return this.load[critic]! > least[critic]!;
    const cell = row * critics + critic;
    return allowed[cell] === 1 && this.taken[cell] === 0;
  }

  private mayStep(row: number, gives: number, takes: number, floor: number): boolean {
    if (gives === takes || !this.mayTake(row, takes)) return false;
    return row === this.room.works || this.after(row, gives, takes) >= min(floor, this.served[row]!);
  }
}
