import { MatchingInputError } from '../errors.ts';
import { listPairs } from './pair-list.ts';

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
  readonly caps: ArrayLike<number>;
  /** Every pair that may be suggested, each at most once, in any order. */
  readonly candidates: Candidates;
  /** Pairs that stand whatever their score, and cover both; one that is no candidate counts 0. */
  readonly pinned?: readonly Pair[];
  /** Pairs that never stand, candidate or not. */
  readonly forbidden?: readonly Pair[];
}

/** What the best plan of a problem is. */
export interface PairRules {
  /** What counts first: that everyone gets somebody (default), or the total alone. */
  readonly first?: 'everyone' | 'total';
  /** Only pairs of at least this score cover their people, pinned ones apart; 1 unless said otherwise. */
  readonly coversFrom?: number;
}

/** What stands already, and how firmly; see `PairOptions`. */
interface Standing {
  readonly standing?: readonly Pair[];
  readonly stability?: number;
  readonly touched?: readonly number[];
}

/** Below these, every sum over 100,000 people and 5 million pairs is exact in a double. */
const HIGHEST_SCORE = 1_000_000;
const HIGHEST_CAP = 1_000;

/**
 * Refuses a problem with a cap, index or score that makes no sense, or pins that contradict caps or bans. O(candidates).
 *
 * @throws MatchingInputError naming the offending item; the first of its kind, in the order caps, candidates, candidates
 *   listed twice, forbidden, pinned, coversFrom, stability, standing, touched, first
 */
export function refuseBadInput(problem: PairProblem, options: PairRules & Standing = {}): void {
  const { caps, candidates, pinned = [], forbidden = [] } = problem;
  const { first = 'everyone', coversFrom = 1, standing = [], stability = 0, touched = [] } = options;
  for (let person = 0; person < caps.length; person++) {
    refuseUnlessWhole(caps[person]!, HIGHEST_CAP, 'bad-cap', `caps[${String(person)}]`);
  }
  refuseBadCandidates(candidates, caps.length);
  forbidden.forEach((pair, index) => {
    refuseBadPair(pair, caps.length, `forbidden[${String(index)}]`);
  });
  refuseBadPins(problem, pinned, forbidden);
  refuseUnlessWhole(coversFrom, HIGHEST_SCORE, 'bad-score', 'coversFrom');
  refuseUnlessWhole(stability, HIGHEST_SCORE, 'bad-score', 'stability');
  standing.forEach((pair, index) => {
    refuseBadPair(pair, caps.length, `standing[${String(index)}]`);
  });
  for (const person of touched) refuseUnlessPerson(person, caps.length, 'touched');
  // Whoever calls from outside the types must not get a plan by another rule than they asked for.
  if (!['everyone', 'total'].includes(first)) {
    throw new MatchingInputError('bad-rule', 'first', 'this is neither everyone nor total');
  }
}

/** Refuses candidates that are no pairs of so many people, have no whole score, or are listed twice. */
export function refuseBadCandidates({ a, b, score }: Candidates, people: number): void {
  if (a.length !== b.length || a.length !== score.length) {
    const lengths = [a, b, score].map(({ length }) => String(length)).join(', ');
    throw new MatchingInputError('bad-columns', 'candidates', `its columns are ${lengths} long`);
  }
  for (let index = 0; index < a.length; index++) {
    // No name is made for what is right: a large room has millions of pairs.
    if (isPair(a[index]!, b[index]!, people) && isWhole(score[index]!, HIGHEST_SCORE)) continue;
    refuseBadPair([a[index]!, b[index]!], people, nameOf(index));
    refuseUnlessWhole(score[index]!, HIGHEST_SCORE, 'bad-score', nameOf(index));
  }
  const again = firstListedTwice({ a, b, score }, people);
  if (again < a.length) {
    const name = pairName(a[again]!, b[again]!);
    throw new MatchingInputError('pair-twice', nameOf(again), `${name} is listed before`);
  }
}

/** Refuses two indexes that are not two of so many people; `item` is how the message names them. */
export function refuseBadPair(pair: Pair, people: number, item: string): void {
  if (!isTwo(pair)) {
    throw new MatchingInputError('bad-pair', item, 'this is no pair of two people');
  }
  const [a, b] = pair;
  for (const person of [a, b]) refuseUnlessPerson(person, people, item);
  if (a === b) throw new MatchingInputError('same-person', item, `person ${String(a)} is paired with itself`);
}

function refuseUnlessPerson(person: number, people: number, item: string): void {
  if (isWhole(person, people - 1)) return;
  throw new MatchingInputError('unknown-person', item, `there is no person ${String(person)}`);
}

/**
 * The first candidate that an earlier one names already, or how many there are. Candidates are dealt out to the smaller of their people
 * in order, so that one mark per person finds a repeat: no set of millions.
 */
function firstListedTwice({ a, b }: Candidates, people: number): number {
  const end = new Int32Array(people + 1);
  for (let index = 0; index < a.length; index++) end[Math.min(a[index]!, b[index]!) + 1]! += 1;
  for (let person = 0; person < people; person++) end[person + 1]! += end[person]!;
  const dealt = new Int32Array(a.length);
  for (let index = 0; index < a.length; index++) dealt[end[Math.min(a[index]!, b[index]!)]!++] = index;
  const seenBy = new Int32Array(people).fill(-1);
  let first = a.length;
  for (const index of dealt) {
    const smaller = Math.min(a[index]!, b[index]!);
    const larger = Math.max(a[index]!, b[index]!);
    if (seenBy[larger] === smaller) first = Math.min(first, index);
    seenBy[larger] = smaller;
  }
  return first;
}

function refuseBadPins({ caps }: PairProblem, pinned: readonly Pair[], forbidden: readonly Pair[]): void {
  const bans = listPairs(caps.length, forbidden);
  const used = new Int32Array(caps.length);
  pinned.forEach((pair, index) => {
    refuseBadPair(pair, caps.length, `pinned[${String(index)}]`);
  });
  const pins = listPairs(caps.length, pinned);
  pinned.forEach(([a, b], index) => {
    const item = `pinned[${String(index)}]`;
    if (bans.placeOf(a, b) >= 0) {
      throw new MatchingInputError('pinned-and-forbidden', item, `${pairName(a, b)} is forbidden as well`);
    }
    if (pins.placeOf(a, b) < index) {
      throw new MatchingInputError('pair-twice', item, `${pairName(a, b)} is pinned before`);
    }
    for (const person of [a, b]) {
      used[person]! += 1;
      if (used[person]! <= caps[person]!) continue;
      const excess = `person ${String(person)} has a cap of ${String(caps[person])}`;
      throw new MatchingInputError(
        'pins-over-cap',
        item,
        `${excess} and is pinned ${String(used[person])} times`,
      );
    }
  });
}

const isTwo = (pair: unknown): boolean => Array.isArray(pair) && pair.length === 2;

const isWhole = (value: number, highest: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= highest;

const isPair = (a: number, b: number, people: number): boolean =>
  isWhole(a, people - 1) && isWhole(b, people - 1) && a !== b;

function refuseUnlessWhole(
  value: number,
  highest: number,
  code: 'bad-cap' | 'bad-score',
  item: string,
): void {
  if (isWhole(value, highest)) return;
  throw new MatchingInputError(
    code,
    item,
    `${String(value)} is no whole number from 0 to ${String(highest)}`,
  );
}

const nameOf = (index: number): string => `candidates[${String(index)}]`;

const pairName = (a: number, b: number): string =>
  `the pair ${String(Math.min(a, b))}–${String(Math.max(a, b))}`;
