import { words } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { makeMember, makeOrganization, makePerson } from '../support/factories.ts';

// A person says on a phone which mail they want, in a browser that runs no script.

const page = words.myMail;

let api: Api;
let browser: Browser;
let phone: Page;
let cookies: { name: string; value: string; url: string }[];
let organization: { id: string; name: string };

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  browser = await launchBrowser();
  organization = await makeOrganization(api.database);
  const person = await makePerson(api.database);
  await makeMember(api.database, organization.id, 'host', person);
  const context = await newPhone(browser, { javaScriptEnabled: false });
  const [name = '', value = ''] = (await api.cookieOf(person.id)).split('=');
  cookies = [{ name, value, url: api.url }];
  await context.addCookies(cookies);
  phone = await context.newPage();
  await phone.goto(`${api.url}/me`);
  await phone.getByRole('link', { name: page.link }).click();
  await phone.getByRole('heading', { name: page.title }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await api.stop();
});

const line = (topic: string) => phone.locator('.switches > li').filter({ hasText: topic });

describe('the page of the mail one gets', () => {
  it('stops one kind at a press, says so where the press was, and lets it come again', async () => {
    const { events, reminders } = page.topics;
    await phone.getByRole('button', { name: page.stopOne(events, organization.name) }).click();
    await line(events).getByText(page.off, { exact: true }).waitFor();
    await line(reminders).getByText(page.offWith(events)).waitFor();
    expect(phone.url()).toContain(`#o-${organization.id}`);
    await phone.getByRole('button', { name: page.resumeOne(events, organization.name) }).click();
    await line(reminders).getByText(page.on, { exact: true }).waitFor();
  });

  it('stops everything of everybody, and what is always sent stands apart', async () => {
    await phone.getByRole('button', { name: page.everything.stop }).click();
    await phone.getByText(page.everything.off).waitFor();
    await phone.getByRole('heading', { name: page.always.title }).waitFor();
    const overflow = await phone
      .locator('body')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(overflow).toBe(0);
  });

  it('can be read by everybody', async () => {
    // The check itself is a script.
    const context = await newPhone(browser);
    await context.addCookies(cookies);
    const checked = await context.newPage();
    await checked.goto(`${api.url}/me/mail`);
    await expectAccessible(checked);
  });
});
