import type { IntroductionSource, IntroductionState } from '../introductions/introduction.ts';
import { fewestTold } from './cells.ts';
import { whenFirst } from './nothing.ts';
import { countedOf } from './ripe.ts';

export interface PairSoFar {
  readonly people: readonly [string, string];
  readonly source: IntroductionSource;
  readonly state: IntroductionState;
  /** When the first question left, in truth or not. */
  readonly frozenAt: Date | null;
  readonly appearsUntil: Date | null;
  readonly introducedAt: Date | null;
  /** One of the two was asked first and alone. */
  readonly oneFirst: boolean;
  /** How many of the two said yes or no. */
  readonly answers: number;
  readonly talkedAt: Date | null;
  readonly metAt: Date | null;
  readonly workingAt: Date | null;
}

/** How often the one who was asked most was asked, and how many were: by the pairs a host reads as asked. */
export function loadOf(pairs: readonly PairSoFar[], asOf: Date): { most: number; people: number } {
  const times = new Map<string, number>();
  for (const { people, frozenAt } of pairs) {
    if (frozenAt === null || frozenAt > asOf) continue;
    for (const person of people) times.set(person, (times.get(person) ?? 0) + 1);
  }
  return { most: Math.max(0, ...times.values()), people: times.size };
}

/** Pairs of these sources that read "introduced" or "did not happen" for good: how many were introduced. */
export function outcomeOf(
  pairs: readonly PairSoFar[],
  source: IntroductionSource,
  asOf: Date,
): { of: number; count: number } {
  const over = finished(pairs, asOf).filter((pair) => pair.source === source);
  return { of: over.length, count: over.filter((pair) => wasIntroduced(pair, asOf)).length };
}

/**
 * Those that were asked and whose last day for a yes is over, introduced ones too: were those counted as soon as they are
 * made, the others would be missing, and every number would look better than it is.
 */
export function finished(pairs: readonly PairSoFar[], asOf: Date): PairSoFar[] {
  return pairs
    .filter(
      ({ frozenAt, appearsUntil }) => frozenAt !== null && appearsUntil !== null && appearsUntil <= asOf,
    )
    .filter((pair) => !isOpen(pair, asOf))
    .sort((one, other) => Number(one.appearsUntil) - Number(other.appearsUntil));
}

/** What a host reads as suggested, approved or asked (standing.ts). */
export function isOpen({ state, frozenAt, appearsUntil, introducedAt }: PairSoFar, asOf: Date): boolean {
  if (introducedAt !== null) return introducedAt > asOf;
  if (frozenAt === null) return state === 'suggested' || state === 'approved';
  return state === 'agreed' || appearsUntil === null || appearsUntil > asOf;
}

export const wasIntroduced = ({ introducedAt }: PairSoFar, asOf: Date): boolean =>
  introducedAt !== null && introducedAt <= asOf;

/** When enough of these pairs are over, by the day that a host reads too: the same whatever was answered. */
export function whenOver(
  pairs: readonly PairSoFar[],
  asOf: Date,
  isEnough: (over: readonly PairSoFar[]) => boolean,
): Date | null {
  const asked = pairs.filter(({ frozenAt }) => frozenAt !== null);
  return whenFirst(asked, ({ appearsUntil }) => appearsUntil, isEnough, asOf);
}

export const isGroup = (pairs: readonly PairSoFar[]): boolean =>
  Math.min(pairs.length, peopleOf(pairs)) >= fewestTold;

/** While more can come. */
export const isGroupInFives = (pairs: readonly PairSoFar[]): boolean => isGroup(countedOf(pairs, true));

export const peopleOf = (pairs: readonly PairSoFar[]): number =>
  new Set(pairs.flatMap(({ people }) => people)).size;
