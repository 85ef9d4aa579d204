import { type KeyObject, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';
import { type Keys, keyedHash, sameHash } from './tokens.ts';

// A ticket is what stands in the QR code at the door: the attendee's id under a signature that a door without a network
// checks by the public key alone. It says who somebody is and grants nothing: what their RSVP is worth, the list says.

interface SignedKind {
  /** The first letters of every code of this form. */
  begins: string;
  /** Part of what is signed, so that no other signature of this key is ever one of this kind. */
  purpose: string;
}

const ticket: SignedKind = { begins: 'AQ1.', purpose: 'acquaint ticket 1' };
const contactSwap: SignedKind = { begins: 'AQS1.', purpose: 'acquaint contact swap 1' };
const idBytes = 16;
const signatureBytes = 64;

/** The ticket of an attendee: "AQ1." and 107 characters of base64url, the same for the same key. */
export const ticketOf = (keys: Keys, attendeeId: string): string => signed(keys, ticket, attendeeId);

/** The attendee a ticket is of; null when it is forged, torn, or of a key that was retired. */
export const verifyTicket = (keys: Keys, code: string): string | null => verified(keys, ticket, code);

/**
 * What somebody shows who swaps contacts: "AQS1." and 107 characters. It opens no door: a stranger scans it, so it is never
 * a ticket, and a ticket is never this.
 */
export const swapCodeOf = (keys: Keys, attendeeId: string): string => signed(keys, contactSwap, attendeeId);

/** The attendee a code for swapping is of; null when it is forged, torn, a ticket, or of a key that was retired. */
export const verifySwapCode = (keys: Keys, code: string): string | null => verified(keys, contactSwap, code);

/**
 * The same to be said aloud or typed, "K7QM-2XHD": nobody works it out from an id. It finds somebody among those of one
 * evening, while the key that signs is the one of today.
 */
export function swapLettersOf(keys: Keys, attendeeId: string): string {
  return eightLetters(keyedHash(keys, 'contact swap', attendeeId).readUIntBE(0, 5) % 2 ** 39);
}

function signed(keys: Keys, kind: SignedKind, attendeeId: string): string {
  const id = Buffer.from(attendeeId.replaceAll('-', ''), 'hex');
  const signature = signatureOf(keys.current.secret, kind, id);
  return kind.begins + Buffer.concat([id, signature]).toString('base64url');
}

/**
 * Who has the key signs once more and compares, as a text has one Ed25519 signature of a key: 45 µs, where verifying by the
 * public key takes 135, or 205 on a thread of its own, and is a quarter of what a scan costs the api.
 */
function verified(keys: Keys, kind: SignedKind, code: string): string | null {
  const parts = partsOf(kind, code);
  if (parts === null) return null;
  const [id, signature] = parts;
  const ours = [...keys.all.values()].some((secret) => sameHash(signature, signatureOf(secret, kind, id)));
  return ours ? uuidOf(id) : null;
}

/** Id and signature, before anybody knows whether they belong together. */
function partsOf(kind: SignedKind, code: string): [Buffer, Buffer] | null {
  if (!code.startsWith(kind.begins)) return null;
  const bytes = Buffer.from(code.slice(kind.begins.length), 'base64url');
  if (bytes.length !== idBytes + signatureBytes) return null;
  return [bytes.subarray(0, idBytes), bytes.subarray(idBytes)];
}

/** The public keys a door needs, as SPKI in base64url; the one that signs today is the first. */
export function ticketPublicKeys(keys: Keys): string[] {
  const secrets = [
    keys.current.secret,
    ...[...keys.all.values()].filter((one) => one !== keys.current.secret),
  ];
  return secrets.map((secret) =>
    createPublicKey(signingKeyOf(secret)).export({ format: 'der', type: 'spki' }).toString('base64url'),
  );
}

/** No vowels, so that no code is ever a word, and none of them can be taken for a digit. */
export const spokenLetters = '0123456789BCDFGHJKLMNPQRSTVWXZ';

/**
 * Eight letters to be said aloud, "K7QM-2XHD": the last 39 bits of the id, which are random (30^8 is a little more). They
 * find somebody on the list of one event and prove nothing.
 */
export function spokenCodeOf(attendeeId: string): string {
  return eightLetters(parseInt(attendeeId.slice(-10), 16) % 2 ** 39);
}

function eightLetters(bits: number): string {
  const code = Array.from(
    { length: 8 },
    (_, place) => spokenLetters[Math.floor(bits / 30 ** (7 - place)) % 30],
  );
  return `${code.slice(0, 4).join('')}-${code.slice(4).join('')}`;
}

const signatureOf = (secret: Buffer, { purpose }: SignedKind, id: Buffer): Buffer =>
  sign(null, Buffer.concat([Buffer.from(`${purpose}\n`), id]), signingKeyOf(secret));

/** PKCS #8 around the 32 bytes of an Ed25519 key. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Deriving one takes longer than signing with it. */
const signingKeys = new WeakMap<Buffer, KeyObject>();

function signingKeyOf(secret: Buffer): KeyObject {
  const known = signingKeys.get(secret);
  if (known !== undefined) return known;
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'acquaint ticket ed25519', 32));
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  signingKeys.set(secret, key);
  return key;
}

function uuidOf(id: Buffer): string {
  const hex = id.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
