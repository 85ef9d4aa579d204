import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { filesBelow, ifMissing } from './local-storage.ts';
import { type StoredBytes, checkedKey } from './storage.ts';

/** Files on their way, in a folder of this machine whatever keeps them in the end. */
export class Arriving {
  private readonly root: string;

  constructor(folder: string) {
    this.root = join(resolve(folder), 'arriving');
  }

  pathOf(key: string): string {
    return join(this.root, checkedKey(key));
  }

  /** For writing on from a byte; whatever came after it is cut off. The file is made when it is not there. */
  async open(key: string, from: number): Promise<FileHandle> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    // 'a+' makes it and leaves its bytes; on Linux it would also write at the end only, so it is opened once more.
    await (await open(this.pathOf(key), 'a', 0o600)).close();
    const file = await open(this.pathOf(key), 'r+');
    await file.truncate(from);
    return file;
  }

  /** How many bytes of it are here; none where it never came, or went to where files are kept. */
  size(key: string): Promise<number> {
    return stat(this.pathOf(key)).then(({ size }) => size, ifMissing(0));
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  list(): AsyncIterable<StoredBytes> {
    return filesBelow(this.root);
  }
}
