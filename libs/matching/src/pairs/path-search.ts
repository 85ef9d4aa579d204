import type { DoubleCover } from './double-cover.ts';
import { Heap } from './heap.ts';

const NO_EDGE = -1;

/** An edge by which a node was reached, and whether the path takes it or drops it. */
export interface Step {
  readonly edge: number;
  readonly node: number;
  readonly takes: boolean;
}

/**
 * Shortest alternating paths in a double cover (Dijkstra on reduced costs; Ahuja, Magnanti and Orlin, Network Flows,
 * chapter 12). The root needs an arc: it takes one from the other side, whose node lets another go, whose node needs one
 * in turn … until a node has space for one more, or one can do with one less. Both may cost something, so the end is
 * where the way there and that cost are least together; if nothing is nearer than the root's own need, the root is the
 * end and goes without.
 */
export class PathSearch {
  end = NO_EDGE;
  endDistance = 0;
  /** Every node reached, root first, with its distance; beyond `endDistance` it is of no use. */
  readonly reached: number[] = [];
  readonly distance: Float64Array;
  /** What dropping an arc costs beside its worth. */
  dropCost = 0;
  /** A path has at most so many edges. */
  mostSteps = Infinity;
  readonly effort = { searches: 0, scannedEdges: 0 };

  private readonly cover: DoubleCover;
  private readonly usesEdgesOnce: boolean;
  private readonly reachedIn: Int32Array;
  private readonly reachedBy: Int32Array;
  private readonly steps: Int32Array;
  private readonly heap = new Heap();

  /** @param usesEdgesOnce whether a path may not use both arcs of an edge; the nearest end may then be missed */
  constructor(cover: DoubleCover, usesEdgesOnce: boolean) {
    const nodes = 2 * cover.room.people;
    this.cover = cover;
    this.usesEdgesOnce = usesEdgesOnce;
    this.distance = new Float64Array(nodes);
    this.reachedIn = new Int32Array(nodes);
    this.reachedBy = new Int32Array(nodes);
    this.steps = new Int32Array(nodes);
  }

  /** Finds the nearest end from a node that needs an arc. */
  from(root: number): void {
    this.effort.searches += 1;
    this.end = root;
    this.endDistance = this.cover.need(root);
    this.heap.clear();
    this.reached.length = 0;
    this.reach(root, 0, NO_EDGE, 0);
    const rootIsLeft = root < this.cover.room.people;
    while (!this.heap.isEmpty && this.heap.least < this.endDistance) {
      const distance = this.heap.least;
      const node = this.heap.pop();
      if (distance > this.distance[node]! || this.steps[node]! >= this.mostSteps) continue;
      if (node < this.cover.room.people === rootIsLeft) this.askPartners(node, distance);
      else this.askHeld(node, distance);
    }
  }

  /** The way from the end back to the root; whether the first step takes depends on the side of the end. */
  path(): Step[] {
    const steps: Step[] = [];
    let node = this.end;
    const root = this.reached[0]!;
    const rootIsLeft = root < this.cover.room.people;
    while (node !== root) {
      const edge = this.reachedBy[node]!;
      steps.push({ edge, node, takes: node < this.cover.room.people !== rootIsLeft });
      node = this.cover.across(node, edge);
    }
    return steps;
  }

  private reach(node: number, distance: number, edge: number, steps: number): void {
    if (this.reachedIn[node] !== this.effort.searches) {
      this.reachedIn[node] = this.effort.searches;
      this.reached.push(node);
    }
    this.distance[node] = distance;
    this.reachedBy[node] = edge;
    this.steps[node] = steps;
    this.heap.push(node, distance);
  }

  /** A node that needs an arc reaches the other sides of those it does not hold. */
  private askPartners(node: number, distance: number): void {
    const { price, flow, bonus } = this.cover;
    const { people, first, partner, worth, edgeAt } = this.cover.room;
    const isLeft = node < people;
    const person = isLeft ? node : node - people;
    const offset = isLeft ? people : 0;
    const base = distance + price[node]!;
    const steps = this.steps[node]! + 1;
    const end = first[person + 1]!;
    let at = first[person]!;
    for (; at < end; at++) {
      // Prices are at least -bonus, and edges stand in order of worth: no later one is nearer than the end.
      if (base - worth[at]! - bonus >= this.endDistance) break;
      const other = partner[at]! + offset;
      const reached = Math.max(distance, base - worth[at]! + price[other]!);
      if (reached >= this.endDistance || !this.isNearer(other, reached)) continue;
      const goesUp = isLeft ? person < partner[at]! : person > partner[at]!;
      const arc = goesUp ? 1 : 2;
      if ((flow[edgeAt[at]!]! & arc) !== 0 || this.wouldRepeat(node, edgeAt[at]!)) continue;
      this.reach(other, reached, edgeAt[at]!, steps);
      this.offerEnd(other, reached + Math.max(0, -this.cover.need(other)));
    }
    this.effort.scannedEdges += at - first[person]!;
  }

  /** A node that got an arc too many reaches the other sides of those it holds. */
  private askHeld(node: number, distance: number): void {
    const { cover } = this;
    const { hands, price } = cover;
    const start = hands.first[node]!;
    const steps = this.steps[node]! + 1;
    for (let at = start; at < start + hands.count[node]!; at++) {
      const edge = hands.edges[at]!;
      const other = cover.across(node, edge);
      const slack = cover.room.score[edge]! - price[node]! - price[other]!;
      const reached = distance + Math.max(0, slack) + this.dropCost;
      if (reached >= this.endDistance || !this.isNearer(other, reached)) continue;
      if (this.wouldRepeat(node, edge)) continue;
      this.reach(other, reached, edge, steps);
      this.offerEnd(other, reached + Math.max(0, price[other]! + cover.lossOfOne(other)));
    }
  }

  /** Whether the way to a node already uses an edge, if that matters. */
  private wouldRepeat(node: number, edge: number): boolean {
    if (!this.usesEdgesOnce) return false;
    let at = node;
    for (let before = this.reachedBy[at]!; before !== NO_EDGE; before = this.reachedBy[at]!) {
      if (before === edge) return true;
      at = this.cover.across(at, before);
    }
    return false;
  }

  private isNearer(node: number, distance: number): boolean {
    return this.reachedIn[node] !== this.effort.searches || distance < this.distance[node]!;
  }

  private offerEnd(node: number, distance: number): void {
    if (distance >= this.endDistance) return;
    this.end = node;
    this.endDistance = distance;
  }
}
