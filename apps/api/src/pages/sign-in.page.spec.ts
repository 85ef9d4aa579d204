import { mintSignIn } from '#libs/database';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../../../../test/support/browser.ts';

let api: Api;
let browser: Browser;
beforeAll(async () => {
  [api, browser] = await Promise.all([startApi(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await api.stop();
});

async function newestMail(): Promise<{ url: string; code: string }> {
  const [grant] = await api.database.sql<{ id: string }>(
    'select id from grants order by created_at desc limit 1',
  );
  const { token, code } = await api.db.write({ kind: 'installation' }, (tx) =>
    mintSignIn(tx, api.config.keys, grant?.id ?? ''),
  );
  return { url: `${api.url}/sign-in/link/${token}`, code };
}

async function askFor(page: Page, email: string): Promise<void> {
  await page.goto(`${api.url}/sign-in?returnTo=/api/v1/me`);
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me the mail' }).click();
  await page.getByRole('heading', { name: 'Look at your mail' }).waitFor();
}

describe('signing in on a phone, without script', () => {
  it('takes a link opened in the same browser', async () => {
    const phone = await newPhone(browser, { javaScriptEnabled: false });
    const page = await phone.newPage();
    await askFor(page, 'linked@example.org');
    const { url } = await newestMail();
    const other = await phone.newPage();
    await other.goto(url);
    await other.getByRole('button', { name: 'Sign in as linked@example.org' }).click();
    await other.waitForURL(`${api.url}/api/v1/me`);
    expect(await other.content()).toContain('linked@example.org');
    await phone.close();
  });

  it('takes six digits after a slip, from a link that was opened in another browser', async () => {
    const [phone, mailProgram] = [
      await newPhone(browser, { javaScriptEnabled: false }),
      await newPhone(browser, { javaScriptEnabled: false }),
    ];
    const page = await phone.newPage();
    await askFor(page, 'typed@example.org');
    const { url, code } = await newestMail();
    const elsewhere = await mailProgram.newPage();
    await elsewhere.goto(url);
    await elsewhere.getByText('Go back to the browser where you asked').waitFor();
    await page.getByLabel('The six digits').fill('12345');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('The six digits').inputValue()).toBe('12345');
    await page.getByLabel('The six digits').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${api.url}/api/v1/me`);
    await Promise.all([phone.close(), mailProgram.close()]);
  });
});

describe('the pages of signing in', () => {
  it.each(['light', 'dark'] as const)('can be used by everybody, at 320 px, in %s', async (colorScheme) => {
    const context = await newPhone(browser, { colorScheme, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const fits = async (): Promise<void> => {
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    };
    await page.goto(`${api.url}/sign-in`);
    await fits();
    await page.getByLabel('Your e-mail address').fill('nonsense');
    await page.getByRole('button', { name: 'Send me the mail' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('faults');
    await fits();
    await askFor(
      page,
      `a-rather-long-address-of-somebody-${colorScheme}@a-department.of-an-organization.example.org`,
    );
    await fits();
    await page.goto(`${api.url}/nowhere`);
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    await fits();
    await context.close();
  });
});
