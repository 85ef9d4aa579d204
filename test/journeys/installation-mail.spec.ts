import { pauseSending, resumeSending } from '#libs/database';
import { app, mailHealth as words } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Dns } from '../../apps/api/src/installation-mail/installation-mail.service.ts';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makeMember, makeOrganization, makePerson } from '../support/factories.ts';
import { type SmtpSink, startSink } from '../support/smtp-sink.ts';
import { stubDns } from '../support/stub-dns.ts';
import { startTestWorker } from '../support/worker.ts';

// Whoever runs the installation sees on a phone whether mail leaves, and proves it by a mail to themself.

let api: Api;
let sink: SmtpSink;
let browser: Browser;
let worker: RunningWorker | undefined;
let runner: { id: string; email: string; name: string };
let phone: Page;

beforeAll(async () => {
  const webFolder = await builtWeb();
  api = await startApi({ webFolder, time: '2026-10-20T17:00:00Z' });
  api.app.get(Dns).resolver = stubDns({ txt: { '_dmarc.example.org': ['v=DMARC1; p=reject'] } });
  sink = await startSink();
  browser = await launchBrowser();
  const organization = await makeOrganization(api.database);
  runner = await makePerson(api.database, { email: 'runner@example.org' });
  await makeMember(api.database, organization.id, 'owner', runner);
  phone = await opened(await newPhone(browser), runner.id);
});
afterAll(async () => {
  await browser.close();
  await worker?.stop();
  await sink.stop();
  await api.stop();
});

const startWorker = () => startTestWorker({ database: api.database, smtpUrl: sink.url, publicUrl: api.url });

async function opened(context: BrowserContext, personId: string): Promise<Page> {
  const [name = '', value = ''] = (await api.cookieOf(personId)).split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${api.url}/app/installation/mail`);
  await page.getByRole('heading', { name: words.title }).waitFor();
  return page;
}

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

describe('the screen of the post', () => {
  it('says that no worker runs and what to do, before a mail is missed', async () => {
    await says(phone, words.unwell);
    await says(phone, words.worker.never);
    await says(phone, words.worker.silentHow);
    await says(phone, words.records.unknown);
    await expectAccessible(phone);
  });

  it('says so of a test too, and follows it by itself once a worker runs', async () => {
    await phone.getByRole('button', { name: words.test.send }).click();
    await says(phone, words.verdicts['worker-silent']);
    worker = await startWorker();
    await says(phone, words.verdicts.sent);
    await says(phone, words.test.answer('accepted'));
    expect(sink.messages.map(({ to }) => to)).toEqual([[runner.email]]);
    // The figures follow by themselves.
    await phone.getByText(words.well, { exact: true }).waitFor();
    await says(phone, words.queue.none);
    await expectAccessible(phone);
  });

  it('gives the record that is missing, to be copied', async () => {
    await phone.getByRole('button', { name: words.records.again }).click();
    await says(phone, words.records.lead('acquaint@example.org'));
    await says(phone, words.records.add('example.org'));
    await says(phone, 'v=spf1 a mx ~all');
    await says(phone, words.records.states.dkim['not-signed']);
    await says(phone, words.records.states.dmarc.good);
    await expectAccessible(phone);
  });

  it('says that sending is paused and why, and of a test that it waits', async () => {
    await api.db.write({ kind: 'system' }, (tx) => pauseSending(tx, 'sign-in'));
    await says(phone, words.pause.reasons['sign-in']);
    await phone.getByRole('button', { name: words.test.sendAgain }).click();
    await says(phone, words.verdicts.paused);
    expect(sink.messages).toHaveLength(1);
    await api.db.write({ kind: 'system' }, (tx) => resumeSending(tx));
    await says(phone, words.verdicts.sent);
    expect(sink.messages).toHaveLength(2);
  });

  it('is wide without being torn, on a desk', async () => {
    const desktop = await opened(await newDesktop(browser), runner.id);
    await says(desktop, words.records.states.dmarc.good);
    await expectAccessible(desktop);
    const overflow = await desktop.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await desktop.getByRole('button', { name: runner.name }).click();
    await desktop.getByRole('link', { name: app.nav.installationMail }).waitFor();
  });

  it('shows nothing to anybody else, and no way to it', async () => {
    const organization = await makeOrganization(api.database);
    const { personId } = await makeMember(api.database, organization.id, 'owner');
    const page = await opened(await newDesktop(browser), personId);
    await says(page, words.onlyRunners);
    expect(await page.getByText(words.worker.title, { exact: true }).count()).toBe(0);
    expect(await page.getByRole('link', { name: app.nav.installationMail }).count()).toBe(0);
  });
});
