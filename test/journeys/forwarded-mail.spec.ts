import { idOfMessage, returnPathOf } from '#libs/database';
import { takeIn } from '../../apps/worker/src/bounces/take-in.ts';
import { newLog } from '../../apps/worker/src/log.ts';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type Api, startApi } from '../support/api.ts';
import { makePerson } from '../support/factories.ts';
import { Host } from '../support/invitations.ts';
import { postfix, yahoo } from '../support/returned-mails.ts';
import { RsvpDesk, submit } from '../support/rsvp-desk.ts';
import { type SmtpSink, type SunkMail, startSink } from '../support/smtp-sink.ts';
import { startTestWorker, until } from '../support/worker.ts';

// Somebody forwards an invitation. Whoever gets it has its link and its id, which is all that a complaint in the reader's name
// takes. It must do no more than the link.

let api: Api;
let sink: SmtpSink;
let worker: RunningWorker;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T17:00:00Z' });
  sink = await startSink();
  worker = await startTestWorker({ database: api.database, smtpUrl: sink.url, publicUrl: api.url });
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await api.stop();
});

async function makeGuild() {
  const desk = await RsvpDesk.of(api);
  return { desk, host: await Host.of(api, desk) };
}

type Guild = Awaited<ReturnType<typeof makeGuild>>;

const soon = { startsLocal: '2027-10-19T18:00', endsLocal: '2027-10-19T21:00' };

/** A host invites to another evening. @returns how the mail ended */
async function invited({ desk, host }: Guild, email: string): Promise<string> {
  const event = await desk.evening(10, soon);
  await host.invite(event, email);
  const states = () =>
    api.database.sql<{ end: string | null }>(
      `select case when m.final_at is not null then coalesce(nullif(m.outcome, 'accepted'), m.state) end as end
       from mails m join invitations i on i.id = m.subject_id where i.event_id = $1`,
      [event.id],
    );
  await until(async () => ((await states())[0]?.end ?? null) !== null, 'The invitation did not end');
  return (await states())[0]?.end ?? '';
}

/** An address that has not answered gets few mails within one. */
const anHourLater = () => api.database.sql('delete from budgets');

const mailTo = (email: string, fits: (mail: SunkMail) => boolean): Promise<SunkMail> =>
  sink.waitFor((mail) => mail.to.includes(email) && fits(mail));

/** As a mail provider tells it that keeps nothing of the envelope, and as anybody can write it. */
const complaintAbout = (mail: SunkMail): Buffer =>
  yahoo({
    path: 'acquaint@example.org',
    headers: [
      `List-Unsubscribe: ${mail.headers.get('list-unsubscribe') ?? ''}`,
      `Message-ID: ${mail.messageId}`,
    ],
  });

it('whoever was forwarded a mail can keep its reader from nothing that they ask for, and the reader takes it back', async () => {
  const [guild, other] = [await makeGuild(), await makeGuild()];
  const { id, email } = await makePerson(api.database, { name: 'Ines Okafor' });
  expect(await invited(guild, email)).toBe('sent');
  const forwarded = await mailTo(email, ({ headers }) => headers.has('list-unsubscribe'));
  const { keys } = api.config;
  const report = complaintAbout(forwarded);
  expect(await takeIn({ db: api.db, keys, log: newLog('test') }, report)).toBe('complaint');

  // That organization may not write by itself any more, and others may.
  expect(await invited(guild, email)).toBe('stopped');
  expect(await invited(other, email)).toBe('sent');

  // What the reader asks for comes: a seat, here as anywhere, and the way in.
  const evening = await guild.desk.evening(10, soon);
  await anHourLater();
  await guild.desk.rsvp(evening, email);
  await mailTo(email, ({ text }) => text.includes('/rsvp/confirm/'));
  await submit(api, '/sign-in', '/sign-in', { email });
  await mailTo(email, ({ text }) => text.includes('/sign-in/link/'));

  // Signed in they see what is stopped, and let it come again.
  const cookie = await api.cookieOf(id);
  const form = { organization: guild.desk.organizationId, topic: 'all' };
  expect((await submit(api, '/me/mail', '/me/mail/resume', form, cookie)).status).toBe(303);
  await anHourLater();
  expect(await invited(guild, email)).toBe('sent');
});

/** They ask to sign in. @returns how each of their mails about that has ended so far */
async function askedIn({ id, email }: { id: string; email: string }): Promise<string[]> {
  const rows = () =>
    api.database.sql<{ state: string; ended: boolean }>(
      `select state, final_at is not null as ended from mails where person_id = $1 and kind = 'sign-in' order by id`,
      [id],
    );
  const before = (await rows()).length;
  await submit(api, '/sign-in', '/sign-in', { email });
  const done = async () => (await rows()).filter(({ ended }) => ended).length > before;
  await until(done, 'The mail did not end');
  return (await rows()).map(({ state }) => state);
}

it('nor by a report that the address is dead, which anybody can write who was forwarded the mail whole', async () => {
  const guild = await makeGuild();
  const { id, email } = await makePerson(api.database);
  expect(await invited(guild, email)).toBe('sent');
  const { messageId } = await mailTo(email, () => true);
  const { keys } = api.config;
  const path = returnPathOf(keys, idOfMessage(messageId) ?? '', 'bounces.example.org');
  const report = postfix({ path, recipient: email });
  expect(await takeIn({ db: api.db, keys, log: newLog('test') }, report)).toBe('hard');
  expect(await invited(guild, email)).toBe('suppressed-address');
  await anHourLater();
  expect(await askedIn({ id, email })).toEqual(['sent']);
  // Control: when the server itself says that there is no such address, nobody gets in by it any more.
  sink.behave(({ at }) =>
    at === 'rcpt' ? { kind: 'refuse', code: 550, message: '5.1.1 No such user' } : { kind: 'accept' },
  );
  expect(await askedIn({ id, email })).toEqual(['sent', 'failed']);
  sink.behave();
  expect(await askedIn({ id, email })).toEqual(['sent', 'failed', 'suppressed']);
});
