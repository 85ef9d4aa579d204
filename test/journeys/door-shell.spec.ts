import { rmSync } from 'node:fs';
import { type Api, startApi } from '../support/api.ts';
import { copyOfBuiltWeb } from '../support/built.ts';

let api: Api;
let webFolder: string;
beforeAll(async () => {
  webFolder = await copyOfBuiltWeb();
  api = await startApi({ webFolder });
}, 300_000);
afterAll(async () => {
  await api.stop();
  rmSync(webFolder, { recursive: true });
});

describe('the page of the door', () => {
  it('is never kept on the way, as its address is a link', async () => {
    const page = await api.http.get('/door/some.token?kiosk').expect(200);
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(page.text).toContain('id="root"');
  });

  it('brings a service worker that is asked for anew and names files that are there', async () => {
    const worker = await api.http.get('/door/sw.js').expect(200).expect('cache-control', 'no-cache');
    expect(worker.headers['content-type']).toMatch(/^text\/javascript/);
    const files = [...new Set(worker.text.match(/\/app\/assets\/[\w.-]+/g))];
    expect(files.filter((file) => file.endsWith('.wasm'))).toHaveLength(1);
    for (const file of files) await api.http.get(file).expect(200);
  });

  it('can be put on a home screen, where it opens at its link', async () => {
    const { body } = await api.http
      .get('/door/some.token/manifest.webmanifest')
      .expect(200)
      .expect('content-type', /^application\/manifest\+json/)
      .expect('cache-control', 'no-store');
    expect(body).toMatchObject({ start_url: '/door/some.token', scope: '/door/', display: 'standalone' });
    for (const { src, type } of body.icons) await api.http.get(src).expect(200).expect('content-type', type);
    const { body: kiosk } = await api.http.get('/door/some.token/manifest.webmanifest?kiosk').expect(200);
    expect(kiosk).toMatchObject({ start_url: '/door/some.token?kiosk', scope: '/door/' });
    expect(kiosk.id).not.toBe(body.id);
    await api.http.get('/door/%22%3E/manifest.webmanifest').expect(404);
  });
});
