import { DoubleCover } from './double-cover.ts';
import type { Draft } from './draft.ts';
import { PathSearch, type Step } from './path-search.ts';

/** How many walks that are no chain of exchanges a person may find before the next has a turn. */
const MOST_DETOURS = 64;

/**
 * Raises a plan towards the bound that its prices prove. Whoever has space left and a price above what that allows looks
 * for a chain of exchanges that gains, over (person, needs one more or has one too many): the same search as in the double
 * cover, where the plan is taken in both directions. A walk that uses an edge twice is no chain; the search then goes
 * without the step that did. What a chain gains is counted before anything changes.
 */
export class Repair {
  private readonly draft: Draft;
  private readonly bonus: number;
  private readonly cover: DoubleCover;
  private readonly search: PathSearch;

  /** @param bonus what a person's first covering pair is worth beside its score */
  constructor(draft: Draft, prices: Float64Array, bonus: number) {
    const { room } = draft;
    this.draft = draft;
    this.bonus = bonus;
    this.cover = new DoubleCover(room);
    this.cover.bonus = bonus;
    this.cover.price.set(prices);
    this.cover.price.set(prices, room.people);
    draft.chosen.forEach((isChosen, edge) => {
      if (isChosen === 1) this.mirror(edge, true);
    });
    this.search = new PathSearch(this.cover, true);
  }

  /** Goes on until nobody finds a chain. @returns how many were flipped */
  run(): number {
    let flips = 0;
    for (let before = -1; before < flips;) {
      before = flips;
      for (let person = 0; person < this.draft.room.people; person++) {
        while (this.improveFrom(person)) flips += 1;
      }
    }
    return flips;
  }

  /** Finds and flips one chain that starts by giving this person one more pair. @returns whether there was one */
  improveFrom(person: number): boolean {
    if (this.cover.need(person) <= 0) return false;
    const chain = this.chainFrom(person);
    if (chain) this.flip(chain);
    return chain !== undefined;
  }

  private chainFrom(person: number): Step[] | undefined {
    const shut: Step[] = [];
    let chain: Step[] | undefined;
    for (let detour = 0; detour <= MOST_DETOURS && !chain; detour++) {
      this.search.from(person);
      const steps = this.search.path().reverse();
      if (steps.length === 0) break;
      const repeated = firstRepetition(steps);
      if (repeated === steps.length && this.gainOf(steps) > 0) chain = steps;
      else shut.push(this.shutBefore(steps, repeated));
    }
    for (const { edge, node } of shut) this.cover.openArc(edge, node);
    return chain;
  }

  /** Closes the last arc taken up to a step, so that the next search does not come this way. */
  private shutBefore(steps: readonly Step[], at: number): Step {
    const step = steps.slice(0, at + 1).findLast(({ takes }) => takes)!;
    this.cover.shutArc(step.edge, step.node);
    return step;
  }

  /** What a chain would add: score, and the bonus for each person who gets or loses the only pair that covers them. */
  private gainOf(steps: readonly Step[]): number {
    const { room, hands } = this.draft;
    const more = new Map<number, { pairs: number; covering: number }>();
    let gain = 0;
    for (const { edge, takes } of steps) {
      const sign = takes ? 1 : -1;
      gain += sign * room.score[edge]!;
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

/** Where a walk first uses an edge it used before; its length if it never does. */
function firstRepetition(steps: readonly Step[]): number {
  const used = new Set<number>();
  const at = steps.findIndex(({ edge }) => used.size === used.add(edge).size);
  return at === -1 ? steps.length : at;
}
