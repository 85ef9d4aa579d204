import { rmSync } from 'node:fs';
import { spokenCodeOf } from '#libs/database';
import { newId } from '#libs/domain';
import { doorApp } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import { cameraThatSees, giveCamera, hold } from '../support/camera-picture.ts';
import { ticketFor } from '../support/door.ts';
import {
  checkInByCodes,
  everythingKept,
  giveDoorLink,
  isKept,
  isOpen,
  openLink,
  toTab,
  typeCode,
} from '../support/door-phones.ts';
import {
  type GivenAttendee,
  makeAttendee,
  makeEvent,
  makeOrganization,
  makePerson,
} from '../support/factories.ts';

// Phones at a door in a basement: the network goes and comes, and nobody is refused who may come in.

let api: Api;
let browser: Browser;
let webFolder: string;
// Ten minutes after the start.
const now = '2026-10-20T01:10:00Z';
let event: Awaited<ReturnType<typeof makeEvent>>;

beforeAll(async () => {
  webFolder = await copyOfBuiltWeb();
  api = await startApi({ webFolder, time: now });
  browser = await launchBrowser();
}, 300_000);

beforeEach(async () => {
  event = await makeEvent(api.database, (await makeOrganization(api.database)).id, { capacity: 300 });
});

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(async () => {
  await browser.close();
  await api.stop();
  rmSync(webFolder, { recursive: true });
});

const guest = async (name: string, given: GivenAttendee = {}) =>
  makeAttendee(api.database, event, {
    came: false,
    person: await makePerson(api.database, { name }),
    ...given,
  });

async function guests(count: number): Promise<{ id: string; code: string }[]> {
  const made = [];
  for (let at = 0; at < count; at += 1) made.push(await guest(`Guest ${String(at)}`));
  return made.map(({ id }) => ({ id, code: spokenCodeOf(id) }));
}

const verdict = (page: Page, meaning: string) => page.locator(`[data-meaning="${meaning}"]`);
const said = (page: Page, text: string) => page.getByRole('alert').getByText(text, { exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const { bar } = doorApp;
const nothingWaits = (page: Page) => page.getByText(/waiting to send/).waitFor({ state: 'detached' });

async function cameAt(id: string): Promise<string | null> {
  const [row] = await api.database.sql<{ at: Date | null }>(
    'select checked_in_at as at from attendees where id = $1',
    [id],
  );
  return row?.at?.toISOString() ?? null;
}

describe('a phone without network', () => {
  it('opens by its code, reads tickets with its camera, and sends them when the network is back', async () => {
    const ada = await guest('Ada Lindqvist');
    await api.database.sql(`update attendees set door_note = 'Ask about access' where id = $1`, [ada.id]);
    const forged = ticketFor(newId()).replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    const torn = `${forged.slice(0, 40)}${forged[40] === 'A' ? 'B' : 'A'}${forged.slice(41)}`;
    const camera = await launchBrowser(undefined, cameraThatSees(ticketFor(ada.id), torn));
    const given = await giveDoorLink(api, event);
    const page = await openLink(camera, given);
    await expectAccessible(page);
    await typeCode(page, given.code.toLowerCase().replace('-', ' '));
    await isOpen(page);
    // Away from the camera, so that nothing is read while there is network.
    await toTab(page, 'list');
    await isKept(page);

    await page.context().setOffline(true);
    await page.reload();
    await typeCode(page, 'BBBB-BBBB');
    await page.getByText(doorApp.opening.faults['code-wrong']).waitFor();
    // The camera shows one and the other, again and again: "come in" is said the first time alone.
    const answers = Promise.all([
      verdict(page, 'forged').waitFor(),
      verdict(page, 'in').getByText('Ask about access').waitFor(),
    ]);
    await typeCode(page, given.code);
    await answers;
    await page.getByText(bar.offline).waitFor();
    await verdict(page, 'already').waitFor();
    await said(page, 'Ada Lindqvist').waitFor();
    expect(await cameAt(ada.id)).toBeNull();

    await page.context().setOffline(false);
    await nothingWaits(page);
    expect(await cameAt(ada.id)).not.toBeNull();
    await camera.close();
  });

  it('agrees with the other one on who came and when, after 200 scans of 170 people', async () => {
    const people = await guests(170);
    const [front, side] = [await giveDoorLink(api, event), await giveDoorLink(api, event, 'Side door')];
    const first = await openLink(browser, front);
    const second = await openLink(browser, side);
    for (const [page, { code }] of [
      [first, front],
      [second, side],
    ] as const) {
      await typeCode(page, code);
      await isOpen(page);
      await isKept(page);
      await page.context().setOffline(true);
    }
    const codes = people.map(({ code }) => code);
    const before = new Date(Date.parse('2026-10-20T01:10:00Z')).toISOString();
    expect(new Set(await checkInByCodes(first, codes.slice(0, 100)))).toEqual(new Set(['in']));
    expect(new Set(await checkInByCodes(second, codes.slice(70)))).toEqual(new Set(['in']));
    for (const page of [first, second]) {
      await page.getByText(bar.waiting(100)).waitFor();
      await page.getByText(bar.count(100, 170)).waitFor();
    }

    // The later one is heard first.
    await second.context().setOffline(false);
    await nothingWaits(second);
    const later = await Promise.all(people.slice(70, 100).map(({ id }) => cameAt(id)));
    await first.context().setOffline(false);
    await nothingWaits(first);
    for (const page of [first, second]) await page.getByText(bar.count(170, 170)).waitFor();
    const earlier = await Promise.all(people.slice(70, 100).map(({ id }) => cameAt(id)));
    for (const [at, time] of earlier.entries()) {
      expect(Date.parse(time ?? '')).toBeLessThan(Date.parse(later[at] ?? ''));
      expect(time! > before).toBe(true);
    }
    const [{ scans }] = (await api.database.sql<{ scans: number }>(
      'select count(*)::int as scans from check_ins where event_id = $1',
      [event.id],
    )) as [{ scans: number }];
    expect(scans).toBe(200);
    // Thirty people were told "come in" twice: the door that was heard later can look at them.
    await first.getByRole('button', { name: bar.looks(30) }).click();
    await first.getByRole('heading', { name: doorApp.look.title }).waitFor();
    await expectAccessible(first);
    await press(first, doorApp.look.doneName('Guest 70'));
    await first.getByRole('button', { name: bar.looks(29) }).waitFor();
  }, 300_000);
});

describe('every answer', () => {
  const torn = (): string => {
    const ticket = ticketFor(newId());
    return `${ticket.slice(0, 40)}${ticket[40] === 'A' ? 'B' : 'A'}${ticket.slice(41)}`;
  };

  it('has its colour, word and name, fits a small phone, and is told to whoever does not see it', async () => {
    const small = await makeEvent(api.database, event.organizationId, { capacity: 1 });
    const add = async (name: string, status: GivenAttendee['status'] = 'confirmed') =>
      makeAttendee(api.database, small, {
        came: false,
        status,
        person: await makePerson(api.database, { name }),
      });
    const ada = await add('Ada Lindqvist');
    await api.database.sql(
      `update attendees set door_note = 'Ask about access', party_size = 2, guests = '["Bo Nakamura"]' where id = $1`,
      [ada.id],
    );
    await add('Wes Waiting', 'waitlisted');
    const wilma = await add('Wilma Queue', 'waitlisted');
    const link = await giveDoorLink(api, small);
    const answers: [ticket: string, tone: string, meaning: string, ...texts: string[]][] = [
      [ticketFor(ada.id), 'green', 'in', 'Come in', 'Ada Lindqvist', 'Ask about access'],
      [ticketFor((await add('Percy Pending', 'pending')).id), 'red', 'not-confirmed', 'Waits for approval'],
      [ticketFor((await add('Cora Gone', 'cancelled')).id), 'red', 'cancelled', 'Cancelled', 'Cora Gone'],
      [ticketFor((await add('Dirk Denied', 'declined')).id), 'red', 'cancelled', 'Declined', 'Dirk Denied'],
      [torn(), 'red', 'forged', 'Not a real ticket'],
      ['https://example.org/menu', 'red', 'no-ticket', 'No ticket'],
      // Not at once: a code that is held still is told once.
      [ticketFor(ada.id), 'amber', 'already', 'Already in', 'Ada Lindqvist'],
      [ticketFor(newId()), 'red', 'wrong-event', 'Another evening'],
      [ticketFor(wilma.id), 'red', 'not-confirmed', 'Not confirmed', '2nd on the waitlist'],
    ];
    const page = await openLink(browser, link, { viewport: { width: 320, height: 568 } }, giveCamera);
    await typeCode(page, link.code);
    await isOpen(page);
    for (const [ticket, tone, meaning, ...texts] of answers) {
      await hold(page, ticket);
      await page.locator(`[data-tone="${tone}"][data-meaning="${meaning}"]`).waitFor();
      // Until it says so, the answer before it may be what stands there.
      for (const text of texts) await said(page, text).waitFor();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const heights = await page
        .locator('[data-meaning] button')
        .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(48);
    }
    // Nobody was let in by being refused; who stands there may be.
    expect(await cameAt(wilma.id)).toBeNull();
    await press(page, doorApp.verdict.seat);
    await verdict(page, 'let-in').waitFor();
    await expectAccessible(page);
    await nothingWaits(page);
    expect(await cameAt(wilma.id)).not.toBeNull();
    await press(page, doorApp.verdict.undo);
    await verdict(page, 'undone').waitFor();
    await expectAccessible(page);
  }, 240_000);
});

describe('a phone that comes back after the evening', () => {
  const over = '2026-10-20T11:00:00Z';
  afterEach(() => api.setTime(now));

  it.each([
    ['still open', 0],
    ['locked by itself', 12.1 * 3_600_000],
  ])('sends what it kept although its door is over, %s, and then forgets everything', async (_, lateMs) => {
    const ada = await guest('Ada Lindqvist');
    const given = await giveDoorLink(api, event);
    const page = await openLink(browser, given);
    await typeCode(page, given.code);
    await isOpen(page);
    await isKept(page);
    await page.context().setOffline(true);
    await checkInByCodes(page, [spokenCodeOf(ada.id)]);
    await page.getByText(bar.waiting(1)).waitFor();
    await api.setTime(over);
    await page.clock.setSystemTime(Date.now() + lateMs);
    await page.reload();
    await page.context().setOffline(false);
    await typeCode(page, given.code);
    await page.getByRole('heading', { name: doorApp.ended.over.title }).waitFor();
    await expectAccessible(page);
    // When she came, not when it was heard.
    expect(await cameAt(ada.id)).toMatch(/^2026-10-20T01:1/);
    expect(await everythingKept(page)).not.toContain(given.url.split('/').at(-1));
  });
});

describe('a phone that is stolen', () => {
  it('keeps nobody’s name, address, note or code where it can be read', async () => {
    const zeb = await guest('Zebulon Quist');
    await api.database.sql(`update attendees set door_note = 'Needs a wheelchair ramp' where id = $1`, [
      zeb.id,
    ]);
    const given = await giveDoorLink(api, event);
    const page = await openLink(browser, given);
    await typeCode(page, given.code);
    await isOpen(page);
    await isKept(page);
    await page.context().setOffline(true);
    await checkInByCodes(page, [spokenCodeOf(zeb.id)]);
    await toTab(page, 'walkIn');
    await page.getByLabel(doorApp.walkIn.name, { exact: true }).fill('Wolfram Inn');
    await page.getByLabel(doorApp.walkIn.email, { exact: true }).fill('wolfram@example.org');
    await press(page, doorApp.walkIn.save);
    await verdict(page, 'walked-in').waitFor();
    await page.getByText(bar.waiting(2)).waitFor();

    const kept = await everythingKept(page);
    // The dump sees what there is: the link stands there in the clear.
    expect(kept).toContain(given.url.split('/').at(-1));
    expect(kept).toContain('acquaint-door');
    const code = given.code.replace('-', '');
    const secrets = [
      'Zebulon',
      'Quist',
      'Wolfram',
      'wolfram@',
      'wheelchair',
      given.code,
      code,
      zeb.id,
      spokenCodeOf(zeb.id),
    ];
    for (const secret of secrets) expect(kept.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(kept).not.toContain('a key that is kept');
  });

  it('forgets everything once its link is taken back and it reaches the network', async () => {
    await guest('Ada Lindqvist');
    const given = await giveDoorLink(api, event);
    const page = await openLink(browser, given);
    await typeCode(page, given.code);
    await isOpen(page);
    await isKept(page);
    await page.context().setOffline(true);
    await api.database.sql('update door_links set revoked_at = app_now() where id = $1', [given.id]);
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: doorApp.ended.dead.title }).waitFor();
    expect(await everythingKept(page)).not.toContain(given.url.split('/').at(-1));
    await page.context().setOffline(true);
    await page.reload();
    await typeCode(page, given.code);
    await page.getByText(doorApp.opening.faults['no-network']).waitFor();
  });
});

describe('a phone that nobody closes', () => {
  it('locks itself after twelve hours: the list is gone, and what waits to be sent stays sealed', async () => {
    const ada = await guest('Ada Lindqvist');
    const given = await giveDoorLink(api, event);
    const page = await openLink(browser, given);
    await typeCode(page, given.code);
    await isOpen(page);
    await isKept(page);
    const listed = (await everythingKept(page)).length;
    await page.context().setOffline(true);
    await checkInByCodes(page, [spokenCodeOf(ada.id)]);
    await page.clock.setSystemTime(Date.now() + 12.1 * 3_600_000);
    await page.getByRole('heading', { name: doorApp.ended.locked.title }).waitFor();
    await expectAccessible(page);
    const kept = await everythingKept(page);
    expect(kept).toMatch(/scan [0-9a-f-]{36}/);
    expect(kept.length).toBeLessThan(listed);

    await press(page, doorApp.ended.again);
    await typeCode(page, given.code);
    await page.getByText(doorApp.opening.faults['no-network']).waitFor();
    await page.context().setOffline(false);
    await typeCode(page, given.code);
    await isOpen(page);
    await nothingWaits(page);
    expect(await cameAt(ada.id)).not.toBeNull();
  });
});

describe('whoever stands at the door', () => {
  it('lets in the next of the waitlist and a walk-in, takes a check-in back, and sees it at the other door', async () => {
    await guest('Ada Lindqvist');
    const wes = await guest('Wes Waiting', { status: 'waitlisted' });
    const [front, side] = [await giveDoorLink(api, event), await giveDoorLink(api, event, 'Side door')];
    const page = await openLink(browser, front, { viewport: { width: 320, height: 640 } });
    await typeCode(page, front.code);
    await isOpen(page);
    await page.getByText(doorApp.scan.faults['no-camera']).waitFor();
    await expectAccessible(page);
    await toTab(page, 'list');
    await expectAccessible(page);
    await page
      .getByRole('button', { name: doorApp.list.letInName('Wes Waiting') })
      .first()
      .click();
    await verdict(page, 'let-in').waitFor();
    await press(page, doorApp.verdict.next);
    await toTab(page, 'walkIn');
    await expectAccessible(page);
    await page.getByLabel(doorApp.walkIn.name, { exact: true }).fill('Walter Inn');
    await page.getByLabel(doorApp.walkIn.email, { exact: true }).fill('walter@example.org');
    await press(page, doorApp.walkIn.save);
    await verdict(page, 'walked-in').waitFor();
    await press(page, doorApp.verdict.next);
    await page.getByText(bar.count(2, 3)).waitFor();
    await nothingWaits(page);
    expect(await cameAt(wes.id)).not.toBeNull();

    const other = await openLink(browser, side);
    await typeCode(other, side.code);
    await isOpen(other);
    await other.getByText(bar.count(2, 3)).waitFor();
    await toTab(other, 'list');
    await other.getByRole('button', { name: doorApp.list.undoName('Walter Inn') }).click();
    await verdict(other, 'undone').waitFor();
    await press(other, doorApp.verdict.next);
    for (const door of [page, other]) await door.getByText(bar.count(1, 3)).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
});

describe('a tablet at which people check themselves in', () => {
  it('greets whoever typed their code, and shows no other name', async () => {
    const ada = await guest('Ada Lindqvist');
    await guest('Bo Nakamura');
    const given = await giveDoorLink(api, event);
    const page = await openLink(browser, { ...given, url: `${given.url}?kiosk` });
    await typeCode(page, given.code);
    const field = page.getByLabel(doorApp.kiosk.code);
    await field.fill(spokenCodeOf(ada.id).toLowerCase());
    await expectAccessible(page);
    await press(page, doorApp.kiosk.go);
    await said(page, doorApp.kiosk.welcome('Ada Lindqvist')).waitFor();
    await expectAccessible(page);
    await press(page, doorApp.kiosk.next);
    await field.fill('BBBB-BBBB');
    await press(page, doorApp.kiosk.go);
    await said(page, doorApp.kiosk.ask).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Ada|Bo Nakamura/);
    const arrived = await api.database.sql('select from check_ins where attendee_id = $1', [ada.id]);
    expect(arrived).toHaveLength(1);
  });
});
