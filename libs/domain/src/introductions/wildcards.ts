/** One suggestion in five is drawn by chance: the control group of the matching. */
const WILDCARD_SHARE = 1 / 5;

/**
 * Draws the wildcards of an event: allowed pairs by chance, before the matching, at most one a person, the same for the
 * same pairs in any order and the same seed.
 *
 * @param allowedPairs every pair that passed the hard filters and whose caps are not used up, people by index
 * @param seed a number or any text, such as the event's id
 * @param share of all suggestions, 0 to 1
 * @param suggestions how many are expected in all; with the usual cap of two each, as many as people
 */
export function wildcards<Pair extends { readonly a: number; readonly b: number }>(
  allowedPairs: readonly Pair[],
  seed: number | string,
  share = WILDCARD_SHARE,
  suggestions = new Set(allowedPairs.flatMap(({ a, b }) => [a, b])).size,
): Pair[] {
  const count = Math.floor(suggestions * share);
  const low = ({ a, b }: Pair) => Math.min(a, b);
  const high = ({ a, b }: Pair) => Math.max(a, b);
  const left = [...allowedPairs].sort((x, y) => low(x) - low(y) || high(x) - high(y));
  const random = mulberry32(typeof seed === 'number' ? seed : hash(seed));
  const drawn: Pair[] = [];
  const taken = new Set<number>();
  // A shuffle of which only the beginning is used: each step draws one of the pairs not yet looked at.
  for (let end = left.length; end > 0 && drawn.length < count; end--) {
    const at = Math.floor(random() * end);
    const pair = left[at];
    const last = left[end - 1];
    if (!pair || !last) break;
    left[at] = last;
    if (taken.has(pair.a) || taken.has(pair.b)) continue;
    taken.add(pair.a).add(pair.b);
    drawn.push(pair);
  }
  return drawn;
}

/** Tommy Ettinger's generator, public domain: 32 bits of state, good enough for a draw nobody bets on. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}
