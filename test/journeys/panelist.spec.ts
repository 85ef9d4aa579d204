import { Transformer } from '@napi-rs/image';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { deliverDue } from '../support/evening.ts';
import { pdf } from '../support/made-files.ts';
import { makePanelHost } from '../support/panelist.ts';

const patience = 240_000;
let api: Api;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  [api, browser] = await Promise.all([startApi({ time: '2026-10-01T12:00:00Z' }), launchBrowser()]);
}, patience);

afterAll(async () => {
  await browser.close();
  await api.stop();
}, patience);

/** The link of the last mail of a kind to somebody. */
async function linkTo(
  host: Awaited<ReturnType<typeof makePanelHost>>,
  kind: string,
  email: string,
): Promise<string> {
  await deliverDue(api);
  const mail = (await host.mails(kind)).findLast(({ to }) => to === email);
  return /http\S+\/panelist\/\S+/.exec(mail?.text ?? '')?.[0] ?? `no mail of ${kind}`;
}

const photo = (): Promise<Buffer> =>
  Transformer.fromRgbaPixels(Buffer.alloc(640 * 480 * 4, Buffer.from([150, 90, 60, 255])), 640, 480).jpeg();

it(
  'somebody who is asked to a panel says yes, who they are and that it is right, on a phone, on pages without script',
  async () => {
    const host = await makePanelHost(api, { name: 'Los Angeles Sound Guild' });
    const email = 'ines@example.org';
    await host.ask(email);
    const context = await newPhone(browser);
    const page = await context.newPage();
    const looks = async (): Promise<void> => {
      await expectAccessible(page);
      expect(await page.locator('script').count()).toBe(0);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    };

    await page.goto(await linkTo(host, 'panelist-invitation', email));
    await looks();
    await page.getByRole('button', { name: 'Yes, I will be there' }).click();

    // Straight on to who they are; a picture that is none brings everything back.
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Your profile');
    await looks();
    await page.getByLabel('Name').fill('Ines Okafor');
    await page.getByLabel('How to say it').fill('ee-NESS oh-KAH-for');
    await page.getByLabel('About you').fill('Foley artist for twenty films.\nTeaches on Mondays.');
    await page.getByLabel('Links').fill('ines.example');
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });
    await page.getByLabel('Photo').setInputFiles(file('me.jpg', Buffer.from('no picture')));
    await page.getByRole('button', { name: 'See how this looks' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('About you').inputValue()).toContain('Teaches on Mondays.');
    await looks();
    await page.getByLabel('Photo').setInputFiles(file('me.jpg', await photo()));
    await page.getByRole('button', { name: 'See how this looks' }).click();

    // As everybody will see it: only then is it there.
    await page.getByAltText('Photo of Ines Okafor').waitFor();
    await looks();
    const everybody = await (await newPhone(browser)).newPage();
    await everybody.goto(`${api.url}/e/${host.event.slug}`);
    expect(await everybody.getByText('Ines Okafor').count()).toBe(0);
    await page.getByRole('button', { name: 'This is right' }).click();
    expect(await page.getByRole('status').textContent()).toContain('The event page shows you like this now.');
    await everybody.reload();
    await everybody.getByText('Ines Okafor').waitFor();
    const shown = everybody.getByAltText('Photo of Ines Okafor');
    await shown.scrollIntoViewIfNeeded();
    await everybody.waitForFunction(() =>
      [...document.images].every(({ naturalWidth }) => naturalWidth === 480),
    );
    await expectAccessible(everybody);

    // Their evening: where and when, what they need, their slides.
    expect(await page.getByText('1200 East 5th Street').count()).toBe(1);
    expect(await page.getByText('19:30 to 20:15').count()).toBe(1);
    await page.getByLabel('Anything you need to take part').fill('A seat with a back.');
    await page.getByRole('button', { name: 'Save what I need' }).click();
    await page.getByLabel('How many people may we introduce').selectOption({ label: 'Two' });
    await page.getByRole('button', { name: 'Save how many' }).click();
    await page
      .getByLabel('File')
      .setInputFiles({ name: 'talk.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await page.getByRole('button', { name: 'Send my slides' }).click();
    expect(await page.getByText('talk.pdf').count()).toBe(1);
    expect(await page.getByLabel('Anything you need to take part').inputValue()).toBe('A seat with a back.');
    await looks();

    // Other organizers: filled in, and nothing to do but look.
    const second = await makePanelHost(api, { name: 'Game Writers of Portland' });
    await second.ask(email, { name: 'I. Okafor', part: 'moderator' });
    await page.goto(await linkTo(second, 'panelist-invitation', email));
    await page.getByRole('button', { name: 'Yes, I will be there' }).click();
    await page.getByRole('link', { name: 'See how you appear' }).first().click();
    expect(await page.getByText('Foley artist for twenty films.').count()).toBe(1);
    await page.getByRole('button', { name: 'This is right' }).click();
    await page.getByRole('link', { name: 'Moderate with this phone' }).waitFor();
    await everybody.goto(`${api.url}/e/${second.event.slug}`);
    expect(await everybody.getByText('Ines Okafor').locator('..').textContent()).toContain('Moderator');

    // And not after all.
    await page.getByRole('button', { name: 'I cannot be there' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You said no');
    await looks();
    await everybody.reload();
    expect(await everybody.getByText('Ines Okafor').count()).toBe(0);
    await context.close();
    await everybody.context().close();
  },
  patience,
);
