import { Hands } from './hands.ts';
import type { Room } from './room.ts';

/** No arc of the edge may be taken. */
const GONE = 7;

/**
 * Every person stands once on the left (node p) and once on the right (node people + p), every pair is two arcs of
 * capacity 1 between them: a plan of this bipartite graph is twice a fractional plan of the room (Nemhauser and Trotter
 * 1975; for caps above 1 Anstee 1987). Here: the arcs taken, and a price for each node.
 */
export class DoubleCover {
  readonly room: Room;
  readonly price: Float64Array;
  /** Of an edge a–b: 1 if the arc from a on the left to b on the right is taken, 2 for the other, 3 for both, 7 if it is gone. */
  readonly flow: Uint8Array;
  readonly hands: Hands;
  /** What the first arc of each node of a wanting person is worth beside its score. */
  bonus = 0;

  constructor(room: Room) {
    this.room = room;
    const nodes = 2 * room.people;
    this.price = new Float64Array(nodes);
    this.flow = room.gone.map((isGone) => isGone * GONE);
    const most = new Int32Array(nodes);
    most.set(room.most);
    most.set(room.most, room.people);
    this.hands = new Hands(most);
  }

  personOf(node: number): number {
    return node < this.room.people ? node : node - this.room.people;
  }

  /** The node at the other side of a node's edge. */
  across(node: number, edge: number): number {
    const { a, b, people } = this.room;
    return node < people ? a[edge]! + b[edge]! - node + people : a[edge]! + b[edge]! - (node - people);
  }

  /** What one arc more would be worth to a node beside its score; with no space left, nothing could pay for it. */
  gainOfOneMore(node: number): number {
    const person = this.personOf(node);
    if (this.hands.count[node]! >= this.room.space[person]!) return -Infinity;
    return this.hands.count[node] === 0 && this.room.wanting[person] === 1 ? this.bonus : 0;
  }

  /** What a node that holds an arc would lose with it beside its score. */
  lossOfOne(node: number): number {
    return this.hands.count[node] === 1 && this.room.wanting[this.personOf(node)] === 1 ? this.bonus : 0;
  }

  /** How much more a node would pay for one more arc than it must: above 0 it needs one, at 0 or below it is settled. */
  need(node: number): number {
    return this.price[node]! + this.gainOfOneMore(node);
  }

  /** Takes the arc of an edge that `node` and its opposite share. */
  take(edge: number, node: number): void {
    this.shutArc(edge, node);
    this.hands.take(node, edge);
    this.hands.take(this.across(node, edge), edge);
  }

  drop(edge: number, node: number): void {
    this.openArc(edge, node);
    this.hands.drop(node, edge);
    this.hands.drop(this.across(node, edge), edge);
  }

  /** Drops both arcs of an edge and keeps them from being taken again. */
  close(edge: number): void {
    if (this.flow[edge] === GONE) return;
    const { a, b } = this.room;
    if ((this.flow[edge]! & 1) !== 0) this.drop(edge, a[edge]!);
    if ((this.flow[edge]! & 2) !== 0) this.drop(edge, b[edge]!);
    this.flow[edge] = GONE;
  }

  /** Keeps an arc from being taken, as if it were already. */
  shutArc(edge: number, node: number): void {
    this.flow[edge]! |= arcBit(this.room.people, node, this.across(node, edge));
  }

  openArc(edge: number, node: number): void {
    this.flow[edge]! &= ~arcBit(this.room.people, node, this.across(node, edge));
  }
}

/** 1 if the lower of the two people stands on the left, else 2. */
function arcBit(people: number, node: number, opposite: number): number {
  const [left, right] = node < people ? [node, opposite - people] : [opposite, node - people];
  return left < right ? 1 : 2;
}
