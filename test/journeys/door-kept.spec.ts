import { rmSync } from 'node:fs';
import { spokenCodeOf } from '#libs/database';
import { doorApp } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import { checkInByCodes, giveDoorLink, isKept, isOpen, openLink, typeCode } from '../support/door-phones.ts';
import { makeAttendee, makeEvent, makeOrganization } from '../support/factories.ts';

// What a phone at the door keeps: scans until the api has them, whatever stands between; the list for twelve hours, whoever
// looks at the phone.

let api: Api;
let browser: Browser;
let webFolder: string;
let event: Awaited<ReturnType<typeof makeEvent>>;

beforeAll(async () => {
  webFolder = await copyOfBuiltWeb();
  api = await startApi({ webFolder, time: '2026-10-20T01:10:00Z' });
  browser = await launchBrowser();
}, 300_000);

beforeEach(async () => {
  event = await makeEvent(api.database, (await makeOrganization(api.database)).id);
});

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(async () => {
  await browser.close();
  await api.stop();
  rmSync(webFolder, { recursive: true });
});

const guest = () => makeAttendee(api.database, event, { came: false });

const problem = (status: number, code: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: code, status, code }),
});

/** What may stand in place of the api's answer, while it starts anew or for a header that was lost on the way. */
const answers = [
  { status: 404, contentType: 'text/html', body: '<h1>404 Not Found</h1><hr>nginx' },
  { status: 410, contentType: 'text/html', body: '<h1>410 Gone</h1>' },
  problem(404, 'not-found'),
  problem(403, 'door-code-wrong'),
];

const askAgain = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));

it('scans stay on the phone while something else answers for the api, and are sent once it is back', async () => {
  const ada = await guest();
  const given = await giveDoorLink(api, event);
  const page = await openLink(browser, given);
  await typeCode(page, given.code);
  await isOpen(page);
  await isKept(page);
  const phone = page.context();
  await phone.setOffline(true);
  await checkInByCodes(page, [spokenCodeOf(ada.id)]);
  let answer = answers[0];
  await phone.route('**/api/v1/door/*/*', (route) => route.fulfill(answer));
  await phone.setOffline(false);
  for (const next of answers) {
    answer = next;
    // A second time only where the first did not end it.
    for (let times = 0; times < 2; times += 1) {
      const asked = page.waitForResponse(
        (response) => response.url().includes('/sync') && response.status() === next.status,
      );
      await askAgain(page);
      await asked;
    }
    await page.getByText(doorApp.bar.waiting(1)).waitFor();
  }
  await phone.unrouteAll();
  await askAgain(page);
  await page.getByText(doorApp.bar.waiting(1)).waitFor({ state: 'detached' });
  const [row] = await api.database.sql(
    'select checked_in_at is not null as came from attendees where id = $1',
    [ada.id],
  );
  expect(row).toEqual({ came: true });
});

it('the list is gone after twelve hours also in a pocket, with nothing to send', async () => {
  await guest();
  const given = await giveDoorLink(api, event);
  const page = await openLink(browser, given);
  await typeCode(page, given.code);
  await isOpen(page);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
  });
  await page.clock.setSystemTime(Date.now() + 12.1 * 3_600_000);
  await page.getByRole('heading', { name: doorApp.ended.locked.title }).waitFor();
  expect(await recordsOf(page)).toBe(0);
});

it('the list is gone after twelve hours also from a page that waits for its code', async () => {
  await guest();
  const given = await giveDoorLink(api, event);
  const page = await openLink(browser, given, {}, (phone) => phone.clock.install());
  await typeCode(page, given.code);
  await isOpen(page);
  await page.reload();
  await page.getByText(event.title).waitFor();
  expect(await recordsOf(page)).toBeGreaterThan(0);
  await page.clock.fastForward('12:06:00');
  while ((await recordsOf(page)) > 0) await page.evaluate(() => new Promise(requestAnimationFrame));
});

const recordsOf = (page: Page): Promise<number> => page.evaluate(countRecords);

/** In the page. */
async function countRecords(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('acquaint-door');
    asked.onsuccess = () => {
      resolve(asked.result);
    };
    asked.onerror = reject;
  });
  return new Promise((resolve, reject) => {
    const counted = database.transaction('records').objectStore('records').count();
    counted.onsuccess = () => {
      database.close();
      resolve(counted.result);
    };
    counted.onerror = reject;
  });
}
