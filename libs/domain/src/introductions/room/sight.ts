import type { Columns, Lists } from './columns.ts';

/** What one more thing in common adds to a kind: three counts to 3, and words of works from bit 6 up. */
const met = 1;
const given = 4;
const craft = 16;
const word = 64;

/**
 * Who has anything in common with somebody, found by an inverted index (term → the people who seek, have, do or work on
 * it), one term at a time (Turtle and Flood, Query Evaluation, 1995), without looking at anybody else.
 */
export class Sight {
  /** By position: what is in common with the person looked at, as counts packed into one number; 0 is nothing. */
  readonly kinds: Uint16Array;
  /** The first `count` are the positions whose kind is not 0. */
  readonly seen: Int32Array;
  count = 0;
  private readonly columns: Columns;
  private readonly seekers: Postings;
  private readonly havers: Postings;
  private readonly doers: Postings;
  private readonly makers: Postings;

  /** @param order the people by position: those who are cheapest, or come first for another reason, at the front */
  constructor(columns: Columns, order: ArrayLike<number>) {
    this.columns = columns;
    this.kinds = new Uint16Array(columns.size);
    this.seen = new Int32Array(columns.size);
    this.seekers = new Postings(columns.needs, columns.tags, order);
    this.havers = new Postings(columns.gives, columns.tags, order);
    this.doers = new Postings(columns.crafts, columns.tags, order);
    this.makers = new Postings(columns.work, columns.words, order);
  }

  /** Sees who stands after one position and before another. Calls must not go back to an earlier `after`. */
  look(person: number, after: number, before: number): void {
    for (let at = 0; at < this.count; at += 1) this.kinds[this.seen[at]!] = 0;
    this.count = 0;
    const { needs, gives, crafts, work } = this.columns;
    this.add(needs, person, this.havers, met, after, before);
    this.add(gives, person, this.seekers, given, after, before);
    this.add(crafts, person, this.doers, craft, after, before);
    this.add(work, person, this.makers, word, after, before);
  }

  private add(
    { from, items }: Lists,
    person: number,
    index: Postings,
    worth: number,
    after: number,
    before: number,
  ) {
    const { kinds, seen } = this;
    const { positions } = index;
    let count = this.count;
    for (let item = from[person]!; item < from[person + 1]!; item += 1) {
      const term = items[item]!;
      const end = index.from[term + 1]!;
      for (let at = index.firstAfter(term, after); at < end; at += 1) {
        const position = positions[at]!;
        if (position >= before) break;
        const kind = kinds[position]!;
        if (kind === 0) seen[count++] = position;
        kinds[position] = kind + worth;
      }
    }
    this.count = count;
  }
}

/** For each term the positions of the people who have it in their list, ascending. */
class Postings {
  readonly from: Int32Array;
  readonly positions: Int32Array;
  /** Where the positions after the last `after` of a term begin. */
  private readonly next: Int32Array;

  constructor(lists: Lists, terms: number, order: ArrayLike<number>) {
    this.from = new Int32Array(terms + 1);
    for (const term of lists.items) this.from[term + 1]! += 1;
    for (let term = 0; term < terms; term += 1) this.from[term + 1]! += this.from[term]!;
    this.next = this.from.slice(0, terms);
    this.positions = new Int32Array(lists.items.length);
    const free = this.next.slice();
    for (let position = 0; position < order.length; position += 1) {
      const person = order[position]!;
      for (let at = lists.from[person]!; at < lists.from[person + 1]!; at += 1) {
        this.positions[free[lists.items[at]!]!++] = position;
      }
    }
  }

  firstAfter(term: number, after: number): number {
    let at = this.next[term]!;
    const end = this.from[term + 1]!;
    while (at < end && this.positions[at]! <= after) at += 1;
    this.next[term] = at;
    return at;
  }
}
