import { Hands } from './hands.ts';
import type { Room } from './room.ts';

/** The pairs chosen so far beside the pinned ones. */
export class Draft {
  readonly room: Room;
  readonly chosen: Uint8Array;
  readonly hands: Hands;
  /** Every edge taken or dropped so far, as often as it was. */
  readonly log: number[] = [];

  constructor(room: Room) {
    this.room = room;
    this.chosen = new Uint8Array(room.edges);
    this.hands = new Hands(room.most);
  }

  other(edge: number, person: number): number {
    return this.room.a[edge]! + this.room.b[edge]! - person;
  }

  /** How many chosen pairs of a person cover them. */
  coveringPairsOf(person: number): number {
    const { first, count, edges } = this.hands;
    let covering = 0;
    for (let at = first[person]!; at < first[person]! + count[person]!; at++) {
      if (this.covers(edges[at]!)) covering += 1;
    }
    return covering;
  }

  /** The chosen pairs of a person that cover them. */
  coveringHeldBy(person: number): number[] {
    return [...this.hands.of(person)].filter((edge) => this.covers(edge));
  }

  covers(edge: number): boolean {
    return this.room.score[edge]! >= this.room.coversFrom;
  }

  /** Takes an edge for which somebody may have to give up a pair that does not cover: their weakest. */
  takeOverWeaker(edge: number): void {
    for (const person of [this.room.a[edge]!, this.room.b[edge]!]) {
      if (this.hands.count[person]! < this.room.space[person]!) continue;
      // Edges are numbered from the highest score down.
      this.drop(Math.max(...this.hands.of(person)));
    }
    this.take(edge);
  }

  /** The chosen edges, in order. */
  edges(): number[] {
    const edges: number[] = [];
    for (let edge = this.chosen.indexOf(1); edge >= 0; edge = this.chosen.indexOf(1, edge + 1))
      edges.push(edge);
    return edges;
  }

  /** Forgets what was chosen and chooses these. */
  replaceBy(edges: readonly number[]): void {
    for (const edge of this.edges()) this.drop(edge);
    for (const edge of edges) this.take(edge);
  }

  take(edge: number): void {
    this.chosen[edge] = 1;
    this.log.push(edge);
    this.hands.take(this.room.a[edge]!, edge);
    this.hands.take(this.room.b[edge]!, edge);
  }

  drop(edge: number): void {
    this.chosen[edge] = 0;
    this.log.push(edge);
    this.hands.drop(this.room.a[edge]!, edge);
    this.hands.drop(this.room.b[edge]!, edge);
  }
}
