import { Database, openDataSource } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import { makeAttendee, makePerson } from '../support/factories.ts';
import { mailRows, makeComingEvent, makeIntroducedPair } from '../support/mails.ts';
import { type TestDatabase, createDatabase } from '../support/postgres.ts';
import { type SmtpMoment, type SmtpSink, startSink } from '../support/smtp-sink.ts';
import { type WorkerProcess, spawnWorker, until } from '../support/worker.ts';

// A worker is a real process here, and it is killed with -9 in the middle of mailing. Whatever the moment: every mail ends
// in sent, failed, suppressed or unsure, none is lost, and no mail of a kind that must never come twice comes twice.

let database: TestDatabase;
let db: Database;
let sink: SmtpSink;
let event: Awaited<ReturnType<typeof makeComingEvent>>;
const running: WorkerProcess[] = [];

beforeEach(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  sink = await startSink();
  await database.sql(`update installation set clock_offset = '2026-10-20T17:00:00Z'::timestamptz - now()`);
  event = await makeComingEvent(database);
});

afterEach(async () => {
  for (const worker of running.splice(0)) await worker.kill();
  await sink.stop();
  await db.close();
  await database.drop();
});

/** Leases of 2 s, so that what a dead worker left is settled soon; the product's are 60 s. */
function startProcess(): WorkerProcess {
  const worker = spawnWorker({ database, smtpUrl: sink.url, leaseSeconds: 2 });
  running.push(worker);
  return worker;
}

async function queue(mails: readonly MailRequest[]): Promise<void> {
  await db.write(inOrganization(event.organizationId, system), (tx) => post(tx, mails));
}

/** A mail that must never come twice. */
async function introduction(): Promise<Mail> {
  const { id, a, b } = await makeIntroducedPair(database, event);
  const organizationId = event.organizationId;
  return {
    organizationId,
    kind: 'introduction',
    subjectId: id,
    personId: a.id,
    speaksOf: [id, b.id],
    email: a.email,
  };
}

/** A mail that may come once more when in doubt. */
async function rsvp(): Promise<Mail> {
  const person = await makePerson(database);
  const attendee = await makeAttendee(database, event, { person, came: false });
  const { organizationId } = event;
  return {
    organizationId,
    kind: 'rsvp-confirmed',
    subjectId: attendee.id,
    personId: person.id,
    email: person.email,
  };
}

const finalStates = ['sent', 'failed', 'suppressed', 'unsure'];

async function allFinal(): Promise<Map<string, { state: string; outcome: string | null }>> {
  await until(
    async () => (await mailRows(database)).every(({ state }) => finalStates.includes(state)),
    'Some mail never came to an end',
    40_000,
  );
  const rows = await database.sql<{ email: string; state: string; outcome: string | null }>(
    'select p.email, m.state, m.outcome from mails m join people p on p.id = m.person_id',
  );
  return new Map(rows.map(({ email, ...row }) => [email, row]));
}

const copiesFor = (email: string) => sink.messages.filter(({ to }) => to.includes(email));

type Mail = MailRequest & { email: string };

interface Stall {
  mail: Mail;
  at: SmtpMoment['at'];
  /** Whether the server counts the mail as accepted before it falls silent. */
  keep: boolean;
}

/** The server falls silent for ever at one point of each mail's way, once; then the worker is killed. */
async function killWhileSilent(stalls: readonly Stall[]): Promise<void> {
  const waiting = new Set(stalls);
  sink.behave((moment) => {
    const stall = [...waiting].find(({ mail, at }) => at === moment.at && moment.to.includes(mail.email));
    if (stall === undefined) return { kind: 'accept' };
    waiting.delete(stall);
    return { kind: 'stall', until: new Promise(() => undefined), keep: stall.keep };
  });
  const worker = startProcess();
  await queue(stalls.map(({ mail }) => mail));
  for (const { mail, at } of stalls) {
    await sink.waitForMoment((moment) => moment.at === at && moment.to.includes(mail.email), 30_000);
  }
  await worker.kill();
}

/** As many as a worker sends at once, each at another point of its way, and to a domain of its own: one gets not all of them. */
async function fourOnTheirWay() {
  const mails = {
    before: { mail: await introduction(), at: 'rcpt', keep: false },
    taken: { mail: await introduction(), at: 'data', keep: true },
    dropped: { mail: await introduction(), at: 'data', keep: false },
    rsvp: { mail: await rsvp(), at: 'data', keep: true },
  } as const;
  for (const { mail } of Object.values(mails)) {
    mail.email = mail.email.replace('@', `@of-${mail.subjectId.slice(-6)}.`);
    await database.sql('update people set email = $2 where id = $1', [mail.personId, mail.email]);
  }
  return mails;
}

describe('a worker killed with -9', () => {
  it('loses nothing, doubles no introduction, and says where it cannot know', async () => {
    const mails = await fourOnTheirWay();
    await killWhileSilent(Object.values(mails));
    const states = (await mailRows(database)).map(({ state }) => state);
    expect(states.sort()).toEqual(['handed', 'handed', 'handed', 'sending']);
    startProcess();
    const ends = await allFinal();

    // Before the last bytes left: surely not taken, so it is sent, once.
    expect(ends.get(mails.before.mail.email)).toMatchObject({ state: 'sent' });
    expect(copiesFor(mails.before.mail.email)).toHaveLength(1);
    // After them nobody knows. An introduction is left to a person, whether the server took it or not.
    for (const { mail } of [mails.taken, mails.dropped]) {
      expect(ends.get(mail.email)).toEqual({ state: 'unsure', outcome: 'in-doubt' });
    }
    expect(copiesFor(mails.taken.mail.email)).toHaveLength(1);
    // An RSVP mail is sent once more, and its reader's program can tell that it is the same.
    expect(ends.get(mails.rsvp.mail.email)).toMatchObject({ state: 'sent' });
    const copies = copiesFor(mails.rsvp.mail.email);
    expect(copies).toHaveLength(2);
    expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('(control) without the state between, one way of restarting doubles an introduction and the other loses one', async () => {
    const mails = await fourOnTheirWay();
    await killWhileSilent(Object.values(mails));
    const settle = (email: string, state: string) =>
      database.sql(
        `update mails set lease_until = null, state = $2::text, final_at = case when $2::text = 'sent' then app_now() end
         where person_id = (select id from people where email = $1)`,
        [email, state],
      );
    await settle(mails.taken.mail.email, 'queued');
    await settle(mails.dropped.mail.email, 'sent');
    startProcess();
    const ends = await allFinal();
    expect(copiesFor(mails.taken.mail.email)).toHaveLength(2);
    expect(ends.get(mails.dropped.mail.email)).toMatchObject({ state: 'sent' });
    expect(copiesFor(mails.dropped.mail.email)).toHaveLength(0);
  });

  it('again and again in the middle of sixty mails: all end, none is lost, no introduction is doubled', async () => {
    const mails: Mail[] = [];
    for (let index = 0; index < 30; index += 1) mails.push(await introduction(), await rsvp());
    // An answer takes 15 ms, so that a kill finds mails at every point of their way.
    sink.behave(() => ({ kind: 'stall', until: new Promise((resolve) => setTimeout(resolve, 15)) }));
    await queue(mails);
    for (const arrived of [9, 23, 37]) {
      const worker = startProcess();
      await until(() => Promise.resolve(sink.messages.length >= arrived), `${arrived} mails did not arrive`);
      await worker.kill();
    }
    startProcess();
    const ends = await allFinal();

    const stateOf = ({ email }: Mail) => ends.get(email)?.state;
    const lost = mails.filter((mail) => copiesFor(mail.email).length === 0 && stateOf(mail) !== 'unsure');
    const doubled = mails.filter(({ kind, email }) => kind === 'introduction' && copiesFor(email).length > 1);
    expect({ ended: ends.size, lost, doubled }).toEqual({ ended: 60, lost: [], doubled: [] });
    for (const { email } of mails) {
      expect(new Set(copiesFor(email).map(({ messageId }) => messageId)).size).toBeLessThan(2);
    }
  });
});

describe('a worker that is asked to stop', () => {
  it('gives back what it has not handed over, and exits with 0 within ten seconds', async () => {
    const mail = await introduction();
    sink.behave(() => ({ kind: 'stall', until: new Promise(() => undefined) }));
    const worker = startProcess();
    await queue([mail]);
    await sink.waitForMoment(({ to }) => to.includes(mail.email), 30_000);
    const started = Date.now();
    expect(await worker.terminate()).toBe(0);
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(await mailRows(database)).toMatchObject([{ state: 'queued', attempts: 0 }]);
  });
});
