/** Where somebody goes who asked for nothing else. */
export const home = '/me';

/** Longest path kept for after a sign-in; the column holds as much. */
const longest = 500;

/**
 * A path of ours that a sign-in may lead to, or null: never another origin, whatever a browser makes of backslashes,
 * control characters and doubled slashes (rule 12).
 */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > longest) return null;
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) return null;
  const base = 'http://ours.invalid';
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  // "/.//host" and its like resolve to a path that starts with two slashes, which is a host again when it is sent.
  return url.origin === base && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : null;
}
