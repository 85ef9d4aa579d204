import type { Profile } from './profile.ts';
import { roomOfTwo } from './scores.ts';

/** What a host had better think of before approving a pair. */
export const cautions = ['same-trade'] as const;
export type Caution = (typeof cautions)[number];

/**
 * The same craft and niche in one city, and nothing that either could give the other: perhaps rivals. From the profiles
 * that the host sees and the built-in vocabulary alone, so that it tells of nothing else.
 */
export function cautionOf(one: Profile, other: Profile): Caution | null {
  return roomOfTwo(one, other).features(0, 1).rival === 1 ? 'same-trade' : null;
}
