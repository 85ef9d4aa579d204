import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { type PersonThere, makeCritiqueEvening } from '../support/critique-evening.ts';
import { makeCritique, makeWorkFile, releaseLetters } from '../support/letters.ts';

const patience = 120_000;
let api: Api;
let browser: Browser;

beforeAll(async () => {
  const webFolder = await builtWeb();
  [api, browser] = await Promise.all([
    startApi({ webFolder, time: '2026-10-20T05:00:00Z' }),
    launchBrowser(),
  ]);
}, patience);
afterAll(async () => {
  await browser.close();
  await api.stop();
}, patience);

async function letterOf(person: PersonThere | undefined, width = 390): Promise<Page> {
  const phone = await newPhone(browser, { viewport: { width, height: 844 }, acceptDownloads: true });
  const page = await phone.newPage();
  await page.goto(`${api.url}/critique/${person?.token ?? ''}#letter`);
  return page;
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

it(
  'an author reads the letter on a phone, thanks a critic with one tap, changes their mind in time, and keeps the file',
  async () => {
    const evening = await makeCritiqueEvening(api, { state: 'running', names: ['Ana', 'Ben', 'Cy', 'Dee'] });
    const [ana, ben] = evening.people;
    const [work] = evening.works;
    const [toBen] = work?.critics ?? [];
    if (work === undefined || toBen === undefined) throw new Error('nobody hears it');
    await makeWorkFile(api, work.id);
    const marks = [{ at: 61_000, text: 'The breath.' }];
    const meaning = `The end stays. ${'W'.repeat(120)}`;
    const critique = await makeCritique(api, toBen.assignmentId, { meaning, answer: 'Yes.', marks });
    const thanked = async () =>
      (
        await api.database.sql('select thanked_at is not null as done from critiques where id = $1', [
          critique,
        ])
      )[0];

    const early = await letterOf(ana);
    await early.getByRole('heading', { name: 'Your letter is not here yet' }).waitFor();
    await early.context().close();
    await releaseLetters(api, evening);
    await api.database.sql(`update files set delete_at = '2026-11-19T05:00Z'`);

    const page = await letterOf(ana, 320);
    await page.getByRole('heading', { name: `Where do you stop listening to ${work.title}?` }).waitFor();
    expect(await page.getByRole('article').textContent()).toContain('From BenWhat stayedThe end stays.');
    expect(await page.getByRole('article').textContent()).toContain('1:01');
    await expectAccessible(page);
    expect(await scrollsSideways(page)).toBe(false);

    await page.getByRole('button', { name: 'Thank Ben' }).click();
    await page.getByText('You thanked Ben.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Thank Ben' }).waitFor();
    expect(await thanked()).toEqual({ done: false });

    await page.getByText('deleted on Wednesday 18 November 2026 unless you keep it').waitFor();
    await page.getByRole('button', { name: 'Keep the file' }).click();
    await page.getByText('it stays until you let it go').waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as PDF' }).click();
    expect((await download).suggestedFilename()).toBe('letter.pdf');

    // Thanks that wait to be undone are meant by the time the page is left.
    await page.getByRole('button', { name: 'Thank Ben' }).click();
    await page.goto('about:blank');
    // No page is left to wait on: the rows are asked until it has arrived.
    const until = Date.now() + 15_000;
    while ((await thanked())?.['done'] !== true && Date.now() < until);
    await page.context().close();
    expect(await thanked()).toEqual({ done: true });

    const critic = await letterOf(ben);
    await critic.getByText(`Ana thanked you for your critique of “${work.title}”.`).waitFor();
    await expectAccessible(critic);
    await critic.context().close();
  },
  patience,
);

it(
  'whose work was not heard reads why there is no letter, and what happens next',
  async () => {
    const evening = await makeCritiqueEvening(api, { state: 'running' });
    const [work] = evening.works;
    await releaseLetters(api, evening, { notHeard: [work?.id ?? ''] });
    await api.database.sql(`update submissions set state = 'waitlisted' where id = $1`, [work?.id]);
    const page = await letterOf(work?.author);
    await page.getByRole('heading', { name: 'Your work was not heard this time' }).waitFor();
    await page.getByText('Whoever waited longest comes first at the next session').waitFor();
    await expectAccessible(page);
    await page.context().close();
  },
  patience,
);
