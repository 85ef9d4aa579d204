import { hash, hkdfSync, pbkdf2, randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { DomainError } from '#libs/domain';
import { spokenLetters } from './tickets.ts';
import { type Keys, keyedHash, sameHash } from './tokens.ts';

// A phone at the door is opened by a link and a code. The link says which door; the code is said aloud and stored nowhere.
// From it the phone derives a key that seals what it keeps, and another that it shows here with every request.

/** Half a second on a phone; and who finds one has to try 30^8 codes (docs/decisions/0027). */
export const doorIterations = 600_000;

const stretch = promisify(pbkdf2);

/** Eight letters to be said aloud, "K7QM-2XHD". */
export function newDoorCode(): string {
  const code = Array.from({ length: 8 }, () => spokenLetters[randomInt(spokenLetters.length)]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

export const newDoorSalt = (): Buffer => randomBytes(16);

/** The keys of a code as it was typed. The one that seals never leaves the phone; here it is derived for its test vector. */
export async function doorKeysOf(code: string, salt: Buffer): Promise<{ seal: Buffer; shown: Buffer }> {
  const typed = code.toUpperCase().replace(/[^0-9BCDFGHJKLMNPQRSTVWXZ]/g, '');
  const base = await stretch(typed, salt, doorIterations, 32, 'sha256');
  const derived = (info: string): Buffer => Buffer.from(hkdfSync('sha256', base, '', info, 32));
  return { seal: derived('acquaint door seal'), shown: derived('acquaint door key') };
}

/** What is kept of the key a phone shows: its own entropy is that of the code, so only its stretching protects it. */
export const doorKeyHash = (shown: Buffer): Buffer => hash('sha256', shown, 'buffer');

/** The token of a link: its id in hex and an HMAC of it, as of every link (rule 9). */
export function doorTokenOf(keys: Keys, doorLinkId: string): string {
  return `${doorLinkId.replaceAll('-', '')}.${sealOf(keys, keys.current.id, doorLinkId).toString('hex')}`;
}

/**
 * The id of the link that a token is of.
 * @throws DomainError link-unusable when it is forged or its key was retired
 */
export function openDoorToken(keys: Keys, token: string): string {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([0-9a-f]{32})$/.exec(
    token,
  );
  if (parts === null) throw new DomainError('link-unusable');
  const id = parts.slice(1, 6).join('-');
  const seal = Buffer.from(parts[6] ?? '', 'hex');
  if (![...keys.all.keys()].some((keyId) => sameHash(seal, sealOf(keys, keyId, id))))
    throw new DomainError('link-unusable');
  return id;
}

const sealOf = (keys: Keys, keyId: string, id: string): Buffer =>
  keyedHash(keys, 'door', id, keyId).subarray(0, 16);
