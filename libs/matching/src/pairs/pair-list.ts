/** Finds pairs by their two people without a text or an object for each: lists by the smaller person. */
export interface PairList {
  /** Where the pair stands in what was listed, or -1; of a pair listed twice, the first. */
  placeOf(a: number, b: number): number;
}

/** Lists pairs of so many people. O(pairs + people); finding one is linear in the pairs of its smaller person. */
export function listPairs(people: number, pairs: readonly (readonly [number, number])[]): PairList {
  const first = new Int32Array(people + 1);
  for (const [a, b] of pairs) first[Math.min(a, b) + 1]! += 1;
  for (let person = 0; person < people; person++) first[person + 1]! += first[person]!;
  const next = first.slice();
  const larger = new Int32Array(pairs.length);
  const place = new Int32Array(pairs.length);
  pairs.forEach(([a, b], index) => {
    const at = next[Math.min(a, b)]!++;
    larger[at] = Math.max(a, b);
    place[at] = index;
  });
  return {
    placeOf(a, b) {
      const [low, high] = a < b ? [a, b] : [b, a];
      for (let at = first[low]!; at < first[low + 1]!; at++) if (larger[at] === high) return place[at]!;
      return -1;
    },
  };
}
