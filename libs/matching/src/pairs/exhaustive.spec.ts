import { bestPlan } from '../../../../test/support/best-plan.ts';
import { type SmallRoom, smallRoom } from '../../../../test/support/small-rooms.ts';
import { checkPlan, suggestPairs } from '../index.ts';

/** Half of them under each preset; a nightly run takes more. */
const count = Number(process.env['SMALL_ROOMS'] ?? 20_000);

const rooms = (first: 'everyone' | 'total') =>
  Array.from({ length: count / 2 }, (_, at) => smallRoom(2 * at + (first === 'total' ? 1 : 0), first));

/** What is wrong with the plan of a room, judged by a plan that is surely the best; and whether it is as good as that. */
function judged(room: SmallRoom): { wrong: string[]; isBest: boolean } {
  const best = bestPlan(room);
  const plan = suggestPairs(room.problem, room.rules);
  const { upperBound, gap, leftOutAtLeast } = plan.certificate;
  const leftOut = plan.leftOut.length;
  const wrong = [...checkPlan(room.problem, plan, room.rules).faults];
  if (upperBound < best.total) wrong.push(`a bound of ${upperBound} is below ${best.total}`);
  if (gap === 0 && plan.total !== best.total) wrong.push(`no gap between ${plan.total} and ${best.total}`);
  if (plan.total > best.total)
    wrong.push(`a total of ${plan.total} is better than the best of ${best.total}`);
  if (room.rules.first === 'everyone') {
    if (leftOut !== best.leftOut) wrong.push(`${leftOut} left out instead of ${best.leftOut}`);
    if (leftOutAtLeast !== best.leftOut) wrong.push(`${leftOutAtLeast} proved instead of ${best.leftOut}`);
  } else if (leftOutAtLeast > leftOut) wrong.push(`${leftOutAtLeast} proved, but ${leftOut} left out`);
  return { wrong: wrong.map((fault) => `room ${room.seed}: ${fault}`), isBest: plan.total === best.total };
}

describe('every plan of a small room, tried', () => {
  it('lets somebody with two places take both of two who had each other', () => {
    expect(judged(smallRoom(17933, 'everyone'))).toEqual({ wrong: [], isBest: true });
  });

  it.each(['everyone', 'total'] as const)(
    'shows none above the bound, none better without a gap, nobody out who need not be, with %s first',
    (first) => {
      const verdicts = rooms(first).map(judged);
      expect(verdicts.flatMap(({ wrong }) => wrong)).toEqual([]);
      expect(verdicts.filter(({ isBest }) => isBest).length).toBeGreaterThanOrEqual(0.99 * verdicts.length);
    },
  );
});
