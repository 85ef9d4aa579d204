import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { packagedBrowser } from './browser-programs.ts';
import type { BrowserProgram } from './browser-programs.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from './browser.ts';

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Door</title></head><body><main><h1>Door</h1>${body}</main></body></html>`;
const pages: Record<string, string> = {
  '/': page(
    '<form method="post" action="/in"><label>Name <input name="who"></label> <button>Come in</button></form>',
  ),
  '/in': page('<p>Welcome</p>'),
  '/unlabeled': page('<form><input name="who"></form>'),
};
const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', "default-src 'none'; form-action 'self'");
  response.end(pages[request.url ?? '']);
});
let origin: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const programs: [string, () => Promise<BrowserProgram | undefined>][] = [
  ['the one it finds', () => Promise.resolve(undefined)],
  ['the packaged one', () => packagedBrowser()],
  ['the packaged one with its own libraries', () => packagedBrowser(true)],
];
const packaged = process.platform === 'linux' ? programs : programs.slice(0, 1);

describe.each(packaged)('a browser: %s', (_name, program) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(await program());
  });

  afterAll(async () => {
    await browser.close();
  });

  it('opens a page on a phone, fills in a form by touch and shows what follows', async () => {
    const phone = await newPhone(browser, { javaScriptEnabled: false });
    const tab = await phone.newPage();
    await tab.goto(origin);
    await tab.getByLabel('Name').fill('Ada');
    await tab.getByRole('button', { name: 'Come in' }).tap();
    await tab.getByText('Welcome').waitFor();
    expect(new URL(tab.url()).pathname).toBe('/in');
    expect((await tab.screenshot()).length).toBeGreaterThan(1000);
    await phone.close();
  });

  it('finds nothing wrong with an accessible page, and names an input without a label', async () => {
    const desktop = await newDesktop(browser);
    const tab = await desktop.newPage();
    await tab.goto(origin);
    await expectAccessible(tab);
    await tab.goto(`${origin}/unlabeled`);
    await expect(expectAccessible(tab)).rejects.toThrow(/label: .*\n.*input[^]*<input name="who">/);
    await desktop.close();
  });
});
