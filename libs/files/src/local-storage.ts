import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { type Span, type Storage, type StoredBytes, checkedKey } from './storage.ts';

/** Files in a folder of this machine, spread over 36² folders by the first letters of their keys. */
export class LocalStorage implements Storage {
  private readonly root: string;

  constructor(folder: string) {
    this.root = join(resolve(folder), 'kept');
  }

  async keep(key: string, path: string, bytes: number): Promise<void> {
    const { size } = await stat(path);
    if (size !== bytes) throw new Error('The file is not as long as it says');
    const target = this.pathOf(key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(path, target);
    await syncFolder(dirname(target));
  }

  async read(key: string, { start, end }: Span): Promise<Readable> {
    const handle = await open(this.pathOf(key), 'r');
    return createReadStream('', { fd: handle, start, end });
  }

  async size(key: string): Promise<number | null> {
    return stat(this.pathOf(key)).then(({ size }) => size, ifMissing(null));
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(): AsyncGenerator<StoredBytes> {
    yield* filesBelow(this.root);
  }

  /** A rename is done or is not: nothing is ever kept by half. */
  giveUp(): Promise<void> {
    return Promise.resolve();
  }

  private pathOf(key: string): string {
    return join(this.root, checkedKey(key).slice(0, 2), key);
  }
}

/** Every file below a folder, at any depth; a folder that is not there holds none. */
export async function* filesBelow(folder: string): AsyncGenerator<StoredBytes> {
  const entries = await opendir(folder).catch(ifMissing(null));
  if (entries === null) return;
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else {
      const found = await stat(path).catch(ifMissing(null));
      if (found !== null) yield { key: entry.name, changedAt: found.mtime };
    }
  }
}

export function ifMissing<Value>(value: Value): (error: NodeJS.ErrnoException) => Value {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}

/** A rename is on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
