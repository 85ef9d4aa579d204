import type { FoldedProfile } from '../folded-profile.ts';
import type { Answer, PairFacts } from '../pair-facts.ts';
import type { Columns } from './columns.ts';
import { answerTo, compareCities, compareWorks, isSharedCraft } from './compare.ts';

/** The comparison of `countPair`, told in people's own words. */
export function factsOf(
  room: Columns,
  folded: readonly FoldedProfile[],
  from: number,
  to: number,
): PairFacts {
  const [stageFrom, stageTo] = [room.stage[from]!, room.stage[to]!];
  return {
    met: answersBetween(room, folded, from, to),
    given: answersBetween(room, folded, to, from),
    sharedCrafts: folded[from]!.crafts.filter((_, index) =>
      isSharedCraft(room, room.crafts.from[from]! + index, to),
    ).map(({ text }) => text),
    works: compareWorks(room, from, to),
    sameStage: stageFrom >= 0 && stageFrom === stageTo,
    sameCity: compareCities(room, from, to) === 1,
  };
}

/** Offers before crafts, else in the order of the needs. */
function answersBetween(
  room: Columns,
  folded: readonly FoldedProfile[],
  seeker: number,
  helper: number,
): Answer[] {
  const gives = folded[helper]!.gives;
  const found = folded[seeker]!.needs.flatMap(({ text: need }, index): Answer[] => {
    const at = answerTo(room, room.needs.from[seeker]! + index, helper);
    const give = gives[at - room.gives.from[helper]!];
    if (at < 0 || give === undefined) return [];
    return [{ need, by: give.text, how: give.isCraft ? 'craft' : wording(need, give.text) }];
  });
  return found.sort((x, y) => Number(x.how === 'craft') - Number(y.how === 'craft'));
}

function wording(need: string, offer: string): 'same' | 'close' {
  return need.toLowerCase() === offer.toLowerCase() ? 'same' : 'close';
}
