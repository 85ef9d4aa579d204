import { type Api, startApi } from '../../../test/support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const policyOf = async (path: string): Promise<string> =>
  String((await api.http.get(path)).headers['content-security-policy']);

describe('what a page may run', () => {
  it('is our own scripts alone', async () => {
    for (const path of ['/', '/e/some-evening', '/app', '/critique/token', '/doorway', '/api/v1/door/token'])
      expect(await policyOf(path)).not.toMatch(/unsafe-eval|script-src/);
  });

  it('is WebAssembly too where codes are read with the camera, and no other code made on the way', async () => {
    for (const path of ['/door/token', '/door/token?kiosk', '/evening/token']) {
      const policy = await policyOf(path);
      expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval';`);
      expect(policy).not.toMatch(/'unsafe-eval'|script-src[^;]*unsafe-inline/);
    }
  });
});
