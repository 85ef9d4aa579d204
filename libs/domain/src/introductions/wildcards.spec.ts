import fc from 'fast-check';
import { wildcards } from './wildcards.ts';

const room = (people: number) =>
  Array.from({ length: people }, (_, a) =>
    Array.from({ length: people - a - 1 }, (_, i) => ({ a, b: a + 1 + i })),
  ).flat();

describe('drawing the wildcards', () => {
  it('makes one suggestion in five a wildcard, none in a room too small for it', () => {
    expect(wildcards(room(30), 'evening')).toHaveLength(6);
    expect(wildcards(room(30), 'evening', 1 / 5, 20)).toHaveLength(4);
    expect(wildcards(room(4), 'evening')).toEqual([]);
    expect(wildcards([], 'evening')).toEqual([]);
    expect(wildcards(room(30), 'evening', 0)).toEqual([]);
  });

  it('draws nobody twice, even when asked for more than fit', () => {
    const people = wildcards(room(9), 3, 1).flatMap(({ a, b }) => [a, b]);
    expect(people).toHaveLength(8);
    expect(new Set(people).size).toBe(8);
  });

  it('draws the same for the same seed in any order of the pairs, and another for another seed', () => {
    const expected = wildcards(room(20), 'evening');
    fc.assert(
      fc.property(fc.shuffledSubarray(room(20), { minLength: 190 }), (shuffled) => {
        expect(wildcards(shuffled, 'evening')).toEqual(expected);
      }),
    );
    expect(wildcards(room(20), 'another')).not.toEqual(expected);
  });

  it('gives every allowed pair about the same chance', () => {
    const drawn = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed++) {
      for (const { a, b } of wildcards(room(6), seed))
        drawn.set(`${a}-${b}`, (drawn.get(`${a}-${b}`) ?? 0) + 1);
    }
    expect(drawn.size).toBe(15);
    for (const count of drawn.values()) expect(Math.abs(count - 200)).toBeLessThan(60);
  });
});
