import type { Draft } from './draft.ts';

const NOBODY = -1;
const NO_EDGE = -1;

const UNSEEN = 0;
/** Would have nobody, if the first person of the search were covered by them. */
const OUTER = 1;
/** Has no space, and only partners who have nobody else: those are outer. */
const INNER = 2;

/**
 * Covers as many people as possible, exactly, by chains of exchanges: alternating forests with shrinking of odd circles,
 * as for matchings (Edmonds 1965), where a person may have several partners. Somebody with nobody asks a partner: one
 * with space takes them; one without lets a partner go who has another pair; failing that each of those partners, who
 * have nobody else, asks in turn. Two askers who may meet do so if somebody around their circle can spare a partner;
 * if nobody can, the circle is odd, all of it have one place, and any of them may be the one who asks.
 *
 * What a fruitless search saw stays as it is for good. The inner people of all of those are `scarce`: without them the
 * askers and circles fall apart into more pieces than the scarce have places (Lovász 1970, Las Vergnas 1978), so
 * the number left out is minimal. O(people left out × edges) at worst.
 */
export class Coverage {
  readonly effort = { searches: 0, scannedEdges: 0, exchanges: 0 };
  private readonly draft: Draft;
  private readonly label: Uint8Array;
  /** By which edge an inner person was asked; on a circle, by which anybody would be the other way around. */
  private readonly askedBy: Int32Array;
  /** Towards the one person of a circle whose partner lies outside it. */
  private readonly shrunkenInto: Int32Array;
  private readonly passedIn: Int32Array;
  private passes = 0;
  private root = NOBODY;
  private queue: number[] = [];
  private seen: number[] = [];

  constructor(draft: Draft) {
    const { people } = draft.room;
    this.draft = draft;
    this.label = new Uint8Array(people);
    this.askedBy = new Int32Array(people);
    this.shrunkenInto = Int32Array.from({ length: people }, (_, person) => person);
    this.passedIn = new Int32Array(people);
  }

  /** Covers whoever can be of these people who have nobody. @returns the scarce people, in order */
  run(leftOut: readonly number[]): number[] {
    for (const person of leftOut) {
      // Two of them may have found each other.
      if (this.draft.coveringPairsOf(person) === 0) this.coverFrom(person);
    }
    return Array.from(this.label.keys()).filter((person) => this.label[person] === INNER);
  }

  /** What the room falls apart into without the scarce, each piece one person short: the askers, a circle as one. */
  pieces(): number[][] {
    const pieces = new Map<number, number[]>();
    this.label.forEach((label, person) => {
      if (label !== OUTER) return;
      const base = this.baseOf(person);
      const piece = pieces.get(base);
      if (piece) piece.push(person);
      else pieces.set(base, [person]);
    });
    return [...pieces.values()];
  }

  private coverFrom(root: number): void {
    this.effort.searches += 1;
    this.root = root;
    this.queue = [];
    this.seen = [];
    this.makeOuter(root);
    // The queue grows while it is read.
    for (const asker of this.queue) {
      if (!this.askAll(asker)) continue;
      for (const person of this.seen) {
        this.label[person] = UNSEEN;
        this.shrunkenInto[person] = person;
      }
      return;
    }
  }

  /** @returns whether the root is covered now */
  private askAll(asker: number): boolean {
    const { first, partner, worth, edgeAt, gone, coversFrom } = this.draft.room;
    const end = first[asker + 1]!;
    for (let at = first[asker]!; at < end && worth[at]! >= coversFrom; at++) {
      this.effort.scannedEdges += 1;
      const [asked, edge] = [partner[at]!, edgeAt[at]!];
      if (this.label[asked] === INNER || this.draft.chosen[edge] === 1 || gone[edge] === 1) continue;
      if (this.baseOf(asked) === this.baseOf(asker)) continue;
      if (this.hasSpare(asked)) return this.exchange(edge, asker, NO_EDGE);
      // The other way around: two askers meet, and this one can take somebody beside their own.
      if (this.label[asked] === OUTER && this.hasSpare(asker)) return this.exchange(edge, asked, NO_EDGE);
      const isCovered =
        this.label[asked] === OUTER ? this.meet(asker, asked, edge) : this.ask(asker, asked, edge);
      if (isCovered) return true;
    }
    return false;
  }

  /** Somebody new, without space: lets a partner go who has another pair, or all partners become askers. */
  private ask(asker: number, asked: number, edge: number): boolean {
    const held = this.draft.coveringHeldBy(asked);
    const free = held.find((one) => this.canSpare(this.draft.other(one, asked)));
    if (free !== undefined) return this.exchange(edge, asker, free);
    this.label[asked] = INNER;
    this.seen.push(asked);
    this.askedBy[asked] = edge;
    for (const one of held) this.makeOuter(this.draft.other(one, asked));
    return false;
  }

  /**
   * Two askers of the tree may meet: whoever around the circle has another pair can let a partner go. If nobody has,
   * the circle is shrunken, and its inner people ask as well.
   */
  private meet(one: number, other: number, edge: number): boolean {
    const base = this.meetingPoint(one, other);
    const passed: number[] = [];
    if (this.turnAround(one, edge, base, passed) || this.turnAround(other, edge, base, passed)) return true;
    for (const person of passed) {
      if (this.label[person] === INNER) {
        this.label[person] = OUTER;
        this.queue.push(person);
      }
      this.shrunkenInto[this.baseOf(person)] = base;
    }
    return false;
  }

  /**
   * Walks from an asker towards the base and notes for each outer person who would ask them the other way around. An
   * inner person met on the way who would keep another pair lets theirs go instead.
   */
  private turnAround(asker: number, edge: number, base: number, passed: number[]): boolean {
    let asking = edge;
    for (let person = asker; this.baseOf(person) !== base;) {
      const held = this.heldBy(person);
      const inner = this.draft.other(held, person);
      this.askedBy[person] = asking;
      if (this.canSpare(inner)) return this.exchange(asking, this.draft.other(asking, person), held);
      passed.push(person, inner);
      asking = this.askedBy[inner]!;
      person = this.draft.other(asking, inner);
    }
    return false;
  }

  /** Where the ways of two askers to the root first meet. */
  private meetingPoint(one: number, other: number): number {
    this.passes += 1;
    for (let at = this.baseOf(one); at !== NOBODY; at = this.above(at)) this.passedIn[at] = this.passes;
    let at = this.baseOf(other);
    while (this.passedIn[at] !== this.passes) at = this.above(at);
    return at;
  }

  private above(outer: number): number {
    const held = this.heldBy(outer);
    if (held === NO_EDGE) return NOBODY;
    const inner = this.draft.other(held, outer);
    return this.baseOf(this.draft.other(this.askedBy[inner]!, inner));
  }

  /** The asker takes the edge, lets go whom it held, who is taken by the one who asked them … up to the root. */
  private exchange(edge: number, asker: number, released: number): boolean {
    const drops = released === NO_EDGE ? [] : [released];
    const takes = [edge];
    let person = asker;
    for (let held = this.heldBy(person); held !== NO_EDGE; held = this.heldBy(person)) {
      const inner = this.draft.other(held, person);
      drops.push(held);
      takes.push(this.askedBy[inner]!);
      person = this.draft.other(this.askedBy[inner]!, inner);
    }
    this.effort.exchanges += 1;
    for (const gone of drops) this.draft.drop(gone);
    for (const taken of takes) this.draft.takeOverWeaker(taken);
    return true;
  }

  private makeOuter(person: number): void {
    this.label[person] = OUTER;
    this.queue.push(person);
    this.seen.push(person);
  }

  /** The only pair that covers an outer person; the root has none. */
  private heldBy(person: number): number {
    return this.draft.coveringHeldBy(person)[0] ?? NO_EDGE;
  }

  private hasSpare(person: number): boolean {
    const held = this.draft.coveringPairsOf(person) + (person === this.root ? 1 : 0);
    return held < this.draft.room.space[person]!;
  }

  /** Whether somebody would stay covered with one pair fewer. */
  private canSpare(person: number): boolean {
    return this.draft.room.wanting[person] === 0 || this.draft.coveringPairsOf(person) > 1;
  }

  private baseOf(person: number): number {
    let base = person;
    while (this.shrunkenInto[base] !== base) base = this.shrunkenInto[base]!;
    // Path halving keeps later looks short.
    for (let at = person; at !== base;) {
      const next = this.shrunkenInto[at]!;
      this.shrunkenInto[at] = base;
      at = next;
    }
    return base;
  }
}
