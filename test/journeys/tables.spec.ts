import { eveningContacts, eveningPage, eveningTables, tablesApp, words } from '#libs/words';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import { giveCamera, hold } from '../support/camera-picture.ts';
import { sideways } from '../support/critique-host.ts';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';
import {
  type GuestAtTables,
  type TablesEvening,
  makeGuest,
  makeTablesEvening,
  tableOf,
} from '../support/tables.ts';
import { smallTargets } from '../support/touch-targets.ts';

// An evening with small tables: a host draws and holds the rounds, guests read their table on their phones and swap contacts.

let api: Api;
let browser: Browser;

beforeAll(async () => {
  const webFolder = await copyOfBuiltWeb();
  api = await startApi({ webFolder, time: '2026-10-20T02:00:00Z' });
  browser = await launchBrowser();
}, 240_000);

afterAll(async () => {
  await browser.close();
  await api.stop();
});

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name });

async function signIn(context: BrowserContext, cookie: string): Promise<void> {
  const [name = '', ...value] = cookie.split(';')[0]?.split('=') ?? [];
  await context.addCookies([{ name, value: value.join('='), url: api.url }]);
}

/** The screen of a host: its tab, and the wall of the room beside it. */
async function hostOf(evening: TablesEvening, options: BrowserContextOptions = {}) {
  const context = await newDesktop(browser, options);
  await signIn(context, evening.cookie);
  const path = `/app/${evening.organization.slug}/events/${evening.event.id}/tables`;
  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(api.url + address);
    return page;
  };
  return { page: await open(path), wall: () => open(`${path}/map`) };
}

async function phoneOf(
  guest: GuestAtTables,
  part: 'table' | 'contacts',
  options: BrowserContextOptions = {},
  prepare: (phone: BrowserContext) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const phone = await newPhone(browser, options);
  await prepare(phone);
  const page = await phone.newPage();
  await page.goto(`${api.url}/evening/${guest.token}#${part}`);
  return page;
}

/** Held against axe by day and by night, and as narrow as 320 pixels; leaves the page as wide as it was. */
async function expectGood(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
  const before = page.viewportSize();
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 700 });
    expect([page.url(), width, await sideways(page)]).toEqual([page.url(), width, 0]);
  }
  if (before !== null) await page.setViewportSize(before);
}

const said = (page: Page | Locator, text: string) => page.getByText(text, { exact: true }).first().waitFor();

describe('small tables', () => {
  it('are drawn by a host and read on phones; a late comer and a leaver move nobody; the next round follows', async () => {
    const evening = await makeTablesEvening(api, { guests: 12 });
    const [ada, bo] = evening.people as [GuestAtTables, GuestAtTables];
    const [{ page, wall }, adasPhone, bosPhone] = [
      await hostOf(evening),
      await phoneOf(ada, 'table'),
      await phoneOf(bo, 'table'),
    ];
    await said(adasPhone, eveningTables.notDrawn);
    await expectGood(adasPhone);
    await button(page, tablesApp.draw.here(12)).waitFor();
    await expectGood(page);

    await button(page, tablesApp.draw.here(12)).click();
    await said(page, tablesApp.draw.drawn(3));
    const drawn = await evening.look();
    await said(adasPhone, eveningTables.willBeAt(tableOf(drawn, ada.attendeeId, 1)));
    await said(bosPhone, eveningTables.willBeAt(tableOf(drawn, bo.attendeeId, 1)));
    await expectGood(page);
    await expectGood(adasPhone);

    const late = await evening.arrive({ name: 'Lia Late' });
    await page.reload();
    await button(page, tablesApp.unseated.seatName(late.name)).click();
    await page.getByText(/^Lia Late sits at table .* Nobody else moves\.$/).waitFor();
    const withLate = await evening.look();
    for (const { attendeeId } of evening.people)
      for (const round of [1, 2])
        expect(tableOf(withLate, attendeeId, round)).toBe(tableOf(drawn, attendeeId, round));
    const latesPhone = await phoneOf(late, 'table');
    await said(latesPhone, eveningTables.willBeAt(tableOf(withLate, late.attendeeId, 1)));

    await button(page, tablesApp.acts.start).click();
    await said(page, tablesApp.acts.started(1));
    await said(adasPhone, eveningTables.at(tableOf(drawn, ada.attendeeId, 1)));
    await adasPhone.getByRole('timer').waitFor();

    const screen = await wall();
    await screen.getByText(tablesApp.map.find).waitFor();
    await screen.getByText(ada.name, { exact: true }).waitFor();
    await expectGood(screen);

    await button(page, tablesApp.person.menu(bo.name)).click();
    await page.getByRole('menuitem', { name: tablesApp.person.leave }).click();
    await said(page, tablesApp.person.left(bo.name));
    await said(bosPhone, eveningTables.noSeat);
    await screen.getByText(bo.name, { exact: true }).waitFor({ state: 'detached' });
    const withoutBo = await evening.look();
    for (const { attendeeId } of evening.people.slice(2))
      expect(tableOf(withoutBo, attendeeId, 2)).toBe(tableOf(drawn, attendeeId, 2));
    await button(page, tablesApp.acts.undo).click();
    await said(bosPhone, eveningTables.at(tableOf(drawn, bo.attendeeId, 1)));

    await button(page, tablesApp.acts.next(2)).click();
    await said(adasPhone, eveningTables.at(tableOf(drawn, ada.attendeeId, 2)));
    await button(page, tablesApp.acts.undo).click();
    await said(adasPhone, eveningTables.at(tableOf(drawn, ada.attendeeId, 1)));
    await button(page, tablesApp.acts.next(2)).click();
    await button(page, tablesApp.acts.end).click();
    await said(adasPhone, eveningTables.over);
    await said(screen, tablesApp.map.over);
    await said(page, tablesApp.state.ended);
    await expectGood(page);
  }, 240_000);

  it('are drawn anew with a way back, and a name is moved by its menu and by dragging it', async () => {
    const evening = await makeTablesEvening(api, { guests: 12 });
    const { page } = await hostOf(evening);
    await button(page, tablesApp.draw.here(12)).click();
    await said(page, tablesApp.draw.drawn(3));
    const drawn = await evening.look();
    await button(page, tablesApp.draw.again).click();
    await expectAccessible(page);
    await page.getByRole('menuitem', { name: tablesApp.draw.againHere(12) }).click();
    await said(page, tablesApp.draw.drawnAgain);
    expect((await evening.look()).seating).not.toEqual(drawn.seating);
    await button(page, tablesApp.acts.undo).click();
    await page.getByText(tablesApp.draw.drawnAgain).waitFor({ state: 'detached' });
    await button(page, tablesApp.acts.start).and(page.locator(':enabled')).waitFor();
    expect((await evening.look()).seating).toEqual(drawn.seating);

    const [ada, bo] = evening.people as [GuestAtTables, GuestAtTables];
    const [from, to] = [1, 2].map((step) => ((tableOf(drawn, ada.attendeeId, 1) - 1 + step) % 3) + 1) as [
      number,
      number,
    ];
    await button(page, tablesApp.person.menu(ada.name)).click();
    await expectAccessible(page);
    await page.getByRole('menuitem', { name: tablesApp.person.moveTo(from), exact: true }).click();
    await said(page, tablesApp.person.moved(ada.name, from));
    expect(tableOf(await evening.look(), ada.attendeeId, 1)).toBe(from);

    const target = tableOf(drawn, bo.attendeeId, 1) === to ? from : to;
    const name = page.getByText(bo.name, { exact: true });
    await name.dragTo(page.getByRole('heading', { name: tablesApp.table(target) }));
    await said(page, tablesApp.person.moved(bo.name, target));
    expect(tableOf(await evening.look(), bo.attendeeId, 1)).toBe(target);
  });

  it('show on the wall only names of those who let theirs be seen, and all of them to hosts', async () => {
    const evening = await makeTablesEvening(api, {
      guests: [{ name: 'Ada Seen' }, { name: 'Bo Hidden', visible: false }, { name: 'Cy Seen' }],
    });
    await evening.act('draw', { who: 'here' });
    const { page, wall } = await hostOf(evening);
    await page.getByText('Bo Hidden', { exact: true }).waitFor();
    const screen = await wall();
    await said(screen, 'Ada Seen');
    await said(screen, tablesApp.map.more(1));
    expect(await screen.content()).not.toContain('Bo Hidden');
  });
});

describe('a page that has nothing to show', () => {
  it('says what comes there, to guests before the evening, to whoever waits, and to hosts without small tables', async () => {
    const organization = await makeOrganization(api.database);
    const event = { ...(await makeEvent(api.database, organization.id)), organizationId: organization.id };
    await api.database.sql(
      `update events set starts_at = starts_at + interval '20 days', ends_at = ends_at + interval '20 days' where id = $1`,
      [event.id],
    );
    const going = await makeGuest(api, event, { came: false });
    const waiting = await makeGuest(api, event, { came: false, status: 'waitlisted' });
    const page = await (await newPhone(browser)).newPage();
    for (const [token, sentence] of [
      [going.token, eveningPage.none],
      [waiting.token, eveningPage.seat],
      [`${going.token}a`, eveningPage.unusable],
    ] as const) {
      await page.goto(`${api.url}/evening/${token}`);
      await said(page, sentence);
      await expectGood(page);
    }
    const { personId } = await makeMember(api.database, organization.id, 'host');
    await signIn(page.context(), await api.cookieOf(personId));
    await page.goto(`${api.url}/app/${organization.slug}/events/${event.id}/tables`);
    await said(page, tablesApp.noTables);
    await expectGood(page);
  });
});

describe('contacts', () => {
  it('are swapped by two who tapped each other, by a code that is typed and answered, and seen by nobody else', async () => {
    const evening = await makeTablesEvening(api, {
      guests: [{ name: 'Ada' }, { name: 'Bo' }, { name: 'Cy' }, { name: 'Di', visible: false }],
    });
    const [ada, bo, cy, di] = evening.people as [GuestAtTables, GuestAtTables, GuestAtTables, GuestAtTables];
    const [adas, bos, cys, dis] = [
      await phoneOf(ada, 'contacts'),
      await phoneOf(bo, 'contacts'),
      await phoneOf(cy, 'contacts'),
      await phoneOf(di, 'contacts'),
    ];
    await button(adas, eveningContacts.tap.tap('Bo')).click();
    await said(adas, eveningContacts.list.waiting);
    await expectGood(adas);
    expect(await bos.getByText(eveningContacts.asked.title).count()).toBe(0);
    await button(bos, eveningContacts.tap.tap('Ada')).click();
    await said(bos, ada.email);
    await said(adas, bo.email);
    await expectGood(bos);

    // It stays on a page of their own, and the page of their RSVP leads here.
    const own = await (await newPhone(browser)).newPage();
    await signIn(own.context(), await api.cookieOf(ada.personId));
    await own.goto(`${api.url}/me/introductions`);
    await said(own, words.myIntroductions.swapped.title);
    await said(own, bo.email);
    await expectGood(own);
    await own.goto(`${api.url}/my/${ada.token}`);
    await said(own, words.eveningInvitation.title);
    await expectGood(own);
    await own.getByRole('link', { name: words.eveningInvitation.open }).click();
    await own.getByRole('link', { name: eveningPage.sections.contacts }).waitFor();

    // Di is on no list of names; her code is what she shows.
    expect(await cys.getByText('Di', { exact: true }).count()).toBe(0);
    const letters = await dis
      .locator('strong')
      .filter({ hasText: /^\w{4}-\w{4}$/ })
      .innerText();
    await cys.getByLabel(eveningContacts.scan.type).fill(letters.replace('-', '').toLowerCase());
    await button(cys, eveningContacts.scan.send).click();
    await said(cys, eveningContacts.scan.askedHidden);
    await said(cys, eveningContacts.list.hidden);
    await said(dis, eveningContacts.asked.text('Cy'));
    await expectGood(dis);
    expect(await cys.getByText(di.email).count()).toBe(0);
    await button(dis, eveningContacts.asked.named(eveningContacts.asked.yes, 'Cy')).click();
    await said(dis, cy.email);
    await said(cys, di.email);

    // A third sees nothing of it.
    const contents = await Promise.all([adas, bos].map((page) => page.content()));
    for (const content of contents)
      for (const email of [cy.email, di.email]) expect(content).not.toContain(email);
    const file = await cys
      .getByRole('link', { name: eveningContacts.list.saveName('Di') })
      .getAttribute('href');
    expect(decodeURIComponent(file ?? '')).toContain(`EMAIL;TYPE=INTERNET:${di.email}`);
  }, 180_000);

  it('are swapped by a camera that sees the code on the other phone', async () => {
    const evening = await makeTablesEvening(api, {
      guests: [{ name: 'Ada' }, { name: 'Bo', visible: false }],
    });
    const [ada, bo] = evening.people as [GuestAtTables, GuestAtTables];
    const { body } = await api.http.get(`/api/v1/evening/${bo.token}/swaps`).expect(200);
    const bos = await phoneOf(bo, 'contacts');
    const adas = await phoneOf(ada, 'contacts', { permissions: ['camera'] }, giveCamera);
    const scan = adas.getByRole('region', { name: eveningContacts.scan.title });
    // The reader cannot be loaded at first: the picture does not stand there as if it were read.
    await adas.route('**/*.wasm', (route) => route.abort());
    await button(adas, eveningContacts.scan.open).click();
    await said(scan, eveningContacts.scan.failed);
    await adas.unroute('**/*.wasm');
    await button(scan, eveningContacts.scan.again).click();
    await scan.locator('video[data-state="reading"]').waitFor();
    await expectGood(adas);
    expect(await smallTargets(adas)).toEqual([]);
    await hold(adas, body.code as string);
    await said(adas, eveningContacts.scan.askedHidden);
    await scan.locator('video').waitFor({ state: 'detached' });
    await said(bos, eveningContacts.asked.text('Ada'));
    await button(bos, eveningContacts.asked.named(eveningContacts.asked.yes, 'Ada')).click();
    await said(bos, ada.email);
    await said(adas, bo.email);
  });

  it('are not swapped before somebody came', async () => {
    const evening = await makeTablesEvening(api, { guests: [{ came: false }] });
    const page = await phoneOf(evening.people[0]!, 'contacts');
    await said(page, eveningContacts.early);
    await expectGood(page);
  });
});
