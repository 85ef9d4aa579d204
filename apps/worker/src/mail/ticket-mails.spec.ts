import { Database, openDataSource, parseKeys, spokenCodeOf, ticketOf } from '#libs/database';
import { type AttendeeStatus, inOrganization, system } from '#libs/domain';
import { type MailKind, post } from '#libs/mail';
import { type ParsedMail, simpleParser } from 'mailparser';
import { readCalendar } from '../../../../test/support/calendars.ts';
import { testKeys } from '../../../../test/support/api.ts';
import { makeAttendee } from '../../../../test/support/factories.ts';
import { makeComingEvent } from '../../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { readQr } from '../../../../test/support/read-qr.ts';
import { type SmtpSink, startSink } from '../../../../test/support/smtp-sink.ts';
import { startTestWorker } from '../../../../test/support/worker.ts';
import type { RunningWorker } from '../worker.ts';

// A guest in a basement without a network has the ticket in the mail that gave them their seat.

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
  worker = await startTestWorker({ database, smtpUrl: sink.url, publicUrl: 'https://acquaint.example' });
});

afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await db.close();
  await database.drop();
});

/** A mail as it arrived, with the id it is about. */
async function arrived(kind: MailKind, status: AttendeeStatus) {
  const attendee = await makeAttendee(database, event, { status, came: false });
  const { organizationId } = event;
  await db.write(inOrganization(organizationId, system), (tx) =>
    post(tx, [{ organizationId, kind, subjectId: attendee.id, personId: attendee.personId }]),
  );
  const [person] = await database.sql<{ email: string }>('select email from people where id = $1', [
    attendee.personId,
  ]);
  const { raw } = await sink.waitFor(({ to }) => to.includes(person?.email ?? ''));
  // As it is, without the pictures put in where the HTML names them.
  const mail = await simpleParser(raw, { skipImageLinks: true });
  return { attendeeId: attendee.id, mail, raw: raw.toString() };
}

const picturesOf = ({ attachments }: ParsedMail) =>
  attachments.filter(({ contentType }) => contentType.startsWith('image/'));

describe('a mail that gives somebody a seat', () => {
  it.each(['rsvp-confirmed', 'rsvp-promoted'] as const)('carries their ticket: %s', async (kind) => {
    const { attendeeId, mail } = await arrived(kind, 'confirmed');
    const [picture, ...more] = picturesOf(mail);
    expect(more).toEqual([]);
    expect(picture).toMatchObject({ contentType: 'image/png', contentDisposition: 'inline', related: true });
    expect(mail.html).toContain(`<img src="cid:${picture?.cid ?? ''}" alt="QR code of your ticket"`);
    const keys = parseKeys(testKeys);
    expect(await readQr(picture?.content ?? Buffer.alloc(0))).toEqual([ticketOf(keys, attendeeId)]);
  });

  it('has the letters to say aloud in both of its parts', async () => {
    const { attendeeId, mail } = await arrived('rsvp-confirmed', 'confirmed');
    for (const part of [mail.text, mail.html]) expect(part).toContain(spokenCodeOf(attendeeId));
    expect(mail.text).toContain('show the QR code in this mail or say this code');
  });

  it('is the one of its reader alone', async () => {
    const [one, other] = [
      await arrived('rsvp-confirmed', 'confirmed'),
      await arrived('rsvp-confirmed', 'confirmed'),
    ];
    const [mine, theirs] = [one, other].map(({ mail }) => picturesOf(mail)[0]?.content);
    expect(mine?.length).toBeLessThan(1200);
    expect(theirs?.equals(mine ?? Buffer.alloc(0))).toBe(false);
  });
});

describe('the evening in a mail that gives a seat', () => {
  it('is a part that calendars take, with its method, and a file to open by hand', async () => {
    const { attendeeId, mail, raw } = await arrived('rsvp-confirmed', 'confirmed');
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r?$/m);
    const files = mail.attachments.filter(({ contentType }) => /calendar|ics/.test(contentType));
    const read = files.map(({ content }) => readCalendar(content.toString()));
    expect(read.map(({ method }) => method)).toEqual(files.map(() => 'REQUEST'));
    expect(new Set(read.flatMap(({ entries }) => entries.map(({ uid }) => uid)))).toEqual(
      new Set([`${attendeeId}@acquaint.example`]),
    );
    expect(files.map(({ filename }) => filename)).toContain('evening.ics');
  });
});

describe('a mail about an RSVP without a seat', () => {
  it.each([
    ['rsvp-waitlisted', 'waitlisted'],
    ['rsvp-pending', 'pending'],
    ['rsvp-cancelled', 'cancelled'],
  ] as const)('carries no ticket: %s', async (kind, status) => {
    const { attendeeId, mail } = await arrived(kind, status);
    expect(mail.attachments).toEqual([]);
    for (const part of [mail.text, mail.html]) {
      expect(part).not.toContain(spokenCodeOf(attendeeId));
      expect(part).not.toContain('QR code');
    }
  });
});
