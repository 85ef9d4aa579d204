import { openPairs, seededRandom, suggestPairs, type PairProblem, type PairRules } from '../index.ts';

type Edge = readonly [a: number, b: number, score: number];

const columns = (edges: readonly Edge[]) => ({
  a: edges.map(([a]) => a),
  b: edges.map(([, b]) => b),
  score: edges.map(([, , score]) => score),
});

/** Everybody knows of a share of the others; scores have many ties. */
function evening(people: number, seed: number, share: number): { caps: number[]; edges: Edge[] } {
  const random = seededRandom(seed);
  const caps = Array.from({ length: people }, () => 1 + Math.floor(random() * 3));
  const edges: Edge[] = [];
  for (let a = 0; a < people; a++) {
    for (let b = a + 1; b < people; b++) {
      if (random() < share) edges.push([a, b, 1 + Math.floor(40 * random() * random()) * 25]);
    }
  }
  return { caps, edges };
}

const problemOf = ({ caps, edges }: { caps: number[]; edges: Edge[] }): PairProblem => ({
  caps,
  candidates: columns(edges),
});

describe('a desk at which pairs are pinned and dropped', () => {
  it.each([{ first: 'everyone' }, { first: 'total' }, { coversFrom: 300 }] satisfies PairRules[])(
    'keeps the bound and the number left out of a fresh solve after each of 200 steps: %j',
    (rules) => {
      const random = seededRandom(7);
      for (let room = 0; room < 20; room++) {
        const desk = openPairs(problemOf(evening(12, room, 0.45)), rules);
        for (let step = 0; step < 10; step++) {
          const { pairs } = desk.plan();
          const some = pairs[Math.floor(random() * pairs.length)];
          if (!some) break;
          if (random() < 0.6) desk.drop(some.b, some.a);
          else desk.pin(some.b, some.a);
          const plan = desk.plan();
          const fresh = suggestPairs(desk.problem, rules);
          expect(plan.certificate.upperBound).toBe(fresh.certificate.upperBound);
          if (rules.first === 'total') continue;
          expect(plan.leftOut).toHaveLength(fresh.leftOut.length);
          expect(plan.certificate.leftOutAtLeast).toBe(plan.leftOut.length);
        }
      }
    },
  );

  it('changes at most five other pairs for a dropped one where nobody would be left out, and tells which', () => {
    const desk = openPairs(problemOf(evening(150, 5, 0.2)), { first: 'total' });
    for (let step = 0; step < 40; step++) {
      const before = desk.plan().pairs;
      const gone = before[(step * 7) % before.length]!;
      const { added, removed } = desk.drop(gone.a, gone.b);
      const name = ({ a, b }: { a: number; b: number }) => `${String(a)}–${String(b)}`;
      const was = new Set(before.map(name));
      const is = new Set(desk.plan().pairs.map(name));
      expect(added.map(name)).toEqual([...is].filter((pair) => !was.has(pair)));
      expect(removed.map(name)).toEqual([...was].filter((pair) => !is.has(pair) && pair !== name(gone)));
      expect(added.length + removed.length).toBeLessThanOrEqual(5);
    }
  });

  it('parts standing pairs only for more than they are told to be worth, and all that gain when it improves', () => {
    // 0–1 and 2–3 stand; the other two sides of the square are worth 6 more together.
    const edges: Edge[] = [
      [0, 1, 100],
      [2, 3, 100],
      [0, 3, 103],
      [1, 2, 103],
    ];
    const problem = problemOf({ caps: [1, 1, 1, 1], edges });
    const standing = [
      [1, 0],
      [2, 3],
    ] as const;
    const desk = openPairs(problem, { standing, stability: 10 });
    expect(desk.plan().total).toBe(200);
    expect(desk.plan().certificate.upperBound).toBe(206);
    expect(desk.improve().added.map(({ a, b }) => [a, b])).toEqual([
      [0, 3],
      [1, 2],
    ]);
    expect(desk.plan()).toMatchObject({ total: 206, certificate: { gap: 0 } });
  });

  it('follows only whom something touched, so that a room far from its best stays as it stands but for five pairs', () => {
    const { caps, edges } = evening(60, 4, 1);
    const problem = problemOf({ caps, edges });
    const worst = edges.map(([a, b, score]): Edge => [a, b, 1001 - score]);
    const namesOf = (pairs: readonly { a: number; b: number }[]) =>
      new Set(pairs.map(({ a, b }) => `${a}-${b}`));
    const standing = suggestPairs(problemOf({ caps, edges: worst })).pairs.map(({ a, b }) => [a, b] as const);
    const [gone] = standing;
    const after = { ...problem, forbidden: [gone!] };
    const left = namesOf(standing.slice(1).map(([a, b]) => ({ a, b })));
    const changed = (rules: { touched?: readonly number[] }) => {
      const plan = namesOf(suggestPairs(after, { standing, ...rules }).pairs);
      return [...plan, ...left].filter((pair) => plan.has(pair) !== left.has(pair)).length;
    };
    expect(changed({ touched: gone! })).toBeLessThanOrEqual(5);
    expect(changed({ touched: gone! })).toBeGreaterThan(0);
    // The control: everybody may follow.
    expect(changed({})).toBeGreaterThan(5);
  });

  it('covers whoever a pin or a drop leaves out, however many pairs change for it', () => {
    const line: Edge[] = [0, 1, 2, 3, 4, 5, 6].map((person) => [
      person,
      person + 1,
      person % 2 === 0 ? 50 : 90,
    ]);
    const desk = openPairs(problemOf({ caps: Array<number>(8).fill(1), edges: [...line, [0, 7, 10]] }));
    expect(desk.plan().leftOut).toEqual([]);
    desk.drop(0, 1);
    expect(desk.plan().pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 7],
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });

  it('takes the places of a pin from both people, and gives them back when the pin is dropped', () => {
    const edges: Edge[] = [
      [0, 1, 900],
      [2, 3, 900],
      [0, 2, 10],
    ];
    const desk = openPairs(problemOf({ caps: [1, 1, 1, 1], edges }));
    expect(desk.pin(2, 0)).toMatchObject({
      added: [],
      removed: [
        { a: 0, b: 1 },
        { a: 2, b: 3 },
      ],
    });
    expect(desk.plan()).toMatchObject({
      total: 10,
      leftOut: [1, 3],
      certificate: { leftOutAtLeast: 2, gap: 0 },
    });
    expect(desk.drop(0, 2)).toMatchObject({
      added: [
        { a: 0, b: 1 },
        { a: 2, b: 3 },
      ],
      removed: [],
    });
    expect(desk.problem).toMatchObject({ pinned: [], forbidden: [[0, 2]] });
  });

  it('pins a pair that nobody scored, at nothing', () => {
    const desk = openPairs({ caps: [1, 1], candidates: columns([]) });
    desk.pin(1, 0);
    expect(desk.plan().pairs).toEqual([{ a: 0, b: 1, score: 0, pinned: true }]);
  });

  it('takes a second pin or drop of the same pair for done', () => {
    const desk = openPairs({ caps: [2, 2], candidates: columns([[0, 1, 5]]) });
    desk.pin(0, 1);
    expect(desk.pin(1, 0)).toEqual({ added: [], removed: [] });
    desk.drop(0, 1);
    expect(desk.drop(1, 0)).toEqual({ added: [], removed: [] });
    expect(desk.problem).toMatchObject({ pinned: [], forbidden: [[0, 1]] });
  });

  it.each([
    ['somebody unknown', [0, 9], 'unknown-person'],
    ['somebody with themselves', [1, 1], 'same-person'],
    ['a pair that is forbidden', [1, 2], 'pinned-and-forbidden'],
    ['somebody without a place left', [0, 2], 'pins-over-cap'],
  ] as const)('refuses to pin %s', (_, [a, b], code) => {
    const desk = openPairs({
      caps: [1, 2, 1],
      candidates: columns([[0, 1, 5]]),
      pinned: [[0, 1]],
      forbidden: [[2, 1]],
    });
    expect(() => desk.pin(a, b)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

/** Pairs that are offered as soon as prices allow them. */
function offering(edges: readonly Edge[]) {
  let left = edges;
  const isWorth = ([a, b, score]: Edge, prices: Float64Array) => score > prices[a]! + prices[b]!;
  const more = (prices: Float64Array) => {
    const offered = left.filter((edge) => isWorth(edge, prices));
    left = left.filter((edge) => !offered.includes(edge));
    return columns(offered);
  };
  return { more, left: () => left.length };
}

describe('candidates priced in while a room is solved', () => {
  it.each(['everyone', 'total'] as const)(
    'prove the bound of all pairs, and are asked for until none is missing (%s first)',
    (first) => {
      for (let seed = 0; seed < 10; seed++) {
        const { caps, edges } = evening(40, seed, 0.4);
        const listed = new Set(edges.filter((_, at) => at % 4 === 0));
        const more = (prices: Float64Array) => {
          const missing = edges.filter(
            (edge) => !listed.has(edge) && edge[2] > prices[edge[0]]! + prices[edge[1]]!,
          );
          for (const edge of missing) listed.add(edge);
          return columns(missing);
        };
        const start = { caps, candidates: columns([...listed]) };
        const priced = suggestPairs(start, { first, more });
        const whole = suggestPairs({ caps, candidates: columns(edges) }, { first });
        expect(priced.certificate.upperBound).toBe(whole.certificate.upperBound);
        expect(listed.size).toBeLessThan(edges.length);
      }
    },
  );

  it('rescue whom odd groups leave out, though half pairs cover all of them', () => {
    const edges: Edge[] = [
      [0, 1, 1000],
      [0, 2, 1000],
      [1, 2, 1000],
      [3, 4, 1000],
      [3, 5, 1000],
      [4, 5, 1000],
    ];
    const caps = Array<number>(6).fill(1);
    const alone = suggestPairs({ caps, candidates: columns(edges) });
    expect(alone).toMatchObject({ leftOut: [0, 3], certificate: { leftOutAtLeast: 2 } });
    const { more } = offering([[2, 3, 1]]);
    const plan = suggestPairs({ caps, candidates: columns(edges) }, { more });
    expect(plan).toMatchObject({ leftOut: [], certificate: { leftOutAtLeast: 0 } });
  });

  it.each([{}, { coversFrom: 400 }])(
    'leave out as few as all pairs would, and prove it, among many odd groups: %j',
    (rules) => {
      let rescued = 0;
      for (let seed = 0; seed < 400; seed++) {
        const random = seededRandom(seed);
        const { edges } = evening(14, seed, 0.16);
        const caps = Array.from({ length: 14 }, () => (random() < 0.8 ? 1 : Math.floor(random() * 4)));
        const start = edges.filter(([, , score]) => score > 1000 * random());
        const problem = { caps, candidates: columns(start) };
        const { more } = offering(edges.filter((edge) => !start.includes(edge)));
        const priced = suggestPairs(problem, { ...rules, more });
        const whole = suggestPairs({ caps, candidates: columns(edges) }, rules);
        expect(priced.leftOut).toHaveLength(whole.leftOut.length);
        expect(priced.certificate.leftOutAtLeast).toBe(whole.leftOut.length);
        expect(priced.certificate.upperBound).toBeGreaterThanOrEqual(whole.total);
        rescued += suggestPairs(problem, rules).leftOut.length - priced.leftOut.length;
      }
      expect(rescued).toBeGreaterThan(100);
    },
  );

  it('are not asked for where they could help nobody: within a group that is odd', () => {
    const { edges } = evening(41, 3, 0.5);
    const caps = Array<number>(41).fill(1);
    const lists = offering(edges.filter((_, at) => at % 3 !== 0));
    const start = columns(edges.filter((_, at) => at % 3 === 0));
    const plan = suggestPairs({ caps, candidates: start }, { more: lists.more });
    expect(plan).toMatchObject({ certificate: { leftOutAtLeast: 1 } });
    expect(lists.left()).toBeGreaterThan(edges.length / 3);
  });

  it('prove nothing about who is left out with the total first', () => {
    const problem = { caps: [1, 1, 1], candidates: columns([[0, 1, 900]]) };
    const { more } = offering([]);
    expect(suggestPairs(problem, { first: 'total' }).certificate.leftOutAtLeast).toBe(1);
    expect(suggestPairs(problem, { first: 'total', more }).certificate.leftOutAtLeast).toBe(0);
  });

  it('are refused when listed before', () => {
    const problem = { caps: [1, 1], candidates: columns([[0, 1, 5]]) };
    expect(() => suggestPairs(problem, { more: () => problem.candidates })).toThrow(
      expect.objectContaining({ code: 'pair-twice' }) as Error,
    );
  });
});

describe('the progress of a solve', () => {
  it('rises from 0 to 1 in at most a hundred steps', () => {
    const told: number[] = [];
    suggestPairs(problemOf(evening(120, 3, 0.3)), { progress: (share) => told.push(share) });
    expect(told).toEqual([...told].sort((x, y) => x - y));
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThan(20);
    expect(told.length).toBeLessThanOrEqual(100);
  });

  it('stops the solve by what it throws', () => {
    const progress = (share: number) => {
      if (share > 0.5) throw new Error('cancelled');
    };
    expect(() => suggestPairs(problemOf(evening(60, 3, 0.3)), { progress })).toThrow('cancelled');
  });

  it('counts the same effort every time', () => {
    const problem = problemOf(evening(80, 9, 0.3));
    const { effort } = suggestPairs(problem);
    expect(suggestPairs(problem).effort).toEqual(effort);
    expect(effort.bids).toBeGreaterThan(80);
    expect(effort.searches).toBeGreaterThan(0);
    expect(effort.scannedEdges).toBeGreaterThan(effort.searches);
  });
});
