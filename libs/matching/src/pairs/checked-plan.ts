import type { ClaimedPlan, SuggestedPair } from './plan.ts';

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
