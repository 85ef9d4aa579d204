import { type Evening, startEvening } from '../support/evening.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';

const patience = 90_000;
let evening: Evening;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  [evening, browser] = await Promise.all([startEvening(), launchBrowser()]);
}, patience);

afterAll(async () => {
  await browser.close();
  await evening.stop();
}, patience);

it(
  'a question is answered with one tap on a phone, without script or sign-in, and a yes can be taken back',
  async () => {
    const [ana, ben] = [await evening.guest({ name: 'Ana Lind' }), await evening.guest({ name: 'Ben Ode' })];
    const pair = await evening.approved(ana, ben);
    await evening.pass('2026-10-21T12:00');
    const mail = (await evening.sent('introduction-ask')).find(({ to }) => to === ana.email);
    const link = /http\S+answer=yes/.exec(mail?.text ?? '')?.[0] ?? '';
    const context = await newPhone(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(link);
    expect(await page.title()).toBe('An introduction for you');
    await page.getByRole('button', { name: 'Yes, introduce us' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thank you, that is a yes');
    await page.reload();
    await page.getByRole('button', { name: 'Not this time after all' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thank you, not this time');
    await context.close();
    const [row] = await evening.api.database.sql<{ state: string }>(
      'select state from introductions where id = $1',
      [pair],
    );
    expect(row?.state).toBe('closed quietly');

    const seeing = await newPhone(browser);
    const looked = await seeing.newPage();
    await looked.goto(`${evening.api.url}${await evening.askPath(ben, pair)}`);
    await expectAccessible(looked);
    await seeing.close();
  },
  patience,
);
