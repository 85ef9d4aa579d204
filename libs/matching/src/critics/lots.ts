import type { Room } from './room.ts';

/**
 * Deals critics to works around a circle: in round r the work at place i takes the critic at place i + r, if that critic
 * may hear it and has a place left. Where works and critics are the same people, nobody meets their own work, and
 * without forbidden hearings everybody is served. Works and critics stand in the order the seed drew.
 *
 * @returns 1 for each cell in use; O(works × critics)
 */
export function dealAround({ works, critics, need, most, allowed }: Room): Uint8Array {
  const taken = new Uint8Array(works * critics);
  const open = need.slice();
  const free = most.slice();
  for (let round = 1; round <= critics; round++) {
    for (let work = 0; work < works; work++) {
      const critic = (work + round) % critics;
      const cell = work * critics + critic;
      if (open[work] === 0 || free[critic] === 0 || allowed[cell] === 0) continue;
      taken[cell] = 1;
      open[work]! -= 1;
      free[critic]! -= 1;
    }
  }
  return taken;
}
