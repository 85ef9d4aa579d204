import {
  type KeyObject,
  createHash,
  createHmac,
  createSecretKey,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto';

/** Signing keys, the first signs, all verify: "k2:<base64url>,k1:<base64url>". */
export interface Keys {
  current: { id: string; secret: Buffer };
  all: ReadonlyMap<string, Buffer>;
}

/** @throws Error in plain words when the text is not a list of keys of at least 32 bytes */
export function parseKeys(text: string): Keys {
  const pairs = text.split(',').map((part) => {
    const [id = '', encoded = ''] = part.trim().split(':');
    const secret = Buffer.from(encoded, 'base64url');
    if (!/^[a-z0-9]{1,40}$/.test(id) || secret.length < 32) {
      throw new Error('must be "<key id>:<at least 32 bytes in base64url>", several separated by commas');
    }
    return { id, secret };
  });
  const [current] = pairs;
  if (current === undefined) throw new Error('must name at least one key');
  return { current, all: new Map(pairs.map(({ id, secret }) => [id, secret])) };
}

/** 32 random bytes for a grant, in the form a link carries. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Six digits for typing over from a mail. */
export const newCode = (): string => randomInt(1_000_000).toString().padStart(6, '0');

/** What the tables keep of a token: its SHA-256. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A keyed hash for short secrets and addresses, where a plain one could be searched through. */
export function keyedHash(keys: Keys, purpose: string, text: string, keyId = keys.current.id): Buffer {
  const secret = keys.all.get(keyId);
  if (secret === undefined) throw new Error(`No key ${keyId}`);
  return createHmac('sha256', hashKeyOf(secret)).update(`${purpose}\n${text}`).digest();
}

/** Taking a key in takes five times as long as hashing with it, and every link that is opened is hashed. */
const hashKeys = new WeakMap<Buffer, KeyObject>();

function hashKeyOf(secret: Buffer): KeyObject {
  const known = hashKeys.get(secret);
  if (known !== undefined) return known;
  const key = createSecretKey(secret);
  hashKeys.set(secret, key);
  return key;
}

export const sameHash = (left: Buffer, right: Buffer): boolean =>
  left.length === right.length && timingSafeEqual(left, right);
