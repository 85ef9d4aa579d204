import { drawWildcards } from './wildcards.ts';

/** Park and Miller's generator: enough for a test, and another than the product's. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
const room = (people: number, isAllowed: (a: number, b: number) => boolean = () => true, each = 2) => ({
  free: new Array<number>(people).fill(each),
  isAllowed,
});

describe('drawing the wildcards', () => {
  it('makes one suggestion in five a wildcard, with those that stand, and none in a room too small for it', () => {
    expect(drawWildcards(room(30), Infinity, 0, numbers(1))).toHaveLength(6);
    expect(drawWildcards(room(30), 20, 0, numbers(1))).toHaveLength(4);
    expect(drawWildcards(room(30), Infinity, 2, numbers(1))).toHaveLength(4);
    expect(drawWildcards(room(4), Infinity, 8, numbers(1))).toEqual([]);
    expect(drawWildcards(room(4), Infinity, 0, numbers(1))).toEqual([]);
    expect(drawWildcards(room(0), Infinity, 0, numbers(1))).toEqual([]);
    expect(drawWildcards(room(30), 0, 0, numbers(1))).toEqual([]);
  });

  it('draws nobody twice, and nobody without a place, even when asked for more than fit', () => {
    const full = { ...room(9), free: [20, 20, 0, 20, 20, 20, 20, 20, 20, 20] };
    const people = drawWildcards(full, Infinity, 0, numbers(3)).flat();
    expect(people).toHaveLength(8);
    expect(new Set(people).size).toBe(8);
    expect(people).not.toContain(2);
  });

  it('draws the same for the same numbers, and others for others', () => {
    expect(drawWildcards(room(20), Infinity, 0, numbers(5))).toEqual(
      drawWildcards(room(20), Infinity, 0, numbers(5)),
    );
    expect(drawWildcards(room(20), Infinity, 0, numbers(5))).not.toEqual(
      drawWildcards(room(20), Infinity, 0, numbers(6)),
    );
  });

  it('finds the few allowed pairs of two hundred people, and nobody twice among them', () => {
    const only = room(200, (a, b) => Math.min(a, b) === 17 && Math.max(a, b) === 170);
    expect(drawWildcards(only, Infinity, 0, numbers(7))).toEqual([[17, 170]]);
    const few = room(200, (a, b) => Math.abs(a - b) === 1 && Math.min(a, b) % 50 < 2);
    const pairs = drawWildcards(few, Infinity, 0, numbers(7));
    expect(pairs).toHaveLength(4);
    expect(new Set(pairs.flat()).size).toBe(8);
    for (const pair of pairs) expect(few.isAllowed(...pair)).toBe(true);
    const none = room(200, () => false);
    expect(drawWildcards(none, Infinity, 0, numbers(7))).toEqual([]);
  });

  it('gives every allowed pair about the same chance, and a forbidden one none', () => {
    const drawn = new Map<string, number>();
    const allowed = room(6, (a, b) => a + b !== 5);
    for (let seed = 1; seed <= 2400; seed += 1) {
      for (const pair of drawWildcards(allowed, 5, 0, numbers(seed * 7919))) {
        drawn.set(pair.join(), (drawn.get(pair.join()) ?? 0) + 1);
      }
    }
    expect(drawn.size).toBe(12);
    for (const count of drawn.values()) expect(Math.abs(count - 200)).toBeLessThan(60);
  });
});
