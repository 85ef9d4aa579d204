import { pairFacts, type Answer, type PairFacts } from './pair-facts.ts';
import type { Profile } from './profile.ts';

/**
 * What moves one person's yes, in log odds. Fixed until 200 asks are answered (introductions.md). With these, a
 * stranger without any argument says yes 1 time in 4, one who finds what they look for 3 times in 4.
 */
export const weights = {
  anyone: -1.2,
  needMet: 2.2,
  canGive: 0.9,
  overlap: 0.8,
  peers: 0.4,
  place: 0.4,
  rival: -1,
} as const;

/** By the number of shared topics: two is best, many is the same person twice. */
const overlapWorth = [0, 0.6, 1, 0.7, 0.4, 0.2] as const;
/** The second and third need met add less than the first. */
const rankWorth = [1, 0.35, 0.15] as const;
/** A craft that was not offered in words is a guess. */
const craftWorth = 0.7;
/** With an unknown city, rivalry is half as likely. */
const unknownPlaceRival = 0.5;

/** A need met each way, or one met and something in common: about a fifth of all pairs of a real room. */
const strongFrom = 0.5;

/** Each weighted part of one direction, 0 to about 1.5 (needs) or 1. */
export function features(facts: PairFacts): Record<Exclude<keyof typeof weights, 'anyone'>, number> {
  const topics = facts.sharedCrafts.length + (facts.works === 'apart' ? 0 : 1);
  return {
    needMet: worthOf(facts.met),
    canGive: worthOf(facts.given),
    overlap: overlapWorth[Math.min(topics, overlapWorth.length - 1)] ?? 0,
    peers: facts.stagesApart !== null && facts.stagesApart <= 1 ? 1 : 0,
    place: facts.sameCity === true ? 1 : 0,
    rival: facts.sameTrade ? rivalry(facts.sameCity) : 0,
  };
}

/** How likely `from` says yes to `to`, 0 to 1, by the logistic form of introductions.md over what the profiles tell. */
export function direction(from: Profile, to: Profile): number {
  return likelihood(pairFacts(from, to));
}

/** Both must want it: the product of both directions, 0 to 1, the same either way round. */
export function pairScore(one: Profile, other: Profile): number {
  const facts = pairFacts(one, other);
  return likelihood(facts) * likelihood({ ...facts, met: facts.given, given: facts.met });
}

/** The whole number that `#libs/matching` takes: the probability × 1000. */
export function toMatchingScore(score: number): number {
  return Math.round(score * 1000);
}

/** What a host sees of a score; never the number. */
export function bandOf(score: number): 'strong' | 'fair' {
  return score >= strongFrom ? 'strong' : 'fair';
}

function likelihood(facts: PairFacts): number {
  const parts = features(facts);
  let odds: number = weights.anyone;
  for (const [name, value] of Object.entries(parts)) odds += weights[name as keyof typeof parts] * value;
  return 1 / (1 + Math.exp(-odds));
}

function worthOf(answers: readonly Answer[]): number {
  return answers.reduce(
    (sum, { how }, rank) => sum + (rankWorth[rank] ?? 0) * (how === 'craft' ? craftWorth : 1),
    0,
  );
}

function rivalry(sameCity: boolean | null): number {
  if (sameCity === null) return unknownPlaceRival;
  return sameCity ? 1 : 0;
}
