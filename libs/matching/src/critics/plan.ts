import type { Hearing } from './input.ts';

/** A critic assigned to a work. */
export interface Heard extends Hearing {
  readonly score: number;
  readonly fixed: boolean;
}

/**
 * Why there is no assignment: the works (or the critics) on one side need more places than all their allowed partners
 * on the other have, fixed hearings apart. Of all such sets it is the smallest among those that are short of most.
 */
export interface Shortage {
  /** Who cannot have what they need: works without enough critics, or critics without enough works. */
  readonly side: 'works' | 'critics';
  readonly works: readonly number[];
  readonly critics: readonly number[];
  /** Places the named side needs together, and places the other can give them: each partner their own, once a pair. */
  readonly needed: number;
  readonly available: number;
  /** The fewest places any assignment misses: needed − available. */
  readonly short: number;
}

/**
 * Prices that bound weighted totals. With weight μ and rent u of each work, price v of each critic and score s, no
 * assignment has Σ μ·s over its open hearings above Σ places·u + Σ max(least·v, most·v) + Σ max(0, μ·s − u − v).
 */
export interface Prices {
  /** What each work's scores count, whole numbers from 0. */
  readonly weights: readonly number[];
  readonly works: readonly number[];
  readonly critics: readonly number[];
}

/** Prices of what each critic brings a work above its level; see the checker for what they prove. */
export interface WorstPrices extends Prices {
  readonly levels: readonly number[];
}

export interface Assignment {
  readonly kind: 'assigned';
  /** Sorted by work, then critic; the fixed ones included. */
  readonly hearings: readonly Heard[];
  /** Sum of the scores. */
  readonly total: number;
  /** The lowest total of a work that had places to fill; 0 if none had. */
  readonly worst: number;
  readonly certificate: {
    /** No assignment serves every work with places to fill better than this. */
    readonly worstBound: number;
    /** Prices at which what critics bring above the levels cannot lift all of them to one more. */
    readonly worstPrices: WorstPrices;
    /** No assignment that serves each of these works at least `worst` totals more. */
    readonly totalBound: number;
    /** Its weights are `unit` and what a work below the minimum counts on top. */
    readonly totalPrices: Prices;
    readonly unit: number;
  };
}

export interface Impossible {
  readonly kind: 'impossible';
  readonly reason: Shortage;
}

export type CriticPlan = Assignment | Impossible;
