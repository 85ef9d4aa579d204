import { app } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import {
  type Host,
  emptyEvening,
  exchangeable,
  hostAt,
  longEvening,
  sideways,
} from '../support/critique-host.ts';
import { type PlanDesk, makePlanDesk } from '../support/critique-plan.ts';
import { makeEvent, makeMember } from '../support/factories.ts';

const { form, plan: words, none, noRight, tab, most } = app.critiqueSessions;

// Every screen of a critique session's organizers: held against axe by day and by night, and as narrow as 320 pixels.

let api: Api;
let browser: Browser;

beforeAll(async () => {
  const webFolder = await builtWeb();
  api = await startApi({ webFolder, time: '2026-10-01T12:00:00Z' });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await api.stop();
});

/** Throws with what is wrong; leaves the page wide and bright. */
async function expectGood(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect([page.url(), await sideways(page)]).toEqual([page.url(), 0]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

const at = (desk: Pick<PlanDesk, 'cookie' | 'organization' | 'event'>): Promise<Host> =>
  hostAt(api, browser, desk);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function setState(desk: PlanDesk, state: 'ended'): Promise<void> {
  await api.database.sql(
    'update critique_sessions set state = $2, started_at = app_now(), ended_at = app_now() where id = $1',
    [desk.id, state],
  );
}

describe('the sessions of an event', () => {
  it('are none, five of every kind, and one that is over', async () => {
    const desk = await makePlanDesk(api);
    const empty = await at(await emptyEvening(api, desk));
    await empty.open();
    await empty.page.getByRole('heading', { name: none }).waitFor();
    await expectGood(empty.page);
    await empty.page.context().close();

    const title =
      'The long evening of songs that nobody has finished, brought by those who wrote them, table by table'.slice(
        0,
        120,
      );
    for (const format of ['tables', 'written', 'live', 'live'])
      await api.http.post(desk.sessions).set('cookie', desk.cookie).send({ format, title }).expect(201);
    await desk.works(4);
    await desk.post('/plan').expect(200);
    await setState(desk, 'ended');
    const full = await at(desk);
    await full.open();
    await full.page.getByText(most).waitFor();
    await expectGood(full.page);
    await full.page.context().close();
  }, 180_000);

  it('are set up by no host, shown to no door, and not to a host of another evening', async () => {
    const desk = await makePlanDesk(api);
    const as = async (role: 'host' | 'door', eventIds?: string[]) => {
      const member = await makeMember(api.database, desk.organization.id, role);
      if (eventIds !== undefined)
        await api.database.sql('update members set event_ids = $2 where id = $1', [member.id, eventIds]);
      return at({ ...desk, cookie: await api.cookieOf(member.personId) });
    };
    const host = await as('host', [desk.event.id]);
    for (const path of ['/new', `/${desk.id}/settings`]) {
      await host.open(path);
      await host.page.getByRole('heading', { name: noRight }).waitFor();
    }
    await expectGood(host.page);
    await host.open(`/${desk.id}`);
    await host.page.getByRole('heading', { name: words.noWorks }).waitFor();
    expect(await host.page.getByText(words.changeSettings).count()).toBe(0);
    await host.page.context().close();

    const other = await makeEvent(api.database, desk.organization.id);
    const elsewhere = await as('host', [other.id]);
    await elsewhere.page.goto(
      `${api.url}/app/${desk.organization.slug}/events/${desk.event.id}/critique-sessions`,
    );
    await elsewhere.page.getByRole('heading', { name: app.missing.title }).waitFor();
    await elsewhere.page.context().close();

    const door = await as('door');
    await door.page.goto(`${api.url}/app/${desk.organization.slug}/events/${desk.event.id}`);
    await door.page.getByRole('link', { name: app.events.tabs.overview }).waitFor();
    expect(await door.page.getByRole('link', { name: tab }).count()).toBe(0);
    await door.page.context().close();
  }, 180_000);
});

describe('the form of a session', () => {
  it('is good from every template, with faults, and with somebody else’s change', async () => {
    const desk = await makePlanDesk(api);
    const { page, open } = await at(desk);
    await open('/new');
    for (const { label } of Object.values(form.templates)) {
      await page.getByRole('radio', { name: label }).check();
      await expectGood(page);
    }
    await page.getByRole('radio', { name: form.templates.mix.label }).check();
    await page.getByRole('radio', { name: form.tables }).check();
    await page.getByText(form.fits(4, 2, 120), { exact: false }).waitFor();
    await page.getByLabel(form.tableCount, { exact: true }).fill('21');
    await page.getByLabel(`${form.phase(1)}: ${form.label}`).fill('');
    await page.getByLabel(`${form.phase(2)}: ${form.minutes}`).fill('120');
    await page.getByLabel(form.deadline).fill('2026-09-01T12:00');
    await page.getByText(form.bounds.tables(20)).waitFor();
    await expectGood(page);

    await open(`/${desk.id}/settings`);
    await page.getByLabel(form.name, { exact: true }).fill('Mine');
    const theirs = { settingsVersion: 1, title: 'Theirs' };
    await api.http.patch(desk.base).set('cookie', desk.cookie).send(theirs).expect(200);
    await button(page, form.save).click();
    await button(page, form.takeTheirsOf(form.fields.title)).waitFor();
    await expectGood(page);
    await button(page, form.takeTheirsOf(form.fields.title)).click();
    expect(await page.getByLabel(form.name, { exact: true }).inputValue()).toBe('Theirs');
    await page.context().close();
  }, 240_000);
});

describe('the plan of a session', () => {
  it('is good with no work, with long names at two tables, while a critic is chosen, by person and when it is over', async () => {
    const bare = await makePlanDesk(api);
    const first = await at(bare);
    await first.open(`/${bare.id}`);
    await first.page.getByRole('heading', { name: words.noWorks }).waitFor();
    await expectGood(first.page);
    await first.page.context().close();

    const desk = await longEvening(api, 12);
    const { page, open } = await at(desk);
    await open(`/${desk.id}`);
    await page.getByText(words.summary(12, 10)).waitFor();
    expect(await page.getByText(words.wouldWait).count()).toBe(2);
    await expectGood(page);
    await desk.post('/plan').expect(200);
    const [one, other] = await exchangeable(api, desk);
    await open(`/${desk.id}`);
    await expectGood(page);
    await page.locator(`#hearing-${one.id}`).click();
    await page.locator(`#hearing-${other.id}[data-partner="true"]`).waitFor();
    await expectGood(page);
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: words.choosing }).waitFor({ state: 'detached' });
    await page.keyboard.press('v');
    await page.getByRole('region', { name: words.people }).waitFor();
    await expectGood(page);

    await api.database.sql(`update assignments set state = 'declined' where id = $1`, [one.id]);
    await open(`/${desk.id}`);
    await page.getByText(words.short(1)).waitFor();
    await button(page, new RegExp(`^${words.lacks}`)).click();
    await page.getByRole('region', { name: words.choosing }).waitFor();
    await expectGood(page);
    await setState(desk, 'ended');
    await open(`/${desk.id}`);
    await page.getByText(words.ran).waitFor();
    await expectGood(page);
    await page.context().close();
  }, 300_000);

  it('says so where the server cannot be reached, and looks again', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(4);
    await desk.post('/plan').expect(200);
    const { page, open } = await at(desk);
    await open(`/${desk.id}`);
    await page
      .getByRole('list', { name: /^Critics of/ })
      .first()
      .waitFor();
    await page.route('**/choices', (route) => route.abort());
    await page.locator('[id^="hearing-"]').first().click();
    await page.getByRole('alert').getByText(app.failure.network).waitFor();
    await expectGood(page);
    await page.unroute('**/choices');
    await button(page, app.failure.again).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.context().close();
  });
});
