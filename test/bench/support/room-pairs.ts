import { has, inCommon, type People, vocabulary } from './room-people.ts';

/** Allowed pairs in columns, as `#libs/matching` takes them. */
export interface Columns {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly score: Int32Array;
}

/** Two shared interests are the best number (introductions.md, Matching). */
const overlap = [0, 0.6, 1, 0.7, 0.4, 0.2, 0, 0, 0] as const;

/** Score of a pair, 0 to 1000: the chance that a says yes to b times the chance that b says yes to a, × 1000. */
export function scoreOf(people: People, a: number, b: number): number {
  const shared = overlap[inCommon(people.interests, a, people.interests, b)] ?? 0;
  const aGains = inCommon(people.seeks, a, people.offers, b) > 0;
  const bGains = inCommon(people.seeks, b, people.offers, a) > 0;
  const peers = Math.abs(people.stage[a]! - people.stage[b]!) <= 1 ? 0.4 : 0;
  const sameCity = people.city[a] === people.city[b];
  const rivals = sameCity && people.role[a] === people.role[b] ? -0.8 : 0;
  const both = -1.3 + shared + peers + (sameCity ? 0.3 : 0) + rivals;
  const yes = (from: number, to: number, gains: boolean, gives: boolean) =>
    logistic(
      both +
        (gains ? 1.5 : 0) +
        (gives ? 0.5 : 0) +
        (people.wellKnown[to] === 1 ? 1 : 0) +
        people.warmth[from]!,
    );
  return Math.round(1000 * yes(a, b, aGains, bGains) * yes(b, a, bGains, aGains));
}

/** Every pair of different employers. */
export function allPairs(people: People): Columns {
  const keys = new Float64Array((people.count * (people.count - 1)) / 2);
  let count = 0;
  for (let a = 0; a < people.count; a++) {
    for (let b = a + 1; b < people.count; b++) {
      if (people.employer[a] !== people.employer[b]) keys[count++] = a * people.count + b;
    }
  }
  return columnsOf(people, keys.subarray(0, count));
}

/** Looked at per person, and kept: with these, 2,000 people have about 76,000 pairs and 100,000 about 4.4 million. */
const looksPerWord = 48;
const looks = 240;
const keeps = 44;

/** The best pairs of each person among those who share an interest or offer what they seek, the rarest words first. */
export function indexedPairs(people: People): Columns {
  const { count, employer } = people;
  const interested = postings(people.interests, count);
  const offering = postings(people.offers, count);
  const keys = new Float64Array(count * keeps);
  const best = new Float64Array(looks);
  let written = 0;
  for (let person = 0; person < count; person++) {
    let looked = 0;
    const look = (index: Postings, word: number): void => {
      const [from, to] = [index.first[word]!, index.first[word + 1]!];
      // Everybody starts elsewhere in a long list, so that nobody is in everybody's sight.
      const start = (Math.imul(person, 0x9e3779b1) >>> 0) % Math.max(1, to - from);
      for (let step = 0; step < Math.min(looksPerWord, to - from) && looked < looks; step++) {
        const other = index.person[from + ((start + step) % (to - from))]!;
        if (other === person || employer[other] === employer[person]) continue;
        // Sorts by score first, then by person, in one double.
        best[looked++] = (1000 - scoreOf(people, person, other)) * count + other;
      }
    };
    for (let word = vocabulary - 1; word >= 0; word--) {
      if (has(people.seeks, person, word)) look(offering, word);
      if (has(people.interests, person, word)) look(interested, word);
    }
    best.subarray(0, looked).sort();
    let previous = -1;
    for (let at = 0, kept = 0; at < looked && kept < keeps; at++) {
      if (best[at] === previous) continue;
      previous = best[at]!;
      kept++;
      const other = previous % count;
      keys[written++] = Math.min(person, other) * count + Math.max(person, other);
    }
  }
  return columnsOf(people, distinct(keys.subarray(0, written)));
}

interface Postings {
  readonly first: Int32Array;
  readonly person: Int32Array;
}

function postings(set: Int32Array, count: number): Postings {
  const first = new Int32Array(vocabulary + 1);
  const person: number[] = [];
  for (let word = 0; word < vocabulary; word++) {
    for (let one = 0; one < count; one++) if (has(set, one, word)) person.push(one);
    first[word + 1] = person.length;
  }
  return { first, person: Int32Array.from(person) };
}

function distinct(keys: Float64Array): Float64Array {
  keys.sort();
  let kept = 0;
  for (let at = 0; at < keys.length; at++) {
    if (at === 0 || keys[at] !== keys[at - 1]) keys[kept++] = keys[at]!;
  }
  return keys.subarray(0, kept);
}

function columnsOf(people: People, keys: Float64Array): Columns {
  const a = Int32Array.from(keys, (key) => Math.floor(key / people.count));
  const b = Int32Array.from(keys, (key) => key % people.count);
  return { a, b, score: a.map((person, at) => scoreOf(people, person, b[at]!)) };
}

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));
