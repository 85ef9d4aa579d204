import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { newDesktop } from '../../support/browser.ts';
import type { Room } from './board-rooms.ts';

declare global {
  interface Window {
    /** When the board, or that there is none yet, was first painted; ms after the address was asked for. */
    shownMs?: number;
    /** Of the last press: ms until the frame after it was painted, and the pair that stood in it. */
    painted?: { ms: number; pair: string };
  }
}

const shown = 'article, main h2';

async function opened(browser: Browser, { url, session }: Room): Promise<Page> {
  const context = await newDesktop(browser);
  await context.addCookies([{ name: 'session', value: session, url }]);
  return context.newPage();
}

/** Somebody who comes for the first time, with nothing kept by their browser. Sizes are what really travels. */
export async function firstVisit(
  browser: Browser,
  room: Room,
): Promise<{ shownMs: number; kB: number; fontsKB: number }> {
  const page = await opened(browser, room);
  const loaded: Promise<{ path: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const { pathname: path } = new URL(response.url());
    if (path.startsWith('/app/assets/'))
      loaded.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize: bytes }) => ({ path, bytes })),
      );
  });
  await page.addInitScript((what) => {
    const look = new MutationObserver(() => {
      if (document.querySelector(what) === null) return;
      look.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          window.shownMs = performance.now();
        };
        channel.port2.postMessage(0);
      });
    });
    look.observe(document, { childList: true, subtree: true });
  }, shown);
  await page.goto(`${room.url}${room.path}`);
  const shownMs = await (await page.waitForFunction(() => window.shownMs)).jsonValue();
  await quiet(loaded);
  const files = await Promise.all(loaded);
  await page.context().close();
  const kBOf = (of: RegExp): number =>
    files.filter(({ path }) => of.test(path)).reduce((sum, { bytes }) => sum + bytes / 1000, 0);
  return { shownMs: shownMs ?? NaN, kB: kBOf(/\.(js|css)$/), fontsKB: kBOf(/\.woff2?$/) };
}

/** Until nothing more is fetched. The board's line to the other hosts never ends, so the browser itself does not say. */
async function quiet(loaded: readonly unknown[]): Promise<void> {
  for (let before = -1; before !== loaded.length;) {
    before = loaded.length;
    await pause(500);
  }
}

/** Somebody who is looking at the board. */
export async function newVisitor(browser: Browser, room: Room): Promise<Page> {
  const page = await opened(browser, room);
  await page.goto(`${room.url}${room.path}`);
  await page.waitForSelector(shown);
  await page.waitForLoadState('load');
  return page;
}

/** From now on the page notes of every press how long it took until its frame was painted. */
export function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const pair = document.querySelector('article')?.ariaLabel ?? '';
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            window.painted = { ms: performance.now() - timeStamp, pair };
          };
          channel.port2.postMessage(0);
        });
      },
      true,
    );
  });
}

/**
 * Presses a key again and again. @param answers whether each press has to bring another pair in the very next frame
 * @returns ms from each press to the painted frame
 */
export async function press(page: Page, key: string, times: number, answers: boolean): Promise<number[]> {
  await page.bringToFront();
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const before = await page.evaluate(() => {
      delete window.painted;
      return document.querySelector('article')?.ariaLabel ?? '';
    });
    await page.keyboard.press(key);
    const painted = await (await page.waitForFunction(() => window.painted)).jsonValue();
    if (painted === undefined) throw new Error('Nothing was painted');
    if (answers && painted.pair === before) throw new Error(`${key} brought no other pair in its frame`);
    taken.push(painted.ms);
  }
  return taken;
}

/** Decides every pair by one key. */
export async function pressesFor(
  page: Page,
  key: string,
): Promise<{ pairs: number; presses: number; seconds: number }> {
  await watchFrames(page);
  const place = (await page.getByRole('status').first().textContent()) ?? '';
  const pairs = Number(/of (\d+)/.exec(place)?.[1]);
  const start = performance.now();
  let presses = 0;
  while ((await page.locator('article').count()) > 0) {
    await press(page, key, 1, true);
    presses += 1;
  }
  return { pairs, presses, seconds: (performance.now() - start) / 1000 };
}
