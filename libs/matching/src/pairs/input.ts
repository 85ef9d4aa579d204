import { MatchingInputError } from '../errors.ts';

/** Two people by index. */
export type Pair = readonly [number, number];

/**
 * Allowed pairs in three columns of one length: pair i is `a[i]`–`b[i]`, worth `score[i]`, a whole number (by convention
 * the probability × 1000). Plain or typed arrays: a large room has millions of pairs.
 */
export interface Candidates {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly score: ArrayLike<number>;
}

export interface PairProblem {
  /** How many pairs each person may be in; the index is the person. */
  readonly caps: readonly number[];
  /** Every pair that may be suggested, each at most once, in any order. */
  readonly candidates: Candidates;
  /** Pairs that stand whatever their score; one that is no candidate counts 0. */
  readonly pinned?: readonly Pair[];
  /** Pairs that never stand, candidate or not. */
  readonly forbidden?: readonly Pair[];
}

/** 100,000 people with 3 pairs each of this score still add up exactly in a double. */
const HIGHEST_SCORE = 1_000_000_000;
const HIGHEST_CAP = 1_000_000;

/**
 * Refuses a problem with a cap, index or score that makes no sense, or pins that contradict caps or bans.
 *
 * @throws MatchingInputError naming the first offending item, in the order caps, candidates, forbidden, pinned
 */
export function refuseBadInput(problem: PairProblem): void {
  const { caps, candidates, pinned = [], forbidden = [] } = problem;
  const people = caps.length;
  caps.forEach(refuseBadCap);
  refuseBadCandidates(candidates, people);
  forbidden.forEach((pair, index) => {
    refuseBadPair(pair, people, `forbidden[${String(index)}]`);
  });
  refuseBadPins(caps, pinned, new Set(forbidden.map(([a, b]) => pairKey(a, b, people))));
}

/** One number for an unordered pair; exact for up to 90 million people. */
export function pairKey(a: number, b: number, people: number): number {
  return Math.min(a, b) * people + Math.max(a, b);
}

function refuseBadCap(cap: number, person: number): void {
  if (!Number.isInteger(cap) || cap < 0 || cap > HIGHEST_CAP) {
    const range = `from 0 to ${String(HIGHEST_CAP)}`;
    throw new MatchingInputError(
      'bad-cap',
      `caps[${String(person)}]`,
      `${String(cap)} is no whole number ${range}`,
    );
  }
}

function refuseBadCandidates({ a, b, score }: Candidates, people: number): void {
  if (a.length !== b.length || a.length !== score.length) {
    const lengths = [a, b, score].map(({ length }) => String(length)).join(', ');
    throw new MatchingInputError('bad-columns', 'candidates', `its columns are ${lengths} long`);
  }
  const listed = new Set<number>();
  for (let index = 0; index < a.length; index++) {
    const pair: Pair = [a[index]!, b[index]!];
    const item = `candidates[${String(index)}]`;
    refuseBadPair(pair, people, item);
    const worth = score[index]!;
    if (!Number.isInteger(worth) || worth < 0 || worth > HIGHEST_SCORE) {
      const range = `from 0 to ${String(HIGHEST_SCORE)}`;
      throw new MatchingInputError(
        'bad-score',
        item,
        `its score ${String(worth)} is no whole number ${range}`,
      );
    }
    const key = pairKey(pair[0], pair[1], people);
    if (listed.has(key))
      throw new MatchingInputError('pair-twice', item, `${pairName(...pair)} is listed before`);
    listed.add(key);
  }
}

function refuseBadPair([a, b]: Pair, people: number, item: string): void {
  for (const person of [a, b]) {
    if (!Number.isInteger(person) || person < 0 || person >= people) {
      throw new MatchingInputError('unknown-person', item, `there is no person ${String(person)}`);
    }
  }
  if (a === b) throw new MatchingInputError('same-person', item, `person ${String(a)} is paired with itself`);
}

function refuseBadPins(caps: readonly number[], pinned: readonly Pair[], banned: ReadonlySet<number>): void {
  const seen = new Set<number>();
  const used = new Map<number, number>();
  pinned.forEach((pair, index) => {
    const item = `pinned[${String(index)}]`;
    refuseBadPair(pair, caps.length, item);
    const key = pairKey(pair[0], pair[1], caps.length);
    if (banned.has(key)) {
      throw new MatchingInputError('pinned-and-forbidden', item, `${pairName(...pair)} is forbidden as well`);
    }
    if (seen.has(key))
      throw new MatchingInputError('pair-twice', item, `${pairName(...pair)} is pinned before`);
    seen.add(key);
    for (const person of pair) {
      const now = (used.get(person) ?? 0) + 1;
      used.set(person, now);
      const cap = caps[person] ?? 0;
      if (now > cap) {
        const excess = `person ${String(person)} has a cap of ${String(cap)}`;
        throw new MatchingInputError('pins-over-cap', item, `${excess} and is pinned ${String(now)} times`);
      }
    }
  });
}

function pairName(a: number, b: number): string {
  return `the pair ${String(Math.min(a, b))}–${String(Math.max(a, b))}`;
}
