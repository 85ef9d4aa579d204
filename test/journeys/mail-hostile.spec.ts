import { Database, openDataSource } from '#libs/database';
import { inOrganization, normaliseEmail, system } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { hostileAddresses, hostileNames } from '../properties/hostile-mails.ts';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from '../support/factories.ts';
import { mailRows } from '../support/mails.ts';
import { type TestDatabase, createDatabase } from '../support/postgres.ts';
import { type SmtpSink, startSink } from '../support/smtp-sink.ts';
import { startTestWorker, until } from '../support/worker.ts';

// The names of an organization, of its evening and of a guest are what somebody typed. Whatever it was: the guest's mail
// goes to the guest alone, comes from us, and says what was typed as text.

let database: TestDatabase;
let db: Database;
let sink: SmtpSink;
let worker: RunningWorker;

beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  sink = await startSink();
  await database.sql(`update installation set clock_offset = '2026-10-20T17:00:00Z'::timestamptz - now()`);
  worker = await startTestWorker({ database, smtpUrl: sink.url, publicUrl: 'https://acquaint.example' });
});

afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await db.close();
  await database.drop();
});

/** Postgres keeps no NUL, and the columns end somewhere. */
const kept = (name: string): string => name.replaceAll('\0', '').slice(0, 120);

/** Queues what a guest gets who is called so, at an evening and an organization that are. */
async function queue(name: string, person: { id: string }): Promise<void> {
  const { id: organizationId } = await makeOrganization(database, { name });
  const times = { startsLocal: '2027-10-19T18:00', endsLocal: '2027-10-19T21:00' };
  const event = await makeEvent(database, organizationId, { title: name, ...times });
  const { id: subjectId } = await makeAttendee(database, event, { person, came: false });
  const mail: MailRequest = { organizationId, kind: 'rsvp-confirmed', subjectId, personId: person.id };
  await db.write(inOrganization(organizationId, system), (tx) => post(tx, [mail]));
}

const allOver = () =>
  until(
    async () => (await mailRows(database)).every(({ state }) => ['sent', 'suppressed'].includes(state)),
    'Some mail did not come to an end',
    60_000,
  );

/** Letters and digits, whatever becomes of blanks and controls. */
const core = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

describe('a mail about an evening with a hostile name', () => {
  it('goes to its one reader, from us, with the name as text', async () => {
    const readers = new Map<string, string>();
    for (const name of hostileNames.map(kept)) {
      const person = await makePerson(database, { name });
      readers.set(person.email, name);
      await queue(name, person);
    }
    await allOver();
    expect(readers.size).toBeGreaterThan(30);
    for (const [email, name] of readers) {
      const mails = sink.messages.filter(({ envelope }) => envelope.to.includes(email));
      expect(mails).toHaveLength(1);
      const [mail] = mails;
      expect(mail).toMatchObject({ to: [email], from: 'acquaint@example.org', envelope: { to: [email] } });
      expect([mail?.headers.has('bcc'), mail?.headers.has('cc')]).toEqual([false, false]);
      // A long subject is cut.
      expect(core(mail?.subject ?? '')).toContain(core(name).slice(0, 20));
      expect(mail?.html).not.toContain('<script>');
    }
  });
});

describe('a mail to a hostile address', () => {
  it('goes to that address alone, or nowhere', async () => {
    const before = sink.messages.length;
    const taken: string[] = [];
    for (const text of hostileAddresses) {
      // An address that an older version, or somebody with a database at hand, let in.
      const email = text.toLowerCase();
      const [person] = await database
        .sql<{ id: string }>(
          `insert into people (id, email, confirmed_at, created_at) values (gen_random_uuid(), $1, app_now(), app_now()) returning id`,
          [email],
        )
        .catch(() => []);
      if (person === undefined) continue;
      if (normaliseEmail(email) === email) taken.push(email);
      await queue('Guild', person);
    }
    await allOver();
    const sent = sink.messages.slice(before);
    expect(sent.map(({ envelope }) => envelope.to).sort()).toEqual(taken.map((email) => [email]).sort());
    expect(sent.map(({ to }) => to).sort()).toEqual(taken.map((email) => [email]).sort());
    expect(taken.length).toBeGreaterThan(5);
    const refused = await mailRows(database, `outcome = 'address-unusable'`);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.every(({ state }) => state === 'suppressed')).toBe(true);
  });
});
