import type { Room } from './room.ts';

/** Works or critics, by their place in the room, that cannot all have what they need. */
export interface Lack {
  readonly side: 'works' | 'critics';
  readonly members: readonly number[];
}

const NONE = -1;

/** One side of the room, which asks, and the other, which answers: works and critics in either role. */
interface Sides {
  readonly askers: number;
  readonly answerers: number;
  /** A cell is `asker * askerStep + answerer * answererStep`. */
  readonly askerStep: number;
  readonly answererStep: number;
  /** What each asker should have, and how much each answerer may have. */
  readonly wanted: Int32Array;
  readonly limit: Int32Array;
  readonly asked: Int32Array;
  readonly answered: Int32Array;
}

/**
 * Completes an assignment by swaps, the shortest chain first: someone short takes a partner from someone else, who
 * takes another in turn, until a free place or somebody with one to spare ends the chain (Ford and Fulkerson 1956, by
 * breadth as Edmonds and Karp). First the works, then the critics who hear too few; serving the second never undoes the
 * first (Mendelsohn and Dulmage 1958). Exact: either every count is kept, or the lack names a Hall set, the smallest of
 * those that are short of the most places, whatever the assignment was before. O(chains × works × critics).
 */
export function completeBySwaps(room: Room, taken: Uint8Array): Lack | undefined {
  const { works, critics, need, least, most } = room;
  const heard = new Int32Array(works);
  const given = new Int32Array(critics);
  taken.forEach((used, cell) => {
    heard[Math.floor(cell / critics)]! += used;
    given[cell % critics]! += used;
  });
  const forWorks: Sides = {
    askers: works,
    answerers: critics,
    askerStep: critics,
    answererStep: 1,
    wanted: need,
    limit: most,
    asked: heard,
    answered: given,
  };
  const unserved = serve(room, taken, forWorks);
  if (unserved) return { side: 'works', members: unserved };
  const forCritics: Sides = {
    askers: critics,
    answerers: works,
    askerStep: 1,
    answererStep: critics,
    wanted: least,
    limit: need,
    asked: given,
    answered: heard,
  };
  const idle = serve(room, taken, forCritics);
  return idle && { side: 'critics', members: idle };
}

function serve({ allowed }: Room, taken: Uint8Array, sides: Sides): number[] | undefined {
  const { askers, wanted, asked } = sides;
  for (let asker = 0; asker < askers; asker++) {
    while (asked[asker]! < wanted[asker]! && search(allowed, taken, sides, [asker]) === undefined);
  }
  const short: number[] = [];
  for (let asker = 0; asker < askers; asker++) if (asked[asker]! < wanted[asker]!) short.push(asker);
  return short.length === 0 ? undefined : search(allowed, taken, sides, short);
}

/** Makes one chain of swaps from the askers, or returns all askers such a chain can reach. */
function search(
  allowed: Uint8Array,
  taken: Uint8Array,
  sides: Sides,
  from: readonly number[],
): number[] | undefined {
  const { askers, answerers, askerStep, answererStep, wanted, limit, asked, answered } = sides;
  const reachedBy = new Int32Array(answerers).fill(NONE);
  const letGoBy = new Int32Array(askers).fill(NONE);
  const waiting = new Uint8Array(askers);
  const queue = [...from];
  for (const asker of from) waiting[asker] = 1;
  const swap = (end: number) => {
    for (let answerer = end; answerer !== NONE;) {
      const asker = reachedBy[answerer]!;
      taken[asker * askerStep + answerer * answererStep] = 1;
      answerer = letGoBy[asker]!;
      if (answerer === NONE) asked[asker]! += 1;
      else taken[asker * askerStep + answerer * answererStep] = 0;
    }
  };
  // The queue grows while it is read.
  for (const asker of queue) {
    for (let answerer = 0; answerer < answerers; answerer++) {
      const cell = asker * askerStep + answerer * answererStep;
      if (reachedBy[answerer] !== NONE || allowed[cell] === 0 || taken[cell] === 1) continue;
      reachedBy[answerer] = asker;
      if (answered[answerer]! < limit[answerer]!) {
        answered[answerer]! += 1;
        swap(answerer);
        return undefined;
      }
      for (let other = 0; other < askers; other++) {
        const held = other * askerStep + answerer * answererStep;
        if (taken[held] === 0 || waiting[other] === 1) continue;
        if (asked[other]! > wanted[other]!) {
          asked[other]! -= 1;
          taken[held] = 0;
          swap(answerer);
          return undefined;
        }
        waiting[other] = 1;
        letGoBy[other] = answerer;
        queue.push(other);
      }
    }
  }
  return queue;
}
