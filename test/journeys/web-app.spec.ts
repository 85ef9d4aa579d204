import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Api, startApi } from '../support/api.ts';
import { builtWeb } from '../support/built.ts';

// The app as it travels: asked for over plain HTTP, so that nothing unpacks it on the way.

let api: Api;
let folder: string;
beforeAll(async () => {
  folder = await builtWeb();
  api = await startApi({ webFolder: folder });
});
afterAll(() => api.stop());

interface Answer {
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

const get = (path: string, encodings?: string): Promise<Answer> =>
  new Promise((done, failed) => {
    const headers = encodings === undefined ? {} : { 'accept-encoding': encodings };
    request(`${api.url}${path}`, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done({ headers: response.headers, body: Buffer.concat(parts) });
      });
    })
      .on('error', failed)
      .end();
  });

const entry = async () =>
  /src="(\/app\/assets\/[^"]+\.js)"/.exec((await get('/app/')).body.toString())?.[1] ?? '';

describe('the app travels', () => {
  it('as small as the browser can take it, and is the same for everybody once unpacked', async () => {
    const path = await entry();
    const plain = await get(path);
    const [gzip, brotli] = [await get(path, 'gzip, deflate'), await get(path, 'gzip, deflate, br, zstd')];
    expect([plain, gzip, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ]);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gzip.body.length).toBeLessThan(plain.body.length / 2);
    expect(brotli.body.length).toBeLessThan(gzip.body.length);
  });

  it('so that no cache on the way mixes them up, and is kept for ever in each of its forms', async () => {
    const path = await entry();
    for (const encodings of [undefined, 'gzip', 'br']) {
      const { headers } = await get(path, encodings);
      expect(headers['vary']).toMatch(/accept-encoding/i);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-type']).toMatch(/javascript/);
    }
  });

  it('with every script and style packed that is worth it, and the page itself as it is', async () => {
    const assets = resolve(folder, 'assets');
    const names = readdirSync(assets);
    const worth = names.filter(
      (name) => /\.(?:js|css)$/.test(name) && readFileSync(resolve(assets, name)).length >= 1024,
    );
    expect(worth.length).toBeGreaterThan(20);
    const packed = worth.flatMap((name) => [`${name}.gz`, `${name}.br`]);
    expect(packed.filter((name) => !names.includes(name))).toEqual([]);
    const page = await get('/app/', 'gzip, br');
    expect([page.headers['content-encoding'], page.headers['cache-control']]).toEqual([
      undefined,
      'no-cache',
    ]);
  });

  it.each([
    ['index', 200],
    ['critique', 135],
    ['evening', 135],
    ['door', 105],
  ])('with no more than %s.html needs for a first visit: %i kB at most', async (name, most) => {
    const page = readFileSync(resolve(folder, `${name}.html`), 'utf8');
    const linked = [...page.matchAll(/"(\/app\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!);
    const sizes = await Promise.all([...new Set(linked)].map(async (path) => (await get(path, 'gzip')).body));
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(most * 1000);
  });

  it('to a phone at the door without what other screens and mails say, in any language', () => {
    const worker = readFileSync(resolve(folder, 'door/sw.js'), 'utf8');
    const kept = [...new Set(worker.match(/[\w-]+\.js(?=[,`])/g))].map((name) =>
      readFileSync(resolve(folder, 'assets', name), 'utf8'),
    );
    const isKept = (text: string) => kept.some((script) => script.includes(text));
    const ofTheDoor = ['Open the door', 'Einlass öffnen', 'Abrir la puerta'];
    const ofTheStaff = ['What came of it', 'Was daraus wurde', 'Qué salió de ahí'];
    expect([...ofTheDoor, ...ofTheStaff].filter(isKept)).toEqual(ofTheDoor);
  });

  it.each(['critique', 'evening'])('and nothing keeps the page of a link below /%s/', async (place) => {
    const { headers } = await get(`/${place}/a-link-of-somebody`, 'gzip, br');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });
});
