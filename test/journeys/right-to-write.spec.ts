import { app } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { importGuestList } from '../../apps/worker/src/attendees/import.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';

// A host says at the import, in a browser, whether those on the list agreed to be written to.

const patience = 120_000;
let api: Api;
let browser: Browser;
let organization: { id: string; slug: string };

beforeAll(async () => {
  api = await startApi({ webFolder: await builtWeb(), time: '2026-10-20T15:00:00Z' });
  browser = await launchBrowser();
  organization = await makeOrganization(api.database);
}, patience);

afterAll(async () => {
  await browser.close();
  await api.stop();
}, patience);

const list = 'name,email,approval_status,checked_in_at\nAda,ada@example.org,approved,2026-10-20T02:00:00Z\n';

/** The preview of a list of one, on a phone. */
async function previewed(): Promise<{ page: Page; eventId: string }> {
  const host = await makeMember(api.database, organization.id, 'host');
  const { id: eventId } = await makeEvent(api.database, organization.id);
  const context = await newPhone(browser);
  const [name = '', value = ''] = (await api.cookieOf(host.personId)).split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${api.url}/app/${organization.slug}/events/${eventId}/import`);
  const file = { name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /^Import 1 row/ }).waitFor();
  return { page, eventId };
}

async function imported({ page, eventId }: { page: Page; eventId: string }) {
  const started = page.waitForResponse(/\/start$/);
  await page.getByRole('button', { name: /^Import 1 row/ }).click();
  await started;
  const [row] = await api.database.sql<{ id: string }>(
    'select id from guest_list_imports where event_id = $1',
    [eventId],
  );
  await importGuestList(
    { organizationId: organization.id, importId: row?.id ?? '' },
    { db: api.db, keys: api.config.keys },
  );
  await page.getByText(app.imports.done).waitFor();
  return api.database.sql('select may_write from attendees where event_id = $1', [eventId]);
}

it(
  'nobody on a list may be written to unless the host says so',
  async () => {
    const preview = await previewed();
    const box = preview.page.getByRole('checkbox', { name: app.imports.mayWrite });
    expect(await box.isChecked()).toBe(false);
    expect(await imported(preview)).toEqual([{ may_write: false }]);
    expect(await preview.page.getByText(app.imports.mayWriteDone).count()).toBe(0);
  },
  patience,
);

it(
  'the host’s word is kept with the list and with everybody on it',
  async () => {
    const preview = await previewed();
    await preview.page.getByRole('checkbox', { name: app.imports.mayWrite }).check();
    await expectAccessible(preview.page);
    expect(await imported(preview)).toEqual([{ may_write: true }]);
    await preview.page.getByText(app.imports.mayWriteDone).waitFor();
  },
  patience,
);
