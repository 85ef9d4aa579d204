import { type Pair, type PairProblem, type PairRules, seededRandom } from '#libs/matching';

/** A problem small enough to try every plan of it, and what the best plan of it is. */
export interface SmallRoom {
  readonly seed: number;
  readonly problem: PairProblem;
  readonly rules: Required<PairRules>;
}

/** Few or many pairs, few or many scores (ties), small and large caps, pins, bans and a covering score: all by the seed. */
export function smallRoom(seed: number, first: 'everyone' | 'total', mostPeople = 9): SmallRoom {
  const random = seededRandom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(options: readonly T[]) => options[upTo(options.length)]!;
  // Small rooms more often: they are quick, and everything strange happens in them.
  const people = 1 + Math.max(upTo(mostPeople), upTo(mostPeople));
  const mostCap = pick([1, 1, 2, 3]);
  const caps = Array.from({ length: people }, () => (random() < 0.06 ? 0 : 1 + upTo(mostCap)));
  const density = pick([0.25, 0.4, 0.6, 1]);
  const highest = pick([1, 3, 12, 1000]);
  const rows: [number, number, number][] = [];
  const [pinned, forbidden]: [Pair[], Pair[]] = [[], []];
  const pins = pick([0, 0, 0.08]);
  const bans = pick([0, 0, 0.1]);
  const left = [...caps];
  for (let a = 0; a < people; a++) {
    for (let b = a + 1; b < people; b++) {
      const turned = random() < 0.5;
      const pair: Pair = turned ? [b, a] : [a, b];
      if (random() < density) rows.push([...pair, upTo(highest + 1)]);
      if (random() < bans) forbidden.push(pair);
      else if (random() < pins && left[a]! > 0 && left[b]! > 0) {
        left[a]! -= 1;
        left[b]! -= 1;
        pinned.push(pair);
      }
    }
  }
  for (let at = rows.length - 1; at > 0; at--) {
    const other = upTo(at + 1);
    [rows[at], rows[other]] = [rows[other]!, rows[at]!];
  }
  const column = (place: number) => rows.map((row) => row[place]!);
  const candidates = { a: column(0), b: column(1), score: column(2) };
  const coversFrom = pick([1, 1, 0, 1 + upTo(highest)]);
  return { seed, problem: { caps, candidates, pinned, forbidden }, rules: { first, coversFrom } };
}
