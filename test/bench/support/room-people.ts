import { seededRandom } from '#libs/matching';

/** Interests, needs and offers are words of one vocabulary; the first is everybody's, the last almost nobody's. */
export const vocabulary = 200;
/** A set of words is seven whole numbers of 32 bits. */
export const words = Math.ceil(vocabulary / 32);

/** The people of a made-up room in columns; a set of person p stands at `p * words`. */
export interface People {
  readonly count: number;
  readonly caps: Int32Array;
  readonly role: Uint8Array;
  /** 0 starting out … 3 established. */
  readonly stage: Uint8Array;
  readonly city: Uint8Array;
  readonly employer: Int32Array;
  /** 1 for the few whom everybody wants to meet. */
  readonly wellKnown: Uint8Array;
  /** Tends to say yes or no, in logits. */
  readonly warmth: Float64Array;
  readonly interests: Int32Array;
  readonly seeks: Int32Array;
  readonly offers: Int32Array;
}

const roles = 8;
const cities = 5;

/** Draws a crowd: 3 to 8 interests each, Zipf-distributed; every fiftieth is well known and takes one introduction. */
export function drawPeople(count: number, seed: number): People {
  const random = seededRandom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const word = zipf(vocabulary, random);
  // An employer of rank r has 1/r as many people here as the largest; on average six.
  const employer = zipf(Math.max(2, Math.ceil(count / 6)), random);
  const column = () => new Int32Array(count * words);
  const people: People = {
    count,
    caps: new Int32Array(count),
    role: new Uint8Array(count),
    stage: new Uint8Array(count),
    city: new Uint8Array(count),
    employer: new Int32Array(count),
    wellKnown: new Uint8Array(count),
    warmth: new Float64Array(count),
    interests: column(),
    seeks: column(),
    offers: column(),
  };
  for (let person = 0; person < count; person++) {
    const wellKnown = random() < 0.02;
    people.wellKnown[person] = wellKnown ? 1 : 0;
    people.caps[person] = wellKnown ? 1 : capOf(random());
    people.role[person] = upTo(roles);
    people.stage[person] = wellKnown ? 3 : upTo(4);
    people.city[person] = upTo(cities);
    people.employer[person] = random() < 0.4 ? -1 - person : employer();
    people.warmth[person] = random() + random() - 1;
    putWords(people.interests, person, 3 + upTo(6), word);
    putWords(people.seeks, person, 1 + upTo(3), word);
    putWords(people.offers, person, 1 + upTo(3), word);
  }
  return people;
}

export const has = (set: Int32Array, person: number, word: number): boolean =>
  ((set[person * words + (word >>> 5)]! >>> (word & 31)) & 1) === 1;

/** How many words of one person's set are in another's. */
export function inCommon(left: Int32Array, a: number, right: Int32Array, b: number): number {
  let count = 0;
  for (let part = 0; part < words; part++) {
    let both = left[a * words + part]! & right[b * words + part]!;
    for (; both !== 0; both &= both - 1) count++;
  }
  return count;
}

/** Mostly two, as introductions.md gives everybody who says nothing. */
const capOf = (draw: number): number => (draw < 0.2 ? 1 : draw < 0.85 ? 2 : 3);

function putWords(set: Int32Array, person: number, count: number, word: () => number): void {
  for (let put = 0; put < count;) {
    const drawn = word();
    if (has(set, person, drawn)) continue;
    set[person * words + (drawn >>> 5)]! |= 1 << (drawn & 31);
    put++;
  }
}

/** Draws a rank from 0, with a chance in proportion to 1/(rank + 1). */
function zipf(ranks: number, random: () => number): () => number {
  const until = new Float64Array(ranks);
  let sum = 0;
  for (let rank = 0; rank < ranks; rank++) until[rank] = sum += 1 / (rank + 1);
  return () => {
    const at = random() * sum;
    let low = 0;
    for (let high = ranks - 1; low < high;) {
      const middle = (low + high) >>> 1;
      if (until[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
