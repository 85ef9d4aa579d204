import { app, words } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { Host } from '../support/invitations.ts';
import { type Evening, RsvpDesk } from '../support/rsvp-desk.ts';
import { type SmtpSink, startSink } from '../support/smtp-sink.ts';
import { startTestWorker } from '../support/worker.ts';

// An evening by invitation: a host pastes addresses, the worker writes, and people answer by the link of their mail.

let api: Api;
let sink: SmtpSink;
let worker: RunningWorker;
let browser: Browser;
let host: Page;
let phone: BrowserContext;
let event: Evening;

const screen = app.invitations;
const page = words.invited;

beforeAll(async () => {
  const webFolder = await builtWeb();
  sink = await startSink();
  api = await startApi({ webFolder, time: '2026-10-01T12:00:00Z' });
  worker = await startTestWorker({ database: api.database, publicUrl: api.url, smtpUrl: sink.url });
  browser = await launchBrowser();
  const desk = await RsvpDesk.of(api);
  event = await desk.evening();
  await api.database.sql(`update events set registration = 'invitation', approval = true where id = $1`, [
    event.id,
  ]);
  const context = await newDesktop(browser);
  const [name = '', value = ''] = (await Host.of(api, desk)).cookie.split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  host = await context.newPage();
  host.setDefaultTimeout(30_000);
  const [row] = await api.database.sql<{ slug: string }>('select slug from organizations where id = $1', [
    desk.organizationId,
  ]);
  await host.goto(`${api.url}/app/${row?.slug ?? ''}/events/${event.id}/guests?show=invited`);
  phone = await newPhone(browser, { javaScriptEnabled: false });
  phone.setDefaultTimeout(30_000);
});

afterAll(async () => {
  await browser.close();
  await worker.stop();
  await api.stop();
  await sink.stop();
});

/** The page behind the link of the invitation that reached this address. */
async function opened(email: string): Promise<Page> {
  const mail = await sink.waitFor((one) => one.to.includes(email), 20_000);
  const link = mail.text.split(/\s+/).find((word) => word.startsWith(`${api.url}/invited/`));
  const answer = await phone.newPage();
  await answer.goto(link ?? 'about:blank');
  return answer;
}

describe('an evening by invitation', () => {
  it('begins with pasted addresses, counted as they stand there', async () => {
    await host.getByLabel(screen.paste).fill('Ines <ines@example.org>, bo@example.org\nnobody');
    await host.getByText(screen.count(2), { exact: true }).waitFor();
    await host.getByRole('button', { name: screen.send(2) }).click();
    await host.getByText(screen.outcomes.unusable).waitFor();
    await host.getByText(screen.summary(2, 0, 0)).waitFor();
    await expectAccessible(host);
  });

  it('is answered on a phone without script: with a yes that needs nobody’s approval', async () => {
    const answer = await opened('ines@example.org');
    await answer.getByLabel(words.pages.rsvp.name).fill('Ines Okafor');
    await answer.getByRole('button', { name: page.yes }).click();
    await answer.getByText(words.pages.mine.statuses.confirmed).first().waitFor();
    expect(await answer.textContent('main')).toContain('1200 East 5th Street');
  });

  it('and with a no, at which the mails end', async () => {
    const answer = await opened('bo@example.org');
    await answer.getByRole('button', { name: page.no }).click();
    await answer.getByText(page.saidNoTitle).waitFor();
    await host.reload();
    await host.getByText(screen.summary(0, 1, 1)).waitFor();
    expect(sink.messages.filter(({ to }) => to.includes('bo@example.org'))).toHaveLength(1);
  });

  it('lets the host take an invitation back, after a moment to think again', async () => {
    await host.getByRole('button', { name: screen.revokeName('bo@example.org') }).click();
    await host.getByText(screen.willRevoke('bo@example.org')).waitFor();
    await host.getByRole('button', { name: app.undo.undo }).click();
    await host.getByRole('button', { name: screen.revokeName('bo@example.org') }).waitFor();
    expect(await host.getByRole('row').last().textContent()).toContain(screen.states.declined);
  });
});
