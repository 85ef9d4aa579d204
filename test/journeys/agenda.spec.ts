import { app } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import { sideways } from '../support/critique-host.ts';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';
import { makePersonOnPanel } from '../support/panel-evening.ts';

const words = app.agenda;

// The agenda in a real browser: by mouse, by keyboard and by finger, with its conflicts told before anything is lost.

let api: Api;
let browser: Browser;

beforeAll(async () => {
  const webFolder = await copyOfBuiltWeb();
  api = await startApi({ webFolder, time: '2026-10-01T12:00:00Z' });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await api.stop();
});

/** An evening from 18:00 with these panels one after the other, 15 minutes between them, and its screen. */
async function agendaOf(
  topics: readonly string[],
  { role = 'editor', phone = false }: { role?: 'editor' | 'host'; phone?: boolean } = {},
) {
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id);
  const editor = await api.cookieOf((await makeMember(api.database, organization.id, 'editor')).personId);
  const path = `/api/v1/organizations/${organization.id}/events/${event.id}`;
  const ids: string[] = [];
  for (const [index, topic] of topics.entries()) {
    const { body } = await api.http.post(`${path}/panels`).set('cookie', editor).send({ topic }).expect(201);
    ids.push(body.id as string);
    const place = { startsAfter: index * 60, minutes: 45 };
    await api.http
      .patch(`${path}/panels/${ids.at(-1)}`)
      .set('cookie', editor)
      .send(place)
      .expect(200);
  }
  const cookie =
    role === 'editor'
      ? editor
      : await api.cookieOf((await makeMember(api.database, organization.id, role)).personId);
  const context = await (phone ? newPhone(browser) : newDesktop(browser));
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const times = async (): Promise<[string, number | null][]> =>
    (await api.http.get(`${path}/agenda`).set('cookie', editor).expect(200)).body.panels.map(
      ({ topic, startsAfter }: { topic: string; startsAfter: number | null }) => [topic, startsAfter],
    );
  await page.goto(`${api.url}/app/${organization.slug}/events/${event.id}/agenda`);
  return { organization, event, path, ids, editor, page, times };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function expectGood(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await sideways(page)]).toEqual([width, 0]);
  }
  await page.setViewportSize(size);
}

describe('the agenda of an evening', () => {
  it('begins with a topic, and gets its time where it stands', async () => {
    const { page, times } = await agendaOf([]);
    await page.getByRole('heading', { name: words.none }).waitFor();
    await expectGood(page);
    await page.getByLabel(words.adding.label).fill('Foley');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Foley' }).waitFor();
    await button(page, words.changeName('Foley')).click();
    await page.getByLabel(words.form.start).fill('18:30');
    await button(page, words.form.save).click();
    await page.getByText(words.span('18:30', '19:15')).waitFor();
    expect(await times()).toEqual([['Foley', 30]]);
    await page.context().close();
  });

  it('is changed with the keyboard alone: the times go along, the focus stays', async () => {
    const { page, times } = await agendaOf(['Foley', 'Dialogue', 'Music']);
    await button(page, words.handle('Foley')).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText(words.at(2, 3, 'Foley', words.span('19:00', '19:45'))).waitFor();
    expect(await times()).toEqual([
      ['Dialogue', 0],
      ['Foley', 60],
      ['Music', 120],
    ]);
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Move Foley');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText(words.at(1, 3, 'Foley', words.span('18:00', '18:45'))).waitFor();
    expect(await times()).toEqual([
      ['Foley', 0],
      ['Dialogue', 60],
      ['Music', 120],
    ]);
    expect(await page.getByText(words.pause(15)).count()).toBe(2);
    await expectGood(page);
    await page.context().close();
  });

  it('is changed by dragging a panel with the mouse', async () => {
    const { page, times } = await agendaOf(['Foley', 'Dialogue', 'Music']);
    // All three rows in sight: the mouse cannot let go where there is no window.
    await page.setViewportSize({ width: 1280, height: 1300 });
    await page.getByRole('heading', { name: 'Music' }).waitFor();
    const box = await page.getByRole('listitem').filter({ hasText: 'Music' }).boundingBox();
    const handle = button(page, words.handle('Foley'));
    const from = await handle.boundingBox();
    if (box === null || from === null) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 40, { steps: 4 });
    await page.mouse.move(box.x + 40, box.y + box.height - 20, { steps: 12 });
    await page.mouse.move(box.x + 44, box.y + box.height - 16, { steps: 4 });
    await page.mouse.up();
    await page.getByText(words.at(3, 3, 'Foley', words.span('20:00', '20:45'))).waitFor();
    expect(await times()).toEqual([
      ['Dialogue', 0],
      ['Music', 60],
      ['Foley', 120],
    ]);
    await page.context().close();
  });

  it('tells a conflict under its field and keeps what was typed', async () => {
    const { page, times } = await agendaOf(['Foley', 'Dialogue']);
    await page.getByLabel(words.together).uncheck();
    await button(page, words.changeName('Dialogue')).click();
    const start = page.getByLabel(words.form.start);
    await start.fill('18:30');
    await button(page, words.form.save).click();
    await page.getByText('“Foley” is there from 18:00 to 18:45.').waitFor();
    expect(await start.inputValue()).toBe('18:30');
    expect(await start.getAttribute('aria-invalid')).toBe('true');
    await expectGood(page);
    await page.getByLabel(words.form.room).fill('Studio A');
    await button(page, words.form.save).click();
    await page.getByText(words.span('18:30', '19:15')).waitFor();
    expect(await times()).toEqual([
      ['Foley', 0],
      ['Dialogue', 30],
    ]);
    await page.context().close();
  });
});

describe('the agenda on a phone', () => {
  it('is changed by finger, one place up or down at a time', async () => {
    const { page, times } = await agendaOf(['Foley', 'Dialogue'], { phone: true });
    expect(await button(page, words.up('Foley')).getAttribute('aria-disabled')).toBe('true');
    await button(page, words.down('Foley')).tap();
    await page.getByText(words.at(2, 2, 'Foley', words.span('19:00', '19:45'))).waitFor();
    expect((await times()).map(([topic]) => topic)).toEqual(['Dialogue', 'Foley']);
    await button(page, words.up('Foley')).tap();
    await page.getByText(words.at(1, 2, 'Foley', words.span('18:00', '18:45'))).waitFor();
    expect((await times()).map(([topic]) => topic)).toEqual(['Foley', 'Dialogue']);
    await expectGood(page);
    await page.context().close();
  });
});

describe('the people of a panel', () => {
  it('are asked and taken off, each with ten seconds to think again', async () => {
    const { page, path, editor } = await agendaOf(['Foley'], { phone: true });
    const people = async () =>
      (await api.http.get(`${path}/agenda`).set('cookie', editor).expect(200)).body.panels[0].people as {
        name: string;
      }[];
    const ask = async (name: string, email: string) => {
      await button(page, words.people.askFor('Foley')).click();
      await page.getByLabel(words.people.name).fill(name);
      await page.getByLabel(words.people.email).fill(email);
      await expectAccessible(page);
      await button(page, words.people.send).click();
      await page.getByText(words.people.willAsk(name)).waitFor();
    };
    await ask('Ada Long', 'ada.long@example.org');
    await button(page, app.undo.undo).click();
    await ask('Bo Short', 'bo.short@example.org');
    await page.getByText(words.people.states.invited).waitFor();
    expect((await people()).map(({ name }) => name)).toEqual(['Bo Short']);
    await expectGood(page);
    await button(page, words.people.removeName('Bo Short')).click();
    await page.getByText(words.people.none).waitFor();
    expect(await people()).toEqual([]);
    await page.context().close();
  });

  it('are reminded, put in their order and given their part, and what they need is read by those who edit', async () => {
    const { page, event, path, ids, editor, organization } = await agendaOf(['Foley'], { phone: true });
    const [panelId = ''] = ids;
    const where = { id: event.id, organizationId: organization.id };
    const pia = await makePersonOnPanel(api, where, panelId, { name: 'Pia' });
    await makePersonOnPanel(api, where, panelId, { name: 'Paul' });
    const needed = 'A seat with a back.\nA way to the stage without steps.';
    await api.database.sql('insert into panelist_needs values ($1, $2, $3, $4)', [
      pia.panelPersonId,
      organization.id,
      pia.personId,
      needed,
    ]);
    await api.http
      .post(`${path}/panels/${panelId}/people`)
      .set('cookie', editor)
      .send({ name: 'Ines', email: 'ines@example.org', part: 'panelist' })
      .expect(201);
    await api.database.sql(`update panel_people set invited_at = invited_at - interval '2 days'`);
    const standing = async (): Promise<string[]> =>
      (await api.http.get(`${path}/agenda`).set('cookie', editor).expect(200)).body.panels[0].people.map(
        ({ name, part }: { name: string; part: string }) => `${name}: ${part}`,
      );
    await page.reload();

    await button(page, words.people.needsOf('Pia')).click();
    const dialog = page.getByRole('dialog', { name: words.people.needsOf('Pia') });
    await dialog.getByText('A way to the stage without steps.').waitFor();
    await expectGood(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    await button(page, words.people.remindName('Ines')).click();
    await page.getByText(words.people.reminded('Ines')).waitFor();
    await expectAccessible(page);
    await button(page, words.people.earlier('Paul')).click();
    await button(page, words.people.earlier('Pia')).waitFor();
    expect(await standing()).toEqual(['Paul: panelist', 'Pia: panelist', 'Ines: panelist']);
    await button(page, words.people.partOf('Pia', words.people.makeModerator)).click();
    await button(page, words.people.partOf('Pia', words.people.makePanelist)).waitFor();
    expect(await standing()).toContain('Pia: moderator');
    // One panel has one moderator.
    expect(await page.getByRole('button', { name: words.people.makeModerator }).count()).toBe(0);
    await expectGood(page);
    await page.context().close();
  });

  it('are read by hosts, who change nothing', async () => {
    const topic =
      'What the picture never tells the sound, and what the sound has always known about the picture';
    const { page } = await agendaOf([topic, 'B'.repeat(120)], { role: 'host' });
    await page.getByRole('heading', { name: topic }).waitFor();
    expect(await page.getByRole('button', { name: words.change }).count()).toBe(0);
    expect(await page.getByRole('button', { name: words.people.ask }).count()).toBe(0);
    await expectGood(page);
    await page.context().close();
  });
});
