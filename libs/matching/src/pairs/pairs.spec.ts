import fc from 'fast-check';
import * as matching from '../index.ts';
import type { PairOptions } from '../index.ts';

interface Candidate {
  a: number;
  b: number;
  score: number;
}

/** A problem as these specs write it: candidates row by row. */
type PairProblem = Omit<matching.PairProblem, 'caps' | 'candidates'> & {
  readonly caps: readonly number[];
  readonly candidates: readonly Candidate[];
};

const inColumns = ({ candidates, ...problem }: PairProblem): matching.PairProblem => ({
  ...problem,
  candidates: {
    a: candidates.map(({ a }) => a),
    b: candidates.map(({ b }) => b),
    score: candidates.map(({ score }) => score),
  },
});

const suggestPairs = (problem: PairProblem, options?: PairOptions) =>
  matching.suggestPairs(inColumns(problem), options);

/** What these prices prove about any plan. */
const boundAt = (problem: PairProblem, prices: ArrayLike<number>) =>
  matching.checkPlan(
    inColumns(problem),
    { pairs: [], total: 0, leftOut: [], certificate: { prices, scarce: [] } },
    { first: 'total' },
  ).upperBound;

const everyPair = (people: number) =>
  Array.from({ length: people }, (_, a) =>
    Array.from({ length: people - a - 1 }, (_, i) => [a, a + 1 + i] as const),
  );

/** Rooms small enough to try every plan: up to 6 people, 15 pairs, caps to 3, many ties. */
const smallRoom: fc.Arbitrary<PairProblem> = fc
  .record({
    caps: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 6 }),
    scores: fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { freq: 3 }), {
      minLength: 15,
      maxLength: 15,
    }),
    marks: fc.array(fc.constantFrom('', '', '', '', 'pin', 'ban'), { minLength: 15, maxLength: 15 }),
  })
  .map(({ caps, scores, marks }) => {
    const left = [...caps];
    const candidates: Candidate[] = [];
    const pinned: [number, number][] = [];
    const forbidden: [number, number][] = [];
    everyPair(caps.length)
      .flat()
      .forEach(([a, b], index) => {
        const score = scores[index] ?? null;
        if (score !== null) candidates.push({ a, b, score });
        if (marks[index] === 'ban') forbidden.push([b, a]);
        if (marks[index] === 'pin' && (left[a] ?? 0) > 0 && (left[b] ?? 0) > 0) {
          pinned.push([a, b]);
          left[a] = (left[a] ?? 0) - 1;
          left[b] = (left[b] ?? 0) - 1;
        }
      });
    return { caps, candidates, pinned, forbidden };
  });

interface Best {
  total: number;
  covered: number;
  totalAtCoverage: number;
}

/** Tries every set of pairs. */
function tryEverything({ caps, candidates, pinned = [], forbidden = [] }: PairProblem): Best {
  const same = ([x, y]: readonly [number, number], { a, b }: Candidate) =>
    x + y === a + b && Math.abs(x - y) === b - a;
  const load = caps.map(() => 0);
  const covering = caps.map(() => 0);
  let pinTotal = 0;
  for (const [a, b] of pinned) {
    load[a]! += 1;
    load[b]! += 1;
    covering[a]! += 1;
    covering[b]! += 1;
    pinTotal += candidates.find((one) => same([a, b], one))?.score ?? 0;
  }
  const open = candidates.filter((one) => ![...pinned, ...forbidden].some((pair) => same(pair, one)));
  const best: Best = { total: 0, covered: 0, totalAtCoverage: 0 };
  const visit = (index: number, total: number): void => {
    const next = open[index];
    if (!next) {
      const covered = covering.filter((count) => count > 0).length;
      best.total = Math.max(best.total, total);
      if (covered > best.covered) Object.assign(best, { covered, totalAtCoverage: total });
      else if (covered === best.covered) best.totalAtCoverage = Math.max(best.totalAtCoverage, total);
      return;
    }
    visit(index + 1, total);
    if (load[next.a]! >= caps[next.a]! || load[next.b]! >= caps[next.b]!) return;
    load[next.a]! += 1;
    load[next.b]! += 1;
    if (next.score > 0) for (const person of [next.a, next.b]) covering[person]! += 1;
    visit(index + 1, total + next.score);
    if (next.score > 0) for (const person of [next.a, next.b]) covering[person]! -= 1;
    load[next.a]! -= 1;
    load[next.b]! -= 1;
  };
  visit(0, pinTotal);
  return best;
}

/** A room like an evening's: everybody has a handful of good options and many middling ones. */
function evening(people: number, seed: number, share: number): PairProblem {
  let state = seed;
  const draw = () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
  const candidates = everyPair(people)
    .flat()
    .filter(() => draw() < share)
    .map(([a, b]) => ({ a, b, score: Math.round(1000 * draw() * draw()) }));
  return { caps: Array.from({ length: people }, () => 1 + Math.floor(draw() * 3)), candidates };
}

/** Coarse scores: a solver that breaks ties by the order of its input shows it here. */
const withTies = (problem: PairProblem): PairProblem => ({
  ...problem,
  candidates: problem.candidates.map((one) => ({ ...one, score: Math.round(one.score / 250) })),
});

describe('suggesting pairs', () => {
  it('gives everybody somebody before it looks at the total', () => {
    const chain = {
      caps: [1, 1, 1, 1],
      candidates: [
        [0, 1, 1],
        [1, 2, 100],
        [2, 3, 1],
      ].map(toCandidate),
    };
    expect(suggestPairs(chain).pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(suggestPairs(chain, { first: 'total' })).toMatchObject({ total: 100, leftOut: [0, 3] });
  });

  it('finds somebody for the last one by a chain of exchanges', () => {
    // A circle 0–2–3–1–4–5: the two best pairs, taken first, part 3 from 5.
    const circle = [
      [0, 2, 9],
      [2, 3, 1],
      [1, 3, 1],
      [1, 4, 9],
      [4, 5, 1],
      [0, 5, 1],
    ].map(toCandidate);
    expect(suggestPairs({ caps: [1, 1, 1, 1, 1, 1], candidates: circle }).leftOut).toEqual([]);
  });

  it('exchanges two good pairs for two better ones', () => {
    const square = [
      [0, 1, 10],
      [2, 3, 1],
      [0, 2, 9],
      [1, 3, 9],
    ].map(toCandidate);
    expect(suggestPairs({ caps: [1, 1, 1, 1], candidates: square })).toMatchObject({
      total: 18,
      certificate: { upperBound: 18, gap: 0 },
    });
  });

  it('keeps a pin whatever it is worth, counts it against both caps, and never shows a forbidden pair', () => {
    const candidates = [
      [0, 1, 900],
      [0, 2, 1],
      [1, 2, 800],
    ].map(toCandidate);
    const plan = suggestPairs({ caps: [1, 1, 1], candidates, pinned: [[2, 0]], forbidden: [[1, 2]] });
    expect(plan.pairs).toEqual([{ a: 0, b: 2, score: 1, pinned: true }]);
    expect(plan.leftOut).toEqual([1]);
  });

  it('takes a pin of the host that nobody scored, at nothing', () => {
    const plan = suggestPairs({ caps: [1, 1], candidates: [], pinned: [[1, 0]] });
    expect(plan).toMatchObject({ pairs: [{ a: 0, b: 1, score: 0, pinned: true }], total: 0, leftOut: [] });
  });

  it.each([
    ['an empty room', { caps: [], candidates: [] }, []],
    ['one person', { caps: [2], candidates: [] }, [0]],
    [
      'everybody banned',
      { caps: [1, 1], candidates: [[0, 1, 700]].map(toCandidate), forbidden: [[0, 1]] },
      [0, 1],
    ],
    ['nobody with a cap', { caps: [0, 0], candidates: [[0, 1, 700]].map(toCandidate) }, []],
  ] satisfies [string, PairProblem, number[]][])(
    'has an empty plan and a bound of nothing for %s',
    (_, problem, leftOut) => {
      expect(suggestPairs(problem)).toMatchObject({
        pairs: [],
        total: 0,
        leftOut,
        certificate: { upperBound: 0, gap: 0 },
      });
    },
  );

  it('leaves out as few as possible, proves it, and bounds every plan that leaves out no more', () => {
    fc.assert(
      fc.property(smallRoom, (problem) => {
        const best = tryEverything(problem);
        const plan = suggestPairs(problem);
        const mayBeCovered = problem.caps.filter((cap) => cap > 0).length;
        expect(plan.leftOut).toHaveLength(mayBeCovered - best.covered);
        expect(plan.certificate.leftOutAtLeast).toBe(mayBeCovered - best.covered);
        expect(plan.certificate.upperBound).toBeGreaterThanOrEqual(best.totalAtCoverage);
        expect(plan.total).toBeLessThanOrEqual(best.totalAtCoverage);
        const totalFirst = suggestPairs(problem, { first: 'total' });
        expect(totalFirst.certificate.upperBound).toBeGreaterThanOrEqual(best.total);
        expect(totalFirst.total).toBeLessThanOrEqual(best.total);
      }),
      { numRuns: 1500, seed: 20261020 },
    );
  });

  it('reaches the best total in 99 of 100 small rooms, whatever comes first', () => {
    const rooms = fc.sample(smallRoom, { numRuns: 1500, seed: 19 });
    const results = rooms.map((problem) => ({
      best: tryEverything(problem),
      everyone: suggestPairs(problem).total,
      total: suggestPairs(problem, { first: 'total' }).total,
    }));
    const shareOf = (isBest: (one: (typeof results)[number]) => boolean) =>
      results.filter(isBest).length / results.length;
    expect(shareOf(({ best, everyone }) => everyone === best.totalAtCoverage)).toBeGreaterThanOrEqual(0.99);
    expect(shareOf(({ best, total }) => total === best.total)).toBeGreaterThanOrEqual(0.99);
  });

  it('comes within 0.3 % of the bound in rooms of 40 to 120 people and leaves nobody out', () => {
    for (const [people, seed] of [
      [40, 1],
      [60, 2],
      [120, 3],
    ] as const) {
      const plan = suggestPairs(evening(people, seed, 0.3));
      expect(plan.certificate.gap).toBeLessThan(0.003);
      expect(plan.leftOut).toEqual([]);
    }
  });

  it('gives the same plan for the same room in any order', () => {
    const problem = {
      ...withTies(evening(40, 7, 0.4)),
      pinned: [
        [0, 1],
        [2, 3],
      ] as const,
      forbidden: [
        [4, 5],
        [6, 7],
      ] as const,
    };
    const expected = JSON.stringify(suggestPairs(problem));
    const orders = fc.record({
      candidates: fc.shuffledSubarray([...problem.candidates], {
        minLength: problem.candidates.length,
      }),
      turned: fc.boolean(),
    });
    fc.assert(
      fc.property(orders, ({ candidates, turned }) => {
        const turn = ([a, b]: readonly [number, number]) => (turned ? ([b, a] as const) : ([a, b] as const));
        const pinned = problem.pinned.map(turn).reverse();
        const forbidden = problem.forbidden.map(turn).reverse();
        const shuffled = candidates.map(({ a, b, score }) =>
          turned ? { a: b, b: a, score } : { a, b, score },
        );
        return (
          JSON.stringify(suggestPairs({ caps: problem.caps, candidates: shuffled, pinned, forbidden })) ===
          expected
        );
      }),
      { numRuns: 40 },
    );
  });

  it('never lowers the bound at the same prices when one more pair is allowed', () => {
    const problem = evening(20, 5, 0.3);
    const fewer = { ...problem, candidates: problem.candidates.slice(1) };
    const { prices } = suggestPairs(problem).certificate;
    expect(boundAt(problem, prices)).toBeGreaterThanOrEqual(boundAt(fewer, prices));
  });
});

function toCandidate([a = 0, b = 0, score = 0]: number[]): Candidate {
  return { a, b, score };
}
