import { critiqueFiles, critiqueWorkPage } from '#libs/words';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { newDesktop, newPhone } from './browser.ts';
import type { House, Seat } from './critique-journey.ts';

// What people do on their screens during an evening of critique, and what several screens show at one moment.

/** A phone with somebody's link open, of which nothing else is known. */
export async function openPhone(
  browser: Browser,
  { url }: House,
  { token }: Seat,
  hash = '',
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Page> {
  const phone = await newPhone(browser, options);
  phone.setDefaultTimeout(30_000);
  const page = await phone.newPage();
  await prepare(page);
  await page.goto(`${url}/critique/${token}${hash}`);
  return page;
}

/** A laptop of somebody who is signed in. */
export async function openDesk(browser: Browser, house: House, personId: string): Promise<Page> {
  const context = await newDesktop(browser);
  context.setDefaultTimeout(30_000);
  await context.addCookies([await house.cookieOf(personId)]);
  return context.newPage();
}

export interface GivenWork {
  title: string;
  question: string;
  link?: string;
  file?: { name: string; mimeType: string; buffer: Buffer };
  opinions?: boolean;
}

const { fields } = critiqueWorkPage;

export async function typeWork(page: Page, { title, question, opinions }: GivenWork): Promise<void> {
  await page.getByLabel(fields.title, { exact: true }).fill(title);
  await page.getByLabel(fields.question, { exact: true }).fill(question);
  if (opinions === true) await page.getByLabel(fields.opinions).check();
}

export async function giveLink(page: Page, link: string): Promise<void> {
  await page.getByLabel(fields.link, { exact: true }).check();
  await page.getByLabel(fields.linkLabel, { exact: true }).fill(link);
}

export async function chooseFile(page: Page, file: NonNullable<GivenWork['file']>): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: critiqueFiles.send(file.name) }).click();
}

/** Until the file stands there by its name, with the choice of another. */
export async function fileThere(page: Page, { name }: { name: string }): Promise<void> {
  await page.getByText(name).first().waitFor();
  await page.getByRole('button', { name: critiqueWorkPage.file.replace }).waitFor();
}

export async function bring(page: Page): Promise<void> {
  await page.getByRole('button', { name: critiqueWorkPage.bring }).click();
  await page.getByRole('heading', { name: critiqueWorkPage.brought }).waitFor();
}

/** From now on 120 kB a second leave this phone. */
export async function slowDown(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 120_000,
  });
}

/** "3:05" in seconds. */
const secondsOf = (figures: string): number => {
  const [, minutes = '', seconds = ''] = /(\d+):(\d\d)/.exec(figures) ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

const tellApartMs = 250;

/**
 * The seconds that several screens show at one moment. A machine that is too busy to look at all of them within a quarter of
 * a second looks again.
 */
export async function shownAtOnce(timers: readonly Locator[]): Promise<number[]> {
  for (let look = 0; look < 40; look += 1) {
    const seen = await Promise.all(
      timers.map((timer) =>
        timer.evaluate((element) => ({
          text: element.textContent,
          // Not Date.now(), which is wrong on some phones.
          at: performance.timeOrigin + performance.now(),
        })),
      ),
    );
    const moments = seen.map(({ at }) => at);
    if (Math.max(...moments) - Math.min(...moments) < tellApartMs)
      return seen.map(({ text }) => secondsOf(text));
  }
  throw new Error('This machine is too busy to look at several screens at once');
}

export const spreadOf = (seconds: readonly number[]): number => Math.max(...seconds) - Math.min(...seconds);
