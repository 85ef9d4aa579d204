import type { PairCounts } from '../features.ts';
import type { Columns } from './columns.ts';

/** Counts what two people have to do with each other, seen from `from`, into `counts`. */
export function countPair(room: Columns, from: number, to: number, counts: PairCounts): void {
  const met = countAnswers(room, from, to);
  const given = countAnswers(room, to, from);
  counts.metByOffer = met & 3;
  counts.metByCraft = met >>> 2;
  counts.givenByOffer = given & 3;
  counts.givenByCraft = given >>> 2;
  const shared = countSharedCrafts(room, from, to);
  counts.topics = shared + (compareWorks(room, from, to) === 'apart' ? 0 : 1);
  const [mine, theirs] = [room.stage[from]!, room.stage[to]!];
  counts.stagesApart = mine < 0 || theirs < 0 ? -1 : Math.abs(mine - theirs);
  counts.sameCity = compareCities(room, from, to);
  const fewest = Math.min(lengthOf(room, from), lengthOf(room, to));
  counts.sameTrade = fewest > 0 && shared >= fewest && met === 0 && given === 0;
}

/** The same counts seen from the other side. */
export function turn(counts: PairCounts): void {
  const { metByOffer, metByCraft } = counts;
  counts.metByOffer = counts.givenByOffer;
  counts.metByCraft = counts.givenByCraft;
  counts.givenByOffer = metByOffer;
  counts.givenByCraft = metByCraft;
}

export const emptyCounts = (): PairCounts => ({
  metByOffer: 0,
  metByCraft: 0,
  givenByOffer: 0,
  givenByCraft: 0,
  topics: 0,
  stagesApart: -1,
  sameCity: -1,
  sameTrade: false,
});

/** Where in `gives` the helper answers a need (a place in `needs`), or −1. */
export function answerTo({ needs, gives }: Columns, need: number, helper: number): number {
  const term = needs.items[need]!;
  for (let at = gives.from[helper]!; at < gives.from[helper + 1]!; at += 1) {
    if (gives.items[at] === term) return at;
  }
  return -1;
}

export function isSharedCraft({ crafts }: Columns, craft: number, other: number): boolean {
  const term = crafts.items[craft]!;
  for (let at = crafts.from[other]!; at < crafts.from[other + 1]!; at += 1) {
    if (crafts.items[at] === term) return true;
  }
  return false;
}

/** Related: two telling words in common that are at least a third of the shorter description. */
export function compareWorks(
  { work, workBits }: Columns,
  x: number,
  y: number,
): 'same' | 'related' | 'apart' {
  if (!haveCommonBits(workBits, x, workBits, y)) return 'apart';
  const { from, items } = work;
  const [endX, endY] = [from[x + 1]!, from[y + 1]!];
  let [atX, atY, shared] = [from[x]!, from[y]!, 0];
  while (atX < endX && atY < endY) {
    const difference = items[atX]! - items[atY]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) atX += 1;
    if (difference >= 0) atY += 1;
  }
  const [wordsX, wordsY] = [endX - from[x]!, endY - from[y]!];
  if (shared > 0 && shared === wordsX && shared === wordsY) return 'same';
  return shared >= 2 && 3 * shared >= Math.min(wordsX, wordsY) ? 'related' : 'apart';
}

export function compareCities({ city }: Columns, x: number, y: number): PairCounts['sameCity'] {
  if (city[x]! < 0 || city[y]! < 0) return -1;
  return city[x] === city[y] ? 1 : 0;
}

/** Needs answered by an offer, and four times those answered by a craft. */
function countAnswers(room: Columns, seeker: number, helper: number): number {
  if (!haveCommonBits(room.needBits, seeker, room.giveBits, helper)) return 0;
  let count = 0;
  for (let need = room.needs.from[seeker]!; need < room.needs.from[seeker + 1]!; need += 1) {
    const at = answerTo(room, need, helper);
    if (at >= 0) count += room.giveIsCraft[at] === 1 ? 4 : 1;
  }
  return count;
}

function countSharedCrafts(room: Columns, x: number, y: number): number {
  if (!haveCommonBits(room.craftBits, x, room.craftBits, y)) return 0;
  let count = 0;
  for (let craft = room.crafts.from[x]!; craft < room.crafts.from[x + 1]!; craft += 1) {
    if (isSharedCraft(room, craft, y)) count += 1;
  }
  return count;
}

function haveCommonBits(left: Int32Array, x: number, right: Int32Array, y: number): boolean {
  return ((left[2 * x]! & right[2 * y]!) | (left[2 * x + 1]! & right[2 * y + 1]!)) !== 0;
}

function lengthOf({ crafts }: Columns, person: number): number {
  return crafts.from[person + 1]! - crafts.from[person]!;
}
