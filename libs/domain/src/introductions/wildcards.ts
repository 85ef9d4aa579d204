/** One suggestion in five is drawn by chance: the control group of the matching. */
const wildcardShare = 1 / 5;

/** After so many misses in a row the pairs left are counted out: hardly one in a hundred can be allowed. */
const mostMisses = 500;

export interface WildcardRoom {
  /** How many more introductions each may get, people by index. */
  readonly free: ArrayLike<number>;
  /** The hard filters; never asked about a person and themselves. */
  readonly isAllowed: (a: number, b: number) => boolean;
}

/**
 * Draws the wildcards of an event before the matching: each time one of the allowed pairs of people who are in none yet,
 * all with the same chance, so that at most one falls to a person. The same room and numbers give the same pairs.
 *
 * @param allowed how many pairs are allowed, if that may be fewer than there are places for; else Infinity
 * @param standing how many wildcards stand already, of those among which one in five is to be one
 * @param random from 0 to below 1; its numbers alone decide. Seeded by the caller, such as with the event's id
 */
export function drawWildcards(
  { free, isAllowed }: WildcardRoom,
  allowed: number,
  standing: number,
  random: () => number,
): Pair[] {
  const places = Array.from(free).reduce((sum, count) => sum + count, 0);
  const suggestions = Math.min(allowed, Math.floor(places / 2)) + standing;
  const count = Math.max(0, Math.floor(suggestions * wildcardShare) - standing);
  const left = Array.from(free).flatMap((places, person) => (places > 0 ? [person] : []));
  const drawn: Pair[] = [];
  for (let misses = 0; drawn.length < count && misses < mostMisses; misses += 1) {
    const [one, other] = [anyOf(left, random), anyOf(left, random)];
    if (one === undefined || other === undefined) break;
    if (one === other || !isAllowed(one, other)) continue;
    drawn.push(one < other ? [one, other] : [other, one]);
    for (const person of [one, other]) left.splice(left.indexOf(person), 1);
    misses = 0;
  }
  if (drawn.length === count) return drawn;
  return [...drawn, ...drawAmong(pairsOf(left, isAllowed), count - drawn.length, random)];
}

type Pair = [number, number];

function drawAmong(pairs: readonly Pair[], count: number, random: () => number): Pair[] {
  const drawn: Pair[] = [];
  let left = pairs;
  while (drawn.length < count) {
    const pair = anyOf(left, random);
    if (pair === undefined) break;
    drawn.push(pair);
    left = left.filter((other) => !other.some((person) => pair.includes(person)));
  }
  return drawn;
}

function pairsOf(people: readonly number[], isAllowed: WildcardRoom['isAllowed']): Pair[] {
  return people.flatMap((one, at) =>
    people.slice(at + 1).flatMap((other): Pair[] => (isAllowed(one, other) ? [[one, other]] : [])),
  );
}

function anyOf<One>(list: readonly One[], random: () => number): One | undefined {
  return list[Math.floor(random() * list.length)];
}
