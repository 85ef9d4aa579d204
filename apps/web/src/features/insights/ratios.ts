import type { Insights } from '../../lib/shapes.ts';

export type Ratio = Exclude<keyof Insights, 'rsvps' | 'load' | 'chance'>;

/** In the order in which they happen. */
export const inTheRoom = ['showed', 'unknown', 'coverage'] as const satisfies readonly Ratio[];
export const asked = ['answered', 'mutual'] as const satisfies readonly Ratio[];
export const monthsAfter = ['talked', 'met', 'working'] as const satisfies readonly Ratio[];
export const allRatios: readonly Ratio[] = [...inTheRoom, ...asked, ...monthsAfter];

/** 0 to 1; null where it is not shown, or where there is nothing to be a share of. */
export function shareOf({ count, of }: Insights[Ratio]): number | null {
  return count === null || of === null || of === 0 ? null : count / of;
}
