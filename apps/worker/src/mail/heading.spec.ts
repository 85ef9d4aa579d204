import { Database, newGrant, openDataSource } from '#libs/database';
import { type Scope, everybodyGoing, inOrganization, newId, system } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import { type Language, languageCodes, learnEverything, speaking, words } from '#libs/words';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import { makeComingEvent, makeIntroducedPair } from '../../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { type SmtpSink, startSink } from '../../../../test/support/smtp-sink.ts';
import { startTestWorker } from '../../../../test/support/worker.ts';
import { sendMessage } from '../messages/send.ts';
import type { RunningWorker } from '../worker.ts';

// Where an answer to a mail goes, and the language it is written in, as a mail server got it. Tuesday, 10:00 in Los Angeles.

let database: TestDatabase;
let db: Database;
let sink: SmtpSink;
let worker: RunningWorker;
let event: Awaited<ReturnType<typeof makeComingEvent>>;

const sql = <Row extends object>(text: string, values: unknown[] = []) => database.sql<Row>(text, values);

beforeAll(async () => {
  await learnEverything();
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  sink = await startSink();
  await sql(`update installation set clock_offset = '2026-10-20T17:00:00Z'::timestamptz - now()`);
  worker = await startTestWorker({ database, smtpUrl: sink.url, publicUrl: 'https://acquaint.example' });
});

beforeEach(async () => {
  event = await makeComingEvent(database);
  await sql(`update organizations set created_at = '2026-01-01' where id = $1`, [event.organizationId]);
});

afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await db.close();
  await database.drop();
});

const guest = async () => {
  const person = await makePerson(database);
  const attendee = await makeAttendee(database, event, { person, status: 'confirmed', came: false });
  return { ...person, attendeeId: attendee.id };
};

const arrived = ({ email }: { email: string }) => sink.waitFor(({ to }) => to.includes(email));
const replyToOf = async (reader: { email: string }) =>
  (await arrived(reader)).headers.get('reply-to') ?? null;

const queue = (mail: MailRequest, scope: Scope = inOrganization(event.organizationId, system)) =>
  db.write(scope, (tx) => post(tx, [mail]));
const confirmed = ({ attendeeId, id }: { attendeeId: string; id: string }): MailRequest => ({
  organizationId: event.organizationId,
  kind: 'rsvp-confirmed',
  subjectId: attendeeId,
  personId: id,
});

async function announce(): Promise<void> {
  const { organizationId } = event;
  const messageId = newId();
  await sql(
    `insert into event_messages (id, organization_id, event_id, kind, state, name, subject, text, segment, due_at, version, created_at)
     values ($1, $2, $3, 'announcement', 'scheduled', '', 'About {event}', 'Hello {name}', $4, app_now(), 1, app_now())`,
    [messageId, organizationId, event.id, JSON.stringify(everybodyGoing)],
  );
  await sendMessage({ organizationId, messageId }, { db });
}

describe('an answer to a mail of an organization', () => {
  const answersTo = (address: string | null) =>
    sql('update organizations set reply_to = $2 where id = $1', [event.organizationId, address]);

  it('goes to the address it gave for that: of an announcement and of an RSVP', async () => {
    await answersTo('hello@guild.example');
    const told = await guest();
    await announce();
    expect(await replyToOf(told)).toBe('hello@guild.example');
    const seated = await guest();
    await queue(confirmed(seated));
    expect(await replyToOf(seated)).toBe('hello@guild.example');
  });

  it('goes to nobody’s own address where it gave none', async () => {
    const reader = await guest();
    await queue(confirmed(reader));
    expect(await replyToOf(reader)).toBeNull();
  });

  it('goes to no host where two guests are between themselves, and to the other one who gave an address', async () => {
    await answersTo('hello@guild.example');
    const { id, a, b } = await makeIntroducedPair(database, event);
    await sql(
      `update introduction_sides set contact = case person_id when $2 then 'a@reach.example' else '+1 555 0100' end
       where introduction_id = $1`,
      [id, a.id],
    );
    for (const [reader, other] of [
      [a, b],
      [b, a],
    ] as const) {
      await queue({
        organizationId: event.organizationId,
        kind: 'introduction',
        subjectId: id,
        personId: reader.id,
        speaksOf: [id, other.id],
      });
    }
    expect([await replyToOf(a), await replyToOf(b)]).toEqual([null, 'a@reach.example']);
  });

  it('does not go to an organization from a mail to sign in, which is of none', async () => {
    await answersTo('hello@guild.example');
    const reader = await guest();
    const scope = { kind: 'installation' } as const;
    const subjectId = await db.write(scope, (tx) =>
      newGrant(tx, { purpose: 'sign-in', minutes: 10, personId: reader.id, browserHash: Buffer.alloc(32) }),
    );
    await queue({ organizationId: null, kind: 'sign-in', subjectId, personId: reader.id }, scope);
    expect(await replyToOf(reader)).toBeNull();
  });
});

describe('the language of a mail', () => {
  /** What the product says in a mail that gives a seat, and in no other language. */
  const seatIn = (language: Language) => speaking(language, () => words.mail.rsvpConfirmed.lead);

  async function textFor(own: Language | null, ofOrganization: string): Promise<string> {
    const reader = await guest();
    await sql('update people set language = $2 where id = $1', [reader.id, own]);
    await sql('update organizations set language = $2 where id = $1', [event.organizationId, ofOrganization]);
    await queue(confirmed(reader));
    return (await arrived(reader)).text;
  }

  it('differs in what is looked for here', () => {
    expect(new Set(languageCodes.map(seatIn)).size).toBe(languageCodes.length);
  });

  it('is the one its reader chose', async () => {
    expect(await textFor('es', 'de')).toContain(seatIn('es'));
  });

  it('is the one of the organization for who chose none', async () => {
    expect(await textFor(null, 'de')).toContain(seatIn('de'));
  });

  it('is English where the organization has one that we do not speak', async () => {
    expect(await textFor(null, 'fr')).toContain(seatIn('en'));
  });
});
