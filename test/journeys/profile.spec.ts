import { words } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { RsvpDesk } from '../support/rsvp-desk.ts';

// On a phone: a seat, and the five questions of introductions, answered in a minute and found again.

let api: Api;
let browser: Browser;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  browser = await launchBrowser();
  desk = await RsvpDesk.of(api);
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

const { rsvp, mine } = words.pages;
const about = rsvp.introductions;
const email = 'ines@example.org';

/** What a thumb does: every field that is gone into and every press. Pages without script count nothing themselves. */
class Thumb {
  touches = 0;

  constructor(private readonly page: Page) {}

  async press(text: string): Promise<void> {
    this.touches += 1;
    await this.page.getByText(text, { exact: true }).first().tap();
  }

  async fill(label: string, text: string): Promise<void> {
    this.touches += 1;
    await this.page.getByRole('textbox', { name: label }).fill(text);
  }
}

it('Somebody asks for a seat on a phone and says who they are in ten touches, and finds it at the next event', async () => {
  const event = await desk.evening();
  const context = await newPhone(browser);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const sideways = async () => {
    const { width } = await page.locator('html').evaluate((html) => ({ width: html.scrollWidth }));
    return width > 390;
  };
  await page.goto(`${api.url}/e/${event.slug}`);
  const thumb = new Thumb(page);
  await thumb.fill(rsvp.name, 'Ines Okafor');
  await thumb.fill(rsvp.email, email);
  await thumb.press(about.summary);
  await thumb.press(about.yes);
  await thumb.fill(about.crafts, 'foley, mixing');
  await thumb.fill(about.workingOn, 'A film about bees');
  await thumb.fill(about.lookingFor, 'vinyl prep');
  await thumb.fill(about.canHelpWith, 'room acoustics');
  await thumb.fill(about.known, 'Ana Real\nBo Lind');
  expect(await sideways()).toBe(false);
  await expectAccessible(page);
  await page.getByRole('button', { name: rsvp.button }).tap();
  expect(thumb.touches + 1).toBe(10);
  await page.getByText(rsvp.sentTitle).first().waitFor();

  await page.goto(`${api.url}${await desk.confirmLink(email)}`);
  await page.getByText('A film about bees').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: rsvp.confirmButton }).tap();
  await page.getByText(mine.statuses.confirmed).waitFor();
  await page.getByText(about.mine.title).tap();
  expect(await page.getByRole('textbox', { name: about.known }).inputValue()).toBe('Ana Real\nBo Lind');
  await page.getByText(about.more).tap();
  await page.getByLabel(about.maxIntroductions).selectOption(about.most[1]);
  expect(await sideways()).toBe(false);
  await expectAccessible(page);
  await page.getByRole('button', { name: about.mine.save }).tap();
  await page.getByText(mine.saved.profile).waitFor();

  const [person] = await api.database.sql<{ id: string }>('select id from people where email = $1', [email]);
  const [name = '', value = ''] = (await api.cookieOf(person?.id ?? '')).split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const elsewhere = await (await RsvpDesk.of(api)).evening();
  await page.goto(`${api.url}/e/${elsewhere.slug}`);
  expect(await page.getByRole('textbox', { name: about.crafts }).inputValue()).toBe('foley, mixing');
  expect(await page.getByLabel(about.maxIntroductions).inputValue()).toBe('1');
  await context.close();
});
