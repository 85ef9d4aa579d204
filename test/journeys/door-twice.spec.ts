import { newId } from '#libs/domain';
import { doorApp } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { minuteOf } from '../../apps/web/src/lib/times.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import { giveCamera, hold } from '../support/camera-picture.ts';
import { ticketFor } from '../support/door.ts';
import {
  type DoorLinkGiven,
  giveDoorLink,
  isKept,
  isOpen,
  openLink,
  toTab,
  typeCode,
} from '../support/door-phones.ts';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from '../support/factories.ts';

// Nobody passes a door twice on one ticket, and what was done by mistake is taken back, with network and without.

let api: Api;
let browser: Browser;
let event: Awaited<ReturnType<typeof makeEvent>>;

beforeAll(async () => {
  // Ten minutes after the start.
  api = await startApi({ webFolder: await copyOfBuiltWeb(), time: '2026-10-20T01:10:00Z' });
  browser = await launchBrowser();
}, 300_000);

beforeEach(async () => {
  event = await makeEvent(api.database, (await makeOrganization(api.database)).id, { capacity: 300 });
});

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(async () => {
  await browser.close();
  await api.stop();
});

const { verdict: words, bar } = doorApp;
const phone = { viewport: { width: 320, height: 640 } };
const said = (page: Page, text: string) => page.getByRole('alert').getByText(text, { exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const nothingWaits = (page: Page) => page.getByText(/waiting to send/).waitFor({ state: 'detached' });

async function openDoor(given: DoorLinkGiven): Promise<Page> {
  const page = await openLink(browser, given, phone, giveCamera);
  await typeCode(page, given.code);
  await isOpen(page);
  return page;
}

/** Holds a ticket in front of the camera, reads the verdict, and goes on to the next. */
async function show(
  page: Page,
  ticket: string,
  meaning: string,
  look = () => Promise.resolve(),
): Promise<void> {
  await hold(page, ticket);
  await page.locator(`[data-meaning="${meaning}"]`).waitFor();
  await look();
  await hold(page, null);
}

async function cameAt(id: string): Promise<string | null> {
  const [row] = await api.database.sql<{ at: Date | null }>(
    'select checked_in_at as at from attendees where id = $1',
    [id],
  );
  return row?.at?.toISOString() ?? null;
}

describe('a ticket that is shown a second time', () => {
  it('is amber at every other door, with since when and at which, and its check-in can be taken back there', async () => {
    const person = await makePerson(api.database, { name: 'Ada Lindqvist' });
    const ada = await makeAttendee(api.database, event, { came: false, person });
    const front = await openDoor(await giveDoorLink(api, event));
    await show(front, ticketFor(ada.id), 'in');
    await nothingWaits(front);

    const side = await openDoor(await giveDoorLink(api, event, 'Side door'));
    await show(side, ticketFor(ada.id), 'already', async () => {
      await said(side, words.words.already).waitFor();
      await said(side, 'Ada Lindqvist').waitFor();
      const minute = minuteOf((await cameAt(ada.id))!, event.timeZone);
      await said(side, `Since ${minute}, Front door`).waitFor();
      await expectAccessible(side);
    });
    await press(side, words.undoEarlier);
    await said(side, words.words.undone).waitFor();
    await nothingWaits(side);
    expect(await cameAt(ada.id)).toBeNull();
  });

  it('passes no second time without network, also where the list lacks it, and the page was loaded anew', async () => {
    const given = await giveDoorLink(api, event);
    const page = await openDoor(given);
    await isKept(page);
    await page.context().setOffline(true);
    // Signed by us, and on no list: they may have asked a minute ago.
    const ticket = ticketFor(newId());
    await show(page, ticket, 'unknown');
    await press(page, words.next);
    await page.reload();
    await typeCode(page, given.code);
    await page.getByText(/waiting to send/).waitFor();
    await show(page, ticket, 'already', async () => {
      await said(page, words.words.already).waitFor();
      expect(await page.getByRole('alert').innerText()).toMatch(/Since \d\d:\d\d/);
    });
    // Once the network is back it turns out to be of another evening, both times.
    await page.context().setOffline(false);
    await said(page, words.words['wrong-event']).waitFor();
    await page.getByRole('button', { name: /to look at/ }).waitFor({ state: 'attached' });
  });

  it('passes again once the first time was taken back before it was sent', async () => {
    const page = await openDoor(await giveDoorLink(api, event));
    await isKept(page);
    await page.context().setOffline(true);
    const ticket = ticketFor(newId());
    await show(page, ticket, 'unknown', () => press(page, words.takeBack));
    await said(page, words.words.undone).waitFor();
    await nothingWaits(page);
    await press(page, words.next);
    // To a camera that was opened anew the code is a new one.
    await toTab(page, 'list');
    await toTab(page, 'scan');
    await show(page, ticket, 'unknown');
    expect(await page.locator('header').innerText()).toContain(bar.waiting(1));
  });
});

describe('a walk-in that was typed wrong', () => {
  const walkIn = async (page: Page, name: string): Promise<void> => {
    await toTab(page, 'walkIn');
    await page.getByLabel(doorApp.walkIn.name, { exact: true }).fill(name);
    await page.getByLabel(doorApp.walkIn.email, { exact: true }).fill('walter@example.org');
    await press(page, doorApp.walkIn.save);
    await said(page, words.words['walked-in']).waitFor();
  };
  const attendees = () =>
    api.database.sql<{ name: string; came: boolean }>(
      'select name, checked_in_at is not null as came from attendees where event_id = $1',
      [event.id],
    );

  it('is never heard of, once it was taken back without network', async () => {
    const page = await openDoor(await giveDoorLink(api, event));
    await isKept(page);
    await page.context().setOffline(true);
    await walkIn(page, 'Watler Inn');
    await page.getByText(bar.count(1, 1)).waitFor();
    await expectAccessible(page);
    await press(page, words.takeBack);
    await said(page, 'Watler Inn').waitFor();
    await page.getByText(bar.count(0, 0)).waitFor();
    await press(page, words.next);
    await walkIn(page, 'Walter Inn');
    await page.context().setOffline(false);
    await nothingWaits(page);
    expect(await attendees()).toEqual([{ name: 'Walter Inn', came: true }]);
  });

  it('is not in, once it was taken back after it was sent', async () => {
    const page = await openDoor(await giveDoorLink(api, event));
    await walkIn(page, 'Watler Inn');
    await nothingWaits(page);
    await page.getByText(bar.count(1, 1)).waitFor();
    await press(page, words.takeBack);
    await said(page, words.words.undone).waitFor();
    await nothingWaits(page);
    await page.getByText(bar.count(0, 1)).waitFor();
    expect(await attendees()).toEqual([{ name: 'Watler Inn', came: false }]);
  });
});
