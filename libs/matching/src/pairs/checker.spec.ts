import { checkPlan, type PairProblem, type PairRules, type SuggestedPair } from '../index.ts';

const problem: PairProblem = {
  caps: [1, 2, 1, 1],
  candidates: { a: [0, 2, 2], b: [1, 1, 3], score: [10, 8, 6] },
  pinned: [[1, 0]],
  forbidden: [[3, 2]],
};
const pin: SuggestedPair = { a: 0, b: 1, score: 10, pinned: true };
const free: SuggestedPair = { a: 1, b: 2, score: 8, pinned: false };

interface Claim {
  pairs?: readonly SuggestedPair[];
  leftOut?: readonly number[];
  total?: number;
  prices?: ArrayLike<number>;
  scarce?: ArrayLike<number>;
}

/** Checks a claim that is true of its own pairs wherever nothing else is said. */
function check(of: PairProblem, claim: Claim, rules?: PairRules) {
  const { pairs = [], prices = Array.from(of.caps, () => 0), scarce = [] } = claim;
  const total = claim.total ?? pairs.reduce((sum, { score }) => sum + score, 0);
  const covered = pairs
    .filter(({ score, pinned }) => pinned || score >= (rules?.coversFrom ?? 1))
    .flatMap(({ a, b }) => [a, b]);
  const leftOut =
    claim.leftOut ??
    Array.from(of.caps, (cap, person) => (cap > 0 && !covered.includes(person) ? person : -1)).filter(
      (person) => person >= 0,
    );
  return checkPlan(of, { pairs, total, leftOut, certificate: { prices, scarce } }, rules);
}

describe('the checker of plans', () => {
  it('accepts a plan that keeps every rule', () => {
    expect(check(problem, { pairs: [pin, free] })).toEqual({
      faults: [],
      total: 18,
      upperBound: 18,
      gap: 0,
      leftOutAtLeast: 1,
    });
  });

  it('accepts an empty plan of an empty room', () => {
    const empty = { caps: [], candidates: { a: [], b: [], score: [] } };
    expect(check(empty, {})).toEqual({ faults: [], total: 0, upperBound: 0, gap: 0, leftOutAtLeast: 0 });
  });

  it.each([
    ['a missing pin', { pairs: [free] }, ['the pin 0–1 is missing']],
    ['a forbidden pair', { pairs: [pin, { a: 2, b: 3, score: 6, pinned: false }] }, ['2–3 is forbidden']],
    [
      'a pair that nobody allowed',
      { pairs: [pin, { a: 1, b: 3, score: 0, pinned: false }] },
      ['1–3 is not allowed'],
    ],
    [
      'a pair twice',
      { pairs: [pin, free, free] },
      ['1–2 stands twice', 'person 1 has 3 pairs and a cap of 2', 'person 2 has 2 pairs and a cap of 1'],
    ],
    ['a pair out of order', { pairs: [free, pin] }, ['0–1 stands out of order']],
    [
      'partners out of order',
      {
        pairs: [
          { a: 1, b: 3, score: 0, pinned: false },
          { a: 1, b: 2, score: 8, pinned: false },
        ],
      },
      ['1–2 stands out of order', '1–3 is not allowed', 'the pin 0–1 is missing'],
    ],
    [
      'people in the wrong order',
      { pairs: [pin, { ...free, a: 2, b: 1 }] },
      ['1–2 has its people in the wrong order'],
    ],
    [
      'somebody with themselves',
      { pairs: [pin, { a: 2, b: 2, score: 0, pinned: false }] },
      ['2–2 has its people in the wrong order', 'person 2 has 2 pairs and a cap of 1', '2–2 is not allowed'],
    ],
    ['a score made up', { pairs: [pin, { ...free, score: 9 }] }, ['1–2 has its score wrong']],
    ['a score made up for a pin', { pairs: [{ ...pin, score: 11 }] }, ['0–1 has its score wrong']],
    ['a pin that is none', { pairs: [pin, { ...free, pinned: true }] }, ['1–2 has its pin wrong']],
    ['a pin not marked', { pairs: [{ ...pin, pinned: false }] }, ['0–1 has its pin wrong']],
    [
      'a cap passed',
      { pairs: [pin, { a: 0, b: 3, score: 0, pinned: false }] },
      ['person 0 has 2 pairs and a cap of 1', '0–3 is not allowed'],
    ],
    ['a total made up', { pairs: [pin, free], total: 19 }, ['the total is 18, not 19']],
    ['somebody left out in silence', { pairs: [pin, free], leftOut: [] }, ['left out are [3], not []']],
    [
      'somebody called left out who is not',
      { pairs: [pin, free], leftOut: [2, 3] },
      ['left out are [3], not [2,3]'],
    ],
  ] satisfies [string, Claim, string[]][])('reports %s, and nothing else', (_, claim, faults) => {
    expect(check(problem, claim).faults).toEqual(faults);
  });

  it.each([
    [
      'people who are not there',
      { pairs: [{ a: -1, b: 4, score: 0, pinned: false }], scarce: [0.5] },
      ['there is no person -1', 'there is no person 4', 'there is no person 0.5'],
    ],
    ['a price too few', { prices: [0, 0, 0] }, ['there are 3 prices for 4 people']],
    [
      'prices that do not add up exactly',
      { prices: [0.5, NaN, -1, 1 / 3] },
      [
        'the price of person 1 is NaN, neither whole nor half',
        'the price of person 3 is 0.3333333333333333, neither whole nor half',
      ],
    ],
  ] satisfies [string, Claim, string[]][])('proves nothing from %s', (_, claim, faults) => {
    expect(check(problem, claim)).toEqual({
      faults,
      total: 0,
      upperBound: Infinity,
      gap: 1,
      leftOutAtLeast: 0,
    });
  });

  it('proves nothing from prices too large to add up exactly', () => {
    const claim = { pairs: [pin, free], prices: [0, 0, 2 ** 52 + 2, 0] };
    expect(check(problem, claim)).toMatchObject({
      faults: ['the prices are too large for an exact bound'],
      upperBound: Infinity,
      gap: 1,
    });
    expect(check(problem, { ...claim, prices: [0, 0, 2 ** 52 - 10, 0] }).upperBound).toBe(2 ** 52);
  });

  it('takes a pin that nobody scored at nothing, and its people for covered', () => {
    const nothing = { caps: [1, 1], candidates: { a: [], b: [], score: [] }, pinned: [[0, 1]] as const };
    expect(check(nothing, { pairs: [{ a: 0, b: 1, score: 0, pinned: true }] })).toEqual({
      faults: [],
      total: 0,
      upperBound: 0,
      gap: 0,
      leftOutAtLeast: 0,
    });
  });

  it('counts nobody as left out who wants nobody', () => {
    const shy = { caps: [0, 1], candidates: { a: [0], b: [1], score: [5] } };
    expect(check(shy, { leftOut: [1] })).toMatchObject({ faults: [], leftOutAtLeast: 1, upperBound: 0 });
  });
});

describe('the bound on the total', () => {
  const total = (prices: number[]) => check(problem, { pairs: [pin], prices }, { first: 'total' });

  it('is what the places and the pairs above their price are worth, beside the pins', () => {
    expect(total([0, 8, 0, 0])).toMatchObject({ upperBound: 18, gap: 1 - 10 / 18 });
    expect(total([5, 3, 9, 1])).toMatchObject({ upperBound: 10 + 3 + 9 + 1 });
    expect(total([0, 3, 4, 0])).toMatchObject({ upperBound: 10 + 3 + 4 + 1 });
  });

  it('takes a price below zero for none', () => {
    expect(total([-50, -50, -50, -50])).toMatchObject({ upperBound: 18 });
  });

  it('is whole, as totals are', () => {
    expect(total([0, 8.5, 0, 0])).toMatchObject({ upperBound: 18 });
    expect(total([0, 4.5, 4, 0])).toMatchObject({ upperBound: 18 });
  });

  it('counts no pair that is forbidden or of somebody whose pins fill their cap', () => {
    const full = {
      caps: [1, 1, 1, 1],
      candidates: { a: [0, 0, 1, 2], b: [1, 2, 3, 3], score: [1, 100, 100, 100] },
      pinned: [[0, 1]] as const,
      forbidden: [[2, 3]] as const,
    };
    expect(check(full, { pairs: [{ a: 0, b: 1, score: 1, pinned: true }] })).toMatchObject({
      faults: [],
      upperBound: 1,
    });
  });
});

describe('the bound with everyone first', () => {
  /** 0–1–2–3 in a row: the best pair leaves both ends out. */
  const row = { caps: [1, 1, 1, 1], candidates: { a: [0, 1, 2], b: [1, 2, 3], score: [1, 100, 1] } };
  const ends = [
    { a: 0, b: 1, score: 1, pinned: false },
    { a: 2, b: 3, score: 1, pinned: false },
  ];
  const prices = [-50, 51, 51, -50];

  it('is that of the plans which leave out as few', () => {
    expect(check(row, { pairs: ends, prices })).toMatchObject({ faults: [], upperBound: 2, gap: 0 });
    expect(check(row, { pairs: ends, prices }, { first: 'total' })).toMatchObject({ upperBound: 102 });
  });

  it('grants what leaving people out can bring at most, once for each of them', () => {
    const middle = [{ a: 1, b: 2, score: 100, pinned: false }];
    expect(check(row, { pairs: middle, prices })).toMatchObject({ upperBound: 102, leftOutAtLeast: 0 });
    expect(check(row, { pairs: middle, prices: [-50, 51, 51, -30] })).toMatchObject({
      upperBound: 51 + 51 - 50 - 30 + 2 * 50,
    });
  });

  it('lets nobody take part whom no pair can cover or a pin covers already', () => {
    const lonely = { ...row, caps: [1, 1, 1, 1, 1, 2, 1], pinned: [[5, 6]] as const };
    const pairs = [...ends, { a: 5, b: 6, score: 0, pinned: true }];
    const certified = { pairs, prices: [...prices, -500, -700, 0] };
    expect(check(lonely, certified)).toMatchObject({ faults: [], upperBound: 2, leftOutAtLeast: 1 });
  });

  it('lets pairs below the covering score earn nobody a place', () => {
    const poor = {
      caps: [1, 1, 1],
      candidates: { a: [0, 1], b: [1, 2], score: [40, 60] },
    };
    const pairs = [{ a: 1, b: 2, score: 60, pinned: false }];
    const rules = { coversFrom: 50 } as const;
    expect(check(poor, { pairs, prices: [0, 10, 0] }, rules)).toMatchObject({ upperBound: 10 + 30 + 50 });
    expect(check(poor, { pairs, prices: [-7, 60, -9] }, rules)).toMatchObject({
      faults: [],
      upperBound: 60,
      leftOutAtLeast: 1,
    });
    const both = { ...poor, candidates: { a: [0, 0], b: [1, 2], score: [40, 60] } };
    const best = [{ a: 0, b: 2, score: 60, pinned: false }];
    expect(check(both, { pairs: best, prices: [-10, 0, 0] }, rules)).toMatchObject({
      upperBound: 40 + (60 + 10) - 10,
    });
    expect(check(poor, { pairs, prices: [0, 10, -9] }, rules)).toMatchObject({
      upperBound: 10 + 30 + (60 - 10 + 9) - 9,
    });
  });
});

describe('how many are left out at least', () => {
  const room = (caps: number[], pairs: string, more: Partial<PairProblem> = {}): PairProblem => {
    const [a, b] = [0, 1].map((end) => pairs.split(' ').map((pair) => Number(pair[end])));
    return { caps, candidates: { a: a!, b: b!, score: a!.map(() => 5) }, ...more };
  };
  const least = (of: PairProblem, scarce: number[], rules?: PairRules) =>
    check(of, { scarce }, rules).leftOutAtLeast;

  it('is everybody who hangs on one person, beyond those that person can take', () => {
    const star = room([2, 1, 1, 1, 3], '01 02 03 04');
    expect(least(star, [])).toBe(0);
    expect(least(star, [0])).toBe(2);
    expect(least(star, [0, 0])).toBe(2);
    expect(least(star, [0, 1])).toBe(0);
  });

  it('is one of every odd group who take one pair each', () => {
    expect(least(room([1, 1, 1], '01 12 02'), [])).toBe(1);
    expect(least(room([1, 1, 1, 1], '01 12 02 23'), [])).toBe(0);
    expect(least(room([1, 2, 1], '01 12 02'), [])).toBe(0);
    expect(least(room([1, 1, 1, 1, 1, 1, 1], '01 12 02 34 45 35 06 36'), [6])).toBe(1);
    expect(least(room([1, 1, 1, 1, 1], '34 12 01 23'), [])).toBe(1);
  });

  it('asks nothing for whom a pin covers, and gives the scarce only the places pins leave', () => {
    const pinned = room([2, 2, 1, 1], '01 02 03 13', { pinned: [[0, 1]] });
    expect(least(pinned, [0])).toBe(0);
    expect(least(room([2, 1, 1, 1], '02 03', { pinned: [[0, 1]] }), [0])).toBe(1);
    expect(least(room([2, 2, 1, 1], '12 13 23', { pinned: [[0, 1]] }), [])).toBe(0);
    expect(least(room([1, 2, 1, 1], '12 13 23', { pinned: [[0, 1]] }), [])).toBe(0);
  });

  it('looks at pairs that cover alone', () => {
    const weak = { caps: [1, 1, 1], candidates: { a: [0, 1], b: [1, 2], score: [4, 5] } };
    expect(least(weak, [], { coversFrom: 5 })).toBe(1);
    expect(least(weak, [], { coversFrom: 4 })).toBe(1);
    expect(least(weak, [], { coversFrom: 6 })).toBe(3);
    const worthless = { caps: [1, 1], candidates: { a: [0], b: [1], score: [0] } };
    expect(least(worthless, [])).toBe(2);
    expect(least({ ...weak, forbidden: [[1, 0]] }, [])).toBe(1);
    expect(least({ ...weak, forbidden: [[2, 1]] }, [1])).toBe(1);
  });
});
