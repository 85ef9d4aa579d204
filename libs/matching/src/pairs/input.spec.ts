import { MatchingInputError, suggestPairs, type PairProblem } from '../index.ts';

describe('a problem that contradicts itself', () => {
  const candidates = { a: [0], b: [1], score: [5] };
  it.each([
    ['a cap below zero', { caps: [1, -1], candidates }, 'bad-cap', 'caps[1]'],
    ['half a cap', { caps: [1.5, 1], candidates }, 'bad-cap', 'caps[0]'],
    ['an unknown person in a candidate', { caps: [1], candidates }, 'unknown-person', 'candidates[0]'],
    [
      'an unknown person in a pin',
      { caps: [1, 1], candidates, pinned: [[0, 2]] },
      'unknown-person',
      'pinned[0]',
    ],
    [
      'an unknown person in a ban',
      {
        caps: [1, 1],
        candidates,
        forbidden: [
          [0, 1],
          [-1, 0],
        ],
      },
      'unknown-person',
      'forbidden[1]',
    ],
    [
      'a person with themselves',
      { caps: [1, 1], candidates: { a: [1], b: [1], score: [5] } },
      'same-person',
      'candidates[0]',
    ],
    [
      'a score that is not a number',
      { caps: [1, 1], candidates: { a: [0], b: [1], score: [NaN] } },
      'bad-score',
      'candidates[0]',
    ],
    [
      'an endless score',
      { caps: [1, 1], candidates: { a: [0], b: [1], score: [Infinity] } },
      'bad-score',
      'candidates[0]',
    ],
    [
      'a score below zero',
      { caps: [1, 1], candidates: { a: [0], b: [1], score: [-1] } },
      'bad-score',
      'candidates[0]',
    ],
    [
      'a candidate listed twice',
      { caps: [1, 1], candidates: { a: [0, 1], b: [1, 0], score: [5, 5] } },
      'pair-twice',
      'candidates[1]',
    ],
    [
      'a pair pinned and forbidden',
      { caps: [1, 1], candidates, pinned: [[0, 1]], forbidden: [[1, 0]] },
      'pinned-and-forbidden',
      'pinned[0]',
    ],
    [
      'pins that break a cap',
      {
        caps: [1, 2, 1],
        candidates,
        pinned: [
          [0, 1],
          [0, 2],
        ],
      },
      'pins-over-cap',
      'pinned[1]',
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
      'pinned[1]',
    ],
    [
      'columns of different lengths',
      { caps: [1, 1], candidates: { a: [0], b: [1, 1], score: [5] } },
      'bad-columns',
      'candidates',
    ],
  ] satisfies [string, PairProblem, string, string][])(
    'is refused for %s, naming it',
    (_, problem, code, item) => {
      const solve = () => suggestPairs(problem);
      expect(solve).toThrow(MatchingInputError);
      expect(solve).toThrow(
        expect.objectContaining({ code, item, message: expect.stringContaining(item) as string }) as Error,
      );
    },
  );
});
