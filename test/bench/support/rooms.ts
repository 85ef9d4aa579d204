import { seededRandom } from '#libs/matching';
import { allPairs, type Columns, indexedPairs } from './room-pairs.ts';
import { drawPeople } from './room-people.ts';

/** A room as `suggestPairs` takes it. */
export interface Room {
  readonly caps: Int32Array;
  readonly candidates: Columns;
  /** Pairs who know each other; most of them are candidates as well. */
  readonly forbidden: readonly (readonly [number, number])[];
}

/** The largest evening at which every pair is compared; above, each person's best by an index of words. */
const everyPairUpTo = 300;

/**
 * The room of a realistic evening, 30 to 100,000 people: roles, interests, needs and offers, stages, employers who are
 * never paired within, a well-known few with small caps, and people who know each other. The same for the same seed.
 */
export function eveningRoom(
  people: number,
  seed = 1,
  pairs = people <= everyPairUpTo ? 'all' : 'indexed',
): Room {
  const crowd = drawPeople(people, seed);
  const candidates = pairs === 'all' ? allPairs(crowd) : indexedPairs(crowd);
  return { caps: crowd.caps, candidates, forbidden: acquaintances(people, candidates, seed) };
}

/**
 * A room where partners are scarce: a third are sought by everybody and like each other best; the rest can only be
 * introduced to six of those. Whoever takes the best pairs first leaves hundreds of 2,000 out; few need be.
 */
export function hardRoom(people: number, seed = 1): Room {
  const random = seededRandom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const sought = Math.floor(people * 0.36);
  const chosen = new Map<number, number>();
  const offer = (a: number, b: number, score: number): void => {
    if (a !== b) chosen.set(Math.min(a, b) * people + Math.max(a, b), score);
  };
  const caps = Int32Array.from({ length: people }, (_, person) => 1 + upTo(person < sought ? 3 : 2));
  for (let person = 0; person < people; person++) {
    const isSought = person < sought;
    for (let draw = 0; draw < 6; draw++) {
      // Some are sought far more than others, so that the least sought leave space which few can use.
      const other = Math.floor(sought * random() ** 1.5);
      offer(person, other, isSought ? 300 + upTo(600) : 100 + upTo(600));
    }
    if (!isSought && random() < 0.2) offer(person, sought + upTo(people - sought), 50 + upTo(200));
  }
  const keys = Float64Array.from(chosen.keys()).sort();
  const candidates = {
    a: Int32Array.from(keys, (key) => Math.floor(key / people)),
    b: Int32Array.from(keys, (key) => key % people),
    score: Int32Array.from(keys, (key) => chosen.get(key)!),
  };
  return { caps, candidates, forbidden: acquaintances(people, candidates, seed) };
}

/** Every second person knows somebody: mostly somebody they could be paired with, sometimes anybody. */
function acquaintances(people: number, { a, b }: Columns, seed: number): [number, number][] {
  if (a.length === 0) return [];
  const random = seededRandom(`knows ${String(seed)}`);
  return Array.from({ length: Math.floor(people / 4) }, () => {
    const pair = Math.floor(random() * a.length);
    const stranger = Math.floor(random() * people);
    return random() < 0.8 || stranger === a[pair] ? [a[pair]!, b[pair]!] : [a[pair]!, stranger];
  });
}
