import { newGrant, spokenCodeOf } from '#libs/database';
import { type AttendeeStatus, inOrganization, newId, system } from '#libs/domain';
import type { MailKind } from '#libs/mail';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import { makeComingEvent } from '../../../../test/support/mails.ts';
import { openPostOffice } from '../../../../test/support/post-office.ts';
import { posted } from '../../../../test/support/posted.ts';

// What the mails of an RSVP say under the event's rules, and that each leaves only while it is true.

const { database, db, close } = await openPostOffice();
let event: Awaited<ReturnType<typeof makeComingEvent>>;

beforeEach(async () => {
  event = await makeComingEvent(database);
});

afterAll(close);

const privatePlace = '1200 East 5th Street';
const page = /https:\/\/acquaint\.example\/my\/[0-9a-f.]+/;
const sql = (text: string, values: unknown[] = []) => database.sql(text, values);
const guest = (status: AttendeeStatus) => makeAttendee(database, event, { status, came: false });
const mailed = (kind: MailKind, { id: subjectId, personId }: { id: string; personId: string }) =>
  posted({ database, db }, event.organizationId, { kind, subjectId, personId, step: 'v2' });
const note = (id: string, text: string) => sql('update attendees set note = $2 where id = $1', [id, text]);

/** A live offer until two days from now, Thursday 22 October, 10:00 in Los Angeles. */
async function offered() {
  const attendee = await guest('offered');
  await sql(
    `insert into offers (id, organization_id, event_id, attendee_id, person_id, state, expires_at, created_at)
     values ($1, $2, $3, $4, $5, 'live', '2026-10-22T17:00:00Z', app_now())`,
    [newId(), event.organizationId, event.id, attendee.id, attendee.personId],
  );
  return attendee;
}

describe('somebody whose request waits for the host', () => {
  it('is told so, with their page and without the private place', async () => {
    const mail = await mailed('rsvp-pending', await guest('pending'));
    expect(mail.subject).toBe('Your request: Sound after the cut: a panel and a mixer');
    expect(mail.text).toContain('The host answers each request');
    expect(mail.text).toMatch(page);
    expect(mail.text).not.toContain(privatePlace);
  });

  it('reads the host’s words when they are declined, and nobody else does', async () => {
    const attendee = await guest('declined');
    await note(attendee.id, 'We keep it small this time.');
    const mail = await mailed('rsvp-declined', attendee);
    expect(mail.text).toContain('From the host: We keep it small this time.');
    expect(mail.text).toMatch(/https:\/\/acquaint\.example\/o\/guild-/);
    expect(mail.text).not.toContain(privatePlace);
    expect((await mailed('rsvp-declined', await guest('declined'))).text).not.toContain('From the host');
  });

  it.each([
    ['confirmed', 'rsvp-confirmed', true],
    ['waitlisted', 'rsvp-waitlisted', false],
  ] as const)(
    'reads the host’s words when they are approved and then %s',
    async (status, kind, toldThePlace) => {
      const attendee = await guest(status);
      await note(attendee.id, 'Glad you come.');
      const mail = await mailed(kind, attendee);
      expect(mail.text).toContain('From the host: Glad you come.');
      expect(mail.text.includes(privatePlace)).toBe(toldThePlace);
    },
  );
});

describe('a seat at an evening with a critique session', () => {
  const addSession = (state: string) =>
    sql(
      `insert into critique_sessions (id, organization_id, event_id, format, state, critics_per_work, created_at)
       values ($1, $2, $3, 'live', $4, 3, app_now())`,
      [newId(), event.organizationId, event.id, state],
    );

  it.each(['rsvp-confirmed', 'rsvp-promoted'] as const)(
    'comes with the way to bring a work, as long as works are taken: %s',
    async (kind) => {
      const before = await mailed(kind, await guest('confirmed'));
      expect(before.text).not.toContain('/critique/');
      await addSession('open');
      const { text } = await mailed(kind, await guest('confirmed'));
      expect(text).toContain(
        'You can bring a work until Tuesday 19 October 2027, 18:00, Los Angeles time (PDT).',
      );
      const [, ofPage] = /acquaint\.example\/my\/([0-9a-f.]+)/.exec(text) ?? [];
      expect(text).toContain(`https://acquaint.example/critique/${ofPage}`);
      await sql(`update critique_sessions set state = 'running' where event_id = $1`, [event.id]);
      expect((await mailed(kind, await guest('confirmed'))).text).not.toContain('/critique/');
    },
  );

  it('is what somebody who waits does not have', async () => {
    await addSession('open');
    expect((await mailed('rsvp-waitlisted', await guest('waitlisted'))).text).not.toContain('/critique/');
  });
});

describe('somebody whom a seat is offered', () => {
  it('is told until when, in the event’s zone, and where the button is', async () => {
    const mail = await mailed('rsvp-offered', await offered());
    expect(mail.text).toContain('Until: Thursday 22 October 2026, 10:00, Los Angeles time (PDT)');
    expect(mail.text).toMatch(page);
    expect(mail.text).not.toContain(privatePlace);
  });

  it('is told nothing of an offer that is over by the time the mail would leave', async () => {
    const attendee = await offered();
    await sql(`update offers set state = 'lapsed', ended_at = app_now() where attendee_id = $1`, [
      attendee.id,
    ]);
    expect(await mailed('rsvp-offered', attendee)).toMatchObject({
      state: 'suppressed',
      outcome: 'no-longer-true',
    });
  });

  it('is told that it ran out, and how to come back', async () => {
    const attendee = await guest('cancelled');
    await sql(`update attendees set cancel_cause = 'offer-lapsed' where id = $1`, [attendee.id]);
    const mail = await mailed('rsvp-offer-lapsed', attendee);
    expect(mail.text).toContain('was not taken in time');
    expect(mail.text).toContain(`https://acquaint.example/e/${event.slug}`);
    expect(mail.text).not.toContain(privatePlace);
  });

  it('keeps their place when the waitlist closes', async () => {
    const mail = await mailed('rsvp-offer-revoked', await guest('waitlisted'));
    expect(mail.text).toContain('You keep your place in the queue');
    expect(mail.text).not.toContain(privatePlace);
  });
});

describe('a mail whose truth has moved on', () => {
  it.each([
    ['confirmed', 'rsvp-pending'],
    ['cancelled', 'rsvp-pending'],
    ['waitlisted', 'rsvp-offered'],
    ['cancelled', 'rsvp-offer-lapsed'],
    ['confirmed', 'rsvp-offer-revoked'],
    ['confirmed', 'rsvp-declined'],
  ] as const)('is not sent to somebody %s: %s', async (status, kind) => {
    expect(await mailed(kind, await guest(status))).toMatchObject({
      state: 'suppressed',
      outcome: 'no-longer-true',
    });
  });

  it.each(['rsvp-pending', 'rsvp-declined', 'rsvp-offered'] as const)(
    'is not sent about an event that was cancelled: %s',
    async (kind) => {
      const attendee =
        kind === 'rsvp-offered'
          ? await offered()
          : await guest(kind === 'rsvp-pending' ? 'pending' : 'declined');
      await sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [event.id]);
      expect((await mailed(kind, attendee)).state).toBe('suppressed');
    },
  );
});

describe('a cancelled RSVP', () => {
  it('is told of while the evening is ahead, and not once it is over', async () => {
    const [before, after] = [await guest('cancelled'), await guest('cancelled')];
    expect((await mailed('rsvp-cancelled', before)).state).toBe('sent');
    await sql(
      `update events set starts_at = app_now() - interval '4 hours', ends_at = app_now() - interval '1 hour' where id = $1`,
      [event.id],
    );
    expect(await mailed('rsvp-cancelled', after)).toMatchObject({
      state: 'suppressed',
      outcome: 'no-longer-true',
    });
  });
});

describe('the mail that answers an RSVP of an unproven address', () => {
  async function confirming(status: AttendeeStatus) {
    const person = await makePerson(database, { name: 'Ines Okafor' });
    const attendee = await makeAttendee(database, event, { person, status, came: false });
    return { attendee, mail: () => asking(attendee) };
  }

  async function asking(attendee: { id: string; personId: string }) {
    const { organizationId } = event;
    const { id: subjectId, personId } = attendee;
    const grant = { purpose: 'confirm-rsvp', minutes: 60, personId, organizationId, subjectId } as const;
    const grantId = await db.write(inOrganization(organizationId, system), (tx) => newGrant(tx, grant));
    return posted({ database, db }, organizationId, { kind: 'rsvp-confirm', subjectId: grantId, personId });
  }

  const rules = (text: string) => sql(`update events set ${text} where id = $1`, [event.id]);
  const bar = (personId: string) =>
    sql('insert into bars values ($1, $2, null, app_now())', [event.organizationId, personId]);
  const invite = (personId: string) =>
    sql(
      `insert into invitations (id, organization_id, event_id, person_id, state, mailed_at, created_at)
       values ($1, $2, $3, $4, 'live', app_now(), app_now())`,
      [newId(), event.organizationId, event.id, personId],
    );

  it.each(['pending', 'offered'] as const)('says that it is %s already', async (status) => {
    const { mail } = await confirming(status);
    const { text } = await mail();
    expect(text).toContain('already');
    expect(text).toMatch(page);
    expect(text).not.toContain(privatePlace);
    expect(text).not.toContain('/rsvp/confirm/');
  });

  it.each([
    ['confirmed', true],
    ['waitlisted', false],
  ] as const)('brings the ticket again to whoever has a seat already: %s', async (status, hasSeat) => {
    const { attendee, mail } = await confirming(status);
    expect((await mail()).text.includes(spokenCodeOf(attendee.id))).toBe(hasSeat);
    const [row] = await sql(`select headers ? 'ticket' as pictured from mails where person_id = $1`, [
      attendee.personId,
    ]);
    expect(row).toEqual({ pictured: hasSeat });
  });

  it('names the gate that refuses, the first of them in their order', async () => {
    const { attendee, mail } = await confirming('held');
    await rules(
      `registration = 'invitation', opens_local = '2026-10-27T09:00', opens_at = '2026-10-27T16:00:00Z'`,
    );
    await bar(attendee.personId);
    expect((await mail()).text).toContain('registration for this event is not open yet');
    await rules(`opens_local = null, opens_at = null`);
    expect((await mail()).text).toContain('the host cannot offer one');
    await sql('delete from bars where person_id = $1', [attendee.personId]);
    expect((await mail()).text).toContain('this event is by invitation');
    await rules(`registration = 'audience'`);
    expect((await mail()).text).toContain('the organization’s own people');
    await rules(`registration = 'open'`);
    expect((await mail()).text).toContain('/rsvp/confirm/');
  });

  it('lets somebody invited through, and says before whom the request lies when nobody invited them', async () => {
    await rules(`registration = 'invitation', approval = true`);
    const invited = await confirming('held');
    await invite(invited.attendee.personId);
    expect((await invited.mail()).text).toContain('Until then nothing is settled');
    await rules(`registration = 'open'`);
    expect((await (await confirming('held')).mail()).text).toContain('The host then answers your request');
  });

  it('tells somebody whose seat is held that it is, and somebody with a place that it is not', async () => {
    const { attendee, mail } = await confirming('held');
    expect((await mail()).text).toContain('Until then nothing is settled');
    await sql('update attendees set seat = true where id = $1', [attendee.id]);
    expect((await mail()).text).toContain('Until then your seat is only held');
  });

  it('says that registration is closed, but not to somebody who is going', async () => {
    await rules(`closes_local = '2026-10-19T09:00', closes_at = '2026-10-19T16:00:00Z'`);
    expect((await (await confirming('held')).mail()).text).toContain('registration for this event is closed');
    expect((await (await confirming('confirmed')).mail()).text).toContain('You already have a seat');
  });
});
