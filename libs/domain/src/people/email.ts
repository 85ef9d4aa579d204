/** The longest address a mail server must take (RFC 5321: a path of 256 less its angle brackets). */
export const longestEmail = 254;

export type EmailFault = 'missing' | 'not-an-address' | 'not-ascii' | 'too-long';

export type ReadEmail = { email: string } | { fault: EmailFault };

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const topLevel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * One plain address, lower-cased, or why it is none (rules.md 18). Narrower than RFC 5322 on purpose: no quoted local
 * parts, comments, display names, lists or address literals, because each of them has carried an injected header or a
 * second recipient somewhere. Stray blanks around the address are dropped; CR, LF and NUL are refused wherever they
 * stand. An address with letters beyond ASCII is refused too: telling that two spellings of one domain are the same
 * needs the IDNA tables, and a local part beyond ASCII needs SMTPUTF8. Its xn-- form is taken.
 */
export function readEmail(text: string): ReadEmail {
  if (/[\r\n\0]/.test(text)) return { fault: 'not-an-address' };
  const address = text.trim();
  if (address === '') return { fault: 'missing' };
  if (address.length > longestEmail) return { fault: 'too-long' };
  if (/[^\x20-\x7e]/.test(address)) return { fault: 'not-ascii' };
  const email = address.toLowerCase();
  return isAddress(email) ? { email } : { fault: 'not-an-address' };
}

/** The address as the product keeps and compares it, or null; see `readEmail` for the grammar. */
export function normaliseEmail(text: string): string | null {
  const read = readEmail(text);
  return 'email' in read ? read.email : null;
}

function isAddress(email: string): boolean {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(at, 0));
  const labels = email.slice(at + 1).split('.');
  if (local.length > 64 || !localPart.test(local) || labels.length < 2) return false;
  // "=?utf-8?q?…?=" is how headers spell other text; readers' programs would see another address in it, or none.
  if (local.includes('=?')) return false;
  return labels.every((part) => label.test(part)) && topLevel.test(labels.at(-1) ?? '');
}
