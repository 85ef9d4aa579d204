import { app } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { secondsToUndo } from '../../apps/web/src/lib/intentions.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';

const { rules, questions: asks } = app.events;

// An organizer says who can come and what is asked, by keyboard and on a phone, and keeps an audience.

let api: Api;
let browser: Browser;

beforeAll(async () => {
  const webFolder = await builtWeb();
  api = await startApi({ webFolder, time: '2026-10-01T12:00:00Z' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

async function organizer(context: Promise<BrowserContext>) {
  const organization = await makeOrganization(api.database);
  const member = await makeMember(api.database, organization.id, 'editor');
  const event = await makeEvent(api.database, organization.id);
  const [name = '', value = ''] = (await api.cookieOf(member.personId)).split('=');
  await (await context).addCookies([{ name, value, url: api.url }]);
  (await context).setDefaultTimeout(30_000);
  const page = await (await context).newPage();
  const open = (path: string) => page.goto(`${api.url}/app/${organization.slug}${path}`);
  return { organization, event, page, open };
}

const questionLabels = (page: Page): Promise<string[]> =>
  page
    .getByRole('list', { name: asks.list })
    .getByRole('button', { expanded: false })
    .locator('span:first-child')
    .allTextContents();

const storedQuestions = async (eventId: string) => {
  const [row] = await api.database.sql<{ questions: { label: string; options: string[] }[] }>(
    'select questions from events where id = $1',
    [eventId],
  );
  return row?.questions;
};

/** Leaves the new question closed. */
async function ask(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: asks.add }).click();
  // The new question has the focus already.
  await page.keyboard.type(label);
  await page.getByRole('button', { name: label, expanded: true }).click();
}

describe('the form of an event', () => {
  it('says in a line who can come, and lets it be changed', async () => {
    const { event, page, open } = await organizer(newDesktop(browser));
    await open(`/events/${event.id}/edit`);
    await page.getByText('Open to everybody · no approval · waitlist moves up by itself').waitFor();
    await page.getByText(rules.title).click();
    await page.getByLabel(rules.registration.invitation).check();
    await page.getByLabel(rules.approval).check();
    await page.getByLabel(rules.full.offer).check();
    await page.getByLabel(rules.offerHours).fill('6');
    await page
      .getByText('By invitation · a host approves each RSVP · freed seats are offered for 6 hours')
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: app.events.saveChanges }).click();
    await page.getByText(app.events.saved).waitFor();
    const [row] = await api.database.sql(
      'select registration, approval, waitlist, offer_hours from events where id = $1',
      [event.id],
    );
    expect(row).toEqual({ registration: 'invitation', approval: true, waitlist: 'offer', offer_hours: 6 });
    await page.context().close();
  });

  it('puts its questions in order by keyboard, and a removed one comes back to its place', async () => {
    const { event, page, open } = await organizer(newDesktop(browser));
    await open(`/events/${event.id}/edit`);
    await page.getByText(asks.title).click();
    for (const label of ['First', 'Second', 'Third']) await ask(page, label);
    await page.getByRole('button', { name: 'Third', expanded: false }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await questionLabels(page)).toEqual(['Third', 'First', 'Second']);
    await page.getByText(asks.moved('Third', 1, 3)).waitFor({ state: 'attached' });
    // It went along with its question.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Third', expanded: true }).click();
    await page.getByRole('button', { name: asks.remove('First') }).click();
    expect(await questionLabels(page)).toEqual(['Third', 'Second']);
    await ask(page, 'Fourth');
    await page.getByRole('button', { name: app.undo.undo }).click();
    expect(await questionLabels(page)).toEqual(['Third', 'First', 'Second', 'Fourth']);
    await page.getByRole('button', { name: app.events.saveChanges }).click();
    await page.getByText(app.events.saved).waitFor();
    expect((await storedQuestions(event.id))?.map(({ label }) => label)).toEqual([
      'Third',
      'First',
      'Second',
      'Fourth',
    ]);
    await page.context().close();
  });

  it('leads on a phone to the question that cannot stand, also when it is folded away', async () => {
    const { event, page, open } = await organizer(newPhone(browser));
    await open(`/events/${event.id}/edit`);
    await page.getByText(asks.title).click();
    await ask(page, 'What do you eat?');
    await page.getByRole('button', { name: 'What do you eat?', expanded: false }).click();
    await page.getByRole('combobox', { name: asks.kind }).or(page.getByLabel(asks.kind)).first().click();
    await page.getByRole('option', { name: asks.kinds.choice }).click();
    await page.getByLabel(asks.options).fill('Everything');
    await page.getByText(asks.title).click();
    await page.getByRole('button', { name: app.events.saveChanges }).click();
    await page.getByText('Please give at least 2 options to choose from.').waitFor();
    await expectAccessible(page);
    // The field with the fault has the focus.
    await page.keyboard.press('End');
    await page.keyboard.type('\nVegan');
    await page.getByRole('button', { name: app.events.saveChanges }).click();
    await page.getByText(app.events.saved).waitFor();
    expect(await storedQuestions(event.id)).toMatchObject([{ options: ['Everything', 'Vegan'] }]);
    await page.context().close();
  });

  it('fits twenty long questions on a phone', async () => {
    const { event, page, open } = await organizer(newPhone(browser));
    const many = Array.from({ length: 20 }, (_, at) => ({
      id: `01990000-0000-7000-8000-0000000000${String(at + 10)}`,
      kind: 'several',
      label: `${String(at + 1)} ${'unbreakable'.repeat(17)}`,
      required: true,
      options: Array.from({ length: 20 }, (__, option) => `${'w'.repeat(97)}${String(option)}`),
    }));
    await api.database.sql('update events set questions = $2 where id = $1', [
      event.id,
      JSON.stringify(many),
    ]);
    await open(`/events/${event.id}/edit`);
    await page.getByText(asks.title).click();
    await page.getByRole('button', { name: /^20 unbreakable/ }).click();
    await page.getByText(asks.most(20)).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await expectAccessible(page);
    await page.context().close();
  });
});

describe('the audience', () => {
  it('is pasted, searched, and let go with a way back', async () => {
    const words = app.audience;
    const { organization, page, open } = await organizer(newPhone(browser));
    await page.clock.install();
    await open('/audience');
    await page.getByText(words.none).waitFor();
    await page.getByLabel(words.paste).fill('Email\nInes Okafor <ines@guild.example>\nbo@guild.example');
    await page.getByRole('button', { name: words.addButton }).click();
    await page.getByText(words.added(2, 0)).waitFor();
    await page.getByText(words.line(1, 'Email')).waitFor();
    await expectAccessible(page);
    await page.getByLabel(words.search).fill('ines');
    await page
      .getByRole('button', { name: words.removeName('bo@guild.example') })
      .waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.removeName('ines@guild.example') }).click();
    await page.getByRole('button', { name: app.undo.undo }).click();
    await page.getByRole('button', { name: words.removeName('ines@guild.example') }).click();
    await page.clock.fastForward(secondsToUndo * 1000);
    await page.getByText(words.noMatch).waitFor();
    await page.context().close();
    const left = await api.database.sql<{ email: string }>(
      'select p.email from audience u join people p on p.id = u.person_id where u.organization_id = $1',
      [organization.id],
    );
    expect(left.map(({ email }) => email)).toEqual(['bo@guild.example']);
  });
});
