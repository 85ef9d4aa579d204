import { type Cell, fewestTold } from './cells.ts';

// What nobody may know of a pair must not be read from how a number moves from one day to the next either. So pairs enter a
// number in fives, and evenings enter a sum only as they are when nothing can be added to them any more.

/**
 * Those that count now, of an evening's own, in the order in which they ripened. While more may come, they come in whole fives
 * and the last five wait, so that whatever is added at the end is five or more as well.
 */
export function countedOf<One>(ripe: readonly One[], mayStillGrow: boolean): readonly One[] {
  if (!mayStillGrow) return ripe;
  const fives = Math.floor(ripe.length / fewestTold) - 1;
  return ripe.slice(0, Math.max(0, fives) * fewestTold);
}

export interface EndedEvening {
  readonly id: string;
  /** When the last of it was ripe and nothing could come any more. */
  readonly endedAt: Date;
  readonly cell: Cell;
}

/** The evenings that enter a sum, oldest first: small ones wait until several of them are a group. */
export function evenlyAdded(evenings: readonly EndedEvening[]): string[] {
  const inOrder = [...evenings].sort(
    (one, other) => Number(one.endedAt) - Number(other.endedAt) || (one.id < other.id ? -1 : 1),
  );
  let [added, waiting, group] = [[] as string[], [] as string[], 0];
  for (const { id, cell } of inOrder) {
    waiting = [...waiting, id];
    group += Math.min(cell.group, cell.of);
    if (group < fewestTold) continue;
    [added, waiting, group] = [[...added, ...waiting], [], 0];
  }
  return added;
}
