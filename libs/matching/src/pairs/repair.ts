import { DoubleCover } from './double-cover.ts';
import type { Draft } from './draft.ts';
import { PathSearch, type Step } from './path-search.ts';

/** How far a plan may change, and at what price. */
export interface Restraint {
  /** What a chain must gain for each pair it parts. */
  readonly dropCost: number;
  /** How many pairs may come or go in all; one chain takes at most half of them. */
  readonly mostChanges: number;
}

export const UNRESTRAINED: Restraint = { dropCost: 0, mostChanges: Infinity };

/** Both arcs of an edge. */
const TAKEN = 3;

/** How many chains that do not gain a person may find before the next has a turn. */
const MOST_DETOURS = 64;

/**
 * Raises a plan towards the bound that its prices prove. Whoever has space left and a price above what that allows looks
 * for a chain of exchanges that gains, over (person, needs one more or has one too many): the same search as in the double
 * cover, where the plan is taken in both directions, but for chains that use a pair once. Where the plan lies off its
 * prices, distances are too short by what they count as 0; so a chain's gain is counted before anything changes.
 */
export class Repair {
  private readonly draft: Draft;
  private readonly bonus: number;
  private readonly cover: DoubleCover;
  private readonly search: PathSearch;
  private flips = 0;
  /** How far the draft's log is known here. */
  private mirrored = 0;

  /** @param bonus what a person's first covering pair is worth beside its score */
  constructor(draft: Draft, bonus: number) {
    this.draft = draft;
    this.bonus = bonus;
    this.cover = new DoubleCover(draft.room);
    this.cover.bonus = bonus;
    this.search = new PathSearch(this.cover, true);
  }

  get effort(): { searches: number; scannedEdges: number; flips: number } {
    return { ...this.search.effort, flips: this.flips };
  }

  /**
   * Goes on until none of these people finds a chain.
   *
   * @param prices of the people, the two nodes of a person priced alike
   */
  run(prices: Float64Array, people: readonly number[], { dropCost, mostChanges }: Restraint): void {
    this.catchUp();
    this.cover.price.set(prices);
    this.cover.price.set(prices, prices.length);
    this.search.dropCost = dropCost;
    let left = mostChanges;
    for (let before = -1; before < this.flips;) {
      before = this.flips;
      for (const person of people) {
        this.search.mostSteps = Math.min(left, Math.ceil(mostChanges / 2));
        for (let used = this.improveFrom(person); used > 0; used = this.improveFrom(person)) left -= used;
      }
    }
  }

  /** No chain takes or drops this edge any more. */
  close(edge: number): void {
    this.cover.close(edge);
  }

  /** Brings the cover up to what became of the draft elsewhere. */
  private catchUp(): void {
    const { chosen, log } = this.draft;
    const { flow } = this.cover;
    const changed = new Set(log.slice(this.mirrored));
    this.mirrored = log.length;
    for (const edge of changed) if (chosen[edge] === 0 && flow[edge] === TAKEN) this.mirror(edge, false);
    // Takes come last: a hand holds one edge more than its person may have, not two.
    for (const edge of changed) if (chosen[edge] === 1 && flow[edge] === 0) this.mirror(edge, true);
  }

  /** Finds and flips one chain that starts by giving this person one more pair. @returns its length, 0 if there is none */
  private improveFrom(person: number): number {
    const chain = this.cover.need(person) > 0 ? this.chainFrom(person) : [];
    this.flip(chain);
    if (chain.length > 0) this.flips += 1;
    return chain.length;
  }

  /** The nearest chain that gains; after one that does not, the last pair it took is left away. */
  private chainFrom(person: number): Step[] {
    const shut: Step[] = [];
    let chain: Step[];
    do {
      this.search.from(person);
      chain = this.search.path();
      if (chain.length === 0 || this.gainOf(chain) > 0) break;
      const lastTaken = chain.find(({ takes }) => takes)!;
      this.cover.shutArc(lastTaken.edge, lastTaken.node);
      shut.push(lastTaken);
    } while (shut.length <= MOST_DETOURS);
    for (const { edge, node } of shut) this.cover.openArc(edge, node);
    return shut.length > MOST_DETOURS ? [] : chain;
  }

  /** What a chain would add: score, and the bonus for each person who gets or loses the only pair that covers them. */
  private gainOf(steps: readonly Step[]): number {
    const { room, hands } = this.draft;
    const more = new Map<number, { pairs: number; covering: number }>();
    let gain = 0;
    for (const { edge, takes } of steps) {
      const sign = takes ? 1 : -1;
      gain += sign * room.score[edge]! - (takes ? 0 : this.search.dropCost);
      for (const person of [room.a[edge]!, room.b[edge]!]) {
        const change = more.get(person) ?? { pairs: 0, covering: 0 };
        change.pairs += sign;
        if (room.score[edge]! >= room.coversFrom) change.covering += sign;
        more.set(person, change);
      }
    }
    for (const [person, { pairs, covering }] of more) {
      if (hands.count[person]! + pairs > room.space[person]!) return -Infinity;
      if (room.wanting[person] === 0) continue;
      const held = this.draft.coveringPairsOf(person);
      gain += this.bonus * (Math.sign(held + covering) - Math.sign(held));
    }
    return gain;
  }

  private flip(steps: readonly Step[]): void {
    for (const { edge, takes } of steps) {
      if (takes) continue;
      this.draft.drop(edge);
      this.mirror(edge, false);
    }
    for (const { edge, takes } of steps) {
      if (!takes) continue;
      this.draft.take(edge);
      this.mirror(edge, true);
    }
  }

  private mirror(edge: number, isTaken: boolean): void {
    const { a, b } = this.draft.room;
    for (const left of [a[edge]!, b[edge]!]) {
      if (isTaken) this.cover.take(edge, left);
      else this.cover.drop(edge, left);
    }
  }
}
