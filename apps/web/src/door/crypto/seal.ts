import { type Bytes, toBase64Url, utf8 } from './bytes.ts';

/** Both come from the code and live as long as the page: neither is ever stored. */
export interface DoorKeys {
  /** Seals what the phone keeps; it cannot be taken out of the browser. */
  seal: CryptoKey;
  /** Shown to the api with every request, in base64url. */
  shown: string;
}

export interface Sealed {
  /** 96 random bits, new for each. */
  iv: Bytes;
  bytes: Bytes;
}

/** Letters as they are typed: without dash, in capitals, and the two that no code has as the digits they look like. */
export const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll('I', '1')
    .replace(/[^0-9A-Z]/g, '');

/**
 * PBKDF2 makes each guess at a code dear (39 bits of code, about a second a guess on a phone), HKDF makes two keys of it, so
 * that what is shown to the api opens nothing that the phone keeps.
 */
export async function keysOf(code: string, salt: Bytes, iterations: number): Promise<DoorKeys> {
  const { subtle } = crypto;
  const typed = await subtle.importKey('raw', utf8(plainCode(code)), 'PBKDF2', false, ['deriveBits']);
  const base = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256);
  const root = await subtle.importKey('raw', base, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const hkdf = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: utf8(info),
  });
  const aes = { name: 'AES-GCM', length: 256 };
  const seal = await subtle.deriveKey(hkdf('acquaint door seal'), root, aes, false, ['encrypt', 'decrypt']);
  const shown = await subtle.deriveBits(hkdf('acquaint door key'), root, 256);
  return { seal, shown: toBase64Url(new Uint8Array(shown)) };
}

/** @param name is bound to it, so that no record can be put in the place of another */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = utf8(JSON.stringify(value));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(name) }, key, plain);
  return { iv, bytes: new Uint8Array(bytes) };
}

/** @throws OperationError for another key, another name or a changed record */
export async function unseal(key: CryptoKey, name: string, { iv, bytes }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(name) }, key, bytes);
  return JSON.parse(new TextDecoder().decode(plain));
}
