import type { Introduction } from './introduction.ts';

/** What a host reads. */
export const standings = [
  'suggested',
  'approved',
  'asked',
  'introduced',
  'did not happen',
  'dismissed',
  'withdrawn',
] as const;
export type Standing = (typeof standings)[number];

/**
 * The host's word for an introduction. A no, a silence, a block, an opt-out and a pair that was silently never asked read
 * the same: "asked" until the last day a yes could still have counted, then "did not happen" (introductions.md).
 */
export function standing(
  introduction: Pick<Introduction, 'state' | 'introducedAt' | 'appearsUntil'>,
  now: Date,
): Standing {
  const { state, introducedAt, appearsUntil } = introduction;
  if (introducedAt !== null) return 'introduced';
  if (state === 'suggested' || state === 'approved' || state === 'dismissed' || state === 'withdrawn')
    return state;
  if (state === 'agreed') return 'asked';
  return appearsUntil !== null && now < appearsUntil ? 'asked' : 'did not happen';
}

const taking: readonly Standing[] = ['suggested', 'approved', 'asked', 'introduced'];

/** Whether it takes one of the introductions a person wants from an event: by what shows, never by what is true. */
export function takesPlace(introduction: Parameters<typeof standing>[0], now: Date): boolean {
  return taking.includes(standing(introduction, now));
}

/** Whether it takes it for good: a suggestion that no host touched makes way for a pair of a host's own. */
export function holdsPlace(
  introduction: Parameters<typeof standing>[0] & Pick<Introduction, 'isUntouched'>,
  now: Date,
): boolean {
  return takesPlace(introduction, now) && !introduction.isUntouched;
}
