import { MatchingInputError } from '../errors.ts';
import { assignCritics } from './critics.ts';
import type { CriticProblem } from './input.ts';

const room: CriticProblem = {
  works: [1, 2],
  critics: [
    { least: 0, most: 2 },
    { least: 1, most: 1 },
  ],
  seed: 1,
};

function refusal(changes: Partial<CriticProblem>): unknown {
  try {
    assignCritics({ ...room, ...changes });
  } catch (error) {
    if (error instanceof MatchingInputError) return `${error.code} · ${error.message}`;
    throw error;
  }
  return undefined;
}

const pair = (work: number, critic: number) => ({ work, critic });

describe('input of critics', () => {
  it('is taken as it is where nothing contradicts', () => {
    expect(refusal({ forbidden: [pair(0, 1), pair(0, 1)], fixed: [pair(0, 0)] })).toBeUndefined();
    expect(
      refusal({
        affinities: [
          { ...pair(0, 0), score: 0 },
          { ...pair(1, 1), score: 100_000 },
        ],
      }),
    ).toBeUndefined();
    expect(
      refusal({
        works: [1],
        critics: [
          { least: 0, most: 0 },
          { least: 0, most: 1_000_000 },
        ],
      }),
    ).toBeUndefined();
  });

  it.each([
    [{ works: [1, 0] }, 'bad-count · works[1]: 0 is no whole number from 1 to 1000000'],
    [{ works: [1.5] }, 'bad-count · works[0]: 1.5 is no whole number from 1 to 1000000'],
    [{ works: [1_000_001] }, 'bad-count · works[0]: 1000001 is no whole number from 1 to 1000000'],
    [
      { critics: [{ least: -1, most: 2 }] },
      'bad-count · critics[0].least: -1 is no whole number from 0 to 1000000',
    ],
    [
      { critics: [{ least: 2, most: 1 }] },
      'bad-count · critics[0].most: 1 is no whole number from 2 to 1000000',
    ],
    [
      { critics: [{ least: 0, most: NaN }] },
      'bad-count · critics[0].most: NaN is no whole number from 0 to 1000000',
    ],
    [{ forbidden: [pair(2, 0)] }, 'unknown-work · forbidden[0]: there is no work 2'],
    [{ forbidden: [pair(0, 0), pair(-1, 0)] }, 'unknown-work · forbidden[1]: there is no work -1'],
    [{ fixed: [pair(0, 2)] }, 'unknown-critic · fixed[0]: there is no critic 2'],
    [
      { affinities: [{ ...pair(0, 0.5), score: 1 }] },
      'unknown-critic · affinities[0]: there is no critic 0.5',
    ],
    [
      { affinities: [{ ...pair(0, 0), score: Infinity }] },
      'bad-score · affinities[0]: the score Infinity is no whole number from 0 to 100000',
    ],
    [
      { affinities: [{ ...pair(0, 0), score: -1 }] },
      'bad-score · affinities[0]: the score -1 is no whole number from 0 to 100000',
    ],
    [
      {
        affinities: [
          { ...pair(1, 0), score: 3 },
          { ...pair(1, 0), score: 4 },
        ],
      },
      'hearing-twice · affinities[1]: critic 0 with work 1 is listed before',
    ],
    [{ fixed: [pair(1, 0), pair(1, 0)] }, 'hearing-twice · fixed[1]: critic 0 with work 1 is listed before'],
    [
      { forbidden: [pair(1, 0)], fixed: [pair(1, 0)] },
      'fixed-and-forbidden · fixed[0]: critic 0 with work 1 is forbidden as well',
    ],
    [
      { fixed: [pair(0, 0), pair(0, 1)] },
      'fixed-over-count · fixed[1]: work 0 has 1 critics and more are fixed',
    ],
    [
      { fixed: [pair(0, 1), pair(1, 1)] },
      'fixed-over-count · fixed[1]: critic 1 hears at most 1 works and more are fixed',
    ],
  ])('is refused with the item named: %j', (changes, expected) => {
    expect(refusal(changes)).toBe(expected);
  });
});
