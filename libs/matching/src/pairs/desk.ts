import { MatchingInputError } from '../errors.ts';
import type { PairChanges, PairPlan } from './checked-plan.ts';
import { checkPlan } from './checker.ts';
import { type Pair, type PairProblem, refuseBadPair } from './input.ts';
import type { Optimum } from './optimum.ts';
import type { PairOptions } from './options.ts';
import type { ClaimedPlan, SuggestedPair } from './plan.ts';
import { planRoom } from './planned-room.ts';
import type { Planner } from './planner.ts';
import { onlyForward } from './progress.ts';
import { edgeBetween, hasCoveringEdge, NO_EDGE, type Pin, type Room } from './room.ts';

/**
 * A solved room: the fractional optimum with its prices, kept exact whatever is pinned and dropped, and the plan, which
 * changes only where a chain of exchanges from the people touched gains.
 */
export class PairDesk {
  private readonly options: PairOptions;
  /** As it was given, with the candidates priced in since. */
  private readonly base: PairProblem;
  private readonly room: Room;
  private readonly optimum: Optimum;
  private readonly planner: Planner;
  private pins: Pin[];
  private readonly bans: Pair[];

  /** @param problem a checked one */
  constructor(problem: PairProblem, options: PairOptions) {
    const progress = onlyForward(options.progress);
    const { solved, planner } = planRoom(problem, options, progress);
    this.options = options;
    this.base = solved.problem;
    this.room = solved.room;
    this.optimum = solved.optimum;
    this.pins = [...solved.room.pins];
    this.bans = [...(problem.forbidden ?? [])];
    this.planner = planner;
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
      effort: this.planner.effort,
    };
  }

  /** Lets a pair stand whatever comes. */
  pin(a: number, b: number): PairChanges {
    refuseBadPair([a, b], this.room.people, 'pin');
    if (this.pinBetween(a, b)) return { added: [], removed: [] };
    this.refusePin(a, b);
    const edge = edgeBetween(this.room, a, b);
    return this.changesBeside(edge, () => {
      this.pins.push({
        a: Math.min(a, b),
        b: Math.max(a, b),
        score: edge === NO_EDGE ? 0 : this.room.score[edge]!,
      });
      this.shut(edge);
      this.resize([a, b], -1);
      this.planner.follow([a, b].flatMap((person) => this.planner.giveUp(person)));
    });
  }

  /** Forbids a pair, pinned or not. */
  drop(a: number, b: number): PairChanges {
    refuseBadPair([a, b], this.room.people, 'drop');
    const edge = edgeBetween(this.room, a, b);
    const pin = this.pinBetween(a, b);
    if (this.isForbidden(a, b)) return { added: [], removed: [] };
    return this.changesBeside(edge, () => {
      this.bans.push([a, b]);
      this.pins = this.pins.filter((one) => one !== pin);
      this.shut(edge);
      this.resize([a, b], pin ? 1 : 0);
      this.planner.follow([a, b]);
    });
  }

  /** Plans everything anew from the optimum, however many pairs change. */
  improve(): PairChanges {
    return this.changesBeside(NO_EDGE, () => {
      this.planner.planAnew();
    });
  }

  private claim(): ClaimedPlan {
    const pairs = [
      ...this.pins.map((pin) => ({ ...pin, pinned: true })),
      ...this.planner.draft.edges().map((edge) => this.pairOf(edge)),
    ].sort(byPeople);
    const isCovered = new Uint8Array(this.room.people);
    for (const { a, b, score, pinned } of pairs) {
      if (pinned || score >= this.room.coversFrom) isCovered[a] = isCovered[b] = 1;
    }
    return {
      pairs,
      total: pairs.reduce((sum, { score }) => sum + score, 0),
      leftOut: Array.from(isCovered.keys()).filter((one) => this.base.caps[one]! > 0 && isCovered[one] === 0),
      certificate: { prices: this.planner.bestPrices(), scarce: this.planner.scarce },
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

  /** Takes a step and tells what it changed beside the edge it was about. */
  private changesBeside(about: number, step: () => void): PairChanges {
    const { log, chosen } = this.planner.draft;
    const start = log.length;
    step();
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

  private shut(edge: number): void {
    if (edge === NO_EDGE) return;
    this.room.gone[edge] = 1;
    this.optimum.cover.close(edge);
    this.planner.close(edge);
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

  private pairOf(edge: number): SuggestedPair {
    const { a, b, score } = this.room;
    return { a: a[edge]!, b: b[edge]!, score: score[edge]!, pinned: false };
  }

  private pinBetween(a: number, b: number): Pin | undefined {
    return this.pins.find((pin) => pin.a === Math.min(a, b) && pin.b === Math.max(a, b));
  }
}

const byPeople = (x: SuggestedPair, y: SuggestedPair) => x.a - y.a || x.b - y.b;
