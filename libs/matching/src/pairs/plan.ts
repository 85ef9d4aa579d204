/** A pair of a plan; a < b. */
export interface SuggestedPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly pinned: boolean;
}

/** What a solver claims: a plan, and the numbers from which any reader can prove how good it is. */
export interface ClaimedPlan {
  /** Sorted by a, then b. */
  readonly pairs: readonly SuggestedPair[];
  /** Sum of the scores, pinned pairs included. */
  readonly total: number;
  /** People with a cap above 0 and no pair that covers, in order. */
  readonly leftOut: readonly number[];
  readonly certificate: {
    /**
     * What a place of each person costs, in score points, whole or half. With everyone first it may be negative: what
     * leaving that person out would cost instead.
     */
    readonly prices: ArrayLike<number>;
    /** The people whom too many depend on: together they prove that nobody more could have been covered. */
    readonly scarce: ArrayLike<number>;
  };
}
