import { takeBounce } from '#libs/database';
import type { Role } from '#libs/domain';
import type { MailKind } from '#libs/mail';
import { app, mailLog as screen } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization, makePerson } from '../support/factories.ts';
import { makeMail } from '../support/sent-mails.ts';
import { until } from '../support/worker.ts';

// An editor looks up what became of the mail: on a phone, by keyboard, narrowed to one kind, one person, one end.

let api: Api;
let browser: Browser;
let organization: Awaited<ReturnType<typeof makeOrganization>>;
let event: Awaited<ReturnType<typeof makeEvent>>;
let phone: Page;

const longName = 'Maximiliana Konstantinopolska-Wierzbicka-Schwarzenegger-Featherstonehaugh';

beforeAll(async () => {
  const webFolder = await builtWeb();
  api = await startApi({ webFolder, time: '2026-10-10T19:00:00Z' });
  browser = await launchBrowser();
  organization = await makeOrganization(api.database);
  event = await makeEvent(api.database, organization.id);
  phone = await opened(await newPhone(browser), 'editor');
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

async function signedIn(context: BrowserContext, role: Role): Promise<Page> {
  const { personId } = await makeMember(api.database, organization.id, role);
  const [name = '', value = ''] = (await api.cookieOf(personId)).split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

async function opened(context: BrowserContext, role: Role): Promise<Page> {
  const page = await signedIn(context, role);
  await page.goto(`${api.url}/app/${organization.slug}/mail`);
  await page.getByRole('heading', { name: screen.title, exact: true }).waitFor();
  return page;
}

async function makeGuest(name: string) {
  const person = await makePerson(api.database, { name });
  const { id } = await makeAttendee(api.database, event, { person, came: false });
  const mail = (kind: MailKind, given: Partial<Parameters<typeof makeMail>[1]> = {}) =>
    makeMail(api.database, { organizationId: organization.id, person, subjectId: id, kind, ...given });
  return { ...person, mail };
}

const rows = (page: Page) => page.locator('[data-row]');
const shows = (page: Page, count: number) =>
  until(async () => (await rows(page).count()) === count, `There were not ${count} mails`);

describe('the mail log', () => {
  it('says what comes here as long as nothing was sent', async () => {
    await phone.getByText(screen.noneText).waitFor();
    await expectAccessible(phone);
  });

  it('shows the newest first, what came of each, and a long name whole', async () => {
    const [ana, max] = [await makeGuest('Ana Lima'), await makeGuest(longName)];
    await ana.mail('rsvp-confirmed');
    await ana.mail('rsvp-offered', { state: 'unsure', outcome: 'in-doubt' });
    const returned = await max.mail('rsvp-confirmed');
    await api.database.sql(`update mails set bounce_kind = 'hard', bounced_at = app_now() where id = $1`, [
      returned,
    ]);
    await phone.reload();
    await shows(phone, 3);
    const first = rows(phone).first();
    await first.getByText(screen.fates.returned).waitFor();
    await first.getByText(screen.reasons.hard).waitFor();
    await first.getByRole('link', { name: event.title }).waitFor();
    expect(await rows(phone).getByRole('button').allTextContents()).toEqual([
      longName,
      'Ana Lima',
      'Ana Lima',
    ]);
    const overflow = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await expectAccessible(phone);
  });

  it('is narrowed to a kind, an end and a person, keeps that in its address, and is widened again', async () => {
    await phone.getByLabel(screen.kind).selectOption({ label: screen.kinds['rsvp-confirmed'] });
    await shows(phone, 2);
    await phone.getByRole('button', { name: screen.showOnly('Ana Lima') }).click();
    await shows(phone, 1);
    await phone.getByText(screen.onlyTo('Ana Lima')).waitFor();
    await phone.reload();
    await phone.getByText(screen.onlyTo('Ana Lima')).waitFor();
    await shows(phone, 1);
    await phone.getByLabel(screen.fate).selectOption({ label: screen.fates.failed });
    await phone.getByRole('heading', { name: screen.noMatch }).waitFor();
    await expectAccessible(phone);
    await phone.getByRole('button', { name: screen.showAll }).click();
    await shows(phone, 3);
  });

  it('is walked through by keyboard, and goes on beyond a page', async () => {
    const ben = await makeGuest('Ben Ode');
    for (let nth = 0; nth < 55; nth += 1) await ben.mail('rsvp-confirmed');
    const laptop = await opened(await newDesktop(browser), 'owner');
    await shows(laptop, 50);
    await rows(laptop).first().focus();
    await laptop.keyboard.press('ArrowDown');
    const at = () =>
      rows(laptop).evaluateAll((all) => all.indexOf(document.activeElement as (typeof all)[number]));
    expect(await at()).toBe(1);
    await laptop.getByRole('button', { name: screen.more }).press('Enter');
    await shows(laptop, 58);
    await laptop.getByLabel(screen.event).selectOption({ label: event.title });
    await until(() => Promise.resolve(laptop.url().includes(event.id)), 'The event is not in the address');
    await expectAccessible(laptop);
  });

  it('says so when it cannot be read', async () => {
    const laptop = await signedIn(await newDesktop(browser), 'owner');
    await laptop.route('**/mails*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'unavailable', detail: 'Try again in a moment.' }),
      }),
    );
    await laptop.goto(`${api.url}/app/${organization.slug}/mail`);
    const said = laptop.getByText('Try again in a moment.');
    await said.waitFor();
    expect(await rows(laptop).count()).toBe(0);
  });

  it('is nowhere on the way of a host', async () => {
    const host = await signedIn(await newDesktop(browser), 'host');
    await host.goto(`${api.url}/app/${organization.slug}`);
    const nav = host.getByRole('navigation', { name: app.nav.label });
    await nav.getByRole('link', { name: app.nav.events, exact: true }).waitFor();
    expect(await nav.getByRole('link', { name: screen.nav, exact: true }).count()).toBe(0);
  });
});

describe('the guest list', () => {
  it('says at whom mail does not arrive, and of nobody that they complained', async () => {
    const [gone, spam] = [await makeGuest('Gone Guest'), await makeGuest('Spam Guest')];
    const [lost, unwanted] = [await gone.mail('rsvp-confirmed'), await spam.mail('rsvp-confirmed')];
    await api.db.write({ kind: 'system' }, async (tx) => {
      await takeBounce(tx, api.config.keys, lost, 'hard');
      await takeBounce(tx, api.config.keys, unwanted, 'complaint');
    });
    await phone.goto(`${api.url}/app/${organization.slug}/events/${event.id}/guests`);
    const row = (name: string) => rows(phone).filter({ hasText: name });
    await row('Gone Guest').getByText(screen.returnedBadge).waitFor();
    expect(await row('Spam Guest').getByText(screen.returnedBadge).count()).toBe(0);
    await expectAccessible(phone);
  });

  it('lets a host have mail tried again at an address that works now', async () => {
    await phone.getByRole('button', { name: app.guests.open('Gone Guest') }).click();
    const dialog = phone.getByRole('dialog');
    await dialog.getByText(screen.writeAgainHelp).waitFor();
    await dialog.getByText(screen.reasons.hard).waitFor();
    await expectAccessible(phone);
    await dialog.getByRole('button', { name: screen.writeAgain }).click();
    await phone.getByText(screen.writtenAgain('Gone Guest')).waitFor();
    const badges = () => phone.getByText(screen.returnedBadge).count();
    await until(async () => (await badges()) === 0, 'The word beside the guest stayed');
    expect(await badges()).toBe(0);
    await rows(phone)
      .filter({ hasText: 'Gone Guest' })
      .getByText(screen.lastMailCame(screen.fates.returned))
      .waitFor();
  });
});
