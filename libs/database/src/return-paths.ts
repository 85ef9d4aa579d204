import { type Keys, keyedHash, sameHash } from './tokens.ts';

// Where a server sends a mail back to says which mail it was (VERP), and only we can write such an address: a report to a
// made-up one is nobody's.

/**
 * The envelope sender of a mail: "b-<32 hex of its id>-<16 hex>@domain".
 * @param at a domain that is all ours, or one mailbox, "bounces@example.org", whose local part goes before with a "+"
 */
export function returnPathOf(keys: Keys, mailId: string, at: string): string {
  const cut = at.lastIndexOf('@');
  const id = mailId.replaceAll('-', '').toLowerCase();
  const tagged = `b-${id}-${tagOf(keys, id, keys.current.id).toString('hex')}`;
  return cut === -1 ? `${tagged}@${at}` : `${at.slice(0, cut)}+${tagged}${at.slice(cut)}`;
}

/** How much a mailbox may be longer: a local part has at most 64 characters, and "+b-…" takes 52 of them. */
export const longestBounceMailbox = 12;

/** The mail that was sent with this return path; null when we never wrote it, or with a key that is no more. */
export function mailOfReturnPath(keys: Keys, address: string): string | null {
  const parts = /^(?:[^@+]{1,64}\+)?b-([0-9a-f]{32})-([0-9a-f]{16})@[^@]+$/.exec(
    address.trim().toLowerCase(),
  );
  const [, id, tag] = parts ?? [];
  if (id === undefined || tag === undefined) return null;
  const given = Buffer.from(tag, 'hex');
  const isOurs = [...keys.all.keys()].some((keyId) => sameHash(given, tagOf(keys, id, keyId)));
  return isOurs ? id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}

/** 64 bits: they are only ever guessed at one mail a try. */
const tagOf = (keys: Keys, id: string, keyId: string): Buffer =>
  keyedHash(keys, 'return-path', id, keyId).subarray(0, 8);
