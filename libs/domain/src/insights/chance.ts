import { fewestTold } from './cells.ts';
import { type Interval, type Trial, newcombe, wilson } from './intervals.ts';

/** How suggestions did against pairs drawn by chance. */
export type ChanceVerdict = 'too-early' | 'too-few' | 'better' | 'not-better-yet' | 'worse';

export interface AgainstChance {
  readonly verdict: ChanceVerdict;
  /** Null under 5 pairs of either kind, like the others. */
  readonly suggested: (Trial & Interval) | null;
  readonly wildcard: (Trial & Interval) | null;
  /** Of the share of suggestions that were introduced less that of the wildcards. */
  readonly difference: (Interval & { readonly value: number }) | null;
}

/**
 * Both shares with their intervals, and whether the difference is more than chance: its whole interval lies on one side of
 * zero. Under 5 pairs of a kind neither is told, because one share beside the whole would give away the other; "too early" is
 * before the first pair of either kind is over.
 */
export function againstChance(suggested: Trial, wildcard: Trial): AgainstChance {
  if (suggested.of + wildcard.of === 0)
    return { verdict: 'too-early', suggested: null, wildcard: null, difference: null };
  if (suggested.of < fewestTold || wildcard.of < fewestTold)
    return { verdict: 'too-few', suggested: null, wildcard: null, difference: null };
  const interval = newcombe(suggested, wildcard);
  const value = suggested.count / suggested.of - wildcard.count / wildcard.of;
  return {
    verdict: interval.low > 0 ? 'better' : interval.high < 0 ? 'worse' : 'not-better-yet',
    suggested: { ...suggested, ...wilson(suggested) },
    wildcard: { ...wildcard, ...wilson(wildcard) },
    difference: { value, ...interval },
  };
}
