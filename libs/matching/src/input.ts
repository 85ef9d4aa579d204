/** Two people by index. */
export type Pair = readonly [number, number];

/** An allowed pair and what it is worth: a whole number, by convention the probability × 1000. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

export interface PairProblem {
  /** How many pairs each person may be in; the index is the person. */
  readonly caps: readonly number[];
  /** Every pair that may be suggested, each at most once, in any order. */
  readonly candidates: readonly Candidate[];
  /** Pairs that stand whatever their score; one that is no candidate counts 0. */
  readonly pinned?: readonly Pair[];
  /** Pairs that never stand, candidate or not. */
  readonly forbidden?: readonly Pair[];
}

export type MatchingInputCode =
  | 'bad-cap'
  | 'unknown-person'
  | 'same-person'
  | 'bad-score'
  | 'pair-twice'
  | 'pinned-and-forbidden'
  | 'pins-over-cap';

/** A problem that cannot be solved as stated; `item` names the offending entry, such as `candidates[3]`. */
export class MatchingInputError extends Error {
  override readonly name = 'MatchingInputError';

  readonly code: MatchingInputCode;
  readonly item: string;

  constructor(code: MatchingInputCode, item: string, explanation: string) {
    super(`${item}: ${explanation}`);
    this.code = code;
    this.item = item;
  }
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
  const listed = new Set<number>();
  candidates.forEach(({ a, b, score }, index) => {
    const item = `candidates[${String(index)}]`;
    refuseBadPair([a, b], people, item);
    if (!Number.isInteger(score) || score < 0 || score > HIGHEST_SCORE) {
      const range = `from 0 to ${String(HIGHEST_SCORE)}`;
      throw new MatchingInputError(
        'bad-score',
        item,
        `the score ${String(score)} is no whole number ${range}`,
      );
    }
    const key = pairKey(a, b, people);
    if (listed.has(key)) {
      throw new MatchingInputError('pair-twice', item, `${pairName(a, b)} is listed before`);
    }
    listed.add(key);
  });
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
