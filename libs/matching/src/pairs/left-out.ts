import type { PairProblem } from './input.ts';
import { COVERS, type Openness } from './openness.ts';

/**
 * How many people every plan leaves out at least, proved by the people whom too many depend on (Las Vergnas 1978 and
 * Lovász 1970 for factors with degrees from 1 to the cap). Take the scarce ones away and look at what still hangs
 * together by pairs that cover. One person alone, or an odd number of people who take one pair each, needs one of the
 * scarce or leaves somebody out; and the scarce have only so many places. O(candidates).
 */
export function leftOutAtLeast(
  { candidates: { a, b } }: PairProblem,
  { space, needs, state }: Openness,
  scarce: ArrayLike<number>,
): number {
  const people = space.length;
  const away = new Uint8Array(people);
  let places = 0;
  for (const person of new Set(Array.from(scarce))) {
    places += space[person]!;
    away[person] = 1;
  }
  const group = groupsOf(people, (join) => {
    for (let pair = 0; pair < a.length; pair++) {
      const [x, y] = [a[pair]!, b[pair]!];
      if (state[pair] === COVERS && away[x] === 0 && away[y] === 0) join(x, y);
    }
  });
  const size = new Int32Array(people);
  const onlySingles = new Uint8Array(people).fill(1);
  for (let person = 0; person < people; person++) {
    if (away[person] === 1) continue;
    size[group[person]!]! += 1;
    if (needs[person] === 0 || space[person] !== 1) onlySingles[group[person]!] = 0;
  }
  let short = 0;
  for (let head = 0; head < people; head++) {
    const alone = size[head] === 1 && needs[head] === 1;
    if (alone || (size[head]! % 2 === 1 && onlySingles[head] === 1)) short += 1;
  }
  return Math.max(0, short - places);
}

/** Whom each person hangs together with, directly or through others: every group by its smallest person. */
function groupsOf(people: number, joinAll: (join: (x: number, y: number) => void) => void): Int32Array {
  const towards = Int32Array.from({ length: people }, (_, person) => person);
  const headOf = (person: number): number => {
    let at = person;
    while (towards[at] !== at) at = towards[at] = towards[towards[at]!]!;
    return at;
  };
  joinAll((x, y) => {
    const [one, other] = [headOf(x), headOf(y)];
    towards[Math.max(one, other)] = Math.min(one, other);
  });
  return towards.map((_, person) => headOf(person));
}
