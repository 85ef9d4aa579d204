import type { Readable } from 'node:stream';

/** The bytes from `start` to `end`, both included. */
export interface Span {
  start: number;
  end: number;
}

export interface StoredBytes {
  key: string;
  /** Real time of the last change. */
  changedAt: Date;
}

/** Where whole files are kept. Keys are random letters of our own making, never anything that was sent. */
export interface Storage {
  /** Takes the bytes of a file on this disk over; afterwards they are under the key, or nothing is. */
  keep(key: string, path: string, bytes: number): Promise<void>;
  /** @throws Error when there is nothing under this key */
  read(key: string, span: Span): Promise<Readable>;
  /** The number of bytes; null when there is nothing. */
  size(key: string): Promise<number | null>;
  /** Gone afterwards, also when it was gone before. */
  remove(key: string): Promise<void>;
  list(): AsyncIterable<StoredBytes>;
  /** Gives up what began to be kept before then and never was, because the process was killed. */
  giveUp(before: Date): Promise<void>;
}

/** A key is also the name of a file, so it is letters, digits and hyphens and nothing else. */
export function checkedKey(key: string): string {
  if (!/^[a-z0-9-]{16,64}$/.test(key)) throw new Error('That is no key of a file');
  return key;
}
