import type { PairHistory } from './history.ts';
import type { Weights } from './weights.ts';

/** What two profiles have to do with each other, counted, seen from one of the two. */
export interface PairCounts {
  /** Needs of this side that the other offers to meet, and those only a craft of theirs answers; 3 together at most. */
  metByOffer: number;
  metByCraft: number;
  /** The same for needs of the other side. */
  givenByOffer: number;
  givenByCraft: number;
  /** Crafts of both, and one more if both work on the same or on related things. */
  topics: number;
  /** Steps between their stages; −1 if either did not say. */
  stagesApart: number;
  /** −1 if either did not say where. */
  sameCity: -1 | 0 | 1;
  /** All crafts of the one with fewer are the other's too, and neither has what the other looks for. */
  sameTrade: boolean;
}

/** Each weighted part of one direction. */
export type Features = Record<Exclude<keyof Weights, 'anyone'>, number>;

/** By the number of shared topics: two is best, many is the same person twice. */
export const overlapWorth = [0, 0.6, 1, 0.7, 0.4] as const;
/** The second and third need met add less than the first. */
const rankWorth = [1, 0.35, 0.15] as const;
/** A craft that was not offered in words is a guess. */
const craftWorth = 0.7;
/** With an unknown city, rivalry is half as likely. */
const unknownPlaceRival = 0.5;
/** The critic has heard the other's work, but nobody tells them that it helped. */
const critiqueGivenWorth = 0.5;
const mostContactsThatVouch = 3;

/**
 * The parts of one direction: 0 to 1, needs to 1.5, the leaning −1 to 1.
 * @param leaning of the person whose direction it is (`answerLeaning`)
 */
export function featuresOf(counts: PairCounts, history: PairHistory | undefined, leaning: number): Features {
  return {
    needMet: needWorth(counts.metByOffer, counts.metByCraft),
    canGive: needWorth(counts.givenByOffer, counts.givenByCraft),
    overlap: overlapWorth[counts.topics] ?? 0,
    sameQuestion: history?.sameQuestion === true ? 1 : 0,
    sameTable: history?.sameTable === true ? 1 : 0,
    usefulCritique: critiqueWorth(history?.usefulCritique),
    peers: counts.stagesApart === 0 || counts.stagesApart === 1 ? 1 : 0,
    place: counts.sameCity === 1 ? 1 : 0,
    mutualContacts: vouchingWorth(history?.mutualContacts),
    rival: counts.sameTrade ? rivalry(counts.sameCity) : 0,
    wish: history?.wish === 'mine' || history?.wish === 'both' ? 1 : 0,
    answerRate: leaning,
  };
}

/** Log odds of a yes. Written out: it runs twice for each pair of a room. */
export function oddsOf(features: Features, weights: Weights): number {
  return (
    weights.anyone +
    weights.needMet * features.needMet +
    weights.canGive * features.canGive +
    weights.overlap * features.overlap +
    weights.sameQuestion * features.sameQuestion +
    weights.sameTable * features.sameTable +
    weights.usefulCritique * features.usefulCritique +
    weights.peers * features.peers +
    weights.place * features.place +
    weights.mutualContacts * features.mutualContacts +
    weights.rival * features.rival +
    weights.wish * features.wish +
    weights.answerRate * features.answerRate
  );
}

/** The logistic form of introductions.md: log odds to a chance from 0 to 1. */
export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The whole number that `#libs/matching` takes: the chance × 1000. */
export function toMatchingScore(chance: number): number {
  return Math.round(chance * 1000);
}

/** Offers rank before crafts. */
export function needWorth(offers: number, crafts: number): number {
  let worth = 0;
  for (let rank = 0; rank < offers + crafts; rank += 1) {
    worth += (rankWorth[rank] ?? 0) * (rank < offers ? 1 : craftWorth);
  }
  return worth;
}

function critiqueWorth(whose: PairHistory['usefulCritique']): number {
  if (whose === undefined) return 0;
  return whose === 'mine' ? critiqueGivenWorth : 1;
}

function vouchingWorth(contacts = 0): number {
  return contacts >= 1 && contacts <= mostContactsThatVouch ? 1 : 0;
}

function rivalry(sameCity: PairCounts['sameCity']): number {
  if (sameCity === -1) return unknownPlaceRival;
  return sameCity;
}
