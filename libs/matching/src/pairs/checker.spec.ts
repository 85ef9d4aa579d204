import { checkPlan, type PairProblem, type SuggestedPair } from '../index.ts';

const problem: PairProblem = {
  caps: [1, 2, 1, 1],
  candidates: { a: [0, 1, 2], b: [1, 2, 3], score: [10, 8, 6] },
  pinned: [[0, 1]],
  forbidden: [[2, 3]],
};
const pin: SuggestedPair = { a: 0, b: 1, score: 10, pinned: true };
const free: SuggestedPair = { a: 1, b: 2, score: 8, pinned: false };

describe('the checker of plans', () => {
  it('accepts a plan that keeps every rule', () => {
    expect(checkPlan(problem, [pin, free], [0, 0, 0, 0])).toEqual({
      faults: [],
      total: 18,
      upperBound: 18,
      gap: 0,
    });
  });

  it.each([
    ['a missing pin', [free], 'the pin 0–1 is missing'],
    ['a forbidden pair', [pin, { a: 2, b: 3, score: 6, pinned: false }], '2–3 is forbidden'],
    ['a pair that nobody allowed', [pin, { a: 1, b: 3, score: 0, pinned: false }], '1–3 is not allowed'],
    ['a pair twice', [pin, free, { ...free, a: 2, b: 1 }], '1–2 stands twice'],
    ['a score made up', [pin, { ...free, score: 9 }], '1–2 has its score wrong'],
    ['a pin that is none', [pin, { ...free, pinned: true }], '1–2 has its pin wrong'],
    ['a cap passed', [pin, { a: 0, b: 3, score: 0, pinned: false }], 'person 0 has 2 pairs and a cap of 1'],
  ] satisfies [string, SuggestedPair[], string][])('reports %s', (_, pairs, fault) => {
    expect(checkPlan(problem, pairs, [0, 0, 0, 0]).faults).toContain(fault);
  });

  it('bounds by any prices, and takes prices below zero for none', () => {
    expect(checkPlan(problem, [pin], [0, 8, 0, 0])).toMatchObject({ upperBound: 18, gap: 8 / 18 });
    expect(checkPlan(problem, [pin], [5, 3, 9, 1])).toMatchObject({ upperBound: 10 + 3 + 9 + 1 });
    expect(checkPlan(problem, [pin, free], [-50, -50, -50, -50])).toMatchObject({ upperBound: 18 });
  });
});
