import type { Places } from './open-places.ts';
import type { Pair } from './suggestion-problem.ts';

/** One suggestion in five is drawn by chance: the control group of the matching (introductions.md). */
const share = 1 / 5;

/** Enough that a room where one pair in a hundred is allowed still finds its wildcards. */
const triesEach = 1000;

/**
 * Pairs by chance from all that are allowed, before the matching, at most one a person.
 *
 * @param allowed how many pairs are allowed, if that is less than there are places
 * @param standing how many stand already, of those that would be drawn anew
 * @param random from 0 to below 1; its numbers alone decide
 */
export function drawWildcards(
  { free, isAllowed }: Places,
  allowed: number,
  standing: number,
  random: () => number,
): Pair[] {
  const places = free.reduce((sum, count) => sum + count, 0);
  const suggestions = Math.min(allowed, Math.floor(places / 2)) + standing;
  const count = Math.max(0, Math.floor(suggestions * share) - standing);
  const drawn: Pair[] = [];
  const taken = new Set<number>();
  for (let tries = count * triesEach; tries > 0 && drawn.length < count; tries -= 1) {
    const [a, b] = [Math.floor(random() * free.length), Math.floor(random() * free.length)];
    if (taken.has(a) || taken.has(b) || free[a] === 0 || free[b] === 0 || !isAllowed(a, b)) continue;
    taken.add(a).add(b);
    drawn.push(a < b ? [a, b] : [b, a]);
  }
  return drawn;
}
