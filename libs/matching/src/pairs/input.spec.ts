import { MatchingInputError, type PairRules, suggestPairs, type PairProblem } from '../index.ts';

const caps = [1, 1];
const candidates = { a: [0], b: [1], score: [5] };
const withScore = (score: number): PairProblem => ({ caps, candidates: { ...candidates, score: [score] } });
const withPair = (a: number, b: number): PairProblem => ({
  caps,
  candidates: { a: [a], b: [b], score: [5] },
});

describe('a problem that contradicts itself', () => {
  it.each([
    [
      'a cap below zero',
      { caps: [1, -1], candidates },
      'bad-cap',
      'caps[1]: -1 is no whole number from 0 to 1000',
    ],
    ['half a cap', { caps: [1.5, 1], candidates }, 'bad-cap', 'caps[0]: 1.5'],
    ['a cap nobody could fill', { caps: [1, 1001], candidates }, 'bad-cap', 'caps[1]: 1001'],
    [
      'columns of different lengths',
      { caps, candidates: { ...candidates, b: [1, 1] } },
      'bad-columns',
      'candidates: its columns are 1, 2, 1 long',
    ],
    [
      'a score missing',
      { caps, candidates: { ...candidates, score: [] } },
      'bad-columns',
      'candidates: its columns are 1, 1, 0 long',
    ],
    [
      'an unknown person in a candidate',
      withPair(0, 2),
      'unknown-person',
      'candidates[0]: there is no person 2',
    ],
    [
      'an unknown first person in a candidate',
      withPair(-1, 0),
      'unknown-person',
      'candidates[0]: there is no person -1',
    ],
    ['a person who is no index', withPair(0, 0.5), 'unknown-person', 'candidates[0]: there is no person 0.5'],
    [
      'a person with themselves',
      withPair(1, 1),
      'same-person',
      'candidates[0]: person 1 is paired with itself',
    ],
    ['a score that is not a number', withScore(NaN), 'bad-score', 'candidates[0]: NaN'],
    ['an endless score', withScore(Infinity), 'bad-score', 'candidates[0]: Infinity'],
    [
      'a score below zero',
      withScore(-1),
      'bad-score',
      'candidates[0]: -1 is no whole number from 0 to 1000000',
    ],
    ['a score out of all proportion', withScore(1_000_001), 'bad-score', 'candidates[0]: 1000001'],
    ['half a score', withScore(0.5), 'bad-score', 'candidates[0]: 0.5'],
    [
      'a candidate listed twice',
      { caps: [1, 1, 1], candidates: { a: [0, 1, 2, 1, 1], b: [1, 2, 0, 0, 2], score: [5, 5, 5, 5, 5] } },
      'pair-twice',
      'candidates[3]: the pair 0–1 is listed before',
    ],
    [
      'candidates listed twice, the first of which belongs to a later person',
      { caps: [1, 1, 1], candidates: { a: [1, 0, 2, 1], b: [2, 1, 1, 0], score: [5, 5, 5, 5] } },
      'pair-twice',
      'candidates[2]: the pair 1–2',
    ],
    [
      'an unknown person in a ban',
      {
        caps,
        candidates,
        forbidden: [
          [0, 1],
          [-1, 0],
        ],
      },
      'unknown-person',
      'forbidden[1]: there is no person -1',
    ],
    [
      'an unknown person in a pin',
      { caps, candidates, pinned: [[0, 2]] },
      'unknown-person',
      'pinned[0]: there is no person 2',
    ],
    [
      'a pair pinned and forbidden',
      { caps, candidates, pinned: [[0, 1]], forbidden: [[1, 0]] },
      'pinned-and-forbidden',
      'pinned[0]: the pair 0–1 is forbidden as well',
    ],
    [
      'a pin given twice',
      {
        caps: [2, 2],
        candidates,
        pinned: [
          [0, 1],
          [1, 0],
        ],
      },
      'pair-twice',
      'pinned[1]: the pair 0–1 is pinned before',
    ],
    [
      'pins that break a cap',
      {
        caps: [1, 2, 1],
        candidates,
        pinned: [
          [0, 1],
          [2, 0],
        ],
      },
      'pins-over-cap',
      'pinned[1]: person 0 has a cap of 1 and is pinned 2 times',
    ],
    [
      'a pin of somebody who wants nobody',
      { caps: [1, 0], candidates, pinned: [[0, 1]] },
      'pins-over-cap',
      'pinned[0]: person 1 has a cap of 0 and is pinned 1 times',
    ],
  ] satisfies [string, PairProblem, string, string][])(
    'is refused for %s, naming it',
    (_, problem, code, message) => {
      const item = message.split(':')[0];
      const solve = () => suggestPairs(problem);
      expect(solve).toThrow(MatchingInputError);
      expect(solve).toThrow(
        expect.objectContaining({ code, item, message: expect.stringContaining(message) as string }) as Error,
      );
    },
  );

  it.each([-1, 0.5, NaN, 1_000_001])('is refused for pairs that cover from %d', (coversFrom) => {
    expect(() => suggestPairs({ caps, candidates }, { coversFrom })).toThrow(
      expect.objectContaining({ code: 'bad-score', item: 'coversFrom' }) as Error,
    );
  });

  it.each([
    [
      'a stability below zero, which would part pairs for ever',
      { stability: -100 },
      'bad-score',
      'stability',
    ],
    ['a stability that is no number', { stability: NaN }, 'bad-score', 'stability'],
    ['half a point of stability', { stability: 0.5 }, 'bad-score', 'stability'],
    ['a stability out of all proportion', { stability: 1_000_001 }, 'bad-score', 'stability'],
    ['a rule that nobody knows', { first: 'x' }, 'bad-rule', 'first'],
    [
      'somebody unknown in a standing pair',
      {
        standing: [
          [0, 1],
          [1, 2],
        ],
      },
      'unknown-person',
      'standing[1]',
    ],
    ['somebody unknown who was touched', { touched: [0, 99] }, 'unknown-person', 'touched'],
    ['a standing pair of one person', { standing: [[1, 1]] }, 'same-person', 'standing[0]'],
    ['a standing pair that is none', { standing: [null] }, 'bad-pair', 'standing[0]'],
  ])('is refused for %s before anything is solved', (_, options, code, item) => {
    let asked = 0;
    const more = () => {
      asked += 1;
      return { a: [], b: [], score: [] };
    };
    const solve = () => suggestPairs({ caps, candidates }, { more, ...(options as PairRules) });
    expect(solve).toThrow(expect.objectContaining({ name: 'MatchingInputError', code, item }) as Error);
    expect(asked).toBe(0);
  });

  it.each([null, undefined, 7, [0], [0, 1, 0]])('is refused for a pin or a ban that is %j', (entry) => {
    for (const list of ['pinned', 'forbidden']) {
      const problem = { caps: [3, 3], candidates, [list]: [[0, 1], entry] } as PairProblem;
      expect(() => suggestPairs(problem)).toThrow(
        expect.objectContaining({ code: 'bad-pair', item: `${list}[1]` }) as Error,
      );
    }
  });
});

describe('a problem at its limits', () => {
  it.each([
    ['caps of nobody and of a thousand', { caps: [0, 1000], candidates }, {}],
    ['the lowest score', withScore(0), {}],
    ['the highest score', withScore(1_000_000), { coversFrom: 1_000_000 }],
    ['any pair covering', withScore(1), { coversFrom: 0 }],
    [
      'a pair banned twice',
      {
        caps,
        candidates,
        forbidden: [
          [0, 1],
          [1, 0],
        ],
      },
      {},
    ],
    [
      'pins that fill a cap',
      {
        caps: [2, 1, 1],
        candidates,
        pinned: [
          [0, 1],
          [2, 0],
        ],
        forbidden: [[1, 2]],
      },
      {},
    ],
    [
      'typed arrays',
      {
        caps: Uint8Array.of(1, 1),
        candidates: { a: Int32Array.of(1), b: Uint16Array.of(0), score: Float64Array.of(7) },
      },
      {},
    ],
  ] satisfies [string, PairProblem, PairRules][])('is taken: %s', (_, problem, rules) => {
    expect(() => suggestPairs(problem, rules)).not.toThrow();
  });
});
