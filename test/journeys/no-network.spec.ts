import { app } from '#libs/words';
import type { Browser } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { launchBrowser, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';

let api: Api;
let browser: Browser;

beforeAll(async () => {
  api = await startApi({ webFolder: await builtWeb() });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

it('a screen that was opened without network says so, and comes once the network is back', async () => {
  const organization = await makeOrganization(api.database);
  const { personId } = await makeMember(api.database, organization.id);
  const event = await makeEvent(api.database, organization.id);
  const [name = '', value = ''] = (await api.cookieOf(personId)).split('=');
  const phone = await newPhone(browser);
  phone.setDefaultTimeout(30_000);
  await phone.addCookies([{ name, value, url: api.url }]);
  const page = await phone.newPage();
  await page.goto(`${api.url}/app/${organization.slug}/events/${event.id}`);
  const guests = page.getByRole('link', { name: /^Guests/ });
  await guests.waitFor();

  await phone.setOffline(true);
  await guests.click();
  const again = page.getByRole('button', { name: app.failure.again });
  await page.getByText(app.failure.screen).waitFor();
  // Pressed too early, it stays and can be pressed once more.
  await again.click();
  await page.getByText(app.failure.screen).waitFor();

  await phone.setOffline(false);
  await again.click();
  const search = page.getByPlaceholder(app.guests.search);
  await search.waitFor();
  expect(await search.count()).toBe(1);
  await phone.close();
});
