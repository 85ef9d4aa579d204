import type { FoldedProfile, Tag } from '../folded-profile.ts';

/** Lists of whole numbers, one a person: those of person p stand from `from[p]` to just before `from[p + 1]`. */
export interface Lists {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

/**
 * The people of a room in columns, their words as numbers. People are compared in millions of pairs, and whole numbers
 * in typed arrays compare faster than folded strings.
 */
export interface Columns {
  readonly size: number;
  /** How many different tags and words of works there are; tags and words are counted apart. */
  readonly tags: number;
  readonly words: number;
  readonly needs: Lists;
  readonly gives: Lists;
  /** Beside each of `gives`: 1 if it is a craft, 0 if it was offered. */
  readonly giveIsCraft: Uint8Array;
  readonly crafts: Lists;
  /** Ascending for each person. */
  readonly work: Lists;
  /** −1 if they did not say. */
  readonly city: Int32Array;
  readonly stage: Int8Array;
  /** Sets of 64 bits, two numbers a person; no bit in common means nothing in common. */
  readonly needBits: Int32Array;
  readonly giveBits: Int32Array;
  readonly craftBits: Int32Array;
  readonly workBits: Int32Array;
}

export function columnsOf(people: readonly FoldedProfile[]): Columns {
  const tags = numbered(
    people.flatMap(({ needs, gives, crafts }) => [...needs, ...gives, ...crafts].map(({ term }) => term)),
  );
  const words = numbered(people.flatMap(({ work }) => [...work]));
  const cities = numbered(people.flatMap(({ city }) => (city === null ? [] : [city])));
  const numbersOf = (list: readonly Tag[]): number[] => list.map(({ term }) => tags.get(term) ?? -1);
  const needs = listsOf(people.map((person) => numbersOf(person.needs)));
  const gives = listsOf(people.map((person) => numbersOf(person.gives)));
  const crafts = listsOf(people.map((person) => numbersOf(person.crafts)));
  const work = listsOf(
    people.map((person) => [...person.work].map((word) => words.get(word) ?? -1).sort((x, y) => x - y)),
  );
  return {
    size: people.length,
    tags: tags.size,
    words: words.size,
    needs,
    gives,
    giveIsCraft: Uint8Array.from(
      people.flatMap((person) => person.gives.map(({ isCraft }) => Number(isCraft))),
    ),
    crafts,
    work,
    city: Int32Array.from(people, ({ city }) => (city === null ? -1 : (cities.get(city) ?? -1))),
    stage: Int8Array.from(people, ({ stage }) => stage),
    needBits: bitsOf(needs),
    giveBits: bitsOf(gives),
    craftBits: bitsOf(crafts),
    workBits: bitsOf(work),
  };
}

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, person) => {
    from[person + 1] = from[person]! + list.length;
  });
  return { from, items: Int32Array.from(lists.flat()) };
}

/** The most frequent first, so that bits of their own go where most comparisons end. */
function numbered(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const ranked = [...counts].sort(([, x], [, y]) => y - x);
  return new Map(ranked.map(([term], rank) => [term, rank]));
}

/** The 48 most frequent have a bit each, the others share 16. */
const ownBits = 48;
const sharedBits = 16;

function bitsOf({ from, items }: Lists): Int32Array {
  const people = from.length - 1;
  const bits = new Int32Array(2 * people);
  for (let person = 0; person < people; person += 1) {
    for (let at = from[person]!; at < from[person + 1]!; at += 1) {
      const item = items[at]!;
      const bit = item < ownBits ? item : ownBits + (item % sharedBits);
      bits[2 * person + (bit >>> 5)]! |= 1 << (bit & 31);
    }
  }
  return bits;
}

/** The partners of each person in these pairs. */
export function partnersIn(
  lists: readonly { readonly a: Int32Array; readonly b: Int32Array }[],
  size: number,
): Lists {
  const from = new Int32Array(size + 1);
  for (const pairs of lists) {
    for (const column of [pairs.a, pairs.b]) for (const person of column) from[person + 1]! += 1;
  }
  for (let person = 0; person < size; person += 1) from[person + 1]! += from[person]!;
  const items = new Int32Array(from[size]!);
  const free = from.slice();
  for (const { a, b } of lists) {
    for (let at = 0; at < a.length; at += 1) {
      items[free[a[at]!]!++] = b[at]!;
      items[free[b[at]!]!++] = a[at]!;
    }
  }
  return { from, items };
}
