import { cpSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Api, freePort, startApi } from '../support/api.ts';
import { type ApiProcess, spawnApi } from '../support/api-process.ts';
import { launchBrowser } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import {
  type DoorLinkGiven,
  giveDoorLink,
  isKept,
  isOpen,
  openLink,
  typeCode,
} from '../support/door-phones.ts';
import { makeEvent, makeOrganization } from '../support/factories.ts';

// A phone that opened the door last month, when its app was another one.

const patience = 300_000;

let api: Api;
let browser: Browser;
let port: number;
let served: ApiProcess;
const web = { old: '', new: '' };
let link: DoorLinkGiven;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T01:10:00Z' });
  port = await freePort();
  web.old = await copyOfBuiltWeb();
  web.new = `${web.old}-new`;
  buildAnew(web.old, web.new);
  browser = await launchBrowser();
}, patience);

beforeEach(async () => {
  const event = await makeEvent(api.database, (await makeOrganization(api.database)).id);
  const given = await giveDoorLink(api, event);
  link = { ...given, url: `http://127.0.0.1:${String(port)}${new URL(given.url).pathname}` };
  await serve(web.old);
}, patience);

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await served.stop();
});

afterAll(async () => {
  await browser.close();
  await api.stop();
  for (const folder of Object.values(web)) rmSync(folder, { recursive: true, force: true });
});

const entry = /door-[\w-]{8}\.js/;

/** As a change of the app's code would: the entry has other bytes and so another name, and whatever names it follows. */
function buildAnew(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const [before] = entry.exec(readFileSync(join(to, 'door.html'), 'utf8')) ?? [];
  if (before === undefined) throw new Error('door.html names no entry');
  const after = 'door-Another1.js';
  const assets = join(to, 'assets');
  renameSync(join(assets, before), join(assets, after));
  for (const file of globSync(`${to}/**/*.{js,html,css}`)) {
    const text = readFileSync(file, 'utf8');
    if (!text.includes(before)) continue;
    writeFileSync(file, text.replaceAll(before, after));
  }
  for (const file of globSync(`${to}/assets/*.{gz,br}`)) rmSync(file);
  const whole = readFileSync(join(assets, after), 'utf8');
  writeFileSync(join(assets, after), `${whole}\ndocument.documentElement.dataset.shell = 'new';\n`);
  const worker = join(to, 'door/sw.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/\b[0-9a-f]{12}\b/, 'another12345'));
}

async function serve(folder: string): Promise<void> {
  served = await spawnApi(api.database, port, { WEB_FOLDER: folder });
}

/** The files of the old build are gone, as after any upgrade: a page of both would lack some. */
async function upgrade(): Promise<void> {
  await served.stop();
  await serve(web.new);
}

const shellOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.dataset['shell'] ?? 'old');
const isNew = (page: Page) => page.locator('html[data-shell="new"]').waitFor({ state: 'attached' });

const entriesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? ''),
  );

const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) addresses.push(new URL(url).pathname);
    return addresses;
  });

async function isWhole(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.reload();
  await typeCode(page, link.code);
  await isOpen(page);
  // The camera and its reader come in files of their own, later.
  await page.locator('video, [role=alert]').first().waitFor({ state: 'attached' });
  await page.context().setOffline(false);
}

async function openOnce(): Promise<Page> {
  const page = await openLink(browser, link);
  await typeCode(page, link.code);
  await isOpen(page);
  await isKept(page);
  return page;
}

it(
  'gets the new app at its next visit, whole, and keeps nothing of the old one',
  async () => {
    const first = await openOnce();
    expect(await shellOf(first)).toBe('old');
    const before = await keptAddresses(first);
    await first.close({ runBeforeUnload: false });
    await upgrade();

    const next = await first.context().newPage();
    await next.goto(link.url);
    await isNew(next);
    expect(await entriesOf(next)).toEqual(['/app/assets/door-Another1.js']);
    const after = await keptAddresses(next);
    const gone = before.filter((address) => !after.includes(address));
    expect(gone).toHaveLength(1);
    expect(gone[0]).toMatch(entry);
    await isWhole(next);
    expect(await shellOf(next)).toBe('new');
  },
  patience,
);

it(
  'stays the old one, whole, as long as a door is open on the phone',
  async () => {
    const open = await openOnce();
    await upgrade();
    const beside = await open.context().newPage();
    await beside.goto(link.url);
    await beside.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/door/');
      return registration?.waiting?.state === 'installed';
    });
    expect(await shellOf(beside)).toBe('old');
    await beside.close();
    await isWhole(open);
    expect(await shellOf(open)).toBe('old');
  },
  patience,
);

it(
  'keeps its own files and never an answer of the api',
  async () => {
    const page = await openOnce();
    const kept = await keptAddresses(page);
    expect(kept).toContain('/door/');
    expect(kept.filter((address) => !/^\/app\/assets\/[\w.-]+$/.test(address))).toEqual(['/door/']);
    const ask = () =>
      page.evaluate(
        (address) =>
          fetch(address)
            .then((answer) => answer.ok)
            .catch(() => false),
        `/api/v1${new URL(link.url).pathname}`,
      );
    expect(await ask()).toBe(true);
    await page.context().setOffline(true);
    expect(await ask()).toBe(false);
  },
  patience,
);
