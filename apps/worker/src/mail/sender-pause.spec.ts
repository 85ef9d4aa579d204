import { Database, newGrant, openDataSource, sendingPause } from '#libs/database';
import { everyOrganization, inOrganization, system } from '#libs/domain';
import { post } from '#libs/mail';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import { mailRows, makeComingEvent } from '../../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { type SmtpPeer, startPeer } from '../../../../test/support/smtp-peer.ts';
import { startTestWorker, until } from '../../../../test/support/worker.ts';
import type { RunningWorker } from '../worker.ts';

let database: TestDatabase;
let db: Database;
let peer: SmtpPeer;
let worker: RunningWorker;
let event: Awaited<ReturnType<typeof makeComingEvent>>;

beforeEach(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  peer = await startPeer({ login: true });
  event = await makeComingEvent(database);
  worker = await startTestWorker({ database, smtpUrl: peer.url });
});
afterEach(async () => {
  await worker.stop();
  await peer.stop();
  await db.close();
  await database.drop();
});

async function queueRsvps(count: number): Promise<void> {
  const { organizationId } = event;
  for (let made = 0; made < count; made += 1) {
    const person = await makePerson(database);
    const { id: subjectId } = await makeAttendee(database, event, { person, came: false });
    await db.write(inOrganization(organizationId, system), (tx) =>
      post(tx, [{ organizationId, kind: 'rsvp-confirmed', subjectId, personId: person.id }]),
    );
  }
}

const pause = () => db.read({ kind: 'system' }, sendingPause);
const paused = () => until(async () => (await pause()) !== null, 'Sending was not paused');
const allIn = (state: string) =>
  until(async () => (await mailRows(database)).every((mail) => mail.state === state), `Not all are ${state}`);
const askAgainNow = () =>
  database.sql(
    `with due as (update sending_pause set probe_at = clock_timestamp()) select pg_notify('mail', '')`,
  );

it.each([
  ['the password is wrong', 'auth', 535],
  ['the server wants a login first', 'mail', 530],
] as const)(
  'when %s, mails wait without an attempt, and all leave when it is right again',
  async (_, step, code) => {
    peer.conduct = (exchange) => (exchange.step === step ? { say: code } : undefined);
    await queueRsvps(6);
    await paused();
    await allIn('queued');
    expect((await mailRows(database)).map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0, 0, 0]);
    const { connections } = peer;
    await askAgainNow();
    await until(() => Promise.resolve(peer.connections > connections), 'The server was not asked again');
    await allIn('queued');
    expect(await pause()).not.toBeNull();
    peer.conduct = () => undefined;
    await askAgainNow();
    await allIn('sent');
    expect(await pause()).toBeNull();
    expect(peer.accepted).toHaveLength(6);
  },
);

it('a server that takes the password and then lets one mail wait for ever does not hold up the others', async () => {
  peer.conduct = ({ step }) => (step === 'auth' ? { say: 535 } : undefined);
  await queueRsvps(4);
  await paused();
  await allIn('queued');
  let tarred: string | undefined;
  peer.conduct = ({ step, to }) => {
    if (step !== 'rcpt') return undefined;
    tarred ??= to[0];
    return to[0] === tarred ? { silent: true } : undefined;
  };
  await askAgainNow();
  await until(() => Promise.resolve(peer.accepted.length === 3), 'The others did not leave');
  expect(await pause()).toBeNull();
});

describe('a mail that waited so long that its code or its link is over', () => {
  /** A question to sign in, and an RSVP to confirm. */
  async function queueMinted(): Promise<void> {
    const { organizationId } = event;
    const person = await makePerson(database);
    const { id: subjectId } = await makeAttendee(database, event, { person, came: false });
    const personId = person.id;
    await db.write(everyOrganization, async (tx) => {
      const signIn = await newGrant(tx, { purpose: 'sign-in', minutes: 10, personId });
      const rsvp = { purpose: 'confirm-rsvp', minutes: 60, personId, organizationId, subjectId } as const;
      await post(tx, [
        { organizationId: null, kind: 'sign-in', subjectId: signIn, personId },
        { organizationId, kind: 'rsvp-confirm', subjectId: await newGrant(tx, rsvp), personId },
      ]);
    });
  }
  /** As if so many minutes had gone by since the grants were made, or their mails written. */
  const pass = (minutes: number) =>
    database.sql(
      `update grants set created_at = created_at - make_interval(mins => $1), expires_at = expires_at - make_interval(mins => $1)`,
      [minutes],
    );
  const ends = async () =>
    (await mailRows(database)).map(({ kind, state, outcome }) => [kind, state, outcome]).sort();

  beforeEach(async () => {
    peer.conduct = ({ step }) => (step === 'auth' ? { say: 535 } : undefined);
    await queueMinted();
    await paused();
    await allIn('queued');
    expect((await mailRows(database)).filter(({ messageId }) => messageId === null)).toEqual([]);
    peer.conduct = () => undefined;
  });

  it('does not leave any more, and what waits behind it does at once', async () => {
    await pass(61);
    await queueRsvps(1);
    await askAgainNow();
    await until(() => Promise.resolve(peer.accepted.length === 1), 'What waited behind it did not leave');
    await until(
      async () => (await ends()).every(([, state]) => state !== 'handed'),
      'It is still on its way',
    );
    expect(await ends()).toEqual([
      ['rsvp-confirm', 'failed', 'expired'],
      ['rsvp-confirmed', 'sent', 'accepted'],
      ['sign-in', 'failed', 'expired'],
    ]);
  });

  it('(control) leaves as it was written as long as it is good', async () => {
    await pass(9);
    await askAgainNow();
    await allIn('sent');
    expect(peer.accepted).toHaveLength(2);
  });
});
