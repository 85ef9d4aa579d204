import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Api } from './api.ts';
import { newDesktop } from './browser.ts';
import { type PlanDesk, type PlanRead, makePlanDesk } from './critique-plan.ts';
import { makeEvent } from './factories.ts';

// Somebody of the staff in front of the screens of critique sessions.

export interface Host {
  page: Page;
  open: (path?: string) => Promise<void>;
}

/** @param path below the critique sessions of the desk's event */
export async function hostAt(
  api: Api,
  browser: Browser,
  desk: Pick<PlanDesk, 'cookie' | 'organization' | 'event'>,
  options: BrowserContextOptions = {},
): Promise<Host> {
  const context = await newDesktop(browser, options);
  context.setDefaultTimeout(40_000);
  const [name = '', value = ''] = desk.cookie.split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const page = await context.newPage();
  const base = `${api.url}/app/${desk.organization.slug}/events/${desk.event.id}/critique-sessions`;
  return {
    page,
    open: async (path = '') => {
      await page.goto(`${base}${path}`);
      await page
        .getByRole('heading', { level: 2 })
        .or(page.getByRole('heading', { level: 3 }))
        .first()
        .waitFor();
    },
  };
}

/** With names of 60 characters and titles of 80 among ten others, and guests without a work. */
export async function longEvening(api: Api, works: number): Promise<PlanDesk> {
  const desk = await makePlanDesk(api, { format: 'tables', tables: 2, topicsMatter: true });
  for (let at = 1; at <= works; at += 1) {
    const long = `Maximiliana Konstantinopolou-Featherstonehaugh the Younger ${String(at)}`.slice(0, 60);
    await desk.work({
      name: at % 3 === 0 ? long : `Author ${String(at)}`,
      topics: at % 2 === 0 ? ['Mixing'] : ['foley', 'strings'],
      crafts: at % 3 === 0 ? ['Mixing'] : ['foley'],
    });
  }
  await api.database.sql(
    `update submissions set title = rpad(title || ' ', 80, 'and on and on, '), question = repeat('Does it lift? ', 14)
     where critique_session_id = $1 and title like 'Work of Max%'`,
    [desk.id],
  );
  await desk.guest('Sam Guest');
  await desk.guest('Robin Konstantinopolou-Featherstonehaugh the Even Younger One');
  return desk;
}

/** Two hearings of a plan that may exchange their critics. */
export async function exchangeable(api: Api, desk: PlanDesk): Promise<readonly [Hearing, Hearing]> {
  const { hearings } = await desk.read();
  for (const one of hearings) {
    const { body } = await api.http
      .get(`${desk.base}/assignments/${one.id}/choices`)
      .set('cookie', desk.cookie)
      .expect(200);
    const free = (body as Choices).swaps.find(({ conflicts }) => conflicts.length === 0);
    const other = hearings.find(({ id }) => id === free?.id);
    if (other !== undefined) return [one, other];
  }
  throw new Error('no two can exchange');
}

type Hearing = PlanRead['hearings'][number];
interface Choices {
  swaps: { id: string; conflicts: string[] }[];
}

/** Presses Tab until something has the focus, as somebody without a mouse would; throws where it is never reached. */
export async function tabTo(page: Page, wanted: Locator, most = 150): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(wanted)}`);
}

export const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === document.activeElement);

/** By how many pixels the page is wider than the screen. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** An evening of the same organization without a session. */
export async function emptyEvening(api: Api, desk: PlanDesk) {
  const event = await makeEvent(api.database, desk.organization.id, { endsLocal: '2026-10-19T20:00' });
  return { ...desk, event };
}
