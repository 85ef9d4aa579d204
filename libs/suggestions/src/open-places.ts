import type { Pair, SuggestionProblem } from './suggestion-problem.ts';

/** Who may still be paired with whom. */
export interface Places {
  /** How many more pairs each may get; nothing for those of whom no new pair may be made. */
  readonly free: Int32Array;
  /** How many pairs each may be in with those that stand; longer by those who stand in one and opted out since. */
  readonly caps: readonly number[];
  /** Whether the two may be suggested: they have places, and nothing keeps them apart. */
  readonly isAllowed: (a: number, b: number) => boolean;
}

/** The hard filters and the caps of a problem; what stands already takes its places, also beyond a cap. */
export function openPlaces({ people, kept, forbidden, closed, shown }: SuggestionProblem): Places {
  const all = Math.max(people.length, ...kept.map(([a, b]) => Math.max(a, b) + 1));
  const used = new Int32Array(all);
  for (const place of kept.flat()) used[place] = (used[place] ?? 0) + 1;
  const free = Int32Array.from(people, ({ cap }, place) => Math.max(0, cap - (used[place] ?? 0)));
  const caps = Array.from(used, (count, place) => count + (free[place] ?? 0));
  const numbersOf = (pairs: readonly Pair[]) => new Set(pairs.map(([a, b]) => numberOf(a, b)));
  const [apart, seen, stopped] = [numbersOf([...kept, ...forbidden]), numbersOf(shown), new Set(closed)];
  return {
    free: free.map((count, place) => (stopped.has(place) ? 0 : count)),
    caps,
    isAllowed: (a, b) => {
      if (a === b || free[a] === 0 || free[b] === 0 || apart.has(numberOf(a, b))) return false;
      return !(stopped.has(a) || stopped.has(b)) || seen.has(numberOf(a, b));
    },
  };
}

/** One number for two places in whichever order. */
function numberOf(a: number, b: number): number {
  return Math.min(a, b) * 2 ** 26 + Math.max(a, b);
}
