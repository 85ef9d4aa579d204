import { erasePerson } from '#libs/database';
import { critiqueNow } from '#libs/words';
import type { Browser, Page } from 'playwright-core';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { at, settleChoices } from '../support/evening.ts';
import { type SmtpSink, type SunkMail, startSink } from '../support/smtp-sink.ts';
import { moveClock, startTestWorker, until } from '../support/worker.ts';
import {
  type WorkToHear,
  type WrittenAuthor,
  type WrittenRound,
  makeWrittenRound,
} from '../support/written-round.ts';

// A round of critique that nobody has to travel for: works are dealt out by mail, heard and written about at home, and
// read when everybody has had three days. Api, worker and an SMTP server; only the clock is moved. The steps are one story
// and stand in its order.

const patience = 120_000;
const names = ['Ana Lind', 'Ben Ode', 'Cleo Fry', 'Dan Mori', 'Eva Nuss', 'Finn Ahl', 'Gus Pell'];

let api: Api;
let sink: SmtpSink;
let worker: RunningWorker;
let browser: Browser;
let round: WrittenRound;
let read = 0;

beforeAll(async () => {
  sink = await startSink();
  const webFolder = await builtWeb();
  // A Monday before the round; the clocks of Los Angeles have just gone back.
  api = await startApi({ webFolder, time: at('2026-11-09T12:00').toISOString() });
  browser = await launchBrowser();
  worker = await startTestWorker({
    database: api.database,
    publicUrl: api.url,
    smtpUrl: sink.url,
    filesFolder: api.config.files.folder,
  });
  round = await makeWrittenRound(api, names, ['Hal Root', 'Ida Voss']);
}, patience);

afterAll(async () => {
  await browser.close();
  await worker.stop();
  await api.stop();
  await sink.stop();
}, patience);

const passTo = (local: string): Promise<void> => moveClock(api.db, at(local), 60_000);

/** What arrived since this was asked last, as many as are awaited. */
async function mails(count: number): Promise<SunkMail[]> {
  await until(
    () => Promise.resolve(sink.messages.length >= read + count),
    `Only ${sink.messages.length - read} mails came`,
  );
  const fresh = sink.messages.slice(read);
  read = sink.messages.length;
  return fresh;
}

const readersOf = (some: readonly SunkMail[]): string[] => some.flatMap(({ to }) => to).sort();
const addressesOf = (...some: readonly { email: string }[]): string[] =>
  some.map(({ email }) => email).sort();
const mailTo = (some: readonly SunkMail[], { email }: { email: string }): SunkMail =>
  some.find(({ to }) => to.includes(email))!;
const linkIn = ({ text }: SunkMail): string => /https?:\/\/\S+\/critique\/[^\s#]+/.exec(text)![0];
const author = (name: string): WrittenAuthor => round.authors.find((one) => one.name.startsWith(name))!;
const open = (hearings: readonly WorkToHear[]) => hearings.filter(({ state }) => state === 'assigned');

async function phone(link: string, width = 390): Promise<Page> {
  const context = await newPhone(browser, { viewport: { width, height: 844 } });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto(link);
  return page;
}
const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

describe('a written round', () => {
  let dealt: SunkMail[];

  it(
    'is dealt out by mail: three works for each author, three critics for each work, due in 72 hours',
    async () => {
      await passTo('2026-11-10T09:00');
      await round.dealOut();
      dealt = await mails(names.length);
      expect(readersOf(dealt)).toEqual(addressesOf(...round.authors));
      const heard = new Map<string, number>();
      for (const one of round.authors) {
        const mail = mailTo(dealt, one);
        expect(mail.subject).toBe('3 works for your ears');
        expect(mail.text).toContain('until Friday 13 November 2026, 09:00, Los Angeles time (PST)');
        const hearings = await round.hears(one);
        expect(hearings).toHaveLength(3);
        for (const { title, author: by } of hearings) {
          expect(mail.text).toContain(`“${title}” by ${String(by)}`);
          expect(title).not.toBe(one.title);
          heard.set(title, (heard.get(title) ?? 0) + 1);
        }
      }
      expect([...heard.values()]).toEqual(names.map(() => 3));
    },
    patience,
  );

  it(
    'is heard and written about on a phone that says how much is missing, saves as one types and forgets nothing',
    async () => {
      const ana = author('Ana');
      const page = await phone(linkIn(mailTo(dealt, ana)), 320);
      await page.getByRole('heading', { name: critiqueNow.written.title(3) }).waitFor();
      await page.getByText('Fri 13 Nov 2026, 09:00 (PST)').waitFor();
      await expectAccessible(page);
      expect(await scrollsSideways(page)).toBe(false);
      const [first] = await round.hears(ana);
      await page.getByRole('button', { name: critiqueNow.written.open(first!.title) }).click();
      await page.getByText('Does the end come too soon?').waitFor();

      const field = page.getByLabel(critiqueNow.form.meaning);
      await field.fill('The tide goes out and nobody says so.');
      await page.getByText(critiqueNow.form.more(142)).waitFor();
      await field.fill(Array.from({ length: 150 }, (_, at) => `word${at}`).join(' '));
      await page.getByText(critiqueNow.form.counts).waitFor();
      await page.getByText(critiqueNow.form.saved, { exact: true }).waitFor();
      await expectAccessible(page);
      expect(await scrollsSideways(page)).toBe(false);

      await page.reload();
      await page.getByText(critiqueNow.written.state(150, 150)).waitFor();
      await page.getByRole('button', { name: critiqueNow.written.open(first!.title) }).click();
      await page.getByLabel(critiqueNow.form.meaning).waitFor();
      await until(
        async () => (await field.inputValue()).startsWith('word0 word1 '),
        'The words did not come back',
      );
      await page.context().close();
      const [now] = await round.hears(ana);
      expect(now).toMatchObject({ title: first!.title, words: 150, state: 'assigned' });
    },
    patience,
  );

  it(
    'asks somebody without a work by mail, where a critic says that they cannot',
    async () => {
      const ben = author('Ben');
      const page = await phone(linkIn(mailTo(dealt, ben)));
      const refused = (await round.hears(ben)).find(({ author: by }) => by !== 'Dan Mori');
      await page.getByRole('button', { name: critiqueNow.written.open(refused!.title) }).click();
      await page.getByRole('button', { name: critiqueNow.decline.do }).click();
      await page.getByRole('button', { name: critiqueNow.decline.undo }).waitFor();
      // Leaving the page is meant, as after ten seconds.
      await page.goto('about:blank');
      const [asked] = await mails(1);
      await page.context().close();
      const standby = round.others.find(({ email }) => asked!.to.includes(email))!;
      expect(asked!.subject).toBe('One work for your ears');
      expect(asked!.text).toContain(`“${refused!.title}”`);
      expect(asked!.text).toContain('until Friday 13 November 2026, 09:00');
      expect(open(await round.hears(ben))).toHaveLength(2);
      expect(await round.hears(standby)).toMatchObject([{ title: refused!.title, state: 'assigned' }]);
    },
    patience,
  );

  it(
    'reminds after 48 hours whoever lacks words, and neither who stopped mail nor who has left',
    async () => {
      const [ana, ben, cleo, dan, eva] = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva'].map(author);
      for (const { assignmentId } of await round.hears(ana!)) await round.write(ana!, assignmentId, 150);
      for (const { assignmentId } of open(await round.hears(ben!)))
        await round.write(ben!, assignmentId, 149);
      // Cleo reads no mails of events any more, and writes by the link that was mailed before.
      const stop = mailTo(dealt, cleo!).headers.get('list-unsubscribe')!;
      const address = /<(https?:[^>]+)>/.exec(stop)![1]!;
      await api.http
        .post(address.slice(api.url.length))
        .type('form')
        .send({ 'List-Unsubscribe': 'One-Click' })
        .expect(200);
      for (const { assignmentId } of await round.hears({
        token: linkIn(mailTo(dealt, cleo!)).split('/').at(-1)!,
      }))
        await round.write(cleo!, assignmentId, 160);
      await api.db.write({ kind: 'system' }, (tx) => erasePerson(tx, api.config.keys, dan!.personId));

      await passTo('2026-11-12T12:00');
      const reminders = (await mails(1)).filter(({ subject }) => subject === 'One day left to write');
      const standby = round.others.filter(({ email }) => readersOf(reminders).includes(email));
      expect(readersOf(reminders)).toEqual(
        addressesOf(ben!, eva!, author('Finn'), author('Gus'), ...standby),
      );
      expect(standby.length).toBeGreaterThan(0);
      for (const { text } of reminders) expect(text).not.toContain('Dan');
    },
    patience,
  );

  interface Letter {
    standing: string;
    letter: { critiques: { critic: string | null; meaning: string }[] } | null;
  }
  const letterOf = async (one: WrittenAuthor): Promise<Letter> =>
    (await api.http.get(round.mine(one, '/letter')).expect(200)).body as Letter;

  it(
    'hands every letter over after 72 hours, pays for each critique that counts, and nothing for silence',
    async () => {
      await passTo('2026-11-13T08:59');
      expect(sink.messages).toHaveLength(read);
      for (const one of round.authors.filter(({ name }) => !name.startsWith('Dan')))
        expect(await letterOf(one)).toMatchObject({ standing: 'waiting', letter: null });

      // The works were handed out a moment after nine.
      await passTo('2026-11-13T09:05');
      const ends = await mails(names.length - 2);
      const known = [...round.authors, ...round.others];
      const readers = readersOf(ends).map((email) => known.find((one) => one.email === email)!.name);
      expect(readers).toEqual(
        expect.arrayContaining(['Ana Lind', 'Ben Ode', 'Eva Nuss', 'Finn Ahl', 'Gus Pell']),
      );
      // Cleo stopped mails of events, and Dan has left.
      expect(readers).not.toEqual(expect.arrayContaining(['Cleo Fry']));
      expect(readers).not.toEqual(expect.arrayContaining(['Dan Mori']));

      const ended = [
        { name: 'Ana', states: ['done'], earned: 3 },
        { name: 'Ben', states: ['declined', 'missed'], earned: 0 },
        { name: 'Cleo', states: ['done'], earned: 3 },
        { name: 'Gus', states: ['missed'], earned: 0 },
      ];
      for (const { name, states, earned } of ended) {
        const hearings = await round.hears(author(name));
        expect(new Set(hearings.map(({ state }) => state))).toEqual(new Set(states));
        expect({ name, earned: await round.earned(author(name)) }).toEqual({ name, earned });
      }
    },
    patience,
  );

  it(
    'gives each author every word that was written to them, with the names of who wrote',
    async () => {
      const ana = author('Ana');
      const [hearing] = (await round.hears(ana)).filter(
        ({ author: by }) => by !== null && !by.startsWith('Cleo'),
      );
      const reader = author(hearing!.author!);
      const { standing, letter } = await letterOf(reader);
      expect(standing).toBe('here');
      const words = new Map(letter!.critiques.map(({ critic, meaning }) => [critic, meaning]));
      expect(words.get('Ana Lind')).toMatch(/^(word0 word1 |tide tide )/);
      // Those who wrote nothing are not named either.
      for (const silent of ['Eva Nuss', 'Finn Ahl', 'Gus Pell']) expect(words.has(silent)).toBe(false);
    },
    patience,
  );

  it(
    'introduces two who choose each other afterwards, and tells nobody of a choice that is not returned',
    async () => {
      const ana = author('Ana');
      const [first, second] = (await round.hears(ana)).filter(({ author: by }) => by !== null);
      const [friend, other] = [author(first!.author!), author(second!.author!)];
      const choose = (who: WrittenAuthor, whom: readonly WrittenAuthor[]) =>
        api.http
          .put(round.mine(who, '/picks'))
          .send({ picks: whom.map(({ attendeeId }) => attendeeId) })
          .expect(200);
      await choose(ana, [friend, other]);
      await choose(friend, [ana]);
      // Nobody waits for what their choice leads to; what the worker does a minute later is done now.
      await settleChoices(api);
      await passTo('2026-11-13T18:00');
      const after = await mails(2);
      expect(readersOf(after)).toEqual(addressesOf(ana, friend));
      for (const { subject, text } of after) {
        expect(subject).toContain('please meet');
        expect(text).toContain(`Reach Ana: ${ana.email}`);
        expect(text).toContain(friend.email);
        expect(text).not.toContain(other.name);
      }
    },
    patience,
  );
});
