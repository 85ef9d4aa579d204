import { keyedHash, parseKeys } from '#libs/database';
import { newId } from '#libs/domain';
import { testKeys } from '../../../../test/support/api.ts';
import { makeAttendee, makeMember, makePerson } from '../../../../test/support/factories.ts';
import { makeComingEvent } from '../../../../test/support/mails.ts';
import { openPostOffice } from '../../../../test/support/post-office.ts';
import { posted } from '../../../../test/support/posted.ts';

const { database, db, close } = await openPostOffice();
let event: Awaited<ReturnType<typeof makeComingEvent>>;
let person: Awaited<ReturnType<typeof makePerson>>;
let host: { personId: string };
let id: string;

beforeEach(async () => {
  event = await makeComingEvent(database);
  person = await makePerson(database, { name: 'Secret Name' });
  const { id: personId } = await makePerson(database, { name: 'Mara Lind' });
  host = await makeMember(database, event.organizationId, 'host', { id: personId });
  id = newId();
  await sql(
    `insert into invitations (id, organization_id, event_id, person_id, state, invited_by, mailed_at, created_at)
     values ($1, $2, $3, $4, 'live', $5, app_now(), app_now())`,
    [id, event.organizationId, event.id, person.id, host.personId],
  );
});

afterAll(close);

const sql = (text: string, values: unknown[] = []) => database.sql(text, values);
const ofEvent = (text: string) => sql(`update events set ${text} where id = $1`, [event.id]);
const cancelled = () => ofEvent(`state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'No power.'`);
const answered = (state: string) => sql('update invitations set state = $2 where id = $1', [id, state]);
const added = () => makeAttendee(database, event, { person, came: false });
const mailed = (kind: 'invitation' | 'invitation-reminder' | 'invited-event-cancelled' = 'invitation') =>
  posted({ database, db }, event.organizationId, { kind, subjectId: id, personId: person.id, step: 'r1' });

describe('the mail of an invitation', () => {
  it('says who invites to what, and leads to a page where it is answered', async () => {
    const mail = await mailed();
    expect(mail.subject).toBe('You are invited: Sound after the cut: a panel and a mixer');
    expect(mail.text).toContain('Mara Lind of Los Angeles Sound Guild invites you to this event.');
    expect(mail.text).toMatch(
      /Answer the invitation:\nhttps:\/\/acquaint\.example\/invited\/[0-9a-f.]{65}\n/,
    );
    expect(mail.text).toMatch(/Stop mail about events:\nhttps:\/\/acquaint\.example\/unsubscribe\//);
  });

  it.each(['invitation', 'invitation-reminder'] as const)(
    'holds nobody’s secret: neither the private place nor the name of whose address was typed (%s)',
    async (kind) => {
      const { state, text } = await mailed(kind);
      expect(state).toBe('sent');
      for (const secret of ['1200 East 5th Street', 'Secret', person.email])
        expect(text).not.toContain(secret);
    },
  );

  it('speaks for the organization alone once its host is no member any more', async () => {
    await sql('delete from members where person_id = $1', [host.personId]);
    const { text } = await mailed();
    expect(text).toContain('Los Angeles Sound Guild invites you to this event.');
    expect(text).not.toContain('Mara');
  });

  it('says from when it can be answered while registration lies ahead', async () => {
    await ofEvent(`opens_local = '2026-10-27T09:00', opens_at = '2026-10-27T16:00:00Z'`);
    expect((await mailed()).text).toContain(
      'You can answer from: Tuesday 27 October 2026, 09:00, Los Angeles time',
    );
  });

  const moved: [string, () => Promise<unknown>][] = [
    ['it was taken back', () => sql(`update invitations set state = 'revoked' where id = $1`, [id])],
    ['they said no', () => sql(`update invitations set state = 'declined' where id = $1`, [id])],
    ['they came', () => sql(`update invitations set state = 'accepted' where id = $1`, [id])],
    ['the host added them by hand', () => makeAttendee(database, event, { person, came: false })],
    [
      'they were barred',
      () => sql('insert into bars values ($1, $2, null, app_now())', [event.organizationId, person.id]),
    ],
    ['the event was cancelled', () => ofEvent(`state = 'cancelled', cancelled_at = app_now()`)],
    ['it is over', () => ofEvent(`starts_at = '2026-10-01Z', ends_at = '2026-10-02Z'`)],
    [
      'registration closed',
      () => ofEvent(`closes_local = '2026-10-19T09:00', closes_at = '2026-10-19T16:00Z'`),
    ],
  ];

  it.each(moved)('and its reminder stay where they are when %s', async (_, change) => {
    await change();
    for (const kind of ['invitation', 'invitation-reminder'] as const)
      expect(await mailed(kind)).toMatchObject({ state: 'suppressed', outcome: 'no-longer-true' });
  });

  const unwanted: [string, string, () => Promise<unknown>][] = [
    ['mail about events', 'stopped', () => stop('events')],
    ['every mail', 'stopped', () => stop('all')],
  ];
  const stop = (topic: string) =>
    sql('insert into mail_stops values (gen_random_uuid(), $1, $2, $3, app_now())', [
      person.id,
      event.organizationId,
      topic,
    ]);

  it.each(unwanted)('goes to nobody who has stopped %s here', async (_, outcome, change) => {
    await change();
    for (const kind of ['invitation', 'invitation-reminder'] as const)
      expect(await mailed(kind)).toMatchObject({ state: 'suppressed', outcome });
  });

  it('still goes to somebody who stopped introductions alone (control)', async () => {
    await stop('introductions');
    expect((await mailed()).state).toBe('sent');
  });

  it('is followed by word that the event is cancelled, why, and nothing secret', async () => {
    await mailed();
    await cancelled();
    const { state, subject, text } = await mailed('invited-event-cancelled');
    expect([state, subject]).toEqual(['sent', 'Cancelled: Sound after the cut: a panel and a mixer']);
    expect(text).toContain('Los Angeles Sound Guild had invited you to this event. It is cancelled');
    expect(text).toContain('No power.');
    for (const secret of ['1200 East 5th Street', 'Secret']) expect(text).not.toContain(secret);
  });

  const notTold: [string, () => Promise<unknown>][] = [
    ['never got their invitation', () => cancelled()],
    ['said no', async () => [await mailed(), await answered('declined'), await cancelled()]],
    ['have an RSVP', async () => [await mailed(), await added(), await cancelled()]],
    ['are invited to an event that takes place', () => mailed()],
  ];

  it.each(notTold)('is followed by no word of a cancellation to people who %s', async (_, change) => {
    await change();
    expect(await mailed('invited-event-cancelled')).toMatchObject({ state: 'suppressed' });
  });

  it('goes to no suppressed address and to nobody erased', async () => {
    const hash = keyedHash(parseKeys(testKeys), 'suppression', person.email).toString('hex');
    await sql(`insert into suppressions values ($1, 'bounced', app_now())`, [hash]);
    expect(await mailed()).toMatchObject({ state: 'suppressed', outcome: 'suppressed-address' });
    await sql('update people set erased_at = app_now() where id = $1', [person.id]);
    expect(await mailed('invitation-reminder')).toMatchObject({ state: 'suppressed', outcome: 'erased' });
  });
});
