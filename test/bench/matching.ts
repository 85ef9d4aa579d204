import { suggestPairs } from '#libs/matching';
import { measureCritics, measureDrops, measureTables } from './support/other-rows.ts';
import { interleaved, median, say, tell } from './support/passes.ts';
import { highs } from './support/peer-highs.ts';
import { lemon, networkx } from './support/peer-programs.ts';
import type { First } from './support/peer.ts';
import { type Limits, report, share, sound, tellAboveGreedy, tellGoals } from './support/room-report.ts';
import { eveningRoom, hardRoom, type Room } from './support/rooms.ts';
import { emptyProcess, type Solved, solvedApart, timed } from './support/solved.ts';

// P12 of the goals: rooms, critics and tables, beside greedy and whatever exact solvers the machine has.
// One row: npm run bench:matching -- --only=2000

const presets: readonly First[] = ['everyone', 'total'];

/** A row, and what it measures. */
const rows: Record<string, () => Promise<void> | void> = {
  evenings,
  exact,
  '2000': () => large('2,000 people', eveningRoom(2000), 5, { missed: 0.01, seconds: 0.6 }),
  scarce: () => large('2,000 people, few partners', hardRoom(2000), 5, { missed: 0.01, seconds: 0.6 }),
  '10000': () => large('10,000 people', eveningRoom(10_000), 3, { missed: 0.01, seconds: 4, megabytes: 250 }),
  '100000': () =>
    large('100,000 people', eveningRoom(100_000), 1, { missed: 0.5, seconds: 60, megabytes: 500 }),
  highs: againstHighs,
  drop: () => {
    presets.forEach(measureDrops);
  },
  critics: measureCritics,
  tables: measureTables,
};

const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
if (only !== undefined && !(only in rows)) throw new Error(`The rows are ${Object.keys(rows).join(', ')}.`);
for (const [name, measure] of Object.entries(rows)) if ((only ?? name) === name) await measure();

/** Evenings as hosts have them, every pair compared. */
async function evenings(): Promise<void> {
  for (const people of [30, 100, 300]) {
    const room = eveningRoom(people);
    const what = `${people} people, all pairs`;
    for (const first of presets) {
      const solved = solvedHere(room, first);
      await report(what, room, first, solved, []);
      tellGoals(what, first, solved, { missed: 0.1, seconds: 0.3 });
      if (first === 'total') tellAboveGreedy(what, room, solved);
      const gaps = [1, 2, 3, 4, 5, 6].map((seed) => solvedHere(eveningRoom(people, seed), first).gap);
      tell({
        what: `${what}, ${first} first, % of the bound missed in the worst of six such rooms`,
        is: gaps.map((gap) => (100 * gap).toFixed(3)).join(', '),
        value: 100 * Math.max(...gaps),
        goal: 0.1,
        atLeast: false,
      });
    }
  }
}

/** Where exact solvers still answer, they say what the best is. */
async function exact(): Promise<void> {
  for (const people of [50, 200, 500]) {
    const room = eveningRoom(people, 1, 'indexed');
    const peers = people === 50 ? [networkx, lemon] : [lemon];
    for (const first of presets) {
      const solved = solvedHere(room, first);
      const best = await report(`${people} people`, room, first, solved, peers);
      tell({
        what: `${people} people, ${first} first, % of the best missed`,
        is: `${solved.total} of ${best}, ${share(solved.total, best)}`,
        value: 100 * (1 - solved.total / best),
        goal: 0,
        atLeast: false,
      });
    }
  }
}

async function large(what: string, room: Room, rounds: number, limits: Limits): Promise<void> {
  const empty = await emptyProcess();
  for (const first of presets) {
    const solved = await solvedApart(room, first, rounds);
    await report(what, room, first, solved, room.caps.length <= 10_000 ? [lemon] : []);
    const [cold = NaN] = solved.milliseconds;
    say(`  the first solve ${cold.toFixed(0)} ms; an empty process ${empty.toFixed(0)} MB`);
    tellGoals(what, first, solved, limits);
    if (first === 'total') tellAboveGreedy(what, room, solved);
  }
}

/** HiGHS and this one in the same minutes, on the same room. */
async function againstHighs(): Promise<void> {
  const room = eveningRoom(200);
  for (const first of presets) {
    const { theirs = NaN, ours = NaN } = await interleaved(
      [
        async () => ({ theirs: (await highs(room, first))?.milliseconds ?? NaN }),
        () => Promise.resolve({ ours: median(solvedHere(room, first).milliseconds) }),
      ],
      3,
    );
    tell({
      what: `200 people, ${first} first, times as fast as HiGHS`,
      is: `${ours.toFixed(1)} ms beside ${theirs.toFixed(0)} ms`,
      value: theirs / ours,
      goal: 50,
      atLeast: true,
    });
  }
}

/** Small rooms: the first solves warm up and are not counted. */
function solvedHere(room: Room, first: First): Solved {
  const solve = () => timed(() => suggestPairs(room, { first }));
  const times = Array.from({ length: 8 }, () => solve().milliseconds).slice(3);
  const { result: plan } = solve();
  return { ...sound(room, plan, first), leftOut: plan.leftOut.length, milliseconds: times, megabytes: NaN };
}
