import { newGrant } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import { makeAttendee, makeMember, makePerson } from '../../../../test/support/factories.ts';
import { makeComingEvent, mailRows } from '../../../../test/support/mails.ts';
import { openPostOffice } from '../../../../test/support/post-office.ts';
import { until } from '../../../../test/support/worker.ts';

// What each mail says is decided when it leaves, from the truth of that moment.

const { database, db, close } = await openPostOffice();
let event: Awaited<ReturnType<typeof makeComingEvent>>;

beforeEach(async () => {
  event = await makeComingEvent(database);
});

afterAll(close);

/** Queues a mail and reads what came of it. */
async function mailed(mail: Omit<MailRequest, 'organizationId'> & { organizationId?: null }) {
  const organizationId = mail.organizationId === null ? null : event.organizationId;
  await db.write(inOrganization(event.organizationId, system), (tx) =>
    post(tx, [{ ...mail, organizationId }]),
  );
  const rows = () =>
    mailRows(database, 'person_id = $1 and kind = $2 and subject_id = $3', [
      mail.personId,
      mail.kind,
      mail.subjectId,
    ]);
  await until(
    async () => ['sent', 'suppressed', 'failed'].includes((await rows())[0]?.state ?? ''),
    'It did not end',
  );
  const [row] = await rows();
  const [parts] = await database.sql<{ text: string | null }>(
    'select text_part as text from mails where id = $1',
    [row?.id],
  );
  return { state: row?.state, outcome: row?.outcome, subject: row?.subject, text: parts?.text ?? '' };
}

/** An RSVP asked for without a session, in the state that makes the mail differ. */
async function confirming(status: 'held' | 'confirmed' | 'waitlisted' | 'declined' | 'cancelled') {
  const person = await makePerson(database, { name: 'Ines Okafor' });
  const attendee = await makeAttendee(database, event, { person, status, came: false });
  const grantId = await db.write(inOrganization(event.organizationId, system), (tx) =>
    newGrant(tx, {
      purpose: 'confirm-rsvp',
      minutes: 60,
      personId: person.id,
      organizationId: event.organizationId,
      subjectId: attendee.id,
    }),
  );
  return mailed({ kind: 'rsvp-confirm', subjectId: grantId, personId: person.id });
}

describe('the mail to somebody who asked for a seat', () => {
  it.each(['held', 'cancelled'] as const)('asks to confirm when the RSVP is %s', async (status) => {
    const mail = await confirming(status);
    expect(mail.subject).toBe('Confirm your RSVP: Sound after the cut: a panel and a mixer');
    expect(mail.text).toMatch(/Confirm my RSVP:\nhttps:\/\/acquaint\.example\/rsvp\/confirm\/[\w-]{43}\n/);
    expect(mail.text).not.toContain('1200 East 5th Street');
  });

  it('says that they are going already, with their page', async () => {
    const mail = await confirming('confirmed');
    expect(mail.text).toContain('You already have a seat');
    expect(mail.text).toMatch(/https:\/\/acquaint\.example\/my\/[0-9a-f.]+/);
    expect(mail.text).not.toContain('/rsvp/confirm/');
  });

  it('says that they wait already, without the private place', async () => {
    const mail = await confirming('waitlisted');
    expect(mail.text).toContain('already on the waitlist');
    expect(mail.text).not.toContain('1200 East 5th Street');
  });

  it('says that the host declined', async () => {
    expect((await confirming('declined')).text).toContain('the host cannot offer one');
  });

  it('says that the event was cancelled meanwhile', async () => {
    await database.sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      event.id,
    ]);
    expect((await confirming('held')).text).toContain('this event is cancelled');
  });

  it('says that it is over', async () => {
    await database.sql(`update events set starts_at = '2026-01-01', ends_at = '2026-01-02' where id = $1`, [
      event.id,
    ]);
    expect((await confirming('held')).text).toContain('registration for this event is closed');
  });
});

describe('the mails of an RSVP', () => {
  const about = async (status: 'confirmed' | 'waitlisted' | 'cancelled', kind: MailRequest['kind']) => {
    const attendee = await makeAttendee(database, event, { status, came: false });
    return mailed({ kind, subjectId: attendee.id, personId: attendee.personId });
  };

  it.each(['rsvp-confirmed', 'rsvp-promoted'] as const)('%s tells the private place', async (kind) => {
    expect((await about('confirmed', kind)).text).toContain('Address: 1200 East 5th Street');
  });

  it.each([
    ['waitlisted', 'rsvp-waitlisted'],
    ['cancelled', 'rsvp-cancelled'],
  ] as const)('somebody %s is not told the private place', async (status, kind) => {
    const mail = await about(status, kind);
    expect(mail.state).toBe('sent');
    expect(mail.text).not.toContain('1200 East 5th Street');
  });

  it.each([
    ['waitlisted', 'rsvp-confirmed'],
    ['confirmed', 'rsvp-waitlisted'],
    ['confirmed', 'rsvp-cancelled'],
    ['confirmed', 'event-cancelled'],
  ] as const)('somebody %s gets no %s', async (status, kind) => {
    expect(await about(status, kind)).toMatchObject({ state: 'suppressed', outcome: 'no-longer-true' });
  });

  it('tells why an event was cancelled', async () => {
    const attendee = await makeAttendee(database, event, { came: false });
    await database.sql(
      `update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'No power.' where id = $1`,
      [event.id],
    );
    const mail = await mailed({
      kind: 'event-cancelled',
      subjectId: attendee.id,
      personId: attendee.personId,
    });
    expect(mail).toMatchObject({
      state: 'sent',
      subject: 'Cancelled: Sound after the cut: a panel and a mixer',
    });
    expect(mail.text).toContain('Reason: No power.');
  });
});

describe('the mails about accounts', () => {
  it('a sign-in carries a link and six digits that are nowhere else', async () => {
    const person = await makePerson(database);
    const grantId = await db.write({ kind: 'installation' }, (tx) =>
      newGrant(tx, { purpose: 'sign-in', minutes: 10, personId: person.id }),
    );
    const mail = await mailed({
      kind: 'sign-in',
      subjectId: grantId,
      personId: person.id,
      organizationId: null,
    });
    expect(mail.subject).toMatch(/^\d{6} is your sign-in code$/);
    expect(mail.text).toMatch(/https:\/\/acquaint\.example\/sign-in\/link\/[\w-]{43}\n/);
    const [grant] = await database.sql<{ minted: boolean }>(
      'select token_hash is not null and code_hash is not null as minted from grants where id = $1',
      [grantId],
    );
    expect(grant).toEqual({ minted: true });
  });

  it('a sign-in that was used meanwhile is not sent', async () => {
    const person = await makePerson(database);
    const grantId = await db.write({ kind: 'installation' }, (tx) =>
      newGrant(tx, { purpose: 'sign-in', minutes: 10, personId: person.id }),
    );
    await database.sql('update grants set used_at = now() where id = $1', [grantId]);
    const mail = await mailed({
      kind: 'sign-in',
      subjectId: grantId,
      personId: person.id,
      organizationId: null,
    });
    expect(mail).toMatchObject({ state: 'suppressed' });
  });

  it('a new member is told of what and as what', async () => {
    const member = await makeMember(database, event.organizationId, 'door');
    const mail = await mailed({ kind: 'member-added', subjectId: member.id, personId: member.personId });
    expect(mail.text).toContain('You can now help run Los Angeles Sound Guild on Acquaint, as door staff.');
    expect(mail.text).toContain('https://acquaint.example/app/');
  });
});
