import { Database, openDataSource } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { post } from '#libs/mail';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import { mailRows, makeComingEvent, makeIntroducedPair } from '../../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { type SmtpConduct, type SmtpSink, startSink } from '../../../../test/support/smtp-sink.ts';
import { startTestWorker, until } from '../../../../test/support/worker.ts';
import type { RunningWorker } from '../worker.ts';

// An organization sees what its mails came to. One that its reader stopped must not end before, or otherwise than, the others.

let database: TestDatabase;
let db: Database;
let sink: SmtpSink;
let worker: RunningWorker;
let event: Awaited<ReturnType<typeof makeComingEvent>>;

beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  sink = await startSink();
});
beforeEach(async () => {
  // Tuesday, 10:00 in Los Angeles.
  await setTime('2026-10-20T17:00:00Z');
  event = await makeComingEvent(database);
  worker = await startTestWorker({ database, smtpUrl: sink.url });
});
afterEach(async () => {
  await worker.stop();
  sink.behave();
});
afterAll(async () => {
  await sink.stop();
  await db.close();
  await database.drop();
});

const setTime = (instant: string) =>
  database.sql('update installation set clock_offset = $1::timestamptz - now()', [instant]);

const stop = (personId: string, topic: string) =>
  database.sql(
    `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, $4, now())`,
    [newId(), personId, event.organizationId, topic],
  );

/** An announcement to six guests, of whom the third has stopped such mail. */
async function announce(): Promise<{ id: string; stopped: { id: string; email: string }; emails: string[] }> {
  const { organizationId } = event;
  const id = newId();
  await database.sql(
    `insert into event_messages (id, organization_id, event_id, kind, state, name, subject, text, segment, sent_at, due_at, recipients, version, created_at)
     values ($1, $2, $3, 'announcement', 'sent', '', 'News', 'Of the evening', $4, app_now(), app_now(), 6, 1, app_now())`,
    [
      ...[id, organizationId, event.id],
      JSON.stringify({ status: ['confirmed'], came: null, format: null, answer: null }),
    ],
  );
  const people = [];
  for (let nth = 0; nth < 6; nth += 1) {
    // Of domains of their own, so that none waits for the turn of another.
    const person = await makePerson(database, { email: `guest@d${newId()}.example` });
    await makeAttendee(database, event, { person, came: false });
    people.push(person);
  }
  const stopped = people[2]!;
  await stop(stopped.id, 'announcements');
  const mails = people.map(({ id: personId }) => {
    return { organizationId, kind: 'event-announcement' as const, subjectId: id, personId };
  });
  await db.write(inOrganization(organizationId, system), (tx) => post(tx, mails));
  return { id, stopped, emails: people.map(({ email }) => email) };
}

/** How each of them stands: the one whose reader stopped it, and what there is among the others. */
async function standing(id: string, stopped: { id: string }) {
  const rows = await database.sql<{ person: string; state: string; outcome: string | null }>(
    `select person_id as person, state, outcome from mails where subject_id = $1`,
    [id],
  );
  const said = ({ state, outcome }: (typeof rows)[number]) => `${state} ${outcome ?? '-'}`;
  const others = rows.filter(({ person }) => person !== stopped.id).map(said);
  return { stopped: rows.filter(({ person }) => person === stopped.id).map(said), others: new Set(others) };
}

const othersAre = (id: string, stopped: { id: string }, wanted: RegExp) =>
  until(
    async () => {
      const { others } = await standing(id, stopped);
      return [...others].every((one) => wanted.test(one));
    },
    `The others never were ${String(wanted)}`,
  );

/** While no server can be asked, some mails wait with an attempt and some without. */
const allQueued = (id: string) =>
  until(async () => {
    const rows = await mailRows(database, 'subject_id = $1', [id]);
    return rows.some(({ outcome }) => outcome !== null) && rows.every(({ state }) => state === 'queued');
  }, 'They did not wait');

const refuse = (code: number, message: string): SmtpConduct => ({ kind: 'refuse', code, message });

describe('a mail that its reader stopped', () => {
  it('waits like the others while there is no mail server, and ends unread when there is one', async () => {
    await worker.stop();
    worker = await startTestWorker({ database, smtpUrl: 'smtp://127.0.0.1:9' });
    const { id, stopped, emails } = await announce();
    await allQueued(id);
    await worker.stop();
    expect((await mailRows(database, 'subject_id = $1', [id])).map(({ state }) => state)).toEqual(
      emails.map(() => 'queued'),
    );
    worker = await startTestWorker({ database, smtpUrl: sink.url });
    await database.sql(`update mails set not_before = now() where subject_id = $1`, [id]);
    await othersAre(id, stopped, /^sent/);
    await until(
      async () => (await standing(id, stopped)).stopped[0]?.startsWith('suppressed stopped') === true,
      'It did not end',
    );
    const came = sink.messages.flatMap(({ to }) => to);
    expect(emails.filter((email) => came.includes(email))).toEqual(
      emails.filter((email) => email !== stopped.email),
    );
  });

  it.each([
    ['waits', 451, '4.7.1 Not now', /^queued refused-451/],
    ['fails', 550, '5.7.1 Not from you', /^failed refused-550/],
  ])('%s like the others when the server says so of everybody', async (_, code, message, wanted) => {
    sink.behave(({ at }) => (at === 'rcpt' ? refuse(code, message) : { kind: 'accept' }));
    const { id, stopped } = await announce();
    await othersAre(id, stopped, wanted);
    await until(
      async () => wanted.test((await standing(id, stopped)).stopped.join()),
      'It ended in another way',
    );
    expect((await standing(id, stopped)).others.size).toBeGreaterThan(0);
  });

  it('waits for the morning like the others', async () => {
    await setTime('2026-10-21T06:00:00Z');
    const { id, stopped } = await announce();
    await until(
      async () =>
        (await mailRows(database, 'subject_id = $1', [id])).every(
          ({ state, dueAt }) => state === 'queued' && dueAt.toISOString() === '2026-10-21T15:00:00.000Z',
        ),
      'They did not wait for the morning',
    );
    expect((await standing(id, stopped)).stopped).toEqual([...(await standing(id, stopped)).others]);
  });

  it('is dropped like the others when what it says is no longer true', async () => {
    await setTime('2026-10-21T06:00:00Z');
    const { id, stopped } = await announce();
    await database.sql(`update events set state = 'draft' where id = $1`, [event.id]);
    await othersAre(id, stopped, /^suppressed no-longer-true/);
    const all = await standing(id, stopped);
    expect(all.stopped).toEqual([...all.others]);
  });

  it('leaves after all when they take the stop back while it waits for its turn', async () => {
    let goOn: (value?: unknown) => void = () => undefined;
    const stalled = new Promise((resolve) => (goOn = resolve));
    sink.behave(({ at }) => (at === 'rcpt' ? { kind: 'stall', until: stalled } : { kind: 'accept' }));
    const { id, stopped } = await announce();
    await sink.waitForMoment(({ at, to }) => at === 'rcpt' && to[0] === stopped.email);
    await database.sql('delete from mail_stops where person_id = $1', [stopped.id]);
    goOn();
    await until(
      async () => (await standing(id, stopped)).stopped[0]?.startsWith('sent') === true,
      'It did not leave',
    );
    const mail = await sink.waitFor(({ to }) => to.includes(stopped.email));
    expect(mail.text).toContain('Of the evening');
  });

  it('(control) ends at once when its organization is never told how such mails end', async () => {
    sink.behave(() => refuse(451, '4.7.1 Not now'));
    const { id, stopped } = await announce();
    const pair = await makeIntroducedPair(database, event);
    await stop(pair.a.id, 'introductions');
    const { organizationId } = event;
    await db.write(inOrganization(organizationId, system), (tx) =>
      post(tx, [{ organizationId, kind: 'introduction', subjectId: pair.id, personId: pair.a.id }]),
    );
    await until(
      async () => (await mailRows(database, 'subject_id = $1', [pair.id]))[0]?.outcome === 'stopped',
      'It waited',
    );
    expect((await standing(id, stopped)).stopped.join()).toMatch(/^(queued|sending)/);
  });
});
