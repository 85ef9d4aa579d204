import { checkPlan, type ClaimedPlan, type PlanCheck } from '#libs/matching';
import { greedy } from './greedy.ts';
import { median, say, tell } from './passes.ts';
import type { First, Peer } from './peer.ts';
import type { Room } from './rooms.ts';
import { type Solved, timed } from './solved.ts';

export interface Limits {
  /** Per cent of the certified bound. */
  readonly missed: number;
  readonly seconds: number;
  readonly megabytes?: number;
}

/** One line for what was found, one for greedy and one for each peer. @returns the best total anybody found */
export async function report(
  what: string,
  room: Room,
  first: First,
  solved: Solved,
  peers: readonly Peer[],
): Promise<number> {
  const { upperBound, leftOut, leftOutAtLeast } = solved;
  let best = 0;
  const line = (who: string, total: number, alone: string, milliseconds: number): void => {
    best = Math.max(best, total);
    say(
      `  ${who.padEnd(8)} ${total} (${share(total, upperBound)}), ${alone} left out, ${milliseconds.toFixed(1)} ms`,
    );
  };
  say(`${what}, ${room.candidates.a.length} pairs, ${first} first; no such plan above ${upperBound}`);
  line('this', solved.total, `${leftOut} (of at least ${leftOutAtLeast})`, median(solved.milliseconds));
  const theirs = timed(() => greedy(room));
  const certificate = { prices: new Float64Array(room.caps.length), scarce: [] };
  sound(room, { ...theirs.result, certificate }, first);
  line('greedy', theirs.result.total, String(theirs.result.leftOut.length), theirs.milliseconds);
  for (const peer of peers) {
    const found = await peer(room, first);
    if (found === undefined) say(`  ${peer.name.padEnd(8)} is not on this machine`);
    else {
      // Of plans that leave out as few: one that leaves out more may total more.
      if (found.leftOut <= leftOut && found.total > upperBound) {
        throw new Error(`${peer.name} found ${found.total}, above the bound of ${upperBound}`);
      }
      line(peer.name, found.total, String(found.leftOut), found.milliseconds);
    }
  }
  return best;
}

/** The goals that every solved room has. */
export function tellGoals(what: string, first: First, solved: Solved, limits: Limits): void {
  const { gap, leftOut, leftOutAtLeast, milliseconds, megabytes } = solved;
  const atMost = (which: string, is: string, value: number, goal: number) =>
    tell({ what: `${what}, ${first} first, ${which}`, is, value, goal, atLeast: false });
  atMost('% of the bound missed', 'certified', 100 * gap, limits.missed);
  atMost('seconds', `median of ${milliseconds.length}`, median(milliseconds) / 1000, limits.seconds);
  if (limits.megabytes !== undefined) {
    atMost('megabytes', 'the whole process at its peak', megabytes, limits.megabytes);
  }
  if (first === 'everyone') {
    const is = `${leftOut}, at least ${leftOutAtLeast}`;
    atMost('left out beyond the proved minimum', is, leftOut - leftOutAtLeast, 0);
  }
}

/** Below 2,000 people the goal is never to be worse; above, 4 % more. */
export function tellAboveGreedy(what: string, room: Room, { total }: Solved): void {
  const theirs = greedy(room).total;
  tell({
    what: `${what}, total first, % above greedy`,
    is: `${total} beside ${theirs}`,
    value: (100 * (total - theirs)) / theirs,
    goal: room.caps.length < 2000 ? 0 : 4,
    atLeast: true,
  });
}

/** @throws when the checker finds a fault: nothing that is not a plan is measured */
export function sound(room: Room, plan: ClaimedPlan, first: First): PlanCheck {
  const check = checkPlan(room, plan, { first });
  if (check.faults.length > 0) throw new Error(check.faults.join('; '));
  return check;
}

/** "99.9906 %". */
export const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(4)} %`;
