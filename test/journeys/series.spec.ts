import { app, seriesApp as words } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { sideways } from '../support/critique-host.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization } from '../support/factories.ts';
import type { SeriesBody } from '../support/series.ts';
import { moveClock, startTestWorker } from '../support/worker.ts';

// A series from its first evening to its end, in a browser; two workers make its dates as time goes by.

let api: Api;
let workers: RunningWorker[];
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const webFolder = await builtWeb();
  api = await startApi({ webFolder, time: '2026-10-01T12:00:00Z' });
  workers = await Promise.all(
    [1, 2].map(() => startTestWorker({ database: api.database, publicUrl: api.url })),
  );
  browser = await launchBrowser();
}, 240_000);

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser.close();
  await Promise.all(workers.map((worker) => worker.stop()));
  await api.stop();
});

/** An editor's window on an evening of Tuesday, 20 October 2026 at 19:00 in Los Angeles. */
async function desk(how: 'desktop' | 'phone' = 'desktop') {
  const organization = await makeOrganization(api.database);
  const { personId } = await makeMember(api.database, organization.id, 'editor');
  const event = await makeEvent(api.database, organization.id, {
    ...{ title: 'Cold ears', startsLocal: '2026-10-20T19:00', endsLocal: '2026-10-20T21:30', capacity: 12 },
  });
  const cookie = await api.cookieOf(personId);
  const [name = '', value = ''] = cookie.split('=');
  const context = await (how === 'phone' ? newPhone(browser) : newDesktop(browser));
  contexts.push(context);
  await context.addCookies([{ name, value, url: api.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const base = `/api/v1/organizations/${organization.id}`;
  const send = async (method: 'get' | 'post' | 'patch', path: string, body?: object) =>
    (await api.http[method](`${base}${path}`).set('cookie', cookie).send(body)).body;
  const open = (path: string) => page.goto(`${api.url}/app/${organization.slug}${path}`);
  const seriesNow = async (): Promise<SeriesBody> => {
    const { series } = await send('get', '/series');
    return send('get', `/series/${series[0].id}`);
  };
  return { organization, event, page, send, open, seriesNow };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function expectGood(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await sideways(page)]).toEqual([width, 0]);
  }
  await page.setViewportSize(size);
}

describe('a series', () => {
  it('is made from an evening, with a look at its dates before', async () => {
    const { page, event, open, seriesNow } = await desk();
    await open(`/events/${event.id}`);
    await page.getByRole('link', { name: words.panel.open }).click();
    await page.getByText('Tue 27 Oct 2026, 19:00 (PDT)').waitFor();
    await page.getByText('Tue 3 Nov 2026, 19:00 (PST)').waitFor();
    await page.getByLabel(words.repeat.interval.weeks).fill('2');
    await page.getByText('Tue 27 Oct 2026, 19:00 (PDT)').waitFor({ state: 'detached' });
    await page.getByLabel(words.weekday('TH')).check();
    await page.getByLabel('Thu 22 Oct 2026, 19:00 (PDT)').waitFor();
    await page.getByLabel('Tue 3 Nov 2026, 19:00 (PST)').uncheck();
    await expectGood(page);
    await button(page, words.repeat.submit).click();
    await page.getByRole('heading', { name: 'Cold ears', level: 1 }).waitFor();
    await page.getByText('Every 2 weeks on Tuesday and Thursday').waitFor();
    await expectGood(page);
    const { dates, later } = await seriesNow();
    expect(dates.map(({ day }) => day)).toEqual([
      ...['2026-10-20', '2026-10-22', '2026-11-05', '2026-11-17', '2026-11-19'],
    ]);
    expect(later[0]).toMatchObject({ day: '2026-11-03', leftOut: true });
    await button(page, words.page.putBackNamed('Tue 3 Nov 2026, 19:00 (PST)')).click();
    await page.getByRole('link', { name: 'Tue 3 Nov 2026, 19:00 (PST)' }).waitFor();
    await page.getByRole('link', { name: words.page.back }).click();
    await page.getByRole('heading', { name: words.title, level: 1 }).waitFor();
    await page.getByText(words.list.next('Tue 20 Oct 2026')).waitFor();
    await expectGood(page);
  });

  it('is told on a phone too, when nothing repeats yet and how', async () => {
    const { page, event, open } = await desk('phone');
    await open('/series');
    await page.getByRole('heading', { name: words.none }).waitFor();
    await expectGood(page);
    await open(`/events/${event.id}/repeat`);
    await page.getByLabel(words.repeat.patterns['month-weekday']('2026-10-20')).check();
    await page.getByLabel(words.repeat.ends.count).check();
    await page.getByLabel(words.repeat.count).fill('3');
    await page.getByText('Tue 15 Dec 2026, 19:00 (PST)').waitFor();
    await expectGood(page);
    await button(page, words.repeat.submit).tap();
    await page.getByText('Every month on the third Tuesday, 3 dates in all').waitFor();
    await expectGood(page);
  });

  it('lets a date that was edited give its parts to those that follow, and lists what keeps its own', async () => {
    const { page, event, send, open, seriesNow } = await desk();
    await send('post', `/events/${event.id}/series`, {
      ...{ pattern: 'weeks', interval: 1, weekdays: ['TU'], announces: true },
    });
    const { dates } = await seriesNow();
    const change = async (at: number, body: object) => {
      const { version } = await send('get', `/events/${dates[at]?.eventId}`);
      await send('patch', `/events/${dates[at]?.eventId}`, { ...body, version });
    };
    await change(3, { place: 'The barn' });
    await change(1, { place: 'The yard' });
    await open(`/events/${dates[1]?.eventId}`);
    await page.getByText(words.panel.differs('place')).waitFor();
    await page.getByRole('link', { name: app.events.edit, exact: true }).click();
    await page.getByText(words.panel.onlyThis).waitFor();
    await page.getByLabel(app.events.form.title).fill('Warm ears');
    await button(page, app.events.saveChanges).click();
    await page.getByText(words.panel.differs('title and place')).waitFor();
    await button(page, words.panel.apply).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(words.apply.changes(4)).waitFor();
    await dialog.getByLabel(words.parts.title).uncheck();
    await dialog.getByText(words.apply.changes(3)).waitFor();
    await dialog.getByText(words.page.differs('place')).waitFor();
    await expectAccessible(page);
    await button(page, words.apply.submit).click();
    await dialog.getByText(words.apply.done(3)).waitFor();
    await dialog.getByRole('button', { name: app.close }).click();
    await page.getByText(words.panel.differs('title')).waitFor();
    const after = await seriesNow();
    expect(after.dates.map(({ title }) => title)).toEqual(
      dates.map((_, at) => (at === 1 ? 'Warm ears' : 'Cold ears')),
    );
    expect(after.dates.map(({ differs }) => differs.join())).toEqual(['', 'title', '', 'place', '', '']);
  });

  it('ends without a date that somebody answered', async () => {
    const { page, event, send, open, seriesNow, organization } = await desk();
    await send('post', `/events/${event.id}/series`, {
      ...{ pattern: 'weeks', interval: 1, weekdays: ['TU'], announces: true },
    });
    const series = await seriesNow();
    const answered = { id: series.dates[4]?.eventId ?? '', organizationId: organization.id };
    await makeAttendee(api.database, answered, { came: false });
    await open(`/series/${series.id}`);
    await button(page, words.page.end).click();
    await page.getByLabel(words.end.from).fill('2026-11-03');
    await expectAccessible(page);
    await button(page, words.end.submit).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(words.end.done(3)).waitFor();
    await dialog.getByRole('link', { name: 'Tue 17 Nov 2026, 19:00 (PST)' }).waitFor();
    await dialog.getByRole('button', { name: app.close }).click();
    await page.getByText(words.ended, { exact: true }).waitFor();
    expect(await seriesNow()).toMatchObject({ running: false, later: [] });
  });

  // The last, because it moves the clock of all.
  it('has each date made once, eight weeks before, by two workers while the months go by', async () => {
    const { event, send, seriesNow } = await desk();
    await send('post', `/events/${event.id}/series`, {
      ...{ pattern: 'weeks', interval: 1, weekdays: ['TU'], announces: true, count: 22 },
    });
    await moveClock(api.db, '2026-12-20T12:00:00Z', 200_000);
    const { dates, later } = await seriesNow();
    expect(dates.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      ...['02:00', '02:00'],
      ...Array.from({ length: dates.length - 2 }, () => '03:00'),
    ]);
    const days = Array.from({ length: 22 }, (_, week) =>
      new Date(Date.parse('2026-10-20') + week * 7 * 86_400_000).toISOString().slice(0, 10),
    );
    expect(dates.map(({ day }) => day)).toEqual(days.filter((day) => day <= '2027-02-14'));
    expect(later.map(({ day }) => day)).toEqual(days.filter((day) => day > '2027-02-14'));
  }, 240_000);
});
