import {
  type Band,
  type IntroductionSource,
  type Profile,
  bandOf,
  drawWildcards,
  pairScore,
  toMatchingScore,
} from '#libs/domain';
import { type Pair, seededRandom, suggestPairs } from '#libs/matching';

/** Somebody who came and said yes, with what matching reads of them. */
export interface Candidate {
  personId: string;
  attendeeId: string;
  profile: Profile;
  /** How many introductions from this event they want. */
  cap: number;
  part: 'guest' | 'panelist';
}

export interface PlannedPair {
  a: Candidate;
  b: Candidate;
  source: Extract<IntroductionSource, 'suggested' | 'wildcard'>;
  band: Exclude<Band, 'wildcard'>;
  score: number;
}

export interface PlanInput {
  candidates: readonly Candidate[];
  /** Pairs that stand, by people: approved, asked, introduced, or a host's own. They take places and never move. */
  kept: readonly (readonly [string, string])[];
  /** Whether the hard filters let these two be suggested. */
  isAllowed: (one: string, other: string) => boolean;
  /** The event's id: the wildcards of one event are drawn the same way each time. */
  seed: string;
}

/**
 * The suggestions of an event, best first: one in five drawn by chance before the rest, then everybody covered who can be,
 * within caps. The same people and pairs give the same plan.
 */
export function planSuggestions({ candidates, kept, isAllowed, seed }: PlanInput): PlannedPair[] {
  const people = [...candidates].sort((x, y) => (x.attendeeId < y.attendeeId ? -1 : 1));
  const ids = people.map(({ personId }) => personId);
  // Who stands in a kept pair but opted out since takes part in that pair and in no other.
  const room = [...new Set([...ids, ...kept.flat()])];
  const indexes = new Map(room.map((id, index) => [id, index]));
  const pins = kept.map(([one, other]): Pair => [indexes.get(one) ?? 0, indexes.get(other) ?? 0]);
  const used = room.map((_, index) => pins.filter((pin) => pin.includes(index)).length);
  const free = people.map(({ cap }, index) => Math.max(0, cap - (used[index] ?? 0)));
  const pinned = new Set(pins.map(([a, b]) => key(a, b)));
  const allowed = people.flatMap((one, a) =>
    people.slice(a + 1).flatMap((other, offset) => {
      const b = a + 1 + offset;
      const fits =
        free[a] !== 0 && free[b] !== 0 && !pinned.has(key(a, b)) && isAllowed(one.personId, other.personId);
      return fits ? [{ a, b, score: pairScore(one.profile, other.profile) }] : [];
    }),
  );
  const open = new Set(allowed.map(({ a, b }) => key(a, b)));
  const isOpen = (a: number, b: number): boolean => open.has(key(a, b));
  const chance = drawWildcards({ free, isAllowed: isOpen }, allowed.length, 0, seededRandom(seed));
  const { pairs } = suggestPairs({
    caps: room.map((_, index) => (used[index] ?? 0) + (free[index] ?? 0)),
    candidates: {
      a: allowed.map(({ a }) => a),
      b: allowed.map(({ b }) => b),
      score: allowed.map(({ score }) => toMatchingScore(score)),
    },
    pinned: [...pins, ...chance],
  });
  const scores = new Map(allowed.map(({ a, b, score }) => [key(a, b), score]));
  const planned = (a: number, b: number, source: PlannedPair['source']): PlannedPair[] => {
    const [one, other, score] = [people[a], people[b], scores.get(key(a, b))];
    if (one === undefined || other === undefined || score === undefined) return [];
    return [{ a: one, b: other, source, band: bandOf(score), score }];
  };
  return [
    ...chance.flatMap(([a, b]) => planned(a, b, 'wildcard')),
    ...pairs.filter((pair) => !pair.pinned).flatMap(({ a, b }) => planned(a, b, 'suggested')),
  ].sort((x, y) => y.score - x.score || (x.a.attendeeId < y.a.attendeeId ? -1 : 1));
}

const key = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
