import { type AttendeeStatus } from '#libs/domain';
import { app } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization, makePerson } from '../support/factories.ts';

// A host at the guest list, in a browser: finding, deciding, changing their mind, adding, taking the list along.

const { guests: words, undo } = app;
const longName = 'Maximiliana Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh de Villanueva y Torre';

let api: Api;
let browser: Browser;
let organization: { id: string; slug: string };
let host: { personId: string };
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  api = await startApi({
    webFolder: await builtWeb(),
    time: '2026-10-01T12:00:00Z',
  });
  browser = await launchBrowser();
  organization = await makeOrganization(api.database);
  host = await makeMember(api.database, organization.id, 'host');
});

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser.close();
  await api.stop();
});

type Event = Awaited<ReturnType<typeof makeEvent>>;
const evening = (capacity: number): Promise<Event> => makeEvent(api.database, organization.id, { capacity });

async function guest(event: Event, name: string, status: AttendeeStatus, answers: object[] = []) {
  const person = await makePerson(api.database, { name });
  const made = await makeAttendee(api.database, event, {
    person,
    status,
    came: false,
  });
  await api.database.sql('update attendees set answers = $2 where id = $1', [
    made.id,
    JSON.stringify(answers),
  ]);
  return made;
}

async function open(context: Promise<BrowserContext>, event: Event, show = ''): Promise<Page> {
  const opened = await context;
  contexts.push(opened);
  opened.setDefaultTimeout(30_000);
  const [name = '', value = ''] = (await api.cookieOf(host.personId)).split('=');
  await opened.addCookies([{ name, value, url: api.url }]);
  const page = await opened.newPage();
  await page.goto(`${api.url}/app/${organization.slug}/events/${event.id}/guests${show && `?show=${show}`}`);
  await page.getByRole('searchbox').waitFor();
  return page;
}

const row = (page: Page, name: string) => page.locator('tr', { hasText: name });
const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: words.views.label })
    .getByRole('link', { name: new RegExp(`^${name}`) });
/** Leaving the page applies what waits for its ten seconds. */
const leave = (page: Page) => page.evaluate(() => dispatchEvent(new globalThis.Event('pagehide')));
const statusOf = async (id: string) =>
  (await api.database.sql<{ status: string }>('select status from attendees where id = $1', [id]))[0]?.status;

describe('the guest list', () => {
  it('shows each tab with its count, finds people, and can be used by keys alone', async () => {
    const event = await evening(80);
    await guest(event, 'Ada Going', 'confirmed');
    await guest(event, longName, 'confirmed');
    await guest(event, 'Wes Waiting', 'waitlisted');
    const page = await open(newDesktop(browser), event);
    await row(page, 'Ada Going').waitFor();
    expect(await tab(page, words.views.going).innerText()).toMatch(/2$/);
    expect(await tab(page, words.views.all).innerText()).toMatch(/3$/);
    await expectAccessible(page);
    await page.getByRole('searchbox').fill('wolfe');
    await row(page, 'Ada Going').waitFor({ state: 'detached' });
    expect(await row(page, longName).innerText()).toContain(longName);
    await page.getByRole('searchbox').fill('@nowhere.example');
    await page.getByRole('heading', { name: words.noMatch }).waitFor();
    await page.getByRole('searchbox').fill('');
    await tab(page, words.views.all).click();
    await row(page, 'Wes Waiting').getByText(words.place(1)).waitFor();
    await page.getByRole('button', { name: words.open('Ada Going') }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: longName });
    await dialog.waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('lets a host read a request, answer it with a few words, and take that back', async () => {
    const event = await evening(80);
    const { id } = await guest(event, 'Pia Pending', 'pending', [
      { question: 'What do you work on?', answer: 'Foley' },
    ]);
    const page = await open(newPhone(browser), event, 'pending');
    await page.getByRole('button', { name: words.open('Pia Pending') }).click();
    const dialog = page.getByRole('dialog', { name: 'Pia Pending' });
    await dialog.getByText('Foley').waitFor();
    await expectAccessible(page);
    const decide = async () => {
      await dialog.getByLabel(words.detail.noteLabel).fill('Come early.');
      await dialog.getByRole('button', { name: words.detail.approve, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await row(page, 'Pia Pending').getByText(words.acts.approve.waits).waitFor();
    };
    await decide();
    await page.getByRole('button', { name: undo.undo }).click();
    await row(page, 'Pia Pending').getByText(words.status.pending).waitFor();
    expect(await statusOf(id)).toBe('pending');
    await page.getByRole('button', { name: words.open('Pia Pending') }).click();
    await decide();
    await leave(page);
    await page.getByRole('heading', { name: words.empty.pending.title }).waitFor();
    expect(await statusOf(id)).toBe('confirmed');
    await tab(page, words.views.going).click();
    await page.getByRole('button', { name: words.open('Pia Pending') }).click();
    await dialog.getByText(words.history.actions['attendee.approved']).waitFor();
    await dialog.getByText('Come early.').waitFor();
  });

  it('decides about several at once, and says who waits because the room is full', async () => {
    const event = await evening(2);
    const guests = [
      await guest(event, 'Ann Asks', 'pending'),
      await guest(event, 'Ben Begs', 'pending'),
      await guest(event, 'Cay Craves', 'pending'),
    ];
    const page = await open(newDesktop(browser), event, 'pending');
    await page.getByRole('checkbox', { name: words.selectAll }).check();
    await page.getByRole('button', { name: words.several.approve(3) }).waitFor();
    await page.getByRole('checkbox', { name: words.select('Ben Begs') }).uncheck();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.several.decline(2) }).waitFor();
    await page.getByRole('checkbox', { name: words.selectAll }).check();
    await page.getByLabel(words.several.note).fill('Welcome.');
    await page.getByRole('button', { name: words.several.approve(3) }).click();
    await row(page, 'Ann Asks').getByText(words.acts.approve.waits).waitFor();
    await leave(page);
    await page.getByText(words.someWaitNow(1)).waitFor();
    const statuses = await Promise.all(guests.map(({ id }) => statusOf(id)));
    expect(statuses).toEqual(['confirmed', 'confirmed', 'waitlisted']);
  });

  it('gives a seat by name for a reason that stays in the history', async () => {
    const event = await evening(1);
    await guest(event, 'Sid Seated', 'confirmed');
    const { id } = await guest(event, 'Vic Vip', 'waitlisted');
    const page = await open(newPhone(browser), event, 'waitlist');
    await page.getByRole('button', { name: words.open('Vic Vip') }).click();
    const dialog = page.getByRole('dialog', { name: 'Vic Vip' });
    const seat = dialog.getByRole('button', { name: words.detail.seat });
    expect(await seat.isDisabled()).toBe(true);
    await dialog.getByRole('combobox', { name: words.detail.reason }).click();
    await page.getByRole('option', { name: words.detail.reasons.speaker }).click();
    await seat.click();
    await leave(page);
    await page.getByRole('heading', { name: words.empty.waitlist.title }).waitFor();
    expect(await statusOf(id)).toBe('confirmed');
    await tab(page, words.views.going).click();
    await page.getByRole('button', { name: words.open('Vic Vip') }).click();
    await dialog.getByText(words.detail.reasons.speaker).waitFor();
  });

  it('takes a guest by hand, and hands back what the api would not take', async () => {
    const event = await evening(5);
    const page = await open(newPhone(browser), event);
    await page.getByRole('button', { name: words.add }).click();
    const dialog = page.getByRole('dialog', { name: words.adding.title });
    await dialog.getByRole('button', { name: words.adding.save }).click();
    await dialog.getByText(words.adding.nameNeeded).waitFor();
    await expectAccessible(page);
    await dialog.getByLabel(words.adding.name).fill('Uma Added');
    await dialog.getByLabel(words.adding.email).fill('uma@@studio');
    await dialog.getByRole('button', { name: words.adding.save }).click();
    await dialog.waitFor({ state: 'detached' });
    await leave(page);
    // The api refused the address: everything typed is back, with the fault beside its field.
    await dialog.waitFor();
    expect(await dialog.getByLabel(words.adding.name).inputValue()).toBe('Uma Added');
    await dialog.getByLabel(words.adding.email).fill('uma@studio.example');
    await dialog.getByLabel(words.adding.guests).fill('Vera\n\nWim');
    await dialog.getByRole('button', { name: words.adding.save }).click();
    await leave(page);
    await row(page, 'Uma Added')
      .getByText(words.with(['Vera', 'Wim'], 2))
      .waitFor();
    expect(await tab(page, words.views.going).innerText()).toMatch(/1$/);
  });

  it('fits a phone, and leaves as a file', async () => {
    const event = await evening(80);
    await guest(event, longName, 'pending');
    await guest(event, 'Ada Going', 'confirmed');
    const page = await open(newPhone(browser), event, 'pending');
    await row(page, longName).waitFor();
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: words.download }).click();
    expect((await download).suggestedFilename()).toBe(`guests-${event.slug}.csv`);
  });

  it('offers the door nothing to decide', async () => {
    const event = await evening(80);
    await guest(event, 'Pia Pending', 'pending');
    const door = await makeMember(api.database, organization.id, 'door');
    const staff = host;
    host = door;
    const page = await open(newPhone(browser), event, 'pending');
    host = staff;
    await page.getByRole('button', { name: words.open('Pia Pending') }).click();
    await page.getByRole('dialog', { name: 'Pia Pending' }).waitFor();
    for (const name of [words.detail.approve, words.add, words.detail.bar]) {
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    }
    expect(await page.getByRole('link', { name: words.download }).count()).toBe(0);
    expect(await tab(page, words.views.invited).count()).toBe(0);
  });
});
