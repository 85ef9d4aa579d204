/**
 * Which edges each of some holders holds. A hand has room for `most` edges and one more, so that an exchange may take
 * before it drops. Taking costs nothing, dropping a look through the hand.
 */
export class Hands {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly edges: Int32Array;

  constructor(most: Int32Array) {
    this.first = new Int32Array(most.length + 1);
    for (let holder = 0; holder < most.length; holder++) {
      this.first[holder + 1] = this.first[holder]! + most[holder]! + 1;
    }
    this.count = new Int32Array(most.length);
    this.edges = new Int32Array(this.first[most.length]!);
  }

  /** What somebody holds: a view that their next change makes stale. */
  of(holder: number): Int32Array {
    return this.edges.subarray(this.first[holder], this.first[holder]! + this.count[holder]!);
  }

  take(holder: number, edge: number): void {
    this.edges[this.first[holder]! + this.count[holder]!++] = edge;
  }

  drop(holder: number, edge: number): void {
    const { edges } = this;
    const last = this.first[holder]! + --this.count[holder]!;
    let at = this.first[holder]!;
    while (edges[at] !== edge) at++;
    edges[at] = edges[last]!;
  }
}
