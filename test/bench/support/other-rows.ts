import {
  assignCritics,
  checkCritics,
  checkSeating,
  openPairs,
  roundsWithoutRepeats,
  seatTables,
  seededRandom,
  type Wishes,
} from '#libs/matching';
import { critiqueEvening } from './critique.ts';
import { median, tell } from './passes.ts';
import type { First } from './peer.ts';
import { eveningRoom } from './rooms.ts';
import { timed } from './solved.ts';

const drops = 100;

/** A host drops one suggestion after another from a room of 2,000; the plan stands checked after each. */
export function measureDrops(first: First): void {
  const random = seededRandom(2);
  const desk = openPairs(eveningRoom(2000), { first });
  const times: number[] = [];
  const moved: number[] = [];
  for (let drop = 0; drop < drops; drop++) {
    const { pairs } = desk.plan();
    const pair = pairs[Math.floor(random() * pairs.length)]!;
    const { milliseconds, result } = timed(() => desk.drop(pair.a, pair.b));
    times.push(milliseconds);
    moved.push(result.added.length + result.removed.length);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const what = `2,000 people, ${first} first, a pair dropped`;
  const atMost = (which: string, value: number, goal: number) =>
    tell({ what: `${what}, ${which}`, is: `of ${drops}`, value, goal, atLeast: false });
  atMost('median ms', median(times), 5);
  atMost('95th of 100 ms', sorted[Math.floor(0.95 * drops)]!, 30);
  atMost('other pairs that came or went, at most', Math.max(...moved), 5);
}

/** 177 works and 118 critics with affinities. */
export function measureCritics(): void {
  const problem = critiqueEvening();
  const solve = () => timed(() => assignCritics(problem));
  const times = [solve(), solve(), solve(), solve()].slice(1).map(({ milliseconds }) => milliseconds);
  const { result: plan } = solve();
  const { faults } = checkCritics(problem, plan);
  if (plan.kind !== 'assigned' || faults.length > 0) throw new Error(`No assignment: ${faults.join('; ')}`);
  const { worst, total, certificate } = plan;
  const what = '177 works, 118 critics, exactly 2';
  tell({
    what: `${what}, worst-served of the best possible`,
    is: `${worst} of at most ${certificate.worstBound}`,
    value: worst / certificate.worstBound,
    goal: 0.9,
    atLeast: true,
  });
  tell({
    what: `${what}, % of the best total at that minimum`,
    is: `${total} of at most ${certificate.totalBound}`,
    value: (100 * total) / certificate.totalBound,
    goal: 97.5,
    atLeast: true,
  });
  tell({ what: `${what}, seconds`, is: 'median of 3', value: median(times) / 1000, goal: 1, atLeast: false });
}

/** People who had better sit apart or together, some of each for everybody at a table. */
function wishes(people: number, random: () => number): Wishes {
  const someone = () => Math.floor(random() * people);
  const pairs = new Map<number, { a: number; b: number }>();
  for (let drawn = 0; drawn < 2 * people; drawn++) {
    const [a, b] = [someone(), someone()];
    if (a < b) pairs.set(a * people + b, { a, b });
  }
  const drawn = [...pairs.values()];
  return {
    apart: drawn.filter((_, at) => at % 2 === 0).map((pair) => ({ ...pair, penalty: 10 })),
    affinity: drawn.filter((_, at) => at % 2 === 1).map((pair) => ({ ...pair, gain: 5 })),
  };
}

/**
 * Every number of tables and seats up to 20, for as many rounds as its construction has; where tables are of 4, 10 or 20,
 * with wishes as well, which are what takes time.
 */
export function measureTables(): void {
  const random = seededRandom(3);
  let [repeats, slowest, seatings] = [0, 0, 0];
  for (let tables = 2; tables <= 20; tables++) {
    for (let seats = 2; seats <= 20; seats++) {
      const people = tables * seats;
      const wished = [4, 10, 20].includes(seats) ? wishes(people, random) : {};
      const rounds = roundsWithoutRepeats(people, tables);
      const problem = { people, tables, seats, rounds, seed: 1, ...wished };
      const { milliseconds, result } = timed(() => seatTables(problem));
      const check = checkSeating(problem, result.rounds);
      if (check.faults.length > 0) throw new Error(check.faults.join('; '));
      repeats += check.repeats;
      slowest = Math.max(slowest, milliseconds);
      seatings += 1;
    }
  }
  const what = 'tables, all up to 20 of 20 seats';
  const is = `${seatings} seatings`;
  tell({ what: `${what}, people who meet twice`, is, value: repeats, goal: 0, atLeast: false });
  tell({ what: `${what}, seconds of the slowest`, is, value: slowest / 1000, goal: 1, atLeast: false });
}
