import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import S3rver from '@20minutes/s3rver';
import { LocalStorage } from './local-storage.ts';
import { S3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';

const bucket = 'works';
let folder: string;
let server: S3rver;
let s3: Storage;
let wrongSecret: Storage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  const settings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
  };
  s3 = new S3Storage({ ...settings, secretAccessKey: 'S3RVER' });
  wrongSecret = new S3Storage({ ...settings, secretAccessKey: 'another' });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const storages = {
  'a folder': () => new LocalStorage(join(folder, 'local')),
  'a bucket of S3': () => s3,
};

let made = 0;
const newKey = () => `0123456789abcdef${(made += 1)}`;

/** Bytes of which each tells where it stands. */
async function fileOf(bytes: number): Promise<{ path: string; whole: Buffer }> {
  const whole = Buffer.alloc(bytes);
  for (let at = 0; at + 4 <= bytes; at += 4) whole.writeUInt32LE(at, at);
  const path = join(folder, `arriving-${(made += 1)}`);
  await writeFile(path, whole);
  return { path, whole };
}

async function all(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function keys(storage: Storage): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of storage.list()) found.push(key);
  return found;
}

describe.each(Object.entries(storages))('%s', (_, open) => {
  // S3 takes what is longer than 8 MB in parts.
  it.each([1, 5_000, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1, 20 * 1024 * 1024])(
    'gives back what it kept, all %d bytes and any stretch of them',
    async (bytes) => {
      const [storage, key, { path, whole }] = [open(), newKey(), await fileOf(bytes)];
      await storage.keep(key, path, bytes);
      expect(await storage.size(key)).toBe(bytes);
      expect((await all(await storage.read(key, { start: 0, end: bytes - 1 }))).equals(whole)).toBe(true);
      const [start, end] = [Math.floor(bytes / 3), Math.floor(bytes / 2)];
      const stretch = await all(await storage.read(key, { start, end }));
      expect(stretch.equals(whole.subarray(start, end + 1))).toBe(true);
    },
  );

  it('lists what it keeps, and keeps nothing that was removed, also twice', async () => {
    const [storage, key, { path }] = [open(), newKey(), await fileOf(100)];
    await storage.keep(key, path, 100);
    expect(await keys(storage)).toContain(key);
    await storage.remove(key);
    await storage.remove(key);
    expect([await storage.size(key), (await keys(storage)).includes(key)]).toEqual([null, false]);
    await expect(storage.read(key, { start: 0, end: 9 })).rejects.toThrow();
  });

  it('takes no file that is not as long as it says, and no key that is a path', async () => {
    const [storage, key, { path }] = [open(), newKey(), await fileOf(100)];
    await expect(storage.keep(key, path, 101)).rejects.toThrow('not as long');
    expect(await storage.size(key)).toBeNull();
    await expect(storage.keep('../../etc/passwd-and-more', path, 100)).rejects.toThrow('no key');
  });
});

it('A bucket shows nothing to whoever has not its secret', async () => {
  await expect(keys(wrongSecret)).rejects.toThrow('The storage answered 403');
  const { path } = await fileOf(100);
  await expect(wrongSecret.keep(newKey(), path, 100)).rejects.toThrow('The storage answered 403');
});
