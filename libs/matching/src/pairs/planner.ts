import type { PairEffort } from './checked-plan.ts';
import { Coverage } from './coverage.ts';
import { Draft } from './draft.ts';
import type { Pair } from './input.ts';
import { Optimum } from './optimum.ts';
import type { PairOptions } from './options.ts';
import { Repair, type Restraint, UNRESTRAINED } from './repair.ts';
import { edgeBetween, NO_EDGE, type Room } from './room.ts';
import { roundOff } from './rounding.ts';
import type { SolvedRoom } from './solved-room.ts';

/** Of a typical score, for each pair parted. */
const STABILITY = 0.025;
/** Other pairs that one step may change, unless somebody would be left out. */
const MOST_CHANGES = 5;

/** The plan of a solved room, beside the optimum that it follows: what is chosen, and who is scarce. */
export class Planner {
  readonly draft: Draft;
  scarce: readonly number[] = [];
  /** Groups of whom each leaves somebody out unless a scarce person helps. */
  pieces: readonly number[][] = [];
  private readonly options: PairOptions;
  private readonly room: Room;
  private readonly optimum: Optimum;
  private readonly repair: Repair;
  /** Who must not be left out where the least change is asked for; null: everybody. */
  private mustCover: ReadonlySet<number> | null = null;
  private readonly coverage = { searches: 0, scannedEdges: 0, exchanges: 0 };

  constructor({ room, optimum, bonus }: SolvedRoom, options: PairOptions) {
    this.options = options;
    this.room = room;
    this.optimum = optimum;
    this.draft = new Draft(room);
    this.repair = new Repair(this.draft, bonus);
    if (options.standing) this.startFrom(options.standing);
    else this.planAnew();
  }

  /** Plans from the optimum, whatever stood before. */
  planAnew(): void {
    this.draft.replaceBy(roundOff(this.optimum.cover));
    this.refine(this.everybody(), UNRESTRAINED);
  }

  /** Lets the plan follow a change that touched these people, gently. */
  follow(people: readonly number[]): void {
    this.refine(people, this.gently());
  }

  private followOnly(touched: readonly number[]): void {
    const covered = this.everybody().filter((person) => this.draft.coveringPairsOf(person) > 0);
    this.mustCover = new Set([...touched, ...covered]);
    this.follow(touched);
  }

  /** Takes an edge out of the plan and out of every later one. */
  close(edge: number): void {
    this.repair.close(edge);
    if (this.draft.chosen[edge] === 1) this.draft.drop(edge);
  }

  /** Whoever has a pair too many gives up the one that is worth least beside the prices. @returns who lost one */
  giveUp(person: number): number[] {
    const { hands, room } = this.draft;
    const prices = this.optimum.prices();
    const losers: number[] = [];
    while (hands.count[person]! > room.space[person]!) {
      const spare = (edge: number) => room.score[edge]! - prices[this.draft.other(edge, person)]!;
      const edge = hands.of(person).reduce((least, one) => (spare(one) < spare(least) ? one : least));
      losers.push(this.draft.other(edge, person));
      this.draft.drop(edge);
    }
    return losers;
  }

  /**
   * The prices that prove the lowest bound. Where a fraction of a plan leaves out fewer than any whole plan can, the bonus
   * counts against the bound; that of the total alone is lower then. (It would have to be priced on its own.)
   */
  bestPrices(): Float64Array {
    const { cover } = this.optimum;
    const isHalved = cover.bonus > 0 && !this.options.more && this.optimum.leftOut() < this.leftOut().length;
    return (isHalved ? new Optimum(this.room, 0, () => undefined) : this.optimum).prices();
  }

  /** Whoever wants covering and has nobody. */
  private leftOut(): number[] {
    const { wanting } = this.room;
    return Array.from(wanting.keys()).filter(
      (person) =>
        wanting[person] === 1 &&
        this.draft.coveringPairsOf(person) === 0 &&
        (this.mustCover?.has(person) ?? true),
    );
  }

  get effort(): PairEffort {
    const { bids, ...optimum } = this.optimum.effort;
    const repair = this.repair.effort;
    return {
      bids,
      searches: optimum.searches + repair.searches + this.coverage.searches,
      scannedEdges: optimum.scannedEdges + repair.scannedEdges + this.coverage.scannedEdges,
      exchanges: repair.flips + this.coverage.exchanges,
    };
  }

  private startFrom(standing: readonly Pair[]): void {
    this.draft.replaceBy(this.edgesOf(standing));
    const { touched } = this.options;
    if (touched) this.followOnly(touched);
    else this.refine(this.everybody(), { ...this.gently(), mostChanges: Infinity });
  }

  private everybody(): number[] {
    return Array.from(this.room.space.keys());
  }

  /**
   * Chains from these people first, within the restraint; then from whoever is left out, whatever changes; then whoever
   * can still be covered is, and what that cost is repaired.
   */
  private refine(people: readonly number[], restraint: Restraint): void {
    const prices = this.optimum.prices();
    this.repair.run(prices, people, restraint);
    if (this.options.first === 'total') {
      // Nobody asks for the pairs that would cover more: then nothing is proved about who is left out.
      if (this.options.more) this.scarce = this.everybody();
      return;
    }
    this.repair.run(prices, this.leftOut(), { ...restraint, mostChanges: Infinity });
    const coverage = new Coverage(this.draft);
    this.scarce = coverage.run(this.leftOut());
    this.pieces = coverage.pieces();
    for (const what of ['searches', 'scannedEdges', 'exchanges'] as const)
      this.coverage[what] += coverage.effort[what];
    if (coverage.effort.exchanges > 0)
      this.repair.run(prices, this.everybody(), { ...restraint, mostChanges: Infinity });
  }

  /** The restraint of a step: each parted pair must gain `stability`, or a fortieth of a typical score. */
  private gently(): Restraint {
    const edges = this.draft.edges();
    const sum = edges.reduce((total, edge) => total + this.room.score[edge]!, 0);
    const typical = Math.round((STABILITY * sum) / Math.max(1, edges.length));
    return { dropCost: this.options.stability ?? typical, mostChanges: MOST_CHANGES };
  }

  /** The edges of those standing pairs that may still stand, as far as there is space. */
  private edgesOf(standing: readonly Pair[]): number[] {
    const left = this.room.space.slice();
    const edges = standing.map(([a, b]) => edgeBetween(this.room, a, b));
    return [...new Set(edges)]
      .filter((edge) => edge !== NO_EDGE)
      .sort((x, y) => x - y)
      .filter((edge) => {
        const [a, b] = [this.room.a[edge]!, this.room.b[edge]!];
        if (left[a] === 0 || left[b] === 0) return false;
        left[a]! -= 1;
        left[b]! -= 1;
        return true;
      });
  }
}
