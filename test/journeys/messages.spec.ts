import { app, messagesApp as words } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization, makePerson } from '../support/factories.ts';
import { type SmtpSink, startSink } from '../support/smtp-sink.ts';
import { smallTargets } from '../support/touch-targets.ts';
import { moveClock, startTestWorker } from '../support/worker.ts';

// An organizer writes to guests in a browser; the worker sends it, and the sink is what guests have in their mailbox.

const { form, preview, tell, whom } = words;

let api: Api;
let sink: SmtpSink;
let worker: RunningWorker;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const webFolder = await copyOfBuiltWeb();
  sink = await startSink();
  // Friday, 10:00 in Los Angeles; the evening is on Monday at 18:00.
  api = await startApi({ webFolder, time: '2026-10-16T17:00:00Z' });
  worker = await startTestWorker({ database: api.database, publicUrl: api.url, smtpUrl: sink.url });
  browser = await launchBrowser();
});

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser.close();
  await worker.stop();
  await api.stop();
  await sink.stop();
});

type Event = Awaited<ReturnType<typeof makeEvent>>;

interface Desk {
  page: Page;
  event: Event;
  email: string;
  /** Of those who are going. */
  guests: string[];
  open: (path: string) => Promise<unknown>;
}

/** An editor's window and an evening with guests. */
async function desk(
  given: { context?: Promise<BrowserContext>; role?: 'editor' | 'host'; came?: boolean } = {},
): Promise<Desk> {
  const organization = await makeOrganization(api.database);
  const person = await makePerson(api.database);
  const member = await makeMember(api.database, organization.id, given.role ?? 'editor', person);
  const event = await makeEvent(api.database, organization.id);
  const guests: string[] = [];
  for (const name of ['Ada Going', 'Bo Going']) {
    const guest = await makePerson(api.database, { name });
    await makeAttendee(api.database, event, { person: guest, came: given.came ?? false });
    guests.push(guest.email);
  }
  const context = await (given.context ?? newDesktop(browser));
  contexts.push(context);
  const [name = '', value = ''] = (await api.cookieOf(member.personId)).split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const open = (path: string) => page.goto(`${api.url}/app/${organization.slug}/events/${event.id}${path}`);
  return { page, event, email: person.email, guests, open };
}

/** Leaving the page applies what waits for its ten seconds. */
const leave = (page: Page) => page.evaluate(() => dispatchEvent(new globalThis.Event('pagehide')));
const row = (page: Page, subject: string) => page.getByRole('listitem').filter({ hasText: subject });
const textOf = (page: Page) => page.getByRole('textbox', { name: form.text });
const mailTo = (address: string, subject: string) =>
  sink.waitFor((mail) => mail.to.includes(address) && mail.subject.includes(subject), 30_000);
const fits = async (page: Page): Promise<void> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
};

/** A new message with its words. */
async function write(page: Page, subject: string, text: string): Promise<void> {
  await page.getByText(whom.reaches(2), { exact: true }).waitFor();
  await page.getByLabel(form.subject).fill(subject);
  await textOf(page).fill(text);
}

describe('a message of an organizer', () => {
  it('is counted, read beforehand, tried on oneself, and sent after ten seconds to change one’s mind', async () => {
    const { page, email, guests, open } = await desk();
    await open('/messages');
    await page.getByRole('heading', { name: words.none }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: words.write }).click();
    await write(page, 'Where to park', 'Hello {name},\n\nthe yard is **behind** ');
    await page.getByRole('button', { name: form.insertName(form.placeholders.place, '{place}') }).click();
    await page.frameLocator(`[title="${preview.frame}"]`).getByText('Arts District').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: form.test }).click();
    await page.getByText(form.tested(email)).waitFor();
    expect((await mailTo(email, 'Where to park')).text).toContain('Arts District');
    await page.getByRole('button', { name: form.send(2) }).click();
    await row(page, 'Where to park').getByText(words.waits).waitFor();
    await page.getByRole('button', { name: app.undo.undo }).click();
    await row(page, 'Where to park').getByText(words.states.draft).waitFor();
    expect(sink.messages.some(({ to }) => to.includes(guests[0] ?? ''))).toBe(false);
    await page.getByRole('link', { name: 'Where to park' }).click();
    await page.getByRole('button', { name: form.send(2) }).click();
    await row(page, 'Where to park').getByText(words.waits).waitFor();
    await leave(page);
    for (const guest of guests)
      expect((await mailTo(guest, 'Where to park')).text).toContain('1200 East 5th');
    await page.reload();
    await row(page, 'Where to park').getByText(words.reached(2, 2)).waitFor();
    await expectAccessible(page);
  });

  it('leaves at the moment that was chosen in the zone of the event, unless it is stopped before', async () => {
    const { page, guests, open } = await desk();
    const plan = async (subject: string, local: string): Promise<void> => {
      await open('/messages/new');
      await write(page, subject, 'Hello {name}.');
      await page.getByLabel(form.atTime).check();
      await page.getByLabel(form.moment).fill(local);
      await page.getByRole('button', { name: form.schedule(2) }).click();
      await row(page, subject).waitFor();
    };
    await plan('Doors at six', '2026-10-17T12:00');
    await page.getByText(form.planned('tomorrow, 12:00 (PDT)')).waitFor();
    await row(page, 'Doors at six').getByText(words.guests(2)).waitFor();
    await plan('Doors at seven', '2026-10-17T12:30');
    await page.getByRole('button', { name: words.stopName('Doors at seven') }).click();
    await row(page, 'Doors at seven').getByText(words.calledOff['by-hand']).waitFor();
    await moveClock(api.db, '2026-10-17T13:00:00-07:00');
    for (const guest of guests) await mailTo(guest, 'Doors at six');
    expect(sink.messages.filter(({ subject }) => subject === 'Doors at seven')).toEqual([]);
    await page.reload();
    await row(page, 'Doors at six').getByText(words.reached(2, 2)).waitFor();
  });

  it('keeps what was typed when a value is unknown, and says so at the field', async () => {
    const { page, open } = await desk({ context: newPhone(browser) });
    await open('/messages/new?kind=reminder');
    await page.getByText(form.kindHelp.reminder).waitFor();
    await page.getByLabel(form.subject).fill('Tomorrow');
    await textOf(page).fill('Hello {surname}, see you.');
    await page.getByRole('button', { name: form.keep }).click();
    await page.locator('[aria-invalid="true"]:focus').waitFor();
    expect(await textOf(page).inputValue()).toBe('Hello {surname}, see you.');
    await page.getByText('{surname}.').waitFor();
    await expectAccessible(page);
    expect(await smallTargets(page)).toEqual([]);
    await textOf(page).fill('Hello {name}, see you.');
    await page.getByRole('button', { name: form.keep }).click();
    await page.getByText(form.kept).waitFor();
    await row(page, 'Tomorrow').getByText(words.rule('start', -1440)).waitFor();
  });

  it('says what is missing before it leaves, and loses nothing when the screen is left', async () => {
    const { page, open } = await desk();
    await open('/messages');
    await page.getByRole('link', { name: words.write }).click();
    await page.getByText(whom.reaches(2), { exact: true }).waitFor();
    await page.getByRole('button', { name: form.send(2) }).click();
    await page.getByText(form.subjectNeeded).waitFor();
    await page.getByLabel(form.subject).fill('Half a thought');
    await page.getByLabel(whom.statuses.confirmed, { exact: true }).uncheck();
    await page.getByText(whom.reaches(0), { exact: true }).waitFor();
    await page.getByRole('link', { name: form.back }).click();
    await page.getByRole('heading', { name: words.none }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel(form.subject).waitFor();
    expect(await page.getByLabel(form.subject).inputValue()).toBe('Half a thought');
    await page.getByText(whom.reaches(0), { exact: true }).waitFor();
  });

  it('that somebody else changed meanwhile overwrites nothing unseen', async () => {
    const { page, event, open } = await desk();
    await open('/messages/new');
    await write(page, 'Mine', 'Hello {name}.');
    await page.getByRole('button', { name: form.keep }).click();
    const overtake = async (subject: string): Promise<void> => {
      await page.getByRole('link', { name: 'Mine' }).click();
      await textOf(page).fill('Hello {name}, it rains.');
      await api.database.sql(
        'update event_messages set subject = $2, version = version + 1 where event_id = $1',
        [event.id, subject],
      );
      await page.getByRole('button', { name: form.keep }).click();
      await page.getByText(form.conflict).waitFor();
      expect(await textOf(page).inputValue()).toBe('Hello {name}, it rains.');
    };
    await overtake('Theirs');
    await expectAccessible(page);
    await page.getByRole('button', { name: form.conflictMine }).click();
    await page.getByRole('button', { name: form.keep }).click();
    await row(page, 'Mine').waitFor();
    await overtake('Theirs again');
    await page.getByRole('button', { name: form.conflictTheirs }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="subject"]')?.value === 'Theirs again',
    );
  });
});

describe('guests of an evening that was moved', () => {
  it('hear of it when the organizer says so, with the reason', async () => {
    const { page, guests, open } = await desk();
    await open('/edit');
    await page.getByLabel(app.events.form.starts).fill('2026-10-19T19:00');
    await page.getByRole('button', { name: app.events.saveChanges }).click();
    await page.getByRole('heading', { name: tell.title(2) }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: tell.addNote }).click();
    await page.getByLabel(tell.note).fill('The projector comes late.');
    await page.getByRole('button', { name: tell.button(2) }).click();
    await page.getByText(tell.waits, { exact: true }).waitFor();
    await page.getByRole('button', { name: app.undo.undo }).click();
    expect(await page.getByLabel(tell.note).inputValue()).toBe('The projector comes late.');
    await page.getByRole('button', { name: tell.button(2) }).click();
    await page.getByText(tell.waits, { exact: true }).waitFor();
    await leave(page);
    await page.getByText(tell.told(2)).waitFor();
    await page.getByRole('heading', { name: tell.title(2) }).waitFor({ state: 'detached' });
    for (const guest of guests)
      expect((await mailTo(guest, 'Sound after the cut')).text).toContain('The projector comes late.');
  });

  it('are not asked about again after “Not now”, but stand with the messages', async () => {
    const { page, event, open } = await desk({ context: newPhone(browser) });
    await open('/edit');
    await page.getByLabel(app.events.form.place).fill('Chinatown');
    await page.getByRole('button', { name: app.events.saveChanges }).click();
    await page.getByRole('button', { name: tell.later }).click();
    await page.getByRole('heading', { name: tell.title(2) }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: new RegExp(`^${words.tab}`) }).click();
    await page.getByRole('heading', { name: tell.title(2) }).waitFor();
    await fits(page);
    const told = await api.database.sql(
      `select id from mails where kind = 'event-changed' and subject_id in
      (select id from event_messages where event_id = $1)`,
      [event.id],
    );
    expect(told).toEqual([]);
  });
});

describe('the messages of an evening', () => {
  it('begin in one press with those who came, once it is over', async () => {
    const { page, event, open } = await desk({ came: true });
    await makeAttendee(api.database, event, { came: false });
    await api.database.sql(
      `update events set starts_at = app_now() - interval '1 day', ends_at = app_now() - interval '21 hours' where id = $1`,
      [event.id],
    );
    await open('');
    await page.getByRole('link', { name: words.writeToThose }).click();
    await page.getByText(whom.reaches(2), { exact: true }).waitFor();
    await page.getByText(whom.some).click();
    expect(await page.getByLabel(whom.came).inputValue()).toBe('true');
  });

  it('are read by a host, who writes none', async () => {
    const { page, event, open } = await desk({ role: 'host' });
    await api.database.sql(
      `insert into event_messages (id, organization_id, event_id, kind, state, name, subject, text, segment, version, created_at)
       values (gen_random_uuid(), $1, $2, 'announcement', 'draft', '', 'The line-up', 'Hello.',
         '{"status":["confirmed"],"came":null,"format":null,"answer":null}', 1, app_now())`,
      [event.organizationId, event.id],
    );
    await open('/messages');
    await page.getByRole('link', { name: 'The line-up' }).click();
    await page.getByText('Hello.').waitFor();
    await expectAccessible(page);
    expect(await page.getByRole('textbox').count()).toBe(0);
    await open('/messages/new');
    await page.getByRole('heading', { name: words.noRight }).waitFor();
  });

  it('fit 320 pixels by night, fifty of them with long subjects, and can be walked through by keys', async () => {
    const phone = newPhone(browser, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    const { page, event, open } = await desk({ context: phone });
    await api.database.sql(
      `insert into event_messages (id, organization_id, event_id, kind, state, name, subject, text, segment, version, created_at)
       select gen_random_uuid(), $1, $2, 'announcement', 'draft', '', 'Message ' || n || repeat(' unbreakable', 3) || repeat('w', 120),
         'Hello.', '{"status":["confirmed"],"came":null,"format":null,"answer":null}', 1, app_now()
       from generate_series(1, 50) n`,
      [event.organizationId, event.id],
    );
    await open('/messages');
    const links = page.getByRole('listitem').getByRole('link', { name: /^Message \d/ });
    await links.nth(49).waitFor();
    await fits(page);
    await expectAccessible(page);
    expect(await smallTargets(page)).toEqual([]);
    await links.first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await links.nth(1).evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText(words.keys.write).waitFor();
    await page.keyboard.press('Escape');
    await links.nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel(form.subject).waitFor();
    await fits(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: form.keep }).focus();
    await page.keyboard.press('Escape');
    await links.nth(49).waitFor();
  });

  it('wake nobody: one that is sent at night leaves in the morning, and says so', async () => {
    await moveClock(api.db, '2026-10-17T22:30:00-07:00');
    const { page, event, guests, open } = await desk();
    const listed = await makeAttendee(api.database, event, { came: false });
    await api.database.sql('update attendees set may_write = false where id = $1', [listed.id]);
    await open('/messages/new');
    await write(page, 'Bring a coat', 'Hello {name}.');
    await page.getByText(whom.onlyListed(1)).waitFor();
    await page.getByRole('button', { name: form.send(2) }).click();
    await row(page, 'Bring a coat').getByText(words.waits).waitFor();
    await leave(page);
    await page.getByText(form.planned('tomorrow, 08:00 (PDT)')).waitFor();
    expect(sink.messages.some(({ subject }) => subject === 'Bring a coat')).toBe(false);
    await moveClock(api.db, '2026-10-18T08:05:00-07:00');
    for (const guest of guests) await mailTo(guest, 'Bring a coat');
  });
});
