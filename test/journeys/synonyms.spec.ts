import { app, words } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '#libs/domain';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makeMember, makeOrganization } from '../support/factories.ts';

// An organization writes down which of its words mean the same: on a phone, by keyboard, and two people at once.

let api: Api;
let browser: Browser;
let organization: Awaited<ReturnType<typeof makeOrganization>>;
let phone: Page;

const screen = app.synonyms;

beforeAll(async () => {
  const webFolder = await builtWeb();
  api = await startApi({ webFolder, time: '2026-10-01T12:00:00Z' });
  browser = await launchBrowser();
  organization = await makeOrganization(api.database);
  phone = await opened(await newPhone(browser), 'editor');
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

/** The screen, as somebody with this role. */
async function opened(context: BrowserContext, role: Role): Promise<Page> {
  const { personId } = await makeMember(api.database, organization.id, role);
  const [name = '', value = ''] = (await api.cookieOf(personId)).split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${api.url}/app/${organization.slug}`);
  await page.getByRole('link', { name: app.nav.synonyms, exact: true }).click();
  await page.getByRole('heading', { name: screen.title }).waitFor();
  return page;
}

const rowsOf = (page: Page): Promise<string[]> => page.locator('[data-row] > p').allTextContents();

async function add(page: Page, row: string): Promise<void> {
  await page.getByLabel(screen.words).fill(row);
  await page.getByRole('button', { name: screen.addButton }).click();
}

describe('words that mean the same', () => {
  it('begin with a word about what comes here, and those known anyway', async () => {
    await phone.getByRole('heading', { name: screen.none }).waitFor();
    await phone.getByText('songwriting, songwriter', { exact: true }).waitFor();
    await expectAccessible(phone);
  });

  it('are added one row after the other, also a pasted column', async () => {
    await add(phone, 'gaffer\nchief lighting technician\r\nsparks');
    await phone.getByText(screen.added('gaffer, chief lighting technician and 1 more')).waitFor();
    await add(phone, 'best boy,first assistant');
    await phone.getByText(screen.count(2)).waitFor();
    expect(await rowsOf(phone)).toEqual([
      'best boy, first assistant',
      'gaffer, chief lighting technician, sparks',
    ]);
  });

  it('are refused beside the field that has the focus again, naming the row that has the word', async () => {
    await add(phone, 'lamp, Gaffers');
    const row = 'gaffer, chief lighting technician, sparks';
    await phone.getByText(words.synonyms.taken('Gaffers', row)).waitFor();
    const field = phone.getByLabel(screen.words);
    await expect(field.evaluate((element) => element === document.activeElement)).resolves.toBe(true);
    await expect(field.getAttribute('aria-invalid')).resolves.toBe('true');
    await expect(field.inputValue()).resolves.toBe('lamp, Gaffers');
    await expectAccessible(phone);
  });

  it('are changed by keyboard, and the focus comes back to where it was', async () => {
    const laptop = await opened(await newDesktop(browser), 'owner');
    const name = screen.changeRow('best boy, first assistant');
    await laptop.getByRole('button', { name }).press('Enter');
    await laptop.keyboard.press('End');
    await laptop.keyboard.type(', second');
    await expectAccessible(laptop);
    await laptop.keyboard.press('Enter');
    const again = screen.changeRow('best boy, first assistant and 1 more');
    await laptop.locator(`:focus[aria-label="${again}"]`).waitFor();
    expect(await rowsOf(laptop)).toContain('best boy, first assistant, second');
    await laptop.close();
  });

  it('show what somebody else made of a row before it is overwritten', async () => {
    await phone.reload();
    await phone
      .getByRole('button', { name: screen.changeRow('best boy, first assistant and 1 more') })
      .click();
    await api.database.sql(
      `update synonyms set words = array['best boy', 'right hand'], version = version + 1 where 'best boy' = any (words)`,
    );
    const field = phone.getByLabel(screen.changedRow('best boy, first assistant and 1 more'));
    await field.fill('best boy, first assistant');
    await phone.getByRole('button', { name: screen.save }).click();
    await phone.getByText(screen.now('best boy, right hand')).waitFor();
    await expect(field.inputValue()).resolves.toBe('best boy, first assistant');
    await phone.getByRole('button', { name: screen.save }).click();
    await phone.getByRole('button', { name: screen.changeRow('best boy, first assistant') }).waitFor();
    expect(await rowsOf(phone)).toContain('best boy, first assistant');
  });

  it('can be removed, after a moment to think again', async () => {
    const name = screen.removeRow('best boy, first assistant');
    await phone.getByRole('button', { name }).click();
    await phone.getByText(screen.willRemove('best boy, first assistant')).waitFor();
    await phone.getByRole('button', { name: app.undo.undo }).click();
    await phone.getByRole('button', { name, disabled: false }).click();
    await phone.goto('about:blank');
    const host = await opened(await newDesktop(browser), 'host');
    await host.getByText(screen.count(1)).waitFor();
    expect(await rowsOf(host)).toEqual(['gaffer, chief lighting technician, sparks']);
  });

  it('are only read by a host', async () => {
    const host = await opened(await newDesktop(browser), 'host');
    await host.getByText(screen.count(1)).waitFor();
    expect(await host.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await host.getByRole('textbox').count()).toBe(0);
    await expectAccessible(host);
  });
});
