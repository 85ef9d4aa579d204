import type { Draft } from './draft.ts';

const NOBODY = -1;

/**
 * Gives as many people as possible their first pair. Those with the fewest options choose first; then each person
 * still without one looks for a chain of exchanges that ends in free space, or at somebody who has two. No chain
 * found means at least half of the coverable people are covered, in practice nearly all: only chains through odd
 * circles are missed. Nobody covered before is uncovered. O(people × candidates) at worst.
 *
 * @returns whether anything changed
 */
export function coverEveryone(draft: Draft): boolean {
  const { people, firstEdge } = draft.room;
  const options = (person: number) => firstEdge[person + 1]! - firstEdge[person]!;
  const order = Array.from({ length: people }, (_, person) => person).filter((person) => options(person) > 0);
  order.sort((x, y) => options(x) - options(y) || x - y);
  let changed = false;
  for (const person of order) {
    if (draft.pairsOf(person) === 0) changed = coverDirectly(draft, person) || changed;
  }
  const chains = new ChainSearch(draft);
  for (const person of order) {
    if (draft.pairsOf(person) === 0) changed = chains.cover(person) || changed;
  }
  return changed;
}

/** The best partner who has nobody yet, else the best with space left. */
function coverDirectly(draft: Draft, person: number): boolean {
  const { firstEdge, edgesOf } = draft.room;
  let fallback = NOBODY;
  for (let at = firstEdge[person]!; at < firstEdge[person + 1]!; at++) {
    const edge = edgesOf[at]!;
    const partner = draft.other(edge, person);
    if (!draft.hasSpace(partner)) continue;
    if (draft.pairsOf(partner) === 0) {
      draft.take(edge);
      return true;
    }
    if (fallback === NOBODY) fallback = edge;
  }
  if (fallback !== NOBODY) draft.take(fallback);
  return fallback !== NOBODY;
}

/**
 * Breadth-first search over people who need a partner. One of them asks a partner; a full partner lets somebody go,
 * who then needs a partner in turn.
 */
class ChainSearch {
  private readonly draft: Draft;
  /** For a full partner: the edge by which it was asked. */
  private readonly askedBy: Int32Array;
  /** For a person let go: the chosen edge they lose. */
  private readonly lost: Int32Array;

  constructor(draft: Draft) {
    this.draft = draft;
    this.askedBy = new Int32Array(draft.room.people);
    this.lost = new Int32Array(draft.room.people);
  }

  cover(root: number): boolean {
    const { draft } = this;
    const { firstEdge, edgesOf } = draft.room;
    this.askedBy.fill(NOBODY);
    this.lost.fill(NOBODY);
    const needy = [root];
    // The queue grows while it is read.
    for (const person of needy) {
      for (let at = firstEdge[person]!; at < firstEdge[person + 1]!; at++) {
        const edge = edgesOf[at]!;
        const partner = draft.other(edge, person);
        if (draft.chosen[edge] === 1 || this.askedBy[partner] !== NOBODY) continue;
        if (this.isBehind(person, partner, root)) continue;
        if (draft.hasSpace(partner)) return this.exchange(root, person, edge, NOBODY);
        this.askedBy[partner] = edge;
        for (const held of draft.edgesHeldBy(partner)) {
          const released = draft.other(held, partner);
          if (draft.pairsOf(released) > 1) return this.exchange(root, person, edge, held);
          if (this.lost[released] !== NOBODY) continue;
          this.lost[released] = held;
          needy.push(released);
        }
      }
    }
    return false;
  }

  /** Whether `partner` is itself one of the needy people on the chain from the root to `person`. */
  private isBehind(person: number, partner: number, root: number): boolean {
    for (let at = person; at !== root; at = this.before(at)) {
      if (at === partner) return true;
    }
    return partner === root;
  }

  private before(released: number): number {
    const partner = this.draft.other(this.lost[released]!, released);
    return this.draft.other(this.askedBy[partner]!, partner);
  }

  /**
   * Flips the chain that ends with `person` taking `edge`, whose partner drops `released` if it has no space. Drops
   * come first, so that no cap is passed on the way.
   */
  private exchange(root: number, person: number, edge: number, released: number): boolean {
    const takes = [edge];
    const drops = released === NOBODY ? [] : [released];
    for (let at = person; at !== root; at = this.before(at)) {
      const lost = this.lost[at]!;
      drops.push(lost);
      takes.push(this.askedBy[this.draft.other(lost, at)]!);
    }
    for (const gone of drops) this.draft.drop(gone);
    for (const taken of takes) this.draft.take(taken);
    return true;
  }
}
