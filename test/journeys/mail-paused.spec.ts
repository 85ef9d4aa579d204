import { inOrganization, system } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { type HeldLine, openLine } from '../crash/held-line.ts';
import { type Api, startApi } from '../support/api.ts';
import { makeAttendee, makeMember, makePerson } from '../support/factories.ts';
import { mailRows, makeComingEvent, makeIntroducedPair } from '../support/mails.ts';
import { type SmtpPeer, startPeer } from '../support/smtp-peer.ts';
import { startTestWorker, until } from '../support/worker.ts';

// A mail server that does not take our password any more, and one that breaks off at the worst moments: the fault is not
// the mails', so all of them wait, and all of them leave.

let api: Api;
let peer: SmtpPeer;
let line: HeldLine;
let worker: RunningWorker;
let event: Awaited<ReturnType<typeof makeComingEvent>>;
let cookie: string;

beforeEach(async () => {
  api = await startApi({ time: '2026-10-20T17:00:00Z' });
  peer = await startPeer({ login: true });
  line = await openLine(api.database);
  event = await makeComingEvent(api.database);
  const { personId } = await makeMember(api.database, event.organizationId);
  cookie = await api.cookieOf(personId);
  const database = { ...api.database, appUrl: line.url };
  // A tarpit is left after four seconds.
  worker = await startTestWorker({ database, smtpUrl: peer.url, leaseSeconds: 5 });
});

afterEach(async () => {
  await worker.stop();
  await peer.stop();
  await line.close();
  await api.stop();
});

async function queue(mails: readonly Omit<MailRequest, 'organizationId'>[]): Promise<void> {
  const { organizationId } = event;
  await api.db.write(inOrganization(organizationId, system), (tx) =>
    post(
      tx,
      mails.map((mail) => ({ ...mail, organizationId })),
    ),
  );
}

/** Mails about a seat to so many people, each at another domain. */
async function queueRsvps(count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, (_, index) => `guest${index}@domain${index}.example`);
  const mails = [];
  for (const email of emails) {
    const person = await makePerson(api.database, { email });
    const attendee = await makeAttendee(api.database, event, { person, came: false });
    mails.push({ kind: 'rsvp-confirmed' as const, subjectId: attendee.id, personId: person.id });
  }
  await queue(mails);
  return emails;
}

async function queueIntroduction(): Promise<string> {
  const { id, a, b } = await makeIntroducedPair(api.database, event);
  await queue([{ kind: 'introduction', subjectId: id, personId: a.id, speaksOf: [id, b.id] }]);
  return a.email;
}

const copies = () => peer.accepted.map(({ to }) => to.join()).sort();
const states = async () => (await mailRows(api.database)).map(({ state }) => state);

const allSent = () =>
  until(async () => (await states()).every((state) => state === 'sent'), 'Some mail was not sent');

/** What whoever runs the installation is shown. */
async function shownPause(): Promise<unknown> {
  const { body } = await api.http.get('/api/v1/installation/mail').set('cookie', cookie).expect(200);
  return (body as { pause: unknown }).pause;
}

/** Real time goes by, to the next look at a paused sender or after a wait. */
const letTimePass = () =>
  api.database.sql(
    `with paused as (update sending_pause set probe_at = clock_timestamp()),
       waiting as (update mails set not_before = clock_timestamp() where state = 'queued')
     select pg_notify('mail', '')`,
  );

async function pauseWith(mails: number): Promise<string[]> {
  peer.conduct = ({ step }) => (step === 'auth' ? { say: 535 } : undefined);
  const emails = await queueRsvps(mails);
  await until(async () => (await shownPause()) !== null, 'Nobody was told that sending is paused');
  await until(async () => (await states()).every((state) => state === 'queued'), 'Not all of them wait');
  return emails;
}

describe('a mail server that does not take our password', () => {
  it('makes all mails wait without an attempt, is asked again now and then, and gets them all when it does', async () => {
    const emails = await pauseWith(40);
    expect(await shownPause()).toMatchObject({ reason: 'sign-in' });
    expect((await mailRows(api.database)).every(({ attempts }) => attempts === 0)).toBe(true);
    // Still wrong: one mail asks, and the others go on waiting.
    const { connections } = peer;
    await letTimePass();
    await until(
      () => Promise.resolve(peer.connections === connections + 1),
      'The server was not asked again',
    );
    await until(async () => (await states()).every((state) => state === 'queued'), 'Not all of them wait');
    expect(await shownPause()).toMatchObject({ reason: 'sign-in' });
    // Right again: all of them, once each.
    peer.conduct = () => undefined;
    await letTimePass();
    await allSent();
    expect(copies()).toEqual([...emails].sort());
    expect(await shownPause()).toBeNull();
  });

  it('gets all others while the mail that asks whether it takes the password again is held in a tarpit', async () => {
    const emails = await pauseWith(20);
    let held = '';
    peer.conduct = ({ step, to: [email = ''] }) => {
      if (step !== 'rcpt') return undefined;
      held = held === '' ? email : held;
      return email === held ? { silent: true } : undefined;
    };
    await letTimePass();
    await until(
      () => Promise.resolve(peer.accepted.length === emails.length - 1),
      'The others did not leave',
    );
    expect(copies()).toEqual(emails.filter((email) => email !== held).sort());
    // The one that asked was never taken, so it waits and comes again.
    peer.conduct = () => undefined;
    await until(async () => (await states()).includes('queued'), 'It is still in the tarpit');
    await letTimePass();
    await allSent();
    expect(copies()).toEqual([...emails].sort());
  });
});

describe('a connection that breaks', () => {
  it('before the last bytes leave, gives the mail back: the server surely does not have it', async () => {
    await line.stopAt({ change: 'handed', commit: 'before' });
    const email = await queueIntroduction();
    await until(() => line.isHeld(), 'It was not about to be handed over');
    peer.cut();
    await line.release();
    await until(async () => (await states())[0] === 'queued', 'It was not given back');
    expect(copies()).toEqual([]);
    await letTimePass();
    await allSent();
    expect(copies()).toEqual([email]);
  });

  it('(control) after the last bytes have left, leaves it to a person to say', async () => {
    peer.conduct = ({ step }) => (step === 'body' ? { drop: true } : undefined);
    await queueIntroduction();
    await until(async () => (await states())[0] === 'unsure', 'It is not in doubt');
    expect(copies()).toEqual([]);
  });
});
