import { Database, keyedHash, openDataSource, parseKeys } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { type MailKind, post } from '#libs/mail';
import { testKeys } from '../../../../test/support/api.ts';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import {
  type MailRow,
  mailRows,
  makeComingEvent,
  makeIntroducedPair,
} from '../../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { type SmtpMoment, type SmtpSink, startSink } from '../../../../test/support/smtp-sink.ts';
import { startTestWorker, until } from '../../../../test/support/worker.ts';
import type { RunningWorker } from '../worker.ts';

let database: TestDatabase;
let db: Database;
let sink: SmtpSink;
let worker: RunningWorker;
let event: Awaited<ReturnType<typeof makeComingEvent>>;

/** Tuesday, 10:00 in Los Angeles: an hour at which introductions leave. */
const tuesday = '2026-10-20T17:00:00Z';

beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  sink = await startSink();
  await setTime(tuesday);
  event = await makeComingEvent(database, 'Guild of "Sound", LA');
  worker = await startTestWorker({ database, smtpUrl: sink.url, publicUrl: 'https://acquaint.example' });
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

const setTime = (instant: string) =>
  database.sql('update installation set clock_offset = $1::timestamptz - now()', [instant]);

async function queue(
  kind: MailKind,
  subjectId: string,
  personId: string,
  extra: { speaksOf?: string[]; dueAt?: Date } = {},
) {
  const organizationId = event.organizationId;
  await db.write(inOrganization(organizationId, system), (tx) =>
    post(tx, [{ organizationId, kind, subjectId, personId, ...extra }]),
  );
}

/** Somebody with a seat, and their mail about it. */
async function queueRsvp() {
  const person = await makePerson(database, { name: 'Ines Okafor' });
  const attendee = await makeAttendee(database, event, { person, came: false });
  await queue('rsvp-confirmed', attendee.id, person.id);
  return person;
}

/** Two people who said yes, and the introduction of the first of them. */
async function queueIntroduction() {
  const pair = await makeIntroducedPair(database, event);
  await queue('introduction', pair.id, pair.a.id, { speaksOf: [pair.id, pair.b.id] });
  return pair;
}

async function settled(personId: string, ...states: string[]): Promise<MailRow> {
  await until(
    async () => states.includes((await rowOf(personId)).state),
    `No mail became ${states.join(' or ')}`,
  );
  return rowOf(personId);
}

async function rowOf(personId: string): Promise<MailRow> {
  const [row] = await mailRows(database, 'person_id = $1', [personId]);
  if (row === undefined) throw new Error('no such mail');
  return row;
}

/** Real time goes by: what waits after a refusal may be tried now. */
const endWait = (personId: string) =>
  database.sql(
    `with woken as (update mails set not_before = now() where person_id = $1) select pg_notify('mail', '')`,
    [personId],
  );

const to = (email: string) => (mail: { to: string[] }) => mail.to.includes(email);

describe('a mail that leaves', () => {
  it('goes to one address by an explicit envelope, and says that a program wrote it', async () => {
    const person = await queueRsvp();
    const mail = await sink.waitFor(to(person.email));
    expect(mail.envelope).toEqual({ from: 'acquaint@example.org', to: [person.email] });
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('from')).toBe('"Guild of \\"Sound\\", LA" <acquaint@example.org>');
    const row = await settled(person.id, 'sent');
    expect(mail.messageId).toBe(row.messageId);
    expect(row.outcome).toBe('accepted');
  });

  it('offers to stop introductions in one click, and only those', async () => {
    const pair = await queueIntroduction();
    const introduction = await sink.waitFor(to(pair.a.email));
    expect(introduction.headers.get('list-unsubscribe')).toMatch(
      /^<https:\/\/acquaint\.example\/unsubscribe\/[0-9a-f]{32}\.[0-9a-f]{32}\?topic=introductions>$/,
    );
    expect(introduction.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const person = await queueRsvp();
    expect((await sink.waitFor(to(person.email))).headers.has('list-unsubscribe')).toBe(false);
  });

  it('lets each of two introduced people answer the other', async () => {
    const pair = await queueIntroduction();
    expect((await sink.waitFor(to(pair.a.email))).headers.get('reply-to')).toBe(pair.b.email);
  });

  it('is one mail however often it was asked for', async () => {
    const person = await makePerson(database);
    const attendee = await makeAttendee(database, event, { person, came: false });
    await queue('rsvp-confirmed', attendee.id, person.id);
    await queue('rsvp-confirmed', attendee.id, person.id);
    await settled(person.id, 'sent');
    expect(await mailRows(database, 'person_id = $1', [person.id])).toHaveLength(1);
  });

  it('keeps a name with line breaks out of the headers', async () => {
    const name = 'Guild\r\nBcc: all@evil.example';
    await database.sql('update organizations set name = $2 where id = $1', [event.organizationId, name]);
    const person = await queueRsvp();
    const mail = await sink.waitFor(to(person.email));
    await database.sql('update organizations set name = $2 where id = $1', [
      event.organizationId,
      'Guild of "Sound", LA',
    ]);
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.envelope.to).toEqual([person.email]);
  });
});

describe('a server that says no', () => {
  it('is asked again with the same bytes when it said "not now"', async () => {
    const seen: SmtpMoment[] = [];
    sink.behave((moment) => {
      if (moment.at === 'data') seen.push(moment);
      return moment.at === 'data' && seen.length === 1 ? { kind: 'refuse', code: 451 } : { kind: 'accept' };
    });
    const person = await queueRsvp();
    const waiting = await settled(person.id, 'queued');
    await until(async () => (await rowOf(person.id)).outcome === 'refused-451-message', 'It was not refused');
    const [wait] = await database.sql<{ seconds: number }>(
      'select extract(epoch from not_before - clock_timestamp())::int as seconds from mails where id = $1',
      [waiting.id],
    );
    expect(wait?.seconds).toBeGreaterThan(40);
    expect(wait?.seconds).toBeLessThanOrEqual(72);
    await endWait(person.id);
    await settled(person.id, 'sent');
    expect(seen).toHaveLength(2);
    expect(seen[1]?.raw.equals(seen[0]?.raw ?? Buffer.alloc(0))).toBe(true);
  });

  it('is believed when it said "never"', async () => {
    sink.behave(() => ({ kind: 'refuse', code: 550 }));
    const person = await queueRsvp();
    expect(await settled(person.id, 'failed', 'sent')).toMatchObject({
      state: 'failed',
      outcome: 'refused-550',
    });
  });
});

describe('a server whose answer never comes', () => {
  it('gets an RSVP once more under the same Message-ID, and then nobody pretends to know', async () => {
    const seen: string[] = [];
    sink.behave((moment) => {
      if (moment.at !== 'data') return { kind: 'accept' };
      seen.push(/^Message-ID: (.*)\r$/im.exec(moment.raw.toString())?.[1] ?? '');
      return { kind: 'drop', keep: true };
    });
    const person = await queueRsvp();
    expect(await settled(person.id, 'unsure')).toMatchObject({ attempts: 2, outcome: 'in-doubt' });
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBe(seen[0]);
  });

  it('gets an introduction once: whether it arrived is for a person to decide', async () => {
    sink.behave((moment) => (moment.at === 'data' ? { kind: 'drop', keep: true } : { kind: 'accept' }));
    const pair = await queueIntroduction();
    expect(await settled(pair.a.id, 'unsure', 'sent')).toMatchObject({ state: 'unsure', attempts: 1 });
    expect(sink.messages.filter(to(pair.a.email))).toHaveLength(1);
  });
});

describe('a claim that was lost on the way', () => {
  /** Another worker took the mail while the server was thinking about the address. */
  const steal = (personId: string) =>
    database.sql('update mails set fence = fence + 1 where person_id = $1', [personId]);

  async function sendWhileStolen(stolen: boolean) {
    let goOn: (value?: unknown) => void = () => undefined;
    const until = new Promise((resolve) => (goOn = resolve));
    sink.behave((moment) => (moment.at === 'rcpt' ? { kind: 'stall', until } : { kind: 'accept' }));
    const pair = await queueIntroduction();
    await sink.waitForMoment(({ at, to: [address] }) => at === 'rcpt' && address === pair.a.email);
    if (stolen) await steal(pair.a.id);
    const next = await queueIntroduction();
    goOn();
    await settled(next.a.id, 'sent');
    return sink.messages.filter(to(pair.a.email)).length;
  }

  it('keeps its last bytes here, so that two workers never send one mail', async () => {
    expect(await sendWhileStolen(true)).toBe(0);
  });

  it('(control) would have been accepted if nobody had looked at the fence', async () => {
    expect(await sendWhileStolen(false)).toBe(1);
  });
});

describe('a mail that must not leave any more', () => {
  it.each<[string, string, (personId: string, email: string) => Promise<unknown>]>([
    [
      'stopped introductions here',
      'stopped',
      (personId) =>
        database.sql(
          `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, 'introductions', now())`,
          [newId(), personId, event.organizationId],
        ),
    ],
    [
      'stopped everything everywhere',
      'stopped',
      (personId) =>
        database.sql(
          `insert into mail_stops (id, person_id, topic, created_at) values ($1, $2, 'all', now())`,
          [newId(), personId],
        ),
    ],
    [
      'left the installation',
      'erased',
      (personId) => database.sql('update people set erased_at = app_now() where id = $1', [personId]),
    ],
    [
      'has an address that bounced',
      'suppressed-address',
      (_, email) =>
        database.sql(
          `insert into suppressions (email_hash, reason, created_at) values ($1, 'bounced', now())`,
          [keyedHash(parseKeys(testKeys), 'suppression', email).toString('hex')],
        ),
    ],
    [
      'withdrew the consent',
      'no-longer-true',
      (personId) =>
        database.sql('update consents set withdrawn_at = app_now() where person_id = $1', [personId]),
    ],
  ])('is held back when its reader %s', async (_, outcome, act) => {
    const pair = await makeIntroducedPair(database, event);
    await act(pair.a.id, pair.a.email);
    await queue('introduction', pair.id, pair.a.id, { speaksOf: [pair.id, pair.b.id] });
    expect(await settled(pair.a.id, 'suppressed', 'sent')).toMatchObject({ state: 'suppressed', outcome });
  });

  it('is held back when the other one withdrew after the first attempt, though its words were frozen', async () => {
    sink.behave((moment) => (moment.at === 'data' ? { kind: 'refuse', code: 451 } : { kind: 'accept' }));
    const pair = await queueIntroduction();
    await until(async () => (await rowOf(pair.a.id)).outcome === 'refused-451-message', 'It was not refused');
    sink.behave();
    await database.sql('update consents set withdrawn_at = app_now() where person_id = $1', [pair.b.id]);
    await endWait(pair.a.id);
    expect(await settled(pair.a.id, 'suppressed', 'sent')).toMatchObject({ state: 'suppressed' });
  });

  it('(control) leaves when nobody withdrew', async () => {
    const pair = await queueIntroduction();
    expect(await settled(pair.a.id, 'suppressed', 'sent')).toMatchObject({ state: 'sent' });
  });

  it('says nothing of a seat that was given up meanwhile', async () => {
    const person = await makePerson(database);
    const attendee = await makeAttendee(database, event, { person, status: 'cancelled', came: false });
    await queue('rsvp-confirmed', attendee.id, person.id);
    expect(await settled(person.id, 'suppressed', 'sent')).toMatchObject({
      state: 'suppressed',
      outcome: 'no-longer-true',
    });
  });
});

describe('a mail outside working hours', () => {
  afterEach(() => setTime(tuesday));

  it('about an introduction waits for the next release', async () => {
    await setTime('2026-10-24T17:00:00Z'); // Saturday
    const pair = await queueIntroduction();
    await until(async () => (await rowOf(pair.a.id)).dueAt > new Date('2026-10-25'), 'It was not postponed');
    const row = await rowOf(pair.a.id);
    expect(row).toMatchObject({ state: 'queued', attempts: 0, dueAt: new Date('2026-10-26T17:00:00Z') });
    await database.sql('delete from mails where id = $1', [row.id]);
  });

  it('about an RSVP leaves at once', async () => {
    await setTime('2026-10-25T10:00:00Z');
    const person = await queueRsvp();
    expect(await settled(person.id, 'sent')).toMatchObject({ attempts: 1 });
  });
});
