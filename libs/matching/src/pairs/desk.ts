import { MatchingInputError } from '../errors.ts';
import { checkPlan } from './checker.ts';
import { Coverage } from './coverage.ts';
import { Draft } from './draft.ts';
import {
  type Candidates,
  type Pair,
  type PairProblem,
  type PairRules,
  refuseBadCandidates,
  refuseBadPair,
} from './input.ts';
import { Optimum } from './optimum.ts';
import type { ClaimedPlan, SuggestedPair } from './plan.ts';
import { onlyForward, type Progress } from './progress.ts';
import { Repair, type Restraint, UNRESTRAINED } from './repair.ts';
import { edgeBetween, hasCoveringEdge, roomOf, type Pin, type Room } from './room.ts';
import { roundOff } from './rounding.ts';

export interface PairOptions extends PairRules {
  /** Pairs that stand already, such as those a host has seen: the plan starts from them, and parts few. */
  readonly standing?: readonly Pair[];
  /** How many score points it must gain to part a standing pair; unless said otherwise 2.5 % of the mean score. */
  readonly stability?: number;
  /**
   * More candidates for these prices: pairs not listed so far that score above price a + price b. Called again until it
   * returns none; then the bound holds for all pairs there are.
   */
  readonly more?: (prices: Float64Array) => Candidates;
  /** Hears the share of the work done, 0 to 1, at most a hundred times. What it throws stops the work and passes through. */
  readonly progress?: Progress;
}

/** What a solve took, the same on every machine. */
export interface PairEffort {
  readonly bids: number;
  /** Searches for a path, each from one person. */
  readonly searches: number;
  readonly scannedEdges: number;
  /** Chains of exchanges after rounding. */
  readonly exchanges: number;
}

export interface PairPlan extends ClaimedPlan {
  readonly certificate: ClaimedPlan['certificate'] & {
    /**
     * No plan under the same caps, pins and bans totals more: with the total first, none whoever it leaves out; with
     * everyone first, none that leaves out as few people as this one.
     */
    readonly upperBound: number;
    /** Share of the bound that the total misses, 0 to 1. */
    readonly gap: number;
    /** Every plan leaves out at least so many people. */
    readonly leftOutAtLeast: number;
  };
  readonly effort: PairEffort;
}

/** What a step changed beside the pair it was about; each sorted by a, then b. */
export interface PairChanges {
  readonly added: readonly SuggestedPair[];
  readonly removed: readonly SuggestedPair[];
}

const NO_EDGE = -1;
/** Of a typical score, for each pair parted. */
const STABILITY = 0.025;
/** Other pairs that one step may change, unless somebody would be left out. */
const MOST_CHANGES = 5;

/**
 * A solved room: the fractional optimum with its prices, kept exact whatever is pinned and dropped, and the plan, which
 * changes only where a chain of exchanges from the people touched gains.
 */
export class PairDesk {
  private readonly options: PairOptions;
  private readonly room: Room;
  private readonly optimum: Optimum;
  private readonly draft: Draft;
  private readonly repair: Repair;
  private readonly base: PairProblem;
  private pins: Pin[];
  private readonly bans: Pair[];
  private scarce: number[] = [];
  private readonly coverage = { searches: 0, scannedEdges: 0, exchanges: 0 };

  constructor(problem: PairProblem, options: PairOptions) {
    this.options = options;
    const progress = onlyForward(options.progress);
    let [grown, room, bonus, optimum] = solve(problem, options, progress);
    for (let extra = options.more?.(optimum.prices()); extra && extra.a.length > 0;) {
      [grown, room, bonus, optimum] = solve(withMore(grown, extra), options, progress, optimum);
      extra = options.more?.(optimum.prices());
    }
    this.base = grown;
    this.room = room;
    this.optimum = optimum;
    this.pins = [...room.pins];
    this.bans = [...(problem.forbidden ?? [])];
    this.draft = new Draft(room);
    this.repair = new Repair(this.draft, bonus);
    this.draft.replaceBy(options.standing ? this.edgesOf(options.standing) : roundOff(optimum.cover));
    const restraint = options.standing ? { ...this.gently(), mostChanges: Infinity } : UNRESTRAINED;
    this.refine(Array.from(room.space.keys()), restraint);
    progress(1);
  }

  /** The problem as it stands now, with what was pinned, dropped and priced in since. */
  get problem(): PairProblem {
    return { ...this.base, pinned: this.pins.map(({ a, b }) => [a, b] as const), forbidden: this.bans };
  }

  /** The plan as it stands, checked against the problem as it stands. O(candidates). */
  plan(): PairPlan {
    const claim = this.claim();
    const { faults, upperBound, gap, leftOutAtLeast } = checkPlan(this.problem, claim, this.options);
    if (faults.length > 0) throw new Error(`The solver broke its own rules: ${faults.join('; ')}`);
    return {
      ...claim,
      certificate: { ...claim.certificate, upperBound, gap, leftOutAtLeast },
      effort: this.effort,
    };
  }

  private claim(): ClaimedPlan {
    const pairs = [
      ...this.pins.map((pin) => ({ ...pin, pinned: true })),
      ...this.draft.edges().map((edge) => this.pairOf(edge)),
    ].sort(byPeople);
    const isCovered = new Uint8Array(this.room.people);
    for (const { a, b, score, pinned } of pairs) {
      if (pinned || score >= this.room.coversFrom) isCovered[a] = isCovered[b] = 1;
    }
    return {
      pairs,
      total: pairs.reduce((sum, { score }) => sum + score, 0),
      leftOut: Array.from(isCovered.keys()).filter((one) => this.base.caps[one]! > 0 && isCovered[one] === 0),
      certificate: { prices: this.bestPrices(), scarce: this.scarce },
    };
  }

  /**
   * The prices that prove the lowest bound. Where a fraction of a plan leaves out fewer than any whole plan can, the bonus
   * counts against the bound; that of the total alone is lower then. (It would have to be priced on its own.)
   */
  private bestPrices(): Float64Array {
    const { cover } = this.optimum;
    const isHalved = cover.bonus > 0 && !this.options.more && this.optimum.leftOut() < this.leftOut().length;
    return (isHalved ? new Optimum(this.room, 0, () => undefined) : this.optimum).prices();
  }

  /** Whoever wants covering and has nobody. */
  private leftOut(): number[] {
    const { wanting } = this.room;
    return Array.from(wanting.keys()).filter(
      (person) => wanting[person] === 1 && this.draft.coveringPairsOf(person) === 0,
    );
  }

  /** Lets a pair stand whatever comes. */
  pin(a: number, b: number): PairChanges {
    refuseBadPair([a, b], this.room.people, 'pin');
    if (this.pinBetween(a, b)) return { added: [], removed: [] };
    this.refusePin(a, b);
    const edge = edgeBetween(this.room, a, b);
    return this.changed(edge, () => {
      this.pins.push({
        a: Math.min(a, b),
        b: Math.max(a, b),
        score: edge === NO_EDGE ? 0 : this.room.score[edge]!,
      });
      this.shut(edge);
      this.resize([a, b], -1);
      return [a, b].flatMap((person) => this.giveUp(person));
    });
  }

  /** Forbids a pair, pinned or not. */
  drop(a: number, b: number): PairChanges {
    refuseBadPair([a, b], this.room.people, 'drop');
    const edge = edgeBetween(this.room, a, b);
    const pin = this.pinBetween(a, b);
    if (this.isForbidden(a, b)) return { added: [], removed: [] };
    return this.changed(edge, () => {
      this.bans.push([a, b]);
      this.pins = this.pins.filter((one) => one !== pin);
      this.shut(edge);
      this.resize([a, b], pin ? 1 : 0);
      return [a, b];
    });
  }

  /** Plans everything anew from the optimum, however many pairs change. */
  improve(): PairChanges {
    return this.changed(
      NO_EDGE,
      () => {
        this.draft.replaceBy(roundOff(this.optimum.cover));
        return Array.from(this.room.space.keys());
      },
      UNRESTRAINED,
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

  private refusePin(a: number, b: number): void {
    const item = `pin ${String(a)}–${String(b)}`;
    if (this.isForbidden(a, b))
      throw new MatchingInputError('pinned-and-forbidden', item, 'the pair is forbidden');
    const full = [a, b].find((person) => this.room.space[person] === 0);
    if (full === undefined) return;
    const cap = `a cap of ${String(this.base.caps[full])}`;
    throw new MatchingInputError(
      'pins-over-cap',
      item,
      `person ${String(full)} has ${cap} and that many pins`,
    );
  }

  private isForbidden(a: number, b: number): boolean {
    return this.bans.some(([x, y]) => Math.min(x, y) === Math.min(a, b) && Math.max(x, y) === Math.max(a, b));
  }

  /** Takes a step, lets the plan follow, and tells what changed beside the edge the step was about. */
  private changed(about: number, step: () => number[], restraint = this.gently()): PairChanges {
    const { log, chosen } = this.draft;
    const start = log.length;
    this.refine(step(), restraint);
    const odd = new Set<number>();
    for (const edge of log.slice(start)) if (!odd.delete(edge)) odd.add(edge);
    odd.delete(about);
    const pairs = (isChosen: number) =>
      [...odd]
        .filter((edge) => chosen[edge] === isChosen)
        .map((edge) => this.pairOf(edge))
        .sort(byPeople);
    return { added: pairs(1), removed: pairs(0) };
  }

  /**
   * Chains from these people first, within the restraint; then from whoever is left out, whatever changes; then whoever
   * can still be covered is, and what that cost is repaired.
   */
  private refine(people: readonly number[], restraint: Restraint): void {
    const prices = this.optimum.prices();
    const everybody = Array.from(this.room.space.keys());
    this.repair.run(prices, people, restraint);
    if (this.options.first === 'total') return;
    this.repair.run(prices, this.leftOut(), { ...restraint, mostChanges: Infinity });
    const coverage = new Coverage(this.draft);
    this.scarce = coverage.run(this.leftOut());
    for (const what of ['searches', 'scannedEdges', 'exchanges'] as const)
      this.coverage[what] += coverage.effort[what];
    if (coverage.effort.exchanges > 0)
      this.repair.run(prices, everybody, { ...restraint, mostChanges: Infinity });
  }

  private shut(edge: number): void {
    if (edge === NO_EDGE) return;
    this.room.gone[edge] = 1;
    this.optimum.cover.close(edge);
    this.repair.close(edge);
    if (this.draft.chosen[edge] === 1) this.draft.drop(edge);
  }

  private resize(people: readonly number[], by: number): void {
    const { room } = this;
    for (const person of people) {
      room.space[person]! += by;
      const isPinned = this.pins.some(({ a, b }) => a === person || b === person);
      room.wanting[person] = !isPinned && hasCoveringEdge(room, person, room.coversFrom) ? 1 : 0;
    }
    this.optimum.follow(people);
  }

  /** Whoever has a pair too many gives up the one that is worth least beside the prices. @returns who lost one */
  private giveUp(person: number): number[] {
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
    const edges = standing.map(([a, b]) => edgeBetween(this.room, a, b)).filter((edge) => edge !== NO_EDGE);
    return [...new Set(edges)]
      .sort((x, y) => x - y)
      .filter((edge) => {
        const [a, b] = [this.room.a[edge]!, this.room.b[edge]!];
        if (left[a] === 0 || left[b] === 0) return false;
        left[a]! -= 1;
        left[b]! -= 1;
        return true;
      });
  }

  private pairOf(edge: number): SuggestedPair {
    const { a, b, score } = this.room;
    return { a: a[edge]!, b: b[edge]!, score: score[edge]!, pinned: false };
  }

  private pinBetween(a: number, b: number): Pin | undefined {
    return this.pins.find((pin) => pin.a === Math.min(a, b) && pin.b === Math.max(a, b));
  }
}

function solve(
  problem: PairProblem,
  { first, coversFrom = 1 }: PairOptions,
  progress: Progress,
  before?: Optimum,
): [PairProblem, Room, number, Optimum] {
  const room = roomOf(problem, coversFrom);
  const bonus = first === 'total' ? 0 : bonusFor(room);
  return [problem, room, bonus, new Optimum(room, bonus, progress, before)];
}

/** More than any exchange can lose, so that covering one person more outweighs every total. */
function bonusFor({ most, score, people }: Room): number {
  const places = most.reduce((sum, one) => sum + one, 0);
  // Beyond 2 ** 50 the sums over all people would no longer be exact.
  return Math.min(1 + (score[0] ?? 0) * places, Math.floor(2 ** 50 / Math.max(1, people)));
}

function withMore(problem: PairProblem, extra: Candidates): PairProblem {
  const both = (one: ArrayLike<number>, other: ArrayLike<number>) => {
    const joined = new Int32Array(one.length + other.length);
    joined.set(one);
    joined.set(other, one.length);
    return joined;
  };
  const { a, b, score } = problem.candidates;
  const candidates = { a: both(a, extra.a), b: both(b, extra.b), score: both(score, extra.score) };
  refuseBadCandidates(candidates, problem.caps.length);
  return { ...problem, candidates };
}

const byPeople = (x: SuggestedPair, y: SuggestedPair) => x.a - y.a || x.b - y.b;
