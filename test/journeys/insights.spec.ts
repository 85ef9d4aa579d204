import { app, words } from '#libs/words';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';
import { daysAfter, makePastRoom, pairUp } from '../support/past-evenings.ts';

// What came of the evenings, read by an organizer a good year later: on a phone and at a desk.

let api: Api;
let browser: Browser;
let organization: Awaited<ReturnType<typeof makeOrganization>>;
let personId: string;

const screen = app.insights;

beforeAll(async () => {
  const webFolder = await builtWeb();
  api = await startApi({ webFolder, time: daysAfter(-1) });
  browser = await launchBrowser();
  organization = await makeOrganization(api.database, { name: 'Los Angeles Sound Guild' });
  ({ personId } = await makeMember(api.database, organization.id, 'owner'));
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

async function signedIn(context: BrowserContext): Promise<Page> {
  const [name = '', value = ''] = (await api.cookieOf(personId)).split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${api.url}/app/${organization.slug}`);
  return page;
}

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });

async function widerThanTheScreen(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe('what came of it', () => {
  it('says what comes here before the first evening, and on an evening to come', async () => {
    const page = await signedIn(await newPhone(browser));
    await page.getByRole('link', { name: app.nav.insights }).click();
    await page.getByText(screen.noneText).waitFor();
    await expectAccessible(page);
    const { id } = await makeEvent(api.database, organization.id, { title: 'The evening to come' });
    await page.goto(`${api.url}/app/${organization.slug}/events/${id}`);
    const tabs = page.getByRole('navigation', { name: app.events.tabs.label });
    await tabs.getByRole('link', { name: app.events.tabs.insights }).click();
    await page.getByText(screen.notOverText).waitFor();
    await expectAccessible(page);
    await api.database.sql(`update events set state = 'draft', published_at = null where id = $1`, [id]);
  });

  it('tells of an evening in counts and shares, hides small groups, and says whether matching beat chance', async () => {
    const made = await makePastRoom(api.database, organization.id, {
      guests: 92,
      title: 'Sound after the cut: a panel and a mixer',
    });
    await pairUp(api.database, made, (at) => ({
      introduced: at < 28,
      source: at % 5 === 0 ? 'wildcard' : 'suggested',
      ...(at < 20 && { talked: 16 }),
      ...(at < 12 && { met: 30 }),
      ...(at < 3 && { working: 300 }),
    }));
    const small = await makePastRoom(api.database, organization.id, {
      guests: 18,
      title: 'A night of drones',
    });
    await pairUp(api.database, small, (at) => ({ introduced: at < 6, ...(at < 5 && { talked: 16 }) }));
    await makePastRoom(api.database, organization.id, { guests: 31, title: 'What a mixer hears' });
    await api.setTime(daysAfter(420));

    const page = await signedIn(await newPhone(browser));
    await page.goto(`${api.url}/app/${organization.slug}/events/${made.event.id}/insights`);
    await page.getByRole('heading', { name: screen.sections.room }).waitFor();
    expect(await row(page, screen.ratios.showed).textContent()).toContain('92 of 92');
    expect(await row(page, screen.ratios.mutual).textContent()).toContain('28 of 4661 %');
    expect(await row(page, screen.ratios.talked).textContent()).toContain('20 of 2871 %');
    expect(await row(page, screen.ratios.working).textContent()).toContain(screen.hidden);
    expect(await row(page, screen.ratios.unknown).textContent()).toContain(screen.fewer);
    await page.getByText(screen.chance.verdicts['not-better-yet']).waitFor();
    await page.getByText(screen.small).waitFor();
    await expectAccessible(page);
    expect(await widerThanTheScreen(page)).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await widerThanTheScreen(page)).toBe(0);
  });

  it('tells of all evenings by line, by evening and by format, one number at a time, from the keyboard', async () => {
    const page = await signedIn(await newDesktop(browser));
    await page.getByRole('link', { name: app.nav.insights }).click();
    const choice = page.getByLabel(screen.over.choose);
    await choice.focus();
    await choice.selectOption({ label: screen.ratios.mutual });
    await page.getByRole('img', { name: screen.over.chart(screen.ratios.mutual, 3) }).waitFor();
    expect(await row(page, 'A night of drones').textContent()).toContain('6 of 967 %');
    expect(await row(page, 'What a mixer hears').textContent()).toContain(screen.nothing.final);
    expect(await row(page, screen.formats.none).textContent()).toContain('34 of 5562 %');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'A night of drones' }).click();
    await page.getByRole('heading', { name: 'A night of drones' }).waitFor();
    // Five of six talked: nobody is told that, because it tells of the sixth.
    expect(await row(page, screen.ratios.talked).textContent()).toContain(screen.hidden);
  });

  it('is downloaded as it is read', async () => {
    const page = await signedIn(await newDesktop(browser));
    await page.getByRole('link', { name: app.nav.insights }).click();
    const arriving = page.waitForEvent('download');
    await page.getByRole('link', { name: screen.download }).click();
    const file = await arriving;
    expect(file.suggestedFilename()).toBe(`what-came-of-it-${organization.slug}.csv`);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('A night of drones');
    expect(text).toContain(words.insights.hidden);
    await page.goto(`${api.url}/app/${organization.slug}/activity`);
    await page.getByText(app.activity.actions['insights.exported']).waitFor();
  });
});
