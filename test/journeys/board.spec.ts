import { app } from '#libs/words';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import {
  type Board,
  type BoardIntroduction,
  type Evening,
  type Guest,
  nextEvening,
  startEvening,
} from '../support/evening.ts';
import { makeMember, makePerson } from '../support/factories.ts';

// The host at matching time, in a real browser: by keys alone, by mouse, by finger, and two hosts at once.

const words = app.introductions;
/** A little more than a decision waits. */
const waits = 11_000;

let first: Evening;
let browser: Browser;

beforeAll(async () => {
  const webFolder = await builtWeb();
  first = await startEvening({ webFolder });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await first.stop();
});

/** The board of this evening before somebody, with a clock that can be moved. */
async function opened(
  { api, host, organizationId, eventId }: Evening,
  context: Promise<BrowserContext>,
  cookie = host,
): Promise<Page> {
  const [name = '', value = ''] = cookie.split('=');
  (await context).setDefaultTimeout(30_000);
  await (await context).addCookies([{ name, value, url: api.url }]);
  const page = await (await context).newPage();
  await page.clock.install();
  const [organization] = await api.database.sql<{ slug: string }>(
    'select slug from organizations where id = $1',
    [organizationId],
  );
  await page.goto(`${api.url}/app/${organization?.slug ?? ''}/events/${eventId}/introductions`);
  return page;
}

const needs = ['foley', 'mixing', 'vinyl prep', 'contracts', 'room acoustics', 'session players'];

/** So many people, each of whom offers what the one before looks for. */
async function peopleAt(evening: Evening, count: number): Promise<Guest[]> {
  const people: Guest[] = [];
  for (let place = 0; place < count; place += 1) {
    const lookingFor = [needs[place % needs.length] ?? ''];
    const canHelpWith = [needs[(place + 1) % needs.length] ?? ''];
    people.push(
      await evening.guest({
        name: `Guest ${'ABCDEFGHIJ'[place] ?? ''}`,
        profile: { lookingFor, canHelpWith },
      }),
    );
  }
  return people;
}

async function suggested(count: number): Promise<{ evening: Evening; people: Guest[] }> {
  const evening = await nextEvening(first);
  const people = await peopleAt(evening, count);
  const { status } = await evening.call('post', '/suggest', {});
  if (status !== 200) throw new Error(`No suggestions: ${status}`);
  return { evening, people };
}

const pairOn = async (page: Page): Promise<string> =>
  (await page.getByRole('article').getAttribute('aria-label')) ?? '';
const named = ({ a, b }: BoardIntroduction): string => words.both(a.name, b.name);

async function standingOf(evening: Evening, pair: string): Promise<string | undefined> {
  return (await evening.board()).introductions.find((one) => named(one) === pair)?.standing;
}

/** Until the board says so: what was decided leaves on its own. */
async function until(evening: Evening, holds: (board: Board) => boolean): Promise<Board> {
  for (;;) {
    const board = await evening.board();
    if (holds(board)) return board;
  }
}

/** Who of these was not suggested to somebody: which pairs a room of equals gets is drawn by lot. */
async function withoutPair(evening: Evening, somebody: Guest, others: readonly Guest[]): Promise<Guest> {
  const taken = (await evening.board()).introductions.map(named);
  const free = others.find(
    ({ name }) =>
      !taken.includes(words.both(somebody.name, name)) && !taken.includes(words.both(name, somebody.name)),
  );
  if (free === undefined) throw new Error(`${somebody.name} meets everybody`);
  return free;
}

const rowOf = (page: Page, { name }: Guest): Locator =>
  page
    .getByRole('region', { name: words.people.title })
    .getByRole('button', { name: new RegExp(`^${name}\\b`) });

describe('a host with nothing but keys', () => {
  it('goes through the pairs, takes one back, and rewords a reason, all in place', async () => {
    const { evening } = await suggested(6);
    const page = await opened(evening, newDesktop(browser));
    await page.getByRole('article').waitFor();
    const start = await pairOn(page);

    await page.keyboard.press('ArrowRight');
    const next = await pairOn(page);
    expect(next).not.toBe(start);
    await page.keyboard.press('ArrowLeft');
    expect(await pairOn(page)).toBe(start);

    await page.keyboard.press('a');
    expect(await pairOn(page)).not.toBe(start);
    await page.keyboard.press('u');
    expect(await pairOn(page)).toBe(start);

    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: / reads$/ });
    await field.waitFor();
    await field.fill('You both asked about the old reverb chamber.');
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
    await page.getByRole('article').getByText('You both asked about the old reverb chamber.').waitFor();

    await page.keyboard.press('a');
    const dropped = await pairOn(page);
    await page.keyboard.press('n');
    await page.clock.runFor(waits);
    await until(evening, ({ introductions }) => introductions.some((one) => one.standing === 'dismissed'));
    expect([await standingOf(evening, start), await standingOf(evening, dropped)]).toEqual([
      'approved',
      'dismissed',
    ]);
    await page.context().close();
  });

  it('skips to the end of the deck, sees the mails, and hears what each key does', async () => {
    const { evening } = await suggested(6);
    const page = await opened(evening, newDesktop(browser));
    await page.getByRole('article').waitFor();
    const start = await pairOn(page);
    await page.keyboard.press('s');
    expect(await pairOn(page)).not.toBe(start);
    await page.keyboard.press('ArrowLeft');
    expect(await pairOn(page)).toBe(start);

    await page.keyboard.press('v');
    const mails = page.getByRole('dialog', { name: words.mails.title });
    await mails.getByRole('heading', { name: words.mails.ifBoth }).waitFor();
    expect(await mails.getByRole('article').count()).toBe(4);
    await page.keyboard.press('Escape');
    await mails.waitFor({ state: 'hidden' });

    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: app.keys.title });
    for (const label of Object.values(words.keys))
      await keys.getByText(label, { exact: true }).first().waitFor();
    await page.context().close();
  });

  it('finds somebody in the strip, marks them, and matches them with somebody else', async () => {
    const { evening, people } = await suggested(6);
    const [a, ...others] = people as [Guest, ...Guest[]];
    const d = await withoutPair(evening, a, others);
    const page = await opened(evening, newDesktop(browser));
    await rowOf(page, a).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Home');
    const focused = page.locator('[data-row]:focus');
    const person = (await evening.board()).people.find(({ name }) => name === 'Guest A');
    await rowOf(page, a).focus();
    await page.keyboard.press('w');
    await rowOf(page, a).getByText(words.people.isWellKnown.slice(2)).waitFor();
    expect(await focused.getAttribute('data-person')).toBe(person?.attendeeId);

    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: words.match.title });
    const second = dialog.getByLabel(words.match.second).and(page.locator('input:focus'));
    await second.waitFor();
    await page.keyboard.type(d.name);
    await page.getByRole('option', { name: d.name }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: words.match.save }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(words.ownPair, { exact: true }).waitFor();
    expect([words.both(a.name, d.name), words.both(d.name, a.name)]).toContain(await pairOn(page));
    await page.context().close();
  });
});

describe('a person who is dragged on another', () => {
  it('makes a pair by mouse, unless something is against it, which is said before', async () => {
    const { evening, people } = await suggested(8);
    const { introductions } = await evening.board();
    const full = people.find((one) => pairsOf(one, introductions).length === 2) ?? people[0]!;
    for (const { id, version } of pairsOf(full, introductions))
      await evening.call('post', `/${id}/approve`, { version });
    const [free, other] = strangersTo(full, people, introductions);
    const page = await opened(evening, newDesktop(browser));
    const dialog = page.getByRole('dialog', { name: words.match.title });
    await drag(page, rowOf(page, free), rowOf(page, full));
    await dialog.getByText(words.match.conflicts.cap(full.name, 2)).waitFor();
    await expect(dialog.getByRole('button', { name: words.match.save }).isDisabled()).resolves.toBe(true);
    await dialog.getByRole('button', { name: words.match.leave }).click();
    await dialog.waitFor({ state: 'hidden' });

    await drag(page, rowOf(page, free), rowOf(page, other));
    await dialog.getByRole('button', { name: words.match.save }).click();
    await dialog.waitFor({ state: 'hidden' });
    const own = (await evening.board()).introductions.find(({ source }) => source === 'host');
    expect(own !== undefined && isOf(own, free) && isOf(own, other)).toBe(true);
    await page.context().close();
  });

  it('makes a pair by finger, and a page that is only scrolled makes none', async () => {
    const { evening, people } = await suggested(6);
    const [a, b] = people as [Guest, Guest];
    const page = await opened(evening, newPhone(browser));
    await rowOf(page, a).scrollIntoViewIfNeeded();
    const finger = await page.context().newCDPSession(page);
    const dialog = page.getByRole('dialog', { name: words.match.title });
    const from = await middleOf(rowOf(page, a));
    const touch = (type: string, points: { x: number; y: number }[]) =>
      finger.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: points });

    await touch('touchStart', [from]);
    await touch('touchMove', [{ x: from.x, y: from.y - 40 }]);
    await page.clock.runFor(1000);
    await touch('touchEnd', []);
    expect(await dialog.count()).toBe(0);

    await rowOf(page, a).scrollIntoViewIfNeeded();
    const [start, end] = [await middleOf(rowOf(page, a)), await middleOf(rowOf(page, b))];
    await touch('touchStart', [start]);
    await page.clock.runFor(400);
    await page.locator('[data-holding=true]').first().waitFor({ state: 'attached' });
    await touch('touchMove', [end]);
    await page.locator('[data-over=true]').waitFor();
    await touch('touchEnd', []);
    await dialog.waitFor();
    const chosen = await dialog
      .getByRole('combobox')
      .evaluateAll((fields) =>
        fields.map((field) => (field as unknown as { value: string }).value.split(',')[0]),
      );
    expect(chosen.map((text) => text?.split(' (')[0])).toEqual([a.name, b.name]);
    await page.context().close();
  });
});

const isOf = ({ a, b }: BoardIntroduction, { id }: Guest): boolean =>
  a.attendeeId === id || b.attendeeId === id;
const pairsOf = (one: Guest, introductions: readonly BoardIntroduction[]): BoardIntroduction[] =>
  introductions.filter((pair) => isOf(pair, one));

/** Two people whom no pair ties to each other or to this one. */
function strangersTo(
  full: Guest,
  people: readonly Guest[],
  pairs: readonly BoardIntroduction[],
): [Guest, Guest] {
  const isPair = (one: Guest, two: Guest): boolean =>
    pairs.some((pair) => isOf(pair, one) && isOf(pair, two));
  const free = people.filter((one) => one !== full && !isPair(one, full));
  for (const one of free) {
    const two = free.find((candidate) => candidate !== one && !isPair(candidate, one));
    if (two !== undefined) return [one, two];
  }
  throw new Error('Everybody has somebody to do with everybody');
}

async function middleOf(row: Locator): Promise<{ x: number; y: number }> {
  const box = await row.boundingBox();
  if (box === null) throw new Error('Nobody there');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, one: Locator, other: Locator): Promise<void> {
  await one.scrollIntoViewIfNeeded();
  const [from, to] = [await middleOf(one), await middleOf(other)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

describe('two hosts at one board', () => {
  async function secondHost(evening: Evening): Promise<string> {
    const { database } = evening.api;
    const ines = await makePerson(database, { name: 'Ines Okafor' });
    await makeMember(database, evening.organizationId, 'host', ines);
    return evening.api.cookieOf(ines.id);
  }

  it('see who else is here and looks at the same pair, and what the other decided', async () => {
    const { evening } = await suggested(6);
    const ines = await opened(evening, newDesktop(browser), await secondHost(evening));
    await ines.getByRole('article').waitFor();
    await ines.clock.runFor(1000);
    const page = await opened(evening, newDesktop(browser));
    await page.getByText(words.here.looking(['Ines Okafor'])).waitFor();
    const pair = await pairOn(page);

    await ines.keyboard.press('a');
    await ines.clock.runFor(waits);
    await until(evening, ({ introductions }) =>
      introductions.some(({ standing }) => standing === 'approved'),
    );
    await page.clock.runFor(5000);
    await page.getByRole('region', { name: words.groups.approved.title }).getByText(pair).waitFor();
    expect(await pairOn(page)).not.toBe(pair);
    for (const one of [ines, page]) await one.context().close();
  });

  it('lose no word: what the other wrote stands beside what is typed, until the host chooses', async () => {
    const { evening } = await suggested(6);
    const page = await opened(evening, newDesktop(browser));
    await page.getByRole('article').waitFor();
    const [pair] = await firstOf(evening, page);
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: words.reason.reads(pair.a.name) });
    await field.fill('Mine.');
    await evening.call('patch', `/${pair.id}`, { ...reasonsOf(pair), reasonForA: 'Theirs.' });
    await page.keyboard.press('Enter');
    await page.getByText(words.reason.theirs).waitFor();
    await page.getByText('Theirs.').waitFor();
    expect(await field.inputValue()).toBe('Mine.');
    await expectAccessible(page);
    await page.getByRole('button', { name: words.reason.keepMine }).click();
    await field.waitFor({ state: 'detached' });
    const kept = (await evening.board()).introductions.find(({ id }) => id === pair.id);
    expect(kept).toMatchObject({ reasonForA: 'Mine.', reasonForB: pair.reasonForB });
    await page.context().close();
  });

  it('keep what is typed about a pair that the other approved meanwhile', async () => {
    const { evening } = await suggested(6);
    const page = await opened(evening, newDesktop(browser));
    await page.getByRole('article').waitFor();
    const [pair] = await firstOf(evening, page);
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: words.reason.reads(pair.a.name) });
    await field.fill('Mine.');
    await evening.call('post', `/${pair.id}/approve`, { version: pair.version });
    await page.clock.runFor(5000);
    await page.getByText(words.standings.approved).waitFor();
    expect(await field.inputValue()).toBe('Mine.');
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
    const kept = (await evening.board()).introductions.find(({ id }) => id === pair.id);
    expect(kept).toMatchObject({ reasonForA: 'Mine.', standing: 'approved' });
    await page.context().close();
  });

  it('decide again about a pair that the other changed while the decision waited', async () => {
    const { evening } = await suggested(6);
    const page = await opened(evening, newDesktop(browser));
    await page.getByRole('article').waitFor();
    const [pair] = await firstOf(evening, page);
    await page.keyboard.press('a');
    await evening.call('patch', `/${pair.id}`, { ...reasonsOf(pair), reasonForA: 'Theirs.' });
    await page.clock.runFor(waits);
    const before = page.getByRole('complementary', { name: words.before.title });
    await before.getByText(pair.reasonForA).waitFor();
    await page.getByRole('article').getByText('Theirs.').waitFor();
    expect(await standingOf(evening, named(pair))).toBe('suggested');
    await expectAccessible(page);

    await page.keyboard.press('a');
    await page.clock.runFor(waits);
    await until(evening, ({ introductions }) =>
      introductions.some(({ standing }) => standing === 'approved'),
    );
    expect(await standingOf(evening, named(pair))).toBe('approved');
    await page.context().close();
  });

  const reasonsOf = ({ reasonForA, reasonForB, version }: BoardIntroduction) => ({
    reasonForA,
    reasonForB,
    version,
  });
  async function firstOf(evening: Evening, page: Page): Promise<[BoardIntroduction]> {
    const shown = await pairOn(page);
    const pair = (await evening.board()).introductions.find((one) => named(one) === shown);
    if (pair === undefined) throw new Error(`No pair ${shown}`);
    return [pair];
  }
});

describe('the board', () => {
  it('shows what else a decision changed, and where to find it', async () => {
    const { evening } = await suggested(10);
    const page = await opened(evening, newDesktop(browser));
    await page.getByRole('article').waitFor();
    const had = new Set((await evening.board()).introductions.map(named));
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('n');
    await page.clock.runFor(waits);
    const { introductions } = await until(
      evening,
      (board) => board.introductions.filter(({ standing }) => standing === 'dismissed').length === 3,
    );
    const fresh = introductions.filter((one) => !had.has(named(one)));
    expect(fresh.length).toBeGreaterThan(0);
    await page.getByText(words.changes.open).click();
    for (const { a, b } of fresh) await page.getByText(words.changes.added(a.name, b.name)).waitFor();
    await page.getByRole('button', { name: words.changes.look }).first().click();
    await page.getByText(words.changes.new, { exact: true }).waitFor();
    expect(fresh.map(named)).toContain(await pairOn(page));
    await page.context().close();
  });

  it('sends the host a mail as it will read, and stops what is being asked without a word to anybody', async () => {
    const { evening } = await suggested(6);
    const [pair] = (await evening.board()).introductions as [BoardIntroduction];
    await evening.call('post', `/${pair.id}/approve`, { version: pair.version });
    await evening.pass('2026-10-21T10:05');
    const page = await opened(evening, newDesktop(browser));
    const asked = page.getByRole('region', { name: words.groups.asked.title });
    await asked.getByRole('button', { name: words.mails.openFor(named(pair)) }).click();
    const mails = page.getByRole('dialog', { name: words.mails.title });
    await mails.getByRole('button', { name: words.mails.sendToMeFor(pair.b.name) }).click();
    await page.getByText(words.mails.sentToMe).waitFor();
    await page.keyboard.press('Escape');
    await mails.waitFor({ state: 'hidden' });
    expect(await evening.queued()).toContain('introduction-test');

    await asked.getByRole('button', { name: words.stopFor(named(pair)) }).click();
    await asked.getByText(words.stopping).waitFor();
    await page.clock.runFor(waits);
    await asked.getByText(words.stopping).waitFor({ state: 'detached' });
    const [row] = await evening.api.database.sql<{ state: string }>(
      'select state from introductions where id = $1',
      [pair.id],
    );
    expect([row?.state, await standingOf(evening, named(pair))]).toEqual(['closed quietly', 'asked']);
    await page.context().close();
  });

  it('applies what waits when the page is left', async () => {
    const { evening } = await suggested(6);
    const page = await opened(evening, newDesktop(browser));
    await page.getByRole('article').waitFor();
    const pair = await pairOn(page);
    await page.keyboard.press('a');
    expect(await standingOf(evening, pair)).toBe('suggested');
    await page.goto('about:blank');
    await until(evening, ({ introductions }) =>
      introductions.some(({ standing }) => standing === 'approved'),
    );
    expect(await standingOf(evening, pair)).toBe('approved');
    await page.context().close();
  });

  it.each([
    ['390 px', () => newPhone(browser)],
    ['320 px', () => newPhone(browser, { viewport: { width: 320, height: 640 } })],
    ['1280 px', () => newDesktop(browser)],
    ['1280 px at night', () => newDesktop(browser, { colorScheme: 'dark' })],
  ])('can be used by everybody at %s, from suggestions to what became of them', async (_, context) => {
    const { evening } = await suggested(6);
    const { introductions } = await evening.board();
    for (const { id, version } of introductions.slice(0, 2))
      await evening.call('post', `/${id}/approve`, { version });
    await evening.pass('2026-10-21T10:05');
    const page = await opened(evening, context());
    await page.getByRole('region', { name: words.groups.asked.title }).waitFor();
    const room = page.getByRole('region', { name: words.map.title });
    await room.scrollIntoViewIfNeeded();
    await room.getByRole('img').waitFor();
    await room.getByText(words.map.asList).click();
    await room
      .getByRole('listitem')
      .filter({ hasText: /\(asked\)/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(wide).toBe(0);
    await page.context().close();
  });
});
