import { rmSync } from 'node:fs';
import { spokenCodeOf } from '#libs/database';
import { app, doorApp, doorDesk } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import { isOpen, typeCode } from '../support/door-phones.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization, makePerson } from '../support/factories.ts';

// What organizers do for their doors: links and codes for phones, and guests checked in on the list.

let api: Api;
let browser: Browser;
let webFolder: string;

beforeAll(async () => {
  webFolder = await copyOfBuiltWeb();
  api = await startApi({ webFolder, time: '2026-10-20T01:10:00Z' });
  browser = await launchBrowser();
}, 300_000);

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(async () => {
  await browser.close();
  await api.stop();
  rmSync(webFolder, { recursive: true });
});

async function anEvening() {
  const organization = await makeOrganization(api.database);
  const { personId } = await makeMember(api.database, organization.id, 'host');
  const event = await makeEvent(api.database, organization.id);
  const person = await makePerson(api.database, { name: 'Ada Lindqvist' });
  const ada = await makeAttendee(api.database, event, { came: false, person });
  return { event, ada, path: `/app/${organization.slug}/events/${event.id}`, personId };
}

async function open(context: ReturnType<typeof newDesktop>, personId: string, path: string): Promise<Page> {
  const desk = await context;
  desk.setDefaultTimeout(30_000);
  const [name = '', value = ''] = (await api.cookieOf(personId)).split('=');
  await desk.addCookies([{ name, value, url: api.url }]);
  const page = await desk.newPage();
  await page.goto(`${api.url}${path}`);
  return page;
}

/** Leaving the page applies what waits for its ten seconds. */
const leave = (page: Page) => page.evaluate(() => dispatchEvent(new globalThis.Event('pagehide')));

async function came(id: string): Promise<boolean> {
  const sql = 'select checked_in_at is not null as came from attendees where id = $1';
  return (await api.database.sql<{ came: boolean }>(sql, [id]))[0]?.came ?? false;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) if (Date.now() > end) throw new Error('It did not become so within 20 s');
}

it('a link is made with a code that is shown once, opens a phone, and is taken back with ten seconds to undo', async () => {
  const { path, personId } = await anEvening();
  const page = await open(newDesktop(browser), personId, path);
  await page.getByRole('link', { name: doorDesk.tab, exact: true }).click();
  await page.getByLabel(doorDesk.links.label).fill('Front door');
  await page.getByRole('button', { name: doorDesk.links.make }).click();
  const made = page.getByRole('region', { name: doorDesk.made.title('Front door') });
  await made.getByRole('img', { name: doorDesk.made.qr }).waitFor();
  await expectAccessible(page);
  const url = await made.getByRole('link').innerText();
  const code = await made.locator('strong').innerText();

  const phone = await newPhone(browser);
  phone.setDefaultTimeout(30_000);
  const door = await phone.newPage();
  await door.goto(url);
  await typeCode(door, code);
  await isOpen(door);

  await made.getByRole('button', { name: doorDesk.made.done }).click();
  await made.waitFor({ state: 'detached' });
  expect(await page.locator('main').innerText()).not.toContain(code);
  const revoke = page.getByRole('button', { name: doorDesk.links.revokeName('Front door') });
  await revoke.click();
  await page.getByRole('button', { name: app.undo.undo }).first().click();
  await revoke.click();
  await leave(page);
  await door.getByRole('heading', { name: doorApp.ended.dead.title }).waitFor();
  await page.getByText(doorDesk.links.none).waitFor();
});

it('a guest is checked in on the list by whoever may, and it can be undone', async () => {
  const { event, ada, path } = await anEvening();
  const { personId } = await makeMember(api.database, event.organizationId, 'door');
  const page = await open(
    newPhone(browser, { viewport: { width: 320, height: 640 } }),
    personId,
    `${path}/guests`,
  );
  await page.getByRole('button', { name: app.guests.checkInName('Ada Lindqvist') }).click();
  await page.getByText(app.guests.acts['check-in'].waits, { exact: true }).waitFor();
  await expectAccessible(page);
  expect(await came(ada.id)).toBe(false);
  await leave(page);
  await until(() => came(ada.id));
  await page.getByRole('button', { name: app.guests.undoCheckInName('Ada Lindqvist') }).click();
  await leave(page);
  await until(async () => !(await came(ada.id)));
  await page.getByRole('button', { name: app.guests.checkInName('Ada Lindqvist') }).waitFor();
});

it('a note for the door is kept in the details of a guest, and taken away', async () => {
  const { ada, path, personId } = await anEvening();
  const page = await open(newPhone(browser), personId, `${path}/guests`);
  const words = app.guests.doorNote;
  const noteOf = async () =>
    (
      await api.database.sql<{ note: string | null }>(
        'select door_note as note from attendees where id = $1',
        [ada.id],
      )
    )[0]?.note;
  await page.getByRole('button', { name: app.guests.open('Ada Lindqvist') }).click();
  // What a badge says where its name cannot be printed.
  await page.getByText(spokenCodeOf(ada.id), { exact: true }).waitFor();
  await page.getByLabel(words.label).fill(' Ask about access ');
  await expectAccessible(page);
  await page.getByRole('button', { name: words.save }).click();
  await page.getByText(words.saved).waitFor();
  expect(await noteOf()).toBe('Ask about access');
  await page.getByLabel(words.label).fill('');
  await page.getByRole('button', { name: words.save }).click();
  await page.getByText(words.none).waitFor();
  expect(await noteOf()).toBeNull();
});
