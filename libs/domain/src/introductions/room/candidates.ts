import { bestPartners } from './best-partners.ts';
import { Bounds } from './bounds.ts';
import { partnersIn } from './columns.ts';
import { pairsAbove } from './pairs-above.ts';
import type { Room } from './room.ts';
import type { IsAllowed, ScoredPairs } from './scored-pairs.ts';

export interface CandidateOptions {
  readonly isAllowed?: IsAllowed;
  /** How many partners of each person are listed first; default 40. The result of a matching does not depend on it. */
  readonly partners?: number;
  /** How many pairs `above` adds at most for one person, those that gain most; default all. */
  readonly added?: number;
}

const usualPartners = 40;

/**
 * The pairs of a large room that matter, without scoring every pair: first the best partners of each person, then,
 * between solves, every pair that the prices of a solution show to be worth more than it costs (column generation:
 * Desrosiers and Lübbecke, A Primer in Column Generation, 2005). When `above` finds none, no other pair could better
 * the solution. Which pairs were listed is remembered: a pair is listed once.
 */
export class CandidateIndex {
  private readonly room: Room;
  private readonly isAllowed: IsAllowed;
  private readonly partners: number;
  private readonly added: number;
  private readonly bounds: Bounds;
  private readonly listed: ScoredPairs[] = [];

  constructor(room: Room, options: CandidateOptions = {}) {
    this.room = room;
    this.isAllowed = options.isAllowed ?? (() => true);
    this.partners = options.partners ?? usualPartners;
    this.added = options.added ?? Infinity;
    this.bounds = new Bounds(room);
  }

  /**
   * The best partners of each person; see `bestPartners`. To be asked for once, before `above`.
   *
   * @param tell hears after each person how far it is, 0 to 1
   */
  first(tell: (share: number) => void = () => undefined): ScoredPairs {
    return this.listing(bestPartners(this.room, this.bounds, this.isAllowed, this.partners, tell));
  }

  /**
   * Every allowed pair not listed before that scores more than its two prices together; see `pairsAbove`.
   *
   * @param prices by person, in units of the score; below 0 for somebody who must get a partner whatever it costs
   */
  above(prices: ArrayLike<number>): ScoredPairs {
    const { room, bounds, isAllowed, added } = this;
    const listed = partnersIn(this.listed, room.size);
    return this.listing(pairsAbove(room, bounds, prices, { isAllowed, added, listed }));
  }

  private listing(pairs: ScoredPairs): ScoredPairs {
    this.listed.push(pairs);
    return pairs;
  }
}
