import { type Bytes, fromBase64Url, utf8 } from './bytes.ts';

// The other end of libs/database/src/tickets.ts, which says what a ticket is.

const version = 'AQ1.';
const idBytes = 16;
const signatureBytes = 64;
/** The key stands at the end of its SPKI. */
const keyBytes = 32;

/** Whether a code says that it is a ticket of ours, whoever wrote it. */
export const looksLikeTicket = (text: string): boolean => text.startsWith(version);

/** Whether `signature` is one of `text` under a public key. */
type Check = (signature: Bytes, text: Bytes) => Promise<boolean>;

/** Checks tickets by public keys alone, in SPKI and base64url. */
export class Tickets {
  private readonly checks: Promise<Check[]>;

  constructor(publicKeys: readonly string[], checkOf = anyCheckOf) {
    this.checks = Promise.all(publicKeys.map((key) => checkOf(fromBase64Url(key))));
  }

  /** The attendee a ticket is of; null when it is forged or torn. */
  async attendeeOf(ticket: string): Promise<string | null> {
    const bytes = bytesOf(ticket);
    if (bytes === null) return null;
    const [id, signature] = [bytes.slice(0, idBytes), bytes.slice(idBytes)];
    const text = new Uint8Array([...utf8('acquaint ticket 1\n'), ...id]);
    for (const check of await this.checks) if (await check(signature, text)) return uuidOf(id);
    return null;
  }
}

function bytesOf(ticket: string): Bytes | null {
  if (!looksLikeTicket(ticket)) return null;
  try {
    const bytes = fromBase64Url(ticket.slice(version.length));
    return bytes.length === idBytes + signatureBytes ? bytes : null;
  } catch {
    return null;
  }
}

async function anyCheckOf(spki: Bytes): Promise<Check> {
  try {
    return await nativeCheckOf(spki);
  } catch {
    return ownCheckOf(spki);
  }
}

/** @throws where the browser knows no Ed25519, as before Chrome 137, Safari 17 and Firefox 129 */
export async function nativeCheckOf(spki: Bytes): Promise<Check> {
  const key = await crypto.subtle.importKey('spki', spki, 'Ed25519', false, ['verify']);
  return (signature, text) => crypto.subtle.verify('Ed25519', key, signature, text);
}

export async function ownCheckOf(spki: Bytes): Promise<Check> {
  const { verifyAsync } = await import('@noble/ed25519');
  const key = spki.slice(-keyBytes);
  // As strict as the browsers' own: RFC 8032, not the looser ZIP 215.
  return (signature, text) => verifyAsync(signature, text, key, { zip215: false }).catch(() => false);
}

function uuidOf(id: Bytes): string {
  const hex = Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
