const longest = 200;

/**
 * A name as its owner may read it: without its path and without what turns, hides or breaks text. Shown and never opened.
 * Empty when nothing is left.
 */
export function shownName(given: string): string {
  const last = given.slice(-4000).replaceAll('\\', '/').split('/').at(-1) ?? '';
  const name = last
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return Array.from(name).slice(0, longest).join('').trim();
}
