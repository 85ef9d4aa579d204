import {
  type Candidates,
  type PairOptions,
  type PairPlan,
  type PairProblem,
  openPairs,
  seededRandom,
  suggestPairs,
} from '#libs/matching';
// Not by the front door: a thread that opened it would first load every entity and TypeORM, six times as long.
import { type Profile, toProfile } from '../../domain/src/introductions/profile.ts';
import { reasonFor } from '../../domain/src/introductions/reasons.ts';
import { CandidateIndex } from '../../domain/src/introductions/room/candidates.ts';
import { Room } from '../../domain/src/introductions/room/room.ts';
import { scoreAllPairs } from '../../domain/src/introductions/room/scored-pairs.ts';
import { bandIn } from '../../domain/src/introductions/scores.ts';
import { withoutSecrets } from '../../domain/src/introductions/weights.ts';
import { vocabularyOf } from '../../domain/src/introductions/terms.ts';
import { drawWildcards } from '../../domain/src/introductions/wildcards.ts';
import { type Places, openPlaces } from './open-places.ts';
import { historyOf } from './suggestion-history.ts';
import type {
  First,
  Pair,
  PlannedPair,
  SuggestionOutcome,
  SuggestionPlan,
  SuggestionProblem,
  SuggestionProgress,
} from './suggestion-problem.ts';

type Tell = (progress: Pick<SuggestionProgress, 'step' | 'share'>) => void;

/** Beyond this, only pairs that may matter are compared: the same total at 2,000 people, in 3 s and 130 MB instead of 9 s and 480 MB. */
const everyPairUpTo = 300;

/** About what each takes of the whole: comparing, and choosing twice. */
const [comparing, choosing] = [0.4, 0.3];

/**
 * The suggestions of an evening: one in five drawn by chance before the rest, then everybody covered who can be (or the
 * best pairs alone), within caps. The same problem gives the same plan on every machine.
 *
 * @param tell hears how far it is, some hundred times or after each person
 */
export function planSuggestions(problem: SuggestionProblem, tell: Tell = () => undefined): SuggestionPlan {
  const vocabulary = vocabularyOf(problem.synonyms);
  const profiles = problem.people.map(({ profile }) => toProfile(profile));
  const room = new Room(profiles, { vocabulary, ...historyOf(problem), weights: problem.weights });
  const places = openPlaces(problem);
  const { wild, chosen, outcome } =
    problem.repair === null ? choose(problem, room, places, tell) : repair(problem, room, places, tell);

  const reason = (reader: number, other: number) => {
    const history = room.history(reader, other);
    return reasonFor(at(profiles, reader), at(profiles, other), { vocabulary, ...(history && { history }) });
  };
  const planned = (a: number, b: number, source: PlannedPair['source']): PlannedPair => {
    const reasons = { reasonForA: reason(a, b), reasonForB: reason(b, a) };
    return { a, b, source, band: bandIn(room, a, b), ...reasons };
  };
  return {
    pairs: [
      ...wild.map(([a, b]) => planned(a, b, 'wildcard')),
      ...chosen.pairs.flatMap(({ a, b, pinned }) => (pinned ? [] : [planned(a, b, 'suggested')])),
    ].sort((x, y) => shownWorth(room, y) - shownWorth(room, x) || x.a - y.a || x.b - y.b),
    outcome,
  };
}

interface Choice {
  /** Drawn by chance. */
  wild: readonly Pair[];
  chosen: PairPlan;
  outcome: SuggestionOutcome | null;
}

/** Suggestions for everybody who has places. */
function choose(problem: SuggestionProblem, room: Room, places: Places, tell: Tell): Choice {
  const { listed, more } = candidatesOf(room, places, (share) => {
    tell({ step: 'comparing', share: share * comparing });
  });
  const allowed = more === undefined ? listed.score.length : Infinity;
  const wild = drawWildcards(places, allowed, problem.wildcards, seededRandom(problem.seed));
  const task = { caps: places.caps, candidates: listed, pinned: [...problem.kept, ...wild] };
  const plans = chooseBothWays(task, more, (share) => {
    tell({ step: 'choosing', share: comparing + share * choosing });
  });
  return { wild, chosen: plans[problem.first], outcome: outcomeOf(problem, room, plans) };
}

/**
 * What a decision leaves to be done: few pairs change beside it, and those that stand are parted only for 2.5 % of a typical
 * score each. Of a large room the best pairs are enough, beside those that stand: nothing is proved to the host here.
 */
function repair(problem: SuggestionProblem, room: Room, places: Places, tell: Tell): Choice {
  const { standing = [], touched = [] } = problem.repair ?? {};
  const { listed } = candidatesOf(room, places, (share) => {
    tell({ step: 'comparing', share: share * comparing });
  });
  const candidates = withPairs(
    listed,
    room,
    standing.filter(([a, b]) => places.isAllowed(a, b)),
  );
  const task = { caps: places.caps, candidates, pinned: problem.kept };
  return { wild: [], chosen: suggestPairs(task, { first: problem.first, standing, touched }), outcome: null };
}

function withPairs({ a, b, score }: Candidates, room: Room, pairs: readonly Pair[]): Candidates {
  const listed = new Set(Array.from(a, (one, at) => `${one} ${b[at] ?? -1}`));
  const missing = pairs.filter(([one, other]) => !listed.has(`${one} ${other}`));
  return {
    a: [...Array.from(a), ...missing.map(([one]) => one)],
    b: [...Array.from(b), ...missing.map(([, other]) => other)],
    score: [...Array.from(score), ...missing.map(([one, other]) => room.score(one, other))],
  };
}

/** Its order on the board and its part of the price: like its band they may tell nothing of what was told in private. */
function shownWorth(room: Room, { a, b }: Pick<PlannedPair, 'a' | 'b'>): number {
  return room.chance(a, b, withoutSecrets(room.weights));
}

type More = NonNullable<PairOptions['more']>;

/** Every pair of a small room; of a large one those that look best, and what prices show to be missing. */
function candidatesOf(
  room: Room,
  { isAllowed }: Places,
  tell: (share: number) => void,
): { listed: Candidates; more?: More } {
  if (room.size <= everyPairUpTo) return { listed: scoreAllPairs(room, isAllowed, tell) };
  const index = new CandidateIndex(room, { isAllowed });
  return { listed: index.first(tell), more: (prices) => index.above(prices) };
}

/** Everyone first and the total first: what one costs is told by the other. `tell` hears from 0 to 2. */
function chooseBothWays(task: PairProblem, more: More | undefined, tell: (share: number) => void): Plans {
  const options = { ...(more && { more }) };
  const everyone = openPairs(task, { ...options, progress: tell });
  const total = suggestPairs(everyone.problem, {
    ...options,
    first: 'total',
    progress: (share) => {
      tell(1 + share);
    },
  });
  return { everyone: everyone.plan(), total };
}

type Plans = Record<First, PairPlan>;

function outcomeOf({ first, people }: SuggestionProblem, room: Room, plans: Plans): SuggestionOutcome {
  const { everyone, total } = plans;
  const [fair, best] = [promiseOf(room, everyone), promiseOf(room, total)];
  return {
    first,
    people: people.length,
    covered: people.length - plans[first].leftOut.length,
    coverable: people.length - everyone.certificate.leftOutAtLeast,
    price: best === 0 ? 0 : Math.max(0, Math.round(100 * (1 - fair / best)) / 100),
  };
}

/** Of the pairs that were chosen: what stood before and what was drawn by chance is the same both ways. */
function promiseOf(room: Room, { pairs }: Plans[First]): number {
  return pairs.reduce((sum, pair) => sum + (pair.pinned ? 0 : shownWorth(room, pair)), 0);
}

function at(profiles: readonly Profile[], place: number): Profile {
  const profile = profiles[place];
  if (profile === undefined) throw new Error(`Nobody has place ${String(place)}`);
  return profile;
}
