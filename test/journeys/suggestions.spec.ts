import { app } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { crowdAt } from '../support/crowd.ts';
import { holdEvening } from '../support/hold-evening.ts';
import { type Evening, eveningIn, startEvening } from '../support/evening.ts';

// A host who looks for pairs in a browser: at once in a small room; with a bar and a way out in a large one.

const words = app.introductions;
const large = 2000;

let first: Evening;
let browser: Browser;

beforeAll(async () => {
  const webFolder = await builtWeb();
  first = await startEvening({ webFolder });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await first.stop();
});

/** The evening's introductions, open before its host. */
async function opened(evening: Evening, context: Promise<BrowserContext>): Promise<Page> {
  const { api, host, organizationId, eventId } = evening;
  const [name = '', value = ''] = host.split('=');
  await (await context).addCookies([{ name, value, url: api.url }]);
  const page = await (await context).newPage();
  const [organization] = await api.database.sql<{ slug: string }>(
    'select slug from organizations where id = $1',
    [organizationId],
  );
  await page.goto(`${api.url}/app/${organization?.slug ?? ''}/events/${eventId}/introductions`);
  return page;
}

const pairsOf = async ({ api, eventId }: Evening): Promise<number> =>
  (await api.database.sql('select 1 from introductions where event_id = $1', [eventId])).length;

describe('a host who looks for pairs', () => {
  it('of a small room has them at once, with what they came to and the other way', async () => {
    const evening = await eveningIn(first.api);
    const needs = [['foley'], ['mixing'], ['vinyl prep'], []];
    for (const [place, lookingFor] of needs.entries()) {
      await evening.guest({ profile: { lookingFor, canHelpWith: needs[3 - place] ?? [] } });
    }
    const page = await opened(evening, newPhone(browser));
    await page.getByRole('button', { name: words.start.find }).click();
    await page.getByRole('region', { name: words.outcome.title }).waitFor();
    expect(await page.locator('body').textContent()).toContain(words.outcome.covered(4, 4));
    expect(await pairsOf(evening)).toBeGreaterThan(2);
    await expectAccessible(page);
    await page.context().close();
  });

  it('of a large room sees how far it is, and can leave it without a trace', async () => {
    const evening = await eveningIn(first.api);
    await crowdAt(evening, large);
    const page = await opened(evening, newPhone(browser));
    // Somebody else is deciding about this evening just now, so that the search stays before its end.
    const held = await holdEvening(evening);
    await page.getByRole('button', { name: words.start.find }).click();
    const search = page.getByRole('region', { name: words.search.title });
    await search.getByText(words.search.steps.keeping()).waitFor();
    await expectAccessible(page);
    await search.getByRole('button', { name: words.search.cancel }).click();
    await page.getByText(words.search.cancelled).waitFor();
    await search.waitFor({ state: 'detached' });
    await held.letGo();
    await evening.board();
    expect(await pairsOf(evening)).toBe(0);

    // The control: whoever stays gets them.
    await page.getByRole('button', { name: words.start.find }).click();
    await page.getByRole('region', { name: words.outcome.title }).waitFor({ timeout: 60_000 });
    expect(await pairsOf(evening)).toBeGreaterThan(large / 2);
    await page.context().close();
  });

  it('and reloads the page meanwhile has nothing half done', async () => {
    const evening = await eveningIn(first.api);
    await crowdAt(evening, large);
    const page = await opened(evening, newDesktop(browser));
    const held = await holdEvening(evening);
    await page.getByRole('button', { name: words.start.find }).click();
    await page.getByRole('region', { name: words.search.title }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: words.start.find }).waitFor();
    await held.letGo();
    // What waited for the row comes before this, and had left already.
    await evening.call('post', '', { attendeeA: evening.eventId, attendeeB: evening.eventId });
    expect(await pairsOf(evening)).toBe(0);
    await page.context().close();
  });
});
