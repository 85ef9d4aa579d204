import { criticsFor } from '#libs/domain';
import {
  type DrawProblem,
  type Drawn,
  type Forbidden,
  type Short,
  drawCritics,
} from '../../apps/api/src/critique-sessions/draw-critics.ts';
import { seededRandom } from '../../libs/matching/src/random.ts';

// The plan of a critique session as the product draws it: every size from 4 to 60, k from 2 to 4, up to 30 % of all pairs
// forbidden. Exactly k given and received, or a proof that it cannot be, which a checker of its own counts again.

const sizes = Array.from({ length: 57 }, (_, at) => at + 4);
const shares = [0, 0.1, 0.2, 0.3];

/** Pairs that may not hear each other either way, as most reasons go, and a few that go one way only. */
function problemOf(works: number, k: number, share: number, tables: number, seed: number): DrawProblem {
  const random = seededRandom(`${works} ${k} ${share} ${tables} ${seed}`);
  const forbidden: Forbidden[] = [];
  for (let a = 0; a < works; a += 1) {
    for (let b = a + 1; b < works; b += 1) {
      if (random() >= share) continue;
      const soft = random() < 0.1;
      forbidden.push({ work: a, critic: b, soft });
      if (random() < 0.8) forbidden.push({ work: b, critic: a, soft });
    }
  }
  return {
    works,
    tables,
    critics: criticsFor(works, k, tables),
    forbidden,
    fixed: [],
    affinities: [],
    seed,
  };
}

const nameOf = ({ work, critic }: { work: number; critic: number }): string => `${critic} with ${work}`;

/** Every rule the plan breaks, in words; counted from the plan and the problem alone. */
function faultsOf(problem: DrawProblem, plan: Drawn): string[] {
  const { works, critics: k, tables, forbidden, fixed } = problem;
  const faults: string[] = [];
  const standing = new Set(plan.hearings.filter((one) => one.fixed).map(nameOf));
  for (const one of fixed)
    if (!standing.has(nameOf(one))) faults.push(`${nameOf(one)} was fixed, and is gone`);
  if (standing.size > fixed.length) faults.push('something counts as fixed that nobody chose');
  const heard = new Map<number, Set<number>>();
  const given = new Map<number, number>();
  for (const { work, critic } of plan.hearings) {
    const hearers = heard.get(work) ?? heard.set(work, new Set()).get(work)!;
    if (hearers.has(critic)) faults.push(`${critic} hears ${work} twice`);
    hearers.add(critic);
    given.set(critic, (given.get(critic) ?? 0) + 1);
    if (work === critic) faults.push(`${critic} hears their own work`);
    if (plan.seats[work]?.table !== plan.seats[critic]?.table)
      faults.push(`${critic} hears ${work} at another table`);
    const rule = forbidden.find((one) => one.work === work && one.critic === critic);
    if (rule !== undefined && !(plan.again && rule.soft === true))
      faults.push(`${critic} may not hear ${work}`);
  }
  for (let at = 0; at < works; at += 1) {
    if (heard.get(at)?.size !== k) faults.push(`${at} is heard by ${heard.get(at)?.size ?? 0}, not ${k}`);
    if (given.get(at) !== k) faults.push(`${at} hears ${given.get(at) ?? 0}, not ${k}`);
  }
  const places = new Set(plan.seats.map(({ table, round }) => `${table} ${round}`));
  if (places.size !== works) faults.push('two works have one slot');
  const sizesOf = Array.from(
    { length: tables },
    (_, at) => plan.seats.filter(({ table }) => table === at + 1).length,
  );
  if (Math.max(...sizesOf) - Math.min(...sizesOf) > 1) faults.push('one table is fuller than another');
  return faults;
}

/**
 * Whether those named prove that it cannot be among the members: whatever of k the fixed hearings leave them to need, each
 * partner serves each of them once and no more in all than is left of their own k (the counting half of Hall's theorem). Only
 * hard rules count.
 */
function proves(
  { critics: k, forbidden, fixed }: DrawProblem,
  { side, works, critics, members }: Short,
): boolean {
  const hard = new Set(forbidden.filter(({ soft }) => soft !== true).map(nameOf));
  const taken = new Set(fixed.map(nameOf));
  const mayHear = (work: number, critic: number): boolean =>
    work !== critic && !hard.has(nameOf({ work, critic })) && !taken.has(nameOf({ work, critic }));
  const heard = (one: number): number => k - fixed.filter(({ work }) => work === one).length;
  const hears = (one: number): number => k - fixed.filter(({ critic }) => critic === one).length;
  const [named, needs, gives] = side === 'works' ? [works, heard, hears] : [critics, hears, heard];
  if (named.length === 0 || !named.every((one) => members.includes(one))) return false;
  if (new Set(named).size < named.length) return false;
  const ways = (partner: number): number =>
    named.filter((one) => (side === 'works' ? mayHear(one, partner) : mayHear(partner, one))).length;
  const available = members.reduce((sum, partner) => sum + Math.min(gives(partner), ways(partner)), 0);
  return available < named.reduce((sum, one) => sum + needs(one), 0);
}

/** What is wrong with an answer, be it a plan or a refusal. */
function wrong(problem: DrawProblem, answer: Drawn | Short): string[] {
  if (answer.kind === 'drawn') return faultsOf(problem, answer);
  return proves(problem, answer) ? [] : [`nothing proves that ${JSON.stringify(answer)} is true`];
}

describe('who hears whom in a session in one room, for every size from 4 to 60', () => {
  it.each([2, 3, 4])('is exactly %i given and received, or proved impossible', (k) => {
    const outcomes = { drawn: 0, short: 0 };
    for (const works of sizes) {
      for (const [at, share] of shares.entries()) {
        const problem = problemOf(works, k, share, 1, at);
        const plan = drawCritics(problem);
        outcomes[plan.kind] += 1;
        expect([works, share, wrong(problem, plan)]).toEqual([works, share, []]);
      }
    }
    expect(outcomes.drawn).toBeGreaterThan(sizes.length * 3);
  });

  it('is proved impossible where it is: small rooms with many who may not hear each other', () => {
    let short = 0;
    for (const works of [4, 5, 6, 7, 8]) {
      for (let seed = 0; seed < 30; seed += 1) {
        const problem = problemOf(works, 4, 0.3, 1, seed);
        const plan = drawCritics(problem);
        if (plan.kind === 'short') short += 1;
        expect(wrong(problem, plan)).toEqual([]);
      }
    }
    expect(short).toBeGreaterThan(20);
  });
});

describe('who hears whom at several tables', () => {
  it('is exactly k given and received at their own table, and members change places where a table could not be', () => {
    let [drawn, short] = [0, 0];
    for (const works of sizes) {
      for (const k of [2, 3, 4]) {
        const tables = Math.min(6, Math.floor(works / (k + 3)));
        if (tables < 2) continue;
        for (const share of [0.1, 0.2, 0.3]) {
          const problem = problemOf(works, k, share, tables, 1);
          const plan = drawCritics(problem);
          if (plan.kind === 'short') short += 1;
          else drawn += 1;
          expect([works, k, share, wrong(problem, plan)]).toEqual([works, k, share, []]);
        }
      }
    }
    expect(drawn).toBeGreaterThan(5 * short);
  });

  it('is said to be impossible only where everybody in one room could not be either, and else not to be found', () => {
    const hermit = problemOf(12, 3, 0, 2, 1);
    hermit.forbidden = Array.from({ length: 11 }, (_, at) => ({ work: 0, critic: at + 1 }));
    const never = drawCritics(hermit) as Short;
    expect([never.proved, never.members.length, proves(hermit, never)]).toEqual([true, 12, true]);
    // Three circles of four who hear only each other, at four tables of three.
    const circles = problemOf(12, 2, 0, 4, 1);
    circles.forbidden = Array.from({ length: 144 }, (_, at) => ({
      work: at % 12,
      critic: Math.floor(at / 12),
    })).filter(({ work, critic }) => work % 3 !== critic % 3);
    const notFound = drawCritics(circles) as Short;
    expect([notFound.kind, notFound.proved, notFound.members.length]).toEqual(['short', false, 3]);
    expect(proves(circles, notFound)).toBe(true);
  });

  it('gives up soon where hardly anybody may hear anybody', () => {
    const problem = { ...problemOf(60, 4, 0.7, 12, 1), affinities: [] };
    const before = process.cpuUsage();
    expect((drawCritics(problem) as Short).proved).toBe(false);
    // Seconds of the processor; a quarter of one outside a test runner.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
  });

  it('keeps two together whom a host put together, and the rest exact', () => {
    const problem = { ...problemOf(12, 3, 0.1, 2, 4), forbidden: [], fixed: [{ work: 0, critic: 1 }] };
    const plan = drawCritics(problem) as Drawn;
    expect(plan.hearings).toContainEqual({ work: 0, critic: 1, fixed: true });
    expect(faultsOf(problem, plan)).toEqual([]);
  });

  it('lets somebody without a work hear what a host gave them, and one author less of it', () => {
    const problem = { ...problemOf(8, 3, 0, 1, 4), fixed: [{ work: 2, critic: 8 }] };
    const plan = drawCritics(problem) as Drawn;
    expect(plan.hearings.filter(({ work }) => work === 2)).toHaveLength(3);
    expect(faultsOf(problem, plan).sort()).toEqual([
      expect.stringMatching(/^\d hears 2, not 3$/),
      '8 hears 2 at another table',
    ]);
  });
});

describe('what hosts fixed', () => {
  /** Up to a third of the hearings of a plan that stands, as if a host had chosen them. */
  function withFixed(problem: DrawProblem): DrawProblem | null {
    const before = drawCritics(problem);
    if (before.kind === 'short' || before.again) return null;
    const random = seededRandom(`fixed ${problem.works} ${problem.seed}`);
    const chosen = before.hearings.filter(() => random() < 0.33);
    const stood = new Map(before.seats.map(({ table }, work) => [work, table]));
    const fixed = chosen.map(({ work, critic }) => ({ work, critic }));
    return { ...problem, fixed, stood, seed: problem.seed + 1 };
  }

  it.each([1, 3])('stays where the rest is drawn again at %i tables, and the rest is exact', (tables) => {
    let drawn = 0;
    for (const works of sizes.filter((size) => size >= 5 * tables)) {
      for (const k of [2, 3, 4]) {
        const problem = withFixed(problemOf(works, criticsFor(works, k, tables), 0.15, tables, k));
        if (problem === null) continue;
        const plan = drawCritics(problem);
        if (plan.kind === 'drawn') drawn += 1;
        expect([works, k, wrong(problem, plan)]).toEqual([works, k, []]);
      }
    }
    // Fixed hearings of a plan that was possible leave at least that plan.
    expect(drawn).toBeGreaterThan(100);
  });
});

describe('topics', () => {
  /** The best that any plan gives, by trying every one: the work that is served worst first, then all together. */
  function bestOfAll({
    works,
    critics: k,
    forbidden,
    affinities,
  }: DrawProblem): { worst: number; total: number } | null {
    const all = Array.from({ length: works }, (_, at) => at);
    const worth = all.map((work) =>
      all.map((critic) => affinities.find((one) => one.work === work && one.critic === critic)?.score ?? 0),
    );
    const isOut = new Set([...forbidden, ...all.map((work) => ({ work, critic: work }))].map(nameOf));
    const hears = all.map(() => 0);
    let best: { worst: number; total: number } | null = null;
    const visit = (
      work: number,
      critic: number,
      left: number,
      here: number,
      worst: number,
      total: number,
    ): void => {
      if (left === 0) {
        const low = Math.min(worst, here);
        if (work + 1 < works) visit(work + 1, 0, k, 0, low, total);
        else if (best === null || low > best.worst || (low === best.worst && total > best.total))
          best = { worst: low, total };
        return;
      }
      if (works - critic < left) return;
      if (hears[critic]! < k && !isOut.has(nameOf({ work, critic }))) {
        hears[critic]! += 1;
        const score = worth[work]![critic]!;
        visit(work, critic + 1, left - 1, here + score, worst, total + score);
        hears[critic]! -= 1;
      }
      visit(work, critic + 1, left, here, worst, total);
    };
    visit(0, 0, k, 0, Infinity, 0);
    return best;
  }

  it('lead to the best plan of all wherever every one can be tried: nobody left with less, then the most in all', () => {
    const seen = { drawn: 0, short: 0, topicsDecide: 0 };
    for (let seed = 0; seed < 240; seed += 1) {
      const [works, k] = [4 + (seed % 3), 1 + (seed % 2)];
      const random = seededRandom(`topics ${seed}`);
      const bare = problemOf(works, k, 0.15, 1, seed);
      const forbidden = bare.forbidden.map(({ work, critic }) => ({ work, critic }));
      const affinities = Array.from({ length: works * works }, (_, cell) => ({
        work: Math.floor(cell / works),
        critic: cell % works,
        score: 1000 * Math.floor(random() * 4),
      })).filter(({ work, critic, score }) => work !== critic && score > 0);
      const problem = { ...bare, critics: k, forbidden, affinities };
      const plan = drawCritics(problem);
      const best = bestOfAll(problem);
      expect([seed, wrong(problem, plan)]).toEqual([seed, []]);
      expect(plan.kind).toBe(best === null ? 'short' : 'drawn');
      seen[plan.kind] += 1;
      if (best === null || plan.kind === 'short') continue;
      expect([seed, served(problem, plan)]).toEqual([seed, best]);
      const byLot = drawCritics({ ...problem, affinities: [] }) as Drawn;
      if (served(problem, byLot).total < best.total) seen.topicsDecide += 1;
    }
    expect(seen.short).toBeGreaterThan(5);
    expect(seen.topicsDecide).toBeGreaterThan(100);
  });

  function served({ works, affinities }: DrawProblem, plan: Drawn): { worst: number; total: number } {
    const scores = new Map(affinities.map((one) => [nameOf(one), one.score]));
    const worths = Array.from({ length: works }, (_, work) =>
      plan.hearings
        .filter((one) => one.work === work)
        .reduce((sum, one) => sum + (scores.get(nameOf(one)) ?? 0), 0),
    );
    return { worst: Math.min(...worths), total: worths.reduce((sum, one) => sum + one, 0) };
  }
});

describe('the seed', () => {
  it('gives the same plan again, and another gives another', () => {
    for (const [works, tables] of [
      [6, 1],
      [12, 1],
      [12, 2],
      [24, 2],
      [60, 1],
      [60, 6],
    ] as const) {
      const problem = problemOf(works, 3, 0.1, tables, 9);
      const plan = drawCritics(problem);
      expect(drawCritics({ ...problem, forbidden: [...problem.forbidden].reverse() })).toEqual(plan);
      expect(drawCritics({ ...problem, seed: 10 })).not.toEqual(plan);
    }
  });
});

describe('the checkers (control)', () => {
  const problem = problemOf(12, 3, 0.1, 2, 3);
  const plan = drawCritics(problem) as Drawn;

  it('see one hearing too few, one of the own work, one that is forbidden and one at another table', () => {
    const [first, ...rest] = plan.hearings;
    const broken = (hearing: { work: number; critic: number }): string[] =>
      faultsOf(problem, { ...plan, hearings: [{ ...hearing, fixed: false }, ...rest] });
    expect(faultsOf(problem, plan)).toEqual([]);
    expect(faultsOf(problem, { ...plan, hearings: rest })).toHaveLength(2);
    expect(broken({ work: first!.work, critic: first!.work })).toContain(
      `${first!.work} hears their own work`,
    );
    const rule = problem.forbidden.find(({ soft }) => soft !== true)!;
    expect(broken(rule)).toContain(`${rule.critic} may not hear ${rule.work}`);
    const away = plan.seats.findIndex(({ table }) => table !== plan.seats[first!.work]?.table);
    expect(broken({ work: first!.work, critic: away })).toContain(
      `${away} hears ${first!.work} at another table`,
    );
  });

  it('see a hearing gone that a host fixed, and one that nobody did', () => {
    const { work, critic } = plan.hearings[0]!;
    expect(faultsOf({ ...problem, fixed: [{ work, critic }] }, plan)).toEqual([
      `${critic} with ${work} was fixed, and is gone`,
    ]);
    const marked = plan.hearings.map((one, at) => ({ ...one, fixed: at === 0 }));
    expect(faultsOf(problem, { ...plan, hearings: marked })).toEqual([
      'something counts as fixed that nobody chose',
    ]);
  });

  it('believe no proof of what can be', () => {
    const lie: Short = {
      kind: 'short',
      proved: true,
      side: 'works',
      works: [0, 1],
      critics: [2],
      members: Array.from({ length: 12 }, (_, at) => at),
      needed: 6,
      available: 3,
      short: 3,
    };
    expect(proves({ ...problem, forbidden: [] }, lie)).toBe(false);
  });
});
