import { Database, isSuppressed, openDataSource, parseKeys, suppress } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { type MailKind, post } from '#libs/mail';
import { testKeys } from '../../../../test/support/api.ts';
import { makeAttendee, makeEvent, makePerson } from '../../../../test/support/factories.ts';
import { mailRows, makeComingEvent, makeIntroducedPair } from '../../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { type SmtpSink, startSink } from '../../../../test/support/smtp-sink.ts';
import { startTestWorker, until } from '../../../../test/support/worker.ts';
import type { RunningWorker } from '../worker.ts';
import { freshMs } from './delivery.ts';

const keys = parseKeys(testKeys);
let database: TestDatabase;
let db: Database;
let sink: SmtpSink;
let worker: RunningWorker;
let event: Awaited<ReturnType<typeof makeComingEvent>>;

beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  sink = await startSink();
  await database.sql(`update installation set clock_offset = '2026-10-20T17:00:00Z'::timestamptz - now()`);
  event = await makeComingEvent(database);
  worker = await startTestWorker({ database, smtpUrl: sink.url, bounceAddress: 'bounces@example.org' });
});
afterEach(() => {
  sink.behave();
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await db.close();
  await database.drop();
});

const queue = (kind: MailKind, subjectId: string, personId: string, speaksOf: string[] = []) =>
  db.write(inOrganization(event.organizationId, system), (tx) =>
    post(tx, [{ organizationId: event.organizationId, kind, subjectId, personId, speaksOf }]),
  );

async function queueIntroduction() {
  const pair = await makeIntroducedPair(database, event);
  await queue('introduction', pair.id, pair.a.id, [pair.id, pair.b.id]);
  return pair.a;
}

async function queueRsvp() {
  const person = await makePerson(database);
  const attendee = await makeAttendee(database, event, { person, came: false });
  await queue('rsvp-confirmed', attendee.id, person.id);
  return { ...person, attendeeId: attendee.id };
}

/** Tells somebody whom others put on the list that the event is off. */
async function queueCancelled() {
  const off = await makeEvent(database, event.organizationId);
  const person = await makePerson(database);
  const attendee = await makeAttendee(database, off, { person, came: false });
  await database.sql(`update attendees set own_word = false where id = $1`, [attendee.id]);
  await database.sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
    off.id,
  ]);
  await queue('event-cancelled', attendee.id, person.id);
  return person;
}

async function settled(personId: string) {
  await until(async () => {
    const [row] = await mailRows(database, `person_id = $1 and final_at is not null`, [personId]);
    return row !== undefined;
  }, 'The mail was not settled');
  const [row] = await mailRows(database, 'person_id = $1', [personId]);
  return row;
}

const came = (email: string): boolean => sink.messages.some(({ to }) => to.includes(email));

/** Something happens while the server thinks about the address: the mail was prepared, and its last bytes are still here. */
async function meanwhile<Reader extends { id: string; email: string }>(
  queueOne: () => Promise<Reader>,
  happens: (reader: Reader) => Promise<unknown>,
) {
  let goOn: (value?: unknown) => void = () => undefined;
  const stalled = new Promise((resolve) => (goOn = resolve));
  sink.behave((moment) => (moment.at === 'rcpt' ? { kind: 'stall', until: stalled } : { kind: 'accept' }));
  const reader = await queueOne();
  await sink.waitForMoment(({ at, to }) => at === 'rcpt' && to[0] === reader.email);
  await happens(reader);
  goOn();
  return { row: await settled(reader.id), came: came(reader.email) };
}

const stop = ({ id }: { id: string }) =>
  database.sql(
    `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, 'introductions', now())`,
    [newId(), id, event.organizationId],
  );
const suppressNow = ({ email }: { email: string }) =>
  db.write({ kind: 'system' }, (tx) => suppress(tx, keys, email, 'hard-bounce'));

describe('a mail on its way', () => {
  it('is taken back before its last bytes when its reader stops such mails', async () => {
    expect(await meanwhile(queueIntroduction, stop)).toMatchObject({
      row: { state: 'suppressed', outcome: 'stopped' },
      came: false,
    });
  });

  it('is taken back when its reader, whom others put on the list, stops news of events', async () => {
    const stopEvents = ({ id }: { id: string }) =>
      database.sql(
        `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, 'events', now())`,
        [newId(), id, event.organizationId],
      );
    expect(await meanwhile(queueCancelled, stopEvents)).toMatchObject({
      row: { state: 'suppressed', outcome: 'stopped' },
      came: false,
    });
  });

  it('is taken back when the other one withdraws', async () => {
    const withdraw = () =>
      database.sql('update consents set withdrawn_at = app_now() where withdrawn_at is null');
    expect(await meanwhile(queueIntroduction, withdraw)).toMatchObject({
      row: { state: 'suppressed', outcome: 'taken-back' },
      came: false,
    });
  });

  it('is taken back when its address turns out to be none, also of what cannot be stopped', async () => {
    expect(await meanwhile(queueRsvp, suppressNow)).toMatchObject({
      row: { state: 'suppressed', outcome: 'suppressed-address' },
      came: false,
    });
  });

  it('is taken back when a server lets it wait so long that it is no longer true', async () => {
    const cancel = async ({ attendeeId }: { attendeeId: string }) => {
      const since = performance.now();
      await database.sql(
        `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
        [attendeeId],
      );
      await until(() => Promise.resolve(performance.now() - since > freshMs), 'Time stood still');
    };
    expect(await meanwhile(queueRsvp, cancel)).toMatchObject({
      row: { state: 'suppressed', outcome: 'taken-back' },
      came: false,
    });
  });

  it('(control) arrives when nothing happens, or only after its last bytes', async () => {
    expect(await meanwhile(queueIntroduction, () => Promise.resolve())).toMatchObject({
      row: { state: 'sent' },
      came: true,
    });
    let accepted: (value?: unknown) => void = () => undefined;
    const answered = new Promise((resolve) => (accepted = resolve));
    sink.behave((moment) => (moment.at === 'data' ? { kind: 'stall', until: answered } : { kind: 'accept' }));
    const late = await queueIntroduction();
    await sink.waitForMoment(({ at, to }) => at === 'data' && to[0] === late.email);
    await stop(late);
    accepted();
    expect(await settled(late.id)).toMatchObject({ state: 'sent' });
  });
});

describe('an address that a server does not know', () => {
  it('gets nothing any more, and one that is only refused does', async () => {
    for (const [message, dead] of [
      ['5.1.1 No such user', true],
      ['5.7.1 Not wanted', false],
    ] as const) {
      sink.behave((moment) =>
        moment.at === 'rcpt' ? { kind: 'refuse', code: 550, message } : { kind: 'accept' },
      );
      const person = await queueRsvp();
      expect(await settled(person.id)).toMatchObject({ state: 'failed', outcome: 'refused-550' });
      expect(await db.read({ kind: 'system' }, (reader) => isSuppressed(reader, keys, person.email))).toBe(
        dead,
      );
    }
  });
});

describe('the sender of an envelope', () => {
  it('is an address of this mail alone, and the From stays that of the installation', async () => {
    const person = await queueRsvp();
    const mail = await sink.waitFor(({ to }) => to.includes(person.email));
    expect(mail.envelope.from).toMatch(/^bounces\+b-[0-9a-f]{32}-[0-9a-f]{16}@example\.org$/);
    expect(mail.from).toBe('acquaint@example.org');
  });
});
