import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { type Evening, startEvening } from '../support/evening.ts';

const patience = 120_000;
let evening: Evening;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  [evening, browser] = await Promise.all([startEvening(), launchBrowser()]);
}, patience);

afterAll(async () => {
  await browser.close();
  await evening.stop();
}, patience);

/** Somebody's phone, without script, signed in where a cookie is given. */
async function phoneOf(cookie?: string, javaScriptEnabled = false) {
  const context = await newPhone(browser, { javaScriptEnabled });
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: evening.api.url }]);
  }
  return context;
}

it(
  'from the question to the months after, everything is one tap on a phone, without script',
  async () => {
    const [ana, ben] = [await evening.guest({ name: 'Ana Lind' }), await evening.guest({ name: 'Ben Ode' })];
    const pair = await evening.approved(ana, ben);
    await evening.pass('2026-10-21T12:00');
    await evening.answer(ben, pair, 'yes', 'ben on the house phone');

    // The question, with another contact and another first step than the ones of the profile.
    const byLink = await phoneOf();
    const page = await byLink.newPage();
    await page.goto(`${evening.api.url}${await evening.askPath(ana, pair)}`);
    await page.getByText('Your contact and a first step').click();
    await page.getByLabel('How they may reach you').fill('ana@studio.example');
    await page.getByLabel('Hello at the next event').check();
    await page.getByRole('button', { name: 'Yes, introduce us' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thank you, that is a yes');
    await evening.pass('2026-10-21T16:00');

    // Two weeks later the mail asks how it went; its link shows a button, and the button saves.
    await evening.pass('2026-11-05T12:00');
    const mail = (await evening.sent('introduction-follow-up')).find(({ to }) => to === ana.email);
    const link = /http\S+mark=talked/.exec(mail?.text ?? '')?.[0] ?? '';
    await page.goto(link);
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('You and Ben Ode');
    await page.getByRole('button', { name: 'We talked' }).first().click();
    expect(await page.getByRole('status').textContent()).toContain('Saved: you and Ben Ode talked.');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.getByRole('button', { name: '✓' }).count()).toBe(0);
    await page.getByRole('button', { name: 'We met', exact: true }).click();
    await byLink.close();

    // Signed in: the person, how to reach them, the mark; then never again, and back.
    const signedIn = await phoneOf(await evening.api.cookieOf(ana.personId));
    const mine = await signedIn.newPage();
    await mine.goto(`${evening.api.url}/me`);
    await mine.getByRole('link', { name: 'Ben Ode' }).click();
    expect(new URL(mine.url()).pathname).toBe('/me/introductions');
    const card = mine.getByRole('listitem').filter({ hasText: 'Ben Ode' });
    expect(await card.textContent()).toContain('ben on the house phone');
    await card.getByRole('button', { name: '✓ We met' }).waitFor();
    await card.getByText('More about Ben Ode').click();
    await card.getByRole('button', { name: 'Never introduce us again' }).click();
    expect(await mine.getByRole('heading', { name: 'Ben Ode' }).count()).toBe(0);
    await mine.getByRole('button', { name: 'Undo' }).click();
    expect(await mine.getByRole('heading', { name: 'Ben Ode' }).count()).toBe(1);

    // How many from the next evening on, with the keyboard alone.
    await mine.getByText('How many introductions').focus();
    await mine.keyboard.press('Enter');
    await mine.getByLabel('One', { exact: true }).check();
    await mine.getByRole('button', { name: 'Save' }).focus();
    await mine.keyboard.press('Enter');
    await mine.getByText('Saved. It counts from the next evening on.').waitFor();
    await signedIn.close();
  },
  patience,
);

it(
  'the pages are accessible, fit a narrow phone and have targets of 48 pixels',
  async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff Maria-Theresia Konstantinopolitanska';
    const [ana, ben] = [await evening.guest({ name: 'Ana Lind' }), await evening.guest({ name })];
    const pair = await evening.approved(ana, ben);
    const asked = await evening.approved(ana, await evening.guest({ name: 'Cleo Fry' }));
    await evening.pass('2026-11-06T12:00');
    await evening.answer(ana, pair, 'yes');
    await evening.answer(ben, pair, 'yes', `${'long'.repeat(20)}@example.org`);
    await evening.pass('2026-11-06T16:30');
    const context = await phoneOf(await evening.api.cookieOf(ana.personId), true);
    const page = await context.newPage();
    for (const path of [
      await evening.askPath(ana, asked),
      '/me',
      '/me/introductions',
      `/me/introductions/${asked}/answer`,
    ]) {
      await page.goto(`${evening.api.url}${path}`);
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      await expectAccessible(page);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 700 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([path, width, wide]).toEqual([path, width, 0]);
        const low = await page
          .locator('button, summary, .button')
          .evaluateAll((all) =>
            all.filter((one) => one.getBoundingClientRect().height < 48).map((one) => one.textContent),
          );
        expect([path, low]).toEqual([path, []]);
      }
    }
    await context.close();
  },
  patience,
);
