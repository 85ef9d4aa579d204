import { handleFor } from '#libs/database';
import { newId } from '#libs/domain';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { type Evening, RsvpDesk } from '../support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;
let browser: Browser;
let event: Evening;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  desk = await RsvpDesk.of(api);
  browser = await launchBrowser();
  event = await desk.evening(1, { description: 'Bring **one question**.\n\n- Step-free entrance' });
  await api.database.sql(
    `insert into panels (id, organization_id, event_id, topic, position, created_at)
     values ($1, $2, $3, 'Who still needs a room?', 1, app_now())`,
    [newId(), desk.organizationId, event.id],
  );
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

const goTo = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${api.url}${path}`);
  return page;
};

describe('on a phone without any script', () => {
  it('somebody asks for a seat, mends a slip, confirms by the mail, and cancels again', async () => {
    const phone = await newPhone(browser, { javaScriptEnabled: false });
    const page = await goTo(phone, `/e/${event.slug}`);
    await page.fill('#name', 'Ines Okafor');
    await page.fill('#email', 'ines@example');
    await page.click('text=Would you like to be introduced');
    await page.check('text=Yes, ask me');
    await page.fill('#crafts', 'mixing, foley');
    await page.click('text=Ask for a seat');
    expect(await page.inputValue('#crafts')).toBe('mixing, foley');
    expect(await page.isChecked('text=Yes, ask me')).toBe(true);
    expect(await page.textContent('#email-fault')).toContain('does not look like an e-mail address');
    await page.fill('#email', 'ines@example.org');
    await page.click('text=Ask for a seat');
    expect(await page.textContent('h1')).toBe('Look at your mail');

    await page.goto(`${api.url}${await desk.confirmLink('ines@example.org')}`);
    await page.click('text=Confirm my RSVP >> visible=true');
    expect(await page.textContent('main')).toContain('You are going');
    expect(await page.textContent('main')).toContain('1200 East 5th Street');
    await page.click('text=Cancel my RSVP');
    expect(await page.textContent('main')).toContain('You are not going');
    expect(await desk.statusesOf(event)).toEqual(['cancelled']);
    await phone.close();
  });
});

describe('every public page', () => {
  it('has no fault of accessibility, by day and by night, and fits 320 pixels', async () => {
    const [seated, waiting] = [await desk.signedIn(), await desk.signedIn()];
    const paths = [
      `/e/${event.slug}`,
      await desk.rsvpAs(event, seated),
      await desk.rsvpAs(event, waiting),
      await organizationPath(),
      await unsubscribePath(seated.id),
    ];
    for (const colorScheme of ['light', 'dark'] as const) {
      const phone = await newPhone(browser, { colorScheme, viewport: { width: 320, height: 640 } });
      for (const path of paths) {
        const page = await goTo(phone, path);
        if (path.startsWith('/e/')) await sendEmpty(page);
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        await page.close();
      }
      await phone.close();
    }
  });
});

/** The form comes back with its faults and everything unfolded: the most a page can show. */
async function sendEmpty(page: Page): Promise<void> {
  await page.click('summary');
  await page.check('text=No, thank you');
  await page.click('button[type=submit]');
  await page.waitForSelector('#faults');
}

async function organizationPath(): Promise<string> {
  const [row] = await api.database.sql<{ slug: string }>('select slug from organizations where id = $1', [
    desk.organizationId,
  ]);
  return `/o/${row?.slug ?? ''}`;
}

async function unsubscribePath(personId: string): Promise<string> {
  const { organizationId } = desk;
  const token = await desk.inTx((tx) =>
    handleFor(tx, api.config.keys, {
      purpose: 'unsubscribe',
      organizationId,
      personId,
      subjectId: organizationId,
      expiresAt: null,
    }),
  );
  return `/unsubscribe/${token}?topic=introductions`;
}
