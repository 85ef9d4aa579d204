import { type KeyObject, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';
import type { Keys } from './tokens.ts';

// A ticket is what stands in the QR code at the door: the attendee's id under a signature that a door without a network
// checks by the public key alone. It says who somebody is and grants nothing: what their RSVP is worth, the list says.

/** The first letters of every ticket of this form. */
const version = 'AQ1.';
const idBytes = 16;
const signatureBytes = 64;

/** The ticket of an attendee: "AQ1." and 107 characters of base64url, the same for the same key. */
export function ticketOf(keys: Keys, attendeeId: string): string {
  const id = Buffer.from(attendeeId.replaceAll('-', ''), 'hex');
  const signature = sign(null, signedText(id), signingKey(keys.current.secret));
  return version + Buffer.concat([id, signature]).toString('base64url');
}

/** The attendee a ticket is of; null when it is forged, torn, or of a key that was retired. */
export function verifyTicket(keys: Keys, ticket: string): string | null {
  if (!ticket.startsWith(version)) return null;
  const bytes = Buffer.from(ticket.slice(version.length), 'base64url');
  if (bytes.length !== idBytes + signatureBytes) return null;
  const [id, signature] = [bytes.subarray(0, idBytes), bytes.subarray(idBytes)];
  const ours = [...keys.all.values()].some((secret) =>
    verify(null, signedText(id), createPublicKey(signingKey(secret)), signature),
  );
  return ours ? uuidOf(id) : null;
}

/** The public keys a door needs, as SPKI in base64url; the one that signs today is the first. */
export function ticketPublicKeys(keys: Keys): string[] {
  const secrets = [
    keys.current.secret,
    ...[...keys.all.values()].filter((one) => one !== keys.current.secret),
  ];
  return secrets.map((secret) =>
    createPublicKey(signingKey(secret)).export({ format: 'der', type: 'spki' }).toString('base64url'),
  );
}

/** No vowels, so that no code is ever a word, and none of them can be taken for a digit. */
const letters = '0123456789BCDFGHJKLMNPQRSTVWXZ';

/**
 * Eight letters to be said aloud, "K7QM-2XHD": the last 39 bits of the id, which are random (30^8 is a little more). They
 * find somebody on the list of one event and prove nothing.
 */
export function spokenCodeOf(attendeeId: string): string {
  const bits = parseInt(attendeeId.slice(-10), 16) % 2 ** 39;
  const code = Array.from({ length: 8 }, (_, place) => letters[Math.floor(bits / 30 ** (7 - place)) % 30]);
  return `${code.slice(0, 4).join('')}-${code.slice(4).join('')}`;
}

/** The purpose is part of what is signed, so that no other signature of this key is ever a ticket. */
const signedText = (id: Buffer): Buffer => Buffer.concat([Buffer.from('acquaint ticket 1\n'), id]);

/** PKCS #8 around the 32 bytes of an Ed25519 key. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey(secret: Buffer): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'acquaint ticket ed25519', 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

function uuidOf(id: Buffer): string {
  const hex = id.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
