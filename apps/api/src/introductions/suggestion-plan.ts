import { seededRandom, suggestPairs } from '#libs/matching';
// Not by the front door: a thread that opened it would first load every entity and TypeORM, six times as long.
import { type Profile, toProfile } from '../../../../libs/domain/src/introductions/profile.ts';
import { reasonFor } from '../../../../libs/domain/src/introductions/reasons.ts';
import { Room } from '../../../../libs/domain/src/introductions/room/room.ts';
import { bandIn } from '../../../../libs/domain/src/introductions/scores.ts';
import { vocabularyOf } from '../../../../libs/domain/src/introductions/terms.ts';
import { drawWildcards } from './draw-wildcards.ts';
import { type Places, openPlaces } from './open-places.ts';
import type {
  First,
  PlannedPair,
  SuggestionOutcome,
  SuggestionPlan,
  SuggestionProblem,
  SuggestionProgress,
} from './suggestion-problem.ts';

type Tell = (progress: Pick<SuggestionProgress, 'step' | 'share'>) => void;

/** Comparing everybody takes longest. */
const comparingShare = 0.8;

/**
 * The suggestions of an evening: one in five drawn by chance before the rest, then everybody covered who can be (or the
 * best pairs alone), within caps. The same problem gives the same plan on every machine.
 *
 * @param tell hears how far it is, after each person: it may be many thousand times
 */
export function planSuggestions(problem: SuggestionProblem, tell: Tell = () => undefined): SuggestionPlan {
  const vocabulary = vocabularyOf(problem.synonyms);
  const profiles = problem.people.map(({ profile }) => toProfile(profile));
  const room = new Room(profiles, { vocabulary });
  const places = openPlaces(problem);
  const candidates = compare(room, places, (share) => {
    tell({ step: 'comparing', share: share * comparingShare });
  });
  tell({ step: 'choosing', share: comparingShare });
  const wild = drawWildcards(places, candidates.score.length, problem.wildcards, seededRandom(problem.seed));
  const task = { caps: places.caps, candidates, pinned: [...problem.kept, ...wild] };
  // Both ways, because what one costs is told by the other.
  const plans = { everyone: suggestPairs(task), total: suggestPairs(task, { first: 'total' }) };

  const reason = (reader: Profile, other: Profile) => reasonFor(reader, other, { vocabulary });
  const planned = ({ a, b }: { a: number; b: number }, source: PlannedPair['source']): PlannedPair => {
    const [one, other] = [at(profiles, a), at(profiles, b)];
    const reasons = { reasonForA: reason(one, other), reasonForB: reason(other, one) };
    return { a, b, source, band: bandIn(room, a, b), ...reasons };
  };
  const chance = wild.map(([a, b]) => ({ a, b }));
  const chosen = plans[problem.first].pairs.filter(({ pinned }) => !pinned);
  return {
    pairs: [
      ...chance.map((pair) => planned(pair, 'wildcard')),
      ...chosen.map((pair) => planned(pair, 'suggested')),
    ].sort((x, y) => room.score(y.a, y.b) - room.score(x.a, x.b) || x.a - y.a || x.b - y.b),
    outcome: outcomeOf(problem, plans),
  };
}

interface Columns {
  a: Int32Array;
  b: Int32Array;
  score: Int32Array;
}

/** Every pair that may be suggested, with its score. */
function compare(room: Room, { isAllowed }: Places, tell: (share: number) => void): Columns {
  const people = room.size;
  const most = (people * (people - 1)) / 2;
  const columns = { a: new Int32Array(most), b: new Int32Array(most), score: new Int32Array(most) };
  let count = 0;
  for (let a = 0; a < people; a += 1) {
    for (let b = a + 1; b < people; b += 1) {
      if (!isAllowed(a, b)) continue;
      columns.a[count] = a;
      columns.b[count] = b;
      columns.score[count] = room.score(a, b);
      count += 1;
    }
    // Of n people the first is compared with n − 1, the last with nobody.
    tell(1 - (1 - (a + 1) / people) ** 2);
  }
  const { a, b, score } = columns;
  return { a: a.subarray(0, count), b: b.subarray(0, count), score: score.subarray(0, count) };
}

type Plans = Record<First, ReturnType<typeof suggestPairs>>;

function outcomeOf({ first, people }: SuggestionProblem, plans: Plans): SuggestionOutcome {
  const { everyone, total } = plans;
  return {
    first,
    people: people.length,
    covered: people.length - plans[first].leftOut.length,
    coverable: people.length - everyone.certificate.leftOutAtLeast,
    price: promiseOf(total) === 0 ? 0 : Math.max(0, 1 - promiseOf(everyone) / promiseOf(total)),
  };
}

/** Of the pairs that were chosen: what stood before and what was drawn by chance is the same both ways. */
function promiseOf({ pairs }: Plans[First]): number {
  return pairs.reduce((sum, { score, pinned }) => sum + (pinned ? 0 : score), 0);
}

function at(profiles: readonly Profile[], place: number): Profile {
  const profile = profiles[place];
  if (profile === undefined) throw new Error(`Nobody has place ${String(place)}`);
  return profile;
}
