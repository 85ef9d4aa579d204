import { existsSync, readFileSync } from 'node:fs';
import { checkPlan, suggestPairs } from '#libs/matching';
import { timed, type Solved } from './solved.ts';
import { readRoom } from './room-file.ts';

// One room in a process of its own: node solve-room.ts FILE everyone|total ROUNDS. Without a file: what an empty process takes.

const [file, first, rounds] = process.argv.slice(2);
if (file === undefined) tell({ megabytes: megabytes() });
else {
  const room = readRoom(file);
  const rules = { first: first === 'total' ? 'total' : 'everyone' } as const;
  const { milliseconds, result: plan } = timed(() => suggestPairs(room, rules));
  const peak = megabytes();
  const again = Array.from(
    { length: Number(rounds) - 1 },
    () => timed(() => suggestPairs(room, rules)).milliseconds,
  );
  tell({
    ...checkPlan(room, plan, rules),
    leftOut: plan.leftOut.length,
    milliseconds: [milliseconds, ...again],
    megabytes: peak,
  } satisfies Solved);
}

function tell(found: object): void {
  process.stdout.write(JSON.stringify(found));
}

/** The most this process ever held. What Linux counts for the process holds what its parent did when it began. */
function megabytes(): number {
  const own = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s*(\d+)/.exec(own)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}
