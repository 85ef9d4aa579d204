import { Hands } from './hands.ts';
import type { Room } from './room.ts';

/** The pairs chosen so far beside the pinned ones. */
export class Draft {
  readonly room: Room;
  readonly chosen: Uint8Array;
  readonly hands: Hands;

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
    return this.coveringHeldBy(person).length;
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

  take(edge: number): void {
    this.chosen[edge] = 1;
    this.hands.take(this.room.a[edge]!, edge);
    this.hands.take(this.room.b[edge]!, edge);
  }

  drop(edge: number): void {
    this.chosen[edge] = 0;
    this.hands.drop(this.room.a[edge]!, edge);
    this.hands.drop(this.room.b[edge]!, edge);
  }
}
