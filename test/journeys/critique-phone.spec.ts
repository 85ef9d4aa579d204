import { critiqueNow } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createApp } from '../../apps/api/src/app.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import {
  type CritiqueEvening,
  type PersonThere,
  changeSession,
  makeCritiqueEvening,
  startSlot,
} from '../support/critique-evening.ts';

// Phones in a basement: the clock everybody shares, and words that are never lost.

let api: Api;
let browser: Browser;
let phones: BrowserContext[] = [];

beforeAll(async () => {
  api = await startApi({ webFolder: await builtWeb(), time: '2026-10-20T02:00:00Z' });
  browser = await launchBrowser();
});

afterEach(async () => {
  for (const phone of phones) await phone.close();
  phones = [];
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

const { form, clock } = critiqueNow;

async function aPhone(): Promise<BrowserContext> {
  const phone = await newPhone(browser);
  phone.setDefaultTimeout(30_000);
  phones.push(phone);
  return phone;
}

async function open(phone: BrowserContext, { token }: PersonThere): Promise<Page> {
  const page = await phone.newPage();
  await page.goto(`${api.url}/critique/${token}`);
  return page;
}

/** The first work of an evening in its silent writing, and its first critic. */
async function writing() {
  const evening = await makeCritiqueEvening(api, { state: 'running' });
  const work = evening.works[0]!;
  await startSlot(api, work.slotId!, 301);
  return { evening, work, ...work.critics[0]! };
}

const meaningOf = async (assignmentId: string): Promise<string | undefined> =>
  (
    await api.database.sql<{ meaning: string }>('select meaning from critiques where assignment_id = $1', [
      assignmentId,
    ])
  )[0]?.meaning;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await isSo())) if (Date.now() > end) throw new Error('It did not become so within 15 s');
}

describe('what a critic types', () => {
  it('waits on the phone without a network, outlives the page, and arrives', async () => {
    const { critic, assignmentId } = await writing();
    const phone = await aPhone();
    const page = await open(phone, critic);
    await page.getByLabel(form.meaning).fill('The held breath');
    await page.getByText(form.saved, { exact: true }).waitFor();
    expect(await meaningOf(assignmentId)).toBe('The held breath');

    await phone.setOffline(true);
    await page.getByLabel(form.meaning).fill('The held breath before the chorus');
    await page.getByText(form.kept).waitFor();
    await page.close();
    await phone.setOffline(false);
    const again = await open(phone, critic);
    await until(async () => (await meaningOf(assignmentId)) === 'The held breath before the chorus');
    expect(await again.getByLabel(form.meaning).inputValue()).toBe('The held breath before the chorus');
    await expectAccessible(again);
  });

  it('arrives although the page is left at once', async () => {
    const { critic, assignmentId } = await writing();
    const page = await open(await aPhone(), critic);
    await page.getByLabel(form.meaning).waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.getByLabel(form.meaning).fill('A last word');
    await page.goto('about:blank');
    await until(async () => (await meaningOf(assignmentId)) === 'A last word');
    expect(await meaningOf(assignmentId)).toBe('A last word');
  });

  it('is not taken out of their hands when the step turns', async () => {
    const { evening, work, critic, assignmentId } = await writing();
    const page = await open(await aPhone(), critic);
    await page.getByLabel(form.meaning).pressSequentially('The held ');
    await startSlot(api, work.slotId!, 425);
    await changeSession(api, evening.critiqueSessionId, `title = 'Turned'`);
    await page.getByText(critiqueNow.critic.meaning).waitFor();
    await page.keyboard.type('breath');
    await until(async () => (await meaningOf(assignmentId)) === 'The held breath');
    expect(await page.getByLabel(form.meaning).inputValue()).toBe('The held breath');
    // Once they look up, the step is all there is, with their words to read from.
    await page.getByLabel(form.meaning).blur();
    await page.getByLabel(form.meaning).waitFor({ state: 'hidden' });
    expect(await page.getByText('The held breath').first().isVisible()).toBe(true);
  });

  it('in two windows is shown side by side, and both are kept', async () => {
    const { critic, assignmentId } = await writing();
    const phone = await aPhone();
    const [one, other] = [await open(phone, critic), await open(await aPhone(), critic)];
    await Promise.all([one, other].map((page) => page.getByLabel(form.meaning).waitFor()));
    await one.getByLabel(form.meaning).fill('The sea');
    await one.getByText(form.saved, { exact: true }).waitFor();
    await other.getByLabel(form.meaning).fill('A door');
    await other.getByRole('button', { name: form.add }).click();
    await until(async () => (await meaningOf(assignmentId)) === 'A door\n\nThe sea');
    expect(await other.getByText(form.two).count()).toBe(0);
  });
});

describe('the clock', () => {
  const left = async (page: Page): Promise<number> => {
    const [minutes = 0, seconds = 0] = ((await page.getByRole('timer').textContent()) ?? '')
      .split(':')
      .map(Number);
    return minutes * 60 + seconds;
  };

  it('is the same on all phones within a second, also on one whose own is wrong', async () => {
    const { evening, work, critic } = await writing();
    const wrong = await aPhone();
    await wrong.addInitScript(() => {
      const real = Date.now.bind(Date);
      Date.now = () => real() - 95_000;
    });
    const pages = [
      await open(await aPhone(), work.author),
      await open(wrong, critic),
      await open(await aPhone(), evening.guest),
    ];
    await Promise.all(pages.map((page) => page.getByRole('timer').waitFor()));
    const seen = await Promise.all(pages.map(left));
    expect(Math.max(...seen) - Math.min(...seen)).toBeLessThanOrEqual(1);
    expect(Math.min(...seen)).toBeGreaterThan(60);
  });

  it('follows what happened while the phone slept', async () => {
    const { evening, work, critic } = await writing();
    const page = await open(await aPhone(), critic);
    await page.getByRole('timer').waitFor();
    await turn(page, true);
    await startSlot(api, work.slotId!, 421);
    await changeSession(api, evening.critiqueSessionId, `title = 'Later'`);
    await turn(page, false);
    await page.getByText(critiqueNow.critic.meaning).waitFor();
    expect(await left(page)).toBeGreaterThan(120);
  });

  it('goes on where it was when the api was started again', async () => {
    const first = await startApi({ database: api.database, webFolder: await builtWeb() });
    const { evening, work, critic } = await writing();
    const phone = await aPhone();
    const page = await phone.newPage();
    await page.goto(`${first.url}/critique/${critic.token}`);
    await page.getByRole('timer').waitFor();
    await first.app.close();
    await pause(work.slotId!, evening);
    const second = await createApp(first.config);
    try {
      await second.listen(first.config.port, '127.0.0.1');
      await page.getByText(clock.paused, { exact: true }).waitFor();
      expect(await left(page)).toBeGreaterThan(0);
      // A phone at home in a good network sees the same.
      const other = await open(await aPhone(), critic);
      await other.getByText(clock.paused, { exact: true }).waitFor();
      expect(await left(other)).toBe(await left(page));
    } finally {
      await phone.close();
      await second.close();
      await first.db.close();
    }
  });
});

async function pause(slotId: string, { critiqueSessionId }: CritiqueEvening): Promise<void> {
  await api.database.sql(
    `update critique_slots set state = 'paused', paused_at = app_now(), version = version + 1 where id = $1`,
    [slotId],
  );
  await changeSession(api, critiqueSessionId, `title = 'Paused'`);
}

/** The screen goes dark, or on again, as the browser tells the page. */
async function turn(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}
