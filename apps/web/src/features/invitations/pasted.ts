/** As many as the api takes at a time. */
export const mostAddresses = 500;

/**
 * How many different addresses stand in a pasted text, for the count beside it; whether each can be written to is for the
 * api to say.
 */
export function addressesIn(pasted: string): number {
  const found = pasted
    .split(/[\s,;<>()"]+/)
    .filter((word) => /^[^@]+@[^@]+$/.test(word))
    .map((word) =>
      word
        .replace(/^mailto:/i, '')
        .replace(/[.:]$/, '')
        .toLowerCase(),
    );
  return new Set(found).size;
}
