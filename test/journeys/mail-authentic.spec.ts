import { generateKeyPairSync } from 'node:crypto';
import { authenticate } from 'mailauth';
import { Database, openDataSource } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import type { RunningWorker } from '../../apps/worker/src/worker.ts';
import { makeAttendee, makePerson } from '../support/factories.ts';
import { makeComingEvent, makeIntroducedPair } from '../support/mails.ts';
import { type TestDatabase, createDatabase } from '../support/postgres.ts';
import { type SmtpSink, type SunkMail, startSink } from '../support/smtp-sink.ts';
import { startTestWorker } from '../support/worker.ts';

// What a reader's mail server finds when it asks whether a mail is really from us: the signature (DKIM), the sender's
// machine (SPF) and whether both fit the address that the reader sees (DMARC). Its questions are answered by `records`.

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ourMachine = '192.0.2.25';
const records: Record<string, string[][]> = {
  'TXT post._domainkey.example.org': [
    [`v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`],
  ],
  'TXT bounces.example.org': [[`v=spf1 ip4:${ourMachine} -all`]],
  'TXT _dmarc.example.org': [['v=DMARC1; p=reject; adkim=s; aspf=r']],
};
/** As node:dns answers. */
const resolver = (name: string, type: string): Promise<string[][]> => {
  const found = records[`${type} ${name}`];
  return found === undefined
    ? Promise.reject(Object.assign(new Error('nothing there'), { code: 'ENOTFOUND' }))
    : Promise.resolve(found);
};

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
  event = await makeComingEvent(database, 'Gilde für „Ton & Bild“, Köln – '.repeat(3).trim());
  worker = await startTestWorker({
    database,
    smtpUrl: sink.url,
    publicUrl: 'https://acquaint.example',
    bounceAddress: 'bounces.example.org',
    dkim: { domain: 'example.org', selector: 'post', privateKey },
  });
});

afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await db.close();
  await database.drop();
});

async function arrived(mail: Omit<MailRequest, 'organizationId'>, email: string): Promise<SunkMail> {
  const { organizationId } = event;
  await db.write(inOrganization(organizationId, system), (tx) => post(tx, [{ ...mail, organizationId }]));
  return sink.waitFor(({ to }) => to.includes(email), 20_000);
}

/** A mail that can be stopped, and one that cannot. */
async function introduction(): Promise<SunkMail> {
  const { id, a, b } = await makeIntroducedPair(database, event);
  return arrived({ kind: 'introduction', subjectId: id, personId: a.id, speaksOf: [id, b.id] }, a.email);
}

async function ticket(): Promise<SunkMail> {
  const person = await makePerson(database, { name: 'Inês Okafor' });
  const attendee = await makeAttendee(database, event, { person, came: false });
  return arrived({ kind: 'rsvp-confirmed', subjectId: attendee.id, personId: person.id }, person.email);
}

/** What a server says that gets these bytes from this machine. */
async function verdictOf({ envelope }: SunkMail, raw: Buffer, ip = ourMachine) {
  const asked = { ip, helo: 'mail.example.org', sender: envelope.from, trustReceived: false, resolver };
  const { dkim, spf, dmarc } = await authenticate(raw, { ...asked, disableArc: true, disableBimi: true });
  const [signature] = dkim.results;
  return {
    dkim: signature?.status.result,
    spf: spf === false ? 'none' : spf.status.result,
    dmarc: dmarc === false ? 'none' : dmarc.status.result,
  };
}

const passes = { dkim: 'pass', spf: 'pass', dmarc: 'pass' };

/** The same mail with other words in the place of some. */
function changed({ raw }: SunkMail, from: string, to: string): Buffer {
  const text = raw.toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replace(from, to), 'latin1');
}

describe('the server of somebody who gets a mail of ours', () => {
  it('finds that it is from us, with a ticket and a calendar in it or with a link to stop it', async () => {
    for (const mail of [await ticket(), await introduction()]) {
      expect(await verdictOf(mail, mail.raw)).toMatchObject(passes);
    }
  });

  it('finds the link to stop it under the signature, and the word that one click is enough', async () => {
    const mail = await introduction();
    const fields = /\bh=([^;]+)/.exec(mail.headers.get('dkim-signature') ?? '')?.[1] ?? '';
    const signed = fields.replace(/\s/g, '').split(':');
    expect(signed).toEqual(
      expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from', 'subject']),
    );
    const elsewhere = changed(
      mail,
      'https://acquaint.example/unsubscribe',
      'https://evil.example/unsubscribe',
    );
    expect(await verdictOf(mail, elsewhere)).toMatchObject({ dkim: 'fail' });
    const noClick = changed(mail, 'List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Click');
    expect(await verdictOf(mail, noClick)).toMatchObject({ dkim: 'fail' });
  });

  it('still finds it after another server sent it on', async () => {
    const mail = await introduction();
    expect(await verdictOf(mail, mail.raw, '203.0.113.9')).toMatchObject({
      dkim: 'pass',
      spf: 'fail',
      dmarc: 'pass',
    });
  });

  it.each([
    ['another sender', 'From: ', 'From: Somebody <evil@example.org>\r\nFrom: '],
    ['another subject', 'Subject: ', 'Subject: Win! '],
    ['another reader', 'To: ', 'To: everybody@example.org, '],
    ['other words', 'foley', 'money'],
  ])('(control) refuses it with %s', async (_, from, to) => {
    const mail = await introduction();
    const { dkim, dmarc } = await verdictOf(mail, changed(mail, from, to), '203.0.113.9');
    expect([dkim, dmarc]).not.toContain('pass');
  });
});
