import type { Room } from './room.ts';

/** The pairs chosen so far beside the pinned ones. Taking and dropping cost at most a person's cap. */
export class Draft {
  readonly room: Room;
  readonly chosen: Uint8Array;
  /** How many chosen pairs a person is in, without pins. */
  readonly held: Int32Array;
  private readonly firstSlot: Int32Array;
  private readonly slots: Int32Array;

  constructor(room: Room) {
    this.room = room;
    this.chosen = new Uint8Array(room.edges);
    this.held = new Int32Array(room.people);
    this.firstSlot = new Int32Array(room.people + 1);
    for (let person = 0; person < room.people; person++) {
      const options = room.firstEdge[person + 1]! - room.firstEdge[person]!;
      this.firstSlot[person + 1] = this.firstSlot[person]! + Math.min(options, room.space[person]!);
    }
    this.slots = new Int32Array(this.firstSlot[room.people]!);
  }

  /** The edges a person holds; a view that the next change of that person makes stale. */
  edgesHeldBy(person: number): Int32Array {
    const first = this.firstSlot[person]!;
    return this.slots.subarray(first, first + this.held[person]!);
  }

  hasSpace(person: number): boolean {
    return this.held[person]! < this.room.space[person]!;
  }

  /** Pairs of a person, pinned ones included. */
  pairsOf(person: number): number {
    return this.held[person]! + this.room.pinsOf[person]!;
  }

  other(edge: number, person: number): number {
    return this.room.a[edge]! + this.room.b[edge]! - person;
  }

  take(edge: number): void {
    this.chosen[edge] = 1;
    for (const person of [this.room.a[edge]!, this.room.b[edge]!]) {
      this.slots[this.firstSlot[person]! + this.held[person]!] = edge;
      this.held[person]! += 1;
    }
  }

  drop(edge: number): void {
    this.chosen[edge] = 0;
    for (const person of [this.room.a[edge]!, this.room.b[edge]!]) {
      const mine = this.edgesHeldBy(person);
      mine[mine.indexOf(edge)] = mine[mine.length - 1]!;
      this.held[person]! -= 1;
    }
  }
}
