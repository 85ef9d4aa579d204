import { app, words } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makePerson } from '../support/factories.ts';
import { type SmtpSink, type SunkMail, startSink } from '../support/smtp-sink.ts';
import { moveClock, startTestWorker } from '../support/worker.ts';

const { auth, pages } = words;
const board = app.introductions;

// One evening from its announcement to two people introduced: a browser, the api, the worker and an SMTP server.
// The steps are one story and stand in its order.

let api: Api;
let sink: SmtpSink;
let worker: RunningWorker;
let browser: Browser;
let organizer: Page;
let eventUrl = '';
let publicUrl = '';
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const webFolder = await builtWeb();
  sink = await startSink();
  api = await startApi({ webFolder, time: '2026-10-12T09:00:00-07:00' });
  worker = await startTestWorker({ database: api.database, publicUrl: api.url, smtpUrl: sink.url });
  browser = await launchBrowser();
  organizer = await (await remembered(newDesktop(browser))).newPage();
});

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser.close();
  await worker.stop();
  await api.stop();
  await sink.stop();
});

async function remembered(context: Promise<BrowserContext>): Promise<BrowserContext> {
  (await context).setDefaultTimeout(30_000);
  contexts.push(await context);
  return context;
}

/** Somebody's phone, without script: public pages need none. */
async function phone(): Promise<Page> {
  return (await remembered(newPhone(browser, { javaScriptEnabled: false }))).newPage();
}

/** Looks at an address once more with script, because the tool that looks is one. */
async function expectAccessibleAt(url: string): Promise<void> {
  const page = await (await remembered(newPhone(browser))).newPage();
  await page.goto(url);
  await expectAccessible(page);
  await page.close();
}

const mailTo = (address: string, subject: RegExp): Promise<SunkMail> =>
  sink.waitFor((mail) => mail.to.includes(address) && subject.test(mail.subject), 20_000);

function linkIn(mail: SunkMail, path: string): string {
  const [link] = mail.text.split(/\s+/).filter((word) => word.startsWith(`${api.url}${path}`));
  if (link === undefined) throw new Error(`No ${path} link in:\n${mail.text}`);
  return link;
}

async function rsvp(page: Page, name: string, email: string): Promise<void> {
  await page.goto(publicUrl);
  await page.getByLabel(pages.rsvp.name).fill(name);
  await page.getByLabel(pages.rsvp.email).fill(email);
  await page
    .getByRole('button', { name: new RegExp(`${pages.rsvp.button}|${pages.rsvp.buttonFull}`) })
    .click();
  await page.getByRole('heading', { name: pages.rsvp.sentTitle }).waitFor();
}

async function confirm(page: Page, mail: SunkMail): Promise<void> {
  await page.goto(linkIn(mail, '/rsvp/confirm/'));
  await page.getByRole('button', { name: pages.rsvp.confirmButton }).click();
}

let broken = false;

/** A step that stands on the ones before: when one fails, the rest say so instead of waiting for what cannot come. */
function step(does: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (broken) throw new Error('A step before this one failed.');
    broken = true;
    await does().catch(async (error: unknown) => {
      await organizer.screenshot({ path: 'dist/journey-failure.png', fullPage: true });
      throw error;
    });
    broken = false;
  };
}

describe('an evening', () => {
  it(
    'begins with an organizer who signs in by six digits and makes an organization',
    step(async () => {
      await makePerson(api.database, { email: 'dana@guild.example', name: 'Dana Okafor' });
      await organizer.goto(`${api.url}/app/`);
      await organizer.getByRole('link', { name: app.signedOut.button }).click();
      await organizer.getByLabel(auth.email).fill('dana@guild.example');
      await organizer.getByRole('button', { name: auth.send }).click();
      const mail = await mailTo('dana@guild.example', /./);
      const [code] = /\b\d{6}\b/.exec(mail.text) ?? [''];
      await organizer.getByLabel(auth.code).fill(code);
      await organizer.getByRole('button', { name: auth.useCode }).click();

      await organizer.getByLabel(app.organizations.name).fill('Los Angeles Sound Guild');
      await expectAccessible(organizer);
      await organizer.getByRole('button', { name: app.organizations.make }).click();
      await organizer.getByText(app.events.none).waitFor();
    }),
  );

  it(
    'is posted on one page, published, and read by anybody on a phone without script',
    step(async () => {
      await organizer.getByRole('link', { name: app.events.post }).first().click();
      const form = app.events.form;
      await organizer
        .getByRole('textbox', { name: form.title, exact: true })
        .fill('Sound after the cut: a panel and a mixer');
      await organizer.getByLabel(new RegExp(`^${form.starts}`)).fill('2026-10-19T18:00');
      await organizer.getByLabel(new RegExp(`^${form.ends}`)).fill('2026-10-19T21:00');
      await organizer.getByRole('textbox', { name: form.place, exact: true }).fill('Arts District');
      await organizer.getByRole('textbox', { name: form.city, exact: true }).fill('Los Angeles');
      await organizer.getByLabel(form.privatePlace).fill('1200 East 5th Street');
      await organizer.getByRole('button', { name: form.addPanel }).click();
      await organizer.getByLabel(form.topic(1)).fill('What happens after picture lock');
      await organizer.getByRole('textbox', { name: form.capacity, exact: true }).fill('1');
      await expectAccessible(organizer);
      await organizer.getByRole('button', { name: app.events.publish }).click();
      const page = organizer.getByRole('link', { name: /\/e\/sound-after-the-cut/ });
      publicUrl = (await page.getAttribute('href')) ?? '';
      eventUrl = organizer.url();

      const guest = await phone();
      const response = await guest.goto(publicUrl);
      await guest.getByRole('heading', { name: 'Sound after the cut' }).waitFor();
      expect(await guest.textContent('body')).toContain('Los Angeles time (PDT)');
      expect(await guest.content()).not.toContain('1200 East 5th Street');
      expect(await guest.locator('meta[property="og:title"]').getAttribute('content')).toContain(
        'Sound after the cut',
      );
      const [card] =
        /(?<=<script type="application\/ld\+json"[^>]*>)[^<]+/.exec((await response?.text()) ?? '') ?? [];
      expect(JSON.parse(card ?? '{}')).toMatchObject({
        '@type': 'Event',
        startDate: '2026-10-19T18:00:00-07:00',
      });
      await expectAccessibleAt(publicUrl);
    }),
  );

  it(
    'gives its one seat to the first who confirms, a place in the queue to the next, and moves up when somebody cancels',
    step(async () => {
      const ada = await phone();
      await rsvp(ada, 'Ada Byron', 'ada@guests.example');
      await confirm(ada, await mailTo('ada@guests.example', /Confirm/));
      await ada.getByText(pages.mine.statuses.confirmed).first().waitFor();
      expect(await ada.textContent('body')).toContain('1200 East 5th Street');

      const ben = await phone();
      await rsvp(ben, 'Ben Okri', 'ben@guests.example');
      await confirm(ben, await mailTo('ben@guests.example', /Confirm/));
      await ben.getByText(pages.mine.statuses.waitlisted).first().waitFor();
      expect(await ben.textContent('body')).not.toContain('1200 East 5th Street');

      await ada.goto(linkIn(await mailTo('ada@guests.example', /You are going/), '/my/'));
      await ada.getByRole('button', { name: pages.mine.cancel }).click();
      await ada.getByText(pages.mine.statuses.cancelled).first().waitFor();
      const promoted = await mailTo('ben@guests.example', /A seat for you/);
      await ben.goto(linkIn(promoted, '/my/'));
      await expectAccessibleAt(ben.url());
      await ben.getByText(pages.mine.statuses.confirmed).first().waitFor();
    }),
  );

  it(
    'takes both guest lists the morning after, and says what happened to every row',
    step(async () => {
      await moveClock(api.db, '2026-10-20T08:00:00-07:00');
      for (const list of ['eventbrite', 'luma']) {
        await organizer.goto(`${eventUrl}/import`);
        await organizer.locator('input[type=file]').setInputFiles(`apps/start/guest-lists/${list}.csv`);
        const start = organizer.getByRole('button', { name: /^Import \d+ rows?$/ });
        await start.waitFor();
        await expectAccessible(organizer);
        await start.click();
        await organizer.getByText(app.imports.done).waitFor();
      }
      await organizer.goto(`${eventUrl}/introductions`);
      await organizer.getByText(/52 came\. 35 want introductions/).waitFor();
    }),
  );

  it(
    'offers pairs with a reason for each side, and sends nothing before the host approves',
    step(async () => {
      await organizer.getByRole('button', { name: board.start.find }).click();
      await organizer.getByRole('article').first().waitFor();
      await expectAccessible(organizer);
      const before = sink.messages.length;
      await organizer.clock.install();
      await organizer.reload();
      await organizer.getByRole('article').first().waitFor();
      await organizer.keyboard.press('n');
      await organizer.clock.runFor(11_000);
      await pin();
      await organizer.getByRole('button', { name: /^Approve all \d+ introductions$/ }).click();
      await organizer.clock.runFor(11_000);
      await organizer.getByRole('heading', { name: board.groups.approved.title }).waitFor();
      await expectAccessible(organizer);
      expect(sink.messages).toHaveLength(before);
    }),
  );

  it(
    'asks each side alone at ten the next working day, and introduces only two yeses, at a fixed time',
    step(async () => {
      await moveClock(api.db, '2026-10-21T10:05:00-07:00');
      const [pair, other] = await askedPairs();
      for (const email of [pair.a, pair.b]) await answer(email, pair.id, words.introductions.ask.yes);
      await answer(other.a, other.id, words.introductions.ask.yes);
      await answer(other.b, other.id, words.introductions.ask.no);
      await moveClock(api.db, '2026-10-21T16:10:00-07:00');
      const one = await sink.waitFor(
        (mail) => mail.to.includes(pair.a) && mail.subject.includes('please meet'),
      );
      const two = await sink.waitFor(
        (mail) => mail.to.includes(pair.b) && mail.subject.includes('please meet'),
      );
      expect(one.headers.get('reply-to')).toContain(pair.b);
      expect(two.headers.get('reply-to')).toContain(pair.a);
    }),
  );

  it(
    'stays silent about a no, for both and for the host, until it reads "did not happen" like any other',
    step(async () => {
      await moveClock(api.db, '2026-10-30T09:00:00-07:00', 60_000);
      const introduced = sink.messages.filter((mail) => mail.subject.includes('please meet'));
      expect(introduced).toHaveLength(2);
      await organizer.goto(`${eventUrl}/introductions`);
      const section = (title: string) => organizer.getByRole('region', { name: title });
      await section(board.groups.introduced.title).waitFor();
      await expect(section(board.groups.introduced.title).getByRole('listitem').count()).resolves.toBe(1);
      await section(board.groups.didNotHappen.title).waitFor();
      await expectAccessible(organizer);
    }),
    120_000,
  );

  it(
    'shows every mail in the development mailbox as its reader saw it',
    step(async () => {
      await organizer.goto(`${api.url}/dev/mail`);
      await organizer
        .getByRole('link', { name: /please meet/ })
        .first()
        .click();
      await organizer.frameLocator('iframe').getByText('you both said yes').waitFor();
      await expectAccessible(organizer);
    }),
  );
});

/** A pair of the host's own, of the first person and the last who has no pair with them: suggestions make room for it. */
async function pin(): Promise<void> {
  await organizer.getByRole('button', { name: board.match.open }).first().click();
  const dialog = organizer.getByRole('dialog');
  const people = organizer.getByRole('option');
  const save = dialog.getByRole('button', { name: board.match.save });
  await dialog.getByRole('combobox', { name: board.match.first }).click();
  await people.first().click();
  for (let fromLast = 1; await save.isDisabled(); fromLast += 1) {
    await dialog.getByRole('combobox', { name: board.match.second }).fill('');
    await people.nth(-fromLast).click();
  }
  await expectAccessible(organizer);
  await dialog.getByRole('button', { name: board.match.save }).click();
  await dialog.waitFor({ state: 'hidden' });
  await organizer.getByText(board.ownPair).first().waitFor();
}

interface AskedPair {
  id: string;
  a: string;
  b: string;
}

/** Two pairs whose sides were all asked. */
async function askedPairs(): Promise<[AskedPair, AskedPair]> {
  const rows = await api.database.sql<AskedPair>(
    `select i.id, a.email as a, b.email as b from introductions i join people a on a.id = i.person_a join people b on b.id = i.person_b
     where i.state = 'asking' and not exists (select 1 from introduction_sides s where s.introduction_id = i.id and s.asked_at is null)
     order by i.id limit 2`,
  );
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('Fewer than two pairs were asked');
  return [first, second];
}

/** Opens the question about this introduction from the mail, on a phone, and presses a button. */
async function answer(email: string, introductionId: string, button: string): Promise<void> {
  const mail = await sink.waitFor(
    (one) => one.to.includes(email) && one.text.includes(`${api.url}/ask/`),
    20_000,
  );
  const [side] = await api.database.sql<{ handle: string }>(
    `select replace(h.id::text, '-', '') as handle from handles h join introduction_sides s on s.id = h.subject_id join people p on p.id = s.person_id
     where h.purpose = 'ask' and s.introduction_id = $1 and p.email = $2`,
    [introductionId, email],
  );
  const link = linkIn(mail, `/ask/${side?.handle ?? ''}`);
  const page = await phone();
  await page.goto(link);
  await expectAccessibleAt(link);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('heading', { name: /Thank you/ }).waitFor();
}
