import { words } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { type Evening, startEvening } from '../support/evening.ts';
import { type Leaver, email, somebodyEverywhere } from '../support/somebody-to-erase.ts';

// On a phone without script: what one agreed to and what was told, a copy of everything, and the way out.

let evening: Evening;
let all: Leaver;
let browser: Browser;

beforeAll(async () => {
  evening = await startEvening();
  all = await somebodyEverywhere(evening);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await evening.stop();
});

const { page: sentences, export: file, erase } = words.privacy;

/** axe needs script on the page; no script of ours is there. */
async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const { scrolled } = await page.locator('html').evaluate((html) => ({ scrolled: html.scrollWidth }));
    expect([page.url(), scrolled]).toEqual([page.url(), width]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
}

it('Somebody takes back what they shared, keeps a copy of everything, and leaves for good', async () => {
  const { api } = evening;
  const context = await newPhone(browser);
  context.setDefaultTimeout(30_000);
  const [name = '', value = ''] = (await api.cookieOf(all.ana.personId)).split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const page = await context.newPage();
  await page.goto(`${api.url}/me`);
  await page.getByRole('link', { name: sentences.link }).tap();
  await page.getByRole('heading', { name: sentences.agreed }).waitFor();
  expect(await page.locator('script').count()).toBe(0);
  await looksRight(page);

  await page.getByRole('button', { name: sentences.takeBackFrom('Cy Park') }).tap();
  expect(await page.getByRole('status').textContent()).toContain(sentences.saved);
  expect(await page.getByText('They no longer see how to reach you').count()).toBe(1);
  await looksRight(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: file.button }).tap(),
  ]);
  expect(download.suggestedFilename()).toBe('acquaint-2026-10-22.json');

  await page.getByRole('link', { name: erase.link }).tap();
  await page.getByRole('heading', { name: erase.stays }).waitFor();
  await looksRight(page);
  await page.getByRole('textbox', { name: erase.address }).fill('somebody@else.example');
  await page.getByRole('button', { name: erase.button }).tap();
  await page.getByRole('alert').waitFor();
  await looksRight(page);
  await page.getByRole('textbox', { name: erase.address }).fill(email);
  await page.getByRole('button', { name: erase.button }).tap();
  await page.getByRole('heading', { name: erase.doneTitle }).waitFor();
  await looksRight(page);

  await page.goto(`${api.url}/me`);
  expect(page.url()).toContain('/sign-in');
  await context.close();
});
