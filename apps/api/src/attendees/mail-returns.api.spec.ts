import { type SuppressionReason, isSuppressed, suppress, takeBounce, unsuppress } from '#libs/database';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';
import { makeMail } from '../../../../test/support/sent-mails.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-10T12:00:00Z' });
});
afterAll(() => api.stop());

/** A guest of an evening, as the guest list shows whether mail reaches them. */
async function makeGuest(reason?: SuppressionReason | 'complaint') {
  const organization = await makeOrganization(api.database);
  const { personId } = await makeMember(api.database, organization.id, 'owner');
  const event = await makeEvent(api.database, organization.id);
  const person = await makePerson(api.database);
  const { id } = await makeAttendee(api.database, event, { person, came: false });
  const { keys } = api.config;
  if (reason === 'complaint') {
    const mailId = await makeMail(api.database, { organizationId: organization.id, person });
    await api.db.write({ kind: 'system' }, (tx) => takeBounce(tx, keys, mailId, 'complaint'));
  } else if (reason !== undefined) {
    await api.db.write({ kind: 'system' }, (tx) => suppress(tx, keys, person.email, reason));
    await mailTo({ organization, person }, ends[reason]);
  }
  const url = `/api/v1/organizations/${organization.id}/events/${event.id}/attendees`;
  const cookie = await api.cookieOf(personId);
  const inList = async (): Promise<boolean> =>
    (await api.http.get(url).set('cookie', cookie).expect(200)).body.attendees[0].mailReturns;
  const alone = async (): Promise<boolean> =>
    (await api.http.get(`${url}/${id}`).set('cookie', cookie).expect(200)).body.mailReturns;
  return { organization, event, person, url, id, cookie, inList, alone };
}

type Guest = Pick<Awaited<ReturnType<typeof makeGuest>>, 'organization' | 'person'>;

interface End {
  state?: 'sent' | 'failed' | 'suppressed' | 'queued' | 'unsure';
  outcome?: string;
  bounce?: 'hard' | 'soft' | 'policy';
}

/** How a mail of the organization ended that says of an address that mail comes back. */
const ends: Record<SuppressionReason, End> = {
  'hard-bounce': { bounce: 'hard' },
  'soft-bounces': { bounce: 'soft' },
  refused: { state: 'failed', outcome: 'refused-550' },
};

async function mailTo(
  { organization, person }: Guest,
  { bounce, ...end }: End,
  given: Partial<Parameters<typeof makeMail>[1]> = {},
): Promise<void> {
  const id = await makeMail(api.database, { organizationId: organization.id, person, ...given, ...end });
  if (bounce !== undefined)
    await api.database.sql('update mails set bounce_kind = $2, bounced_at = app_now() where id = $1', [
      id,
      bounce,
    ]);
}

/** The same address on the list of another organization, which typed it and has sent nothing there. */
async function typedElsewhere(person: Guest['person']) {
  const organization = await makeOrganization(api.database);
  const { personId } = await makeMember(api.database, organization.id, 'owner');
  const event = await makeEvent(api.database, organization.id);
  const { id } = await makeAttendee(api.database, event, { person, came: false });
  const url = `/api/v1/organizations/${organization.id}/events/${event.id}/attendees/${id}`;
  const cookie = await api.cookieOf(personId);
  const returns = async (): Promise<boolean> =>
    (await api.http.get(url).set('cookie', cookie).expect(200)).body.mailReturns;
  const again = () => api.http.post(`${url}/write-again`).set('cookie', cookie);
  return { organization, person, returns, again };
}

const suppressed = (email: string) =>
  api.db.read({ kind: 'system' }, (reader) => isSuppressed(reader, api.config.keys, email));

describe('that mail does not arrive', () => {
  it.each(['hard-bounce', 'soft-bounces', 'refused'] as const)(
    'after a %s is seen on the guest list',
    async (reason) => {
      const { inList, alone } = await makeGuest(reason);
      expect([await inList(), await alone()]).toEqual([true, true]);
    },
  );

  it('is still seen in the answer to what a host does about the guest', async () => {
    const { url, id, cookie } = await makeGuest('hard-bounce');
    const { body } = await api.http.post(`${url}/${id}/cancel`).set('cookie', cookie).expect(200);
    expect(body).toMatchObject({ status: 'cancelled', mailReturns: true });
  });

  it('is not seen of somebody who called a mail spam, nor of somebody whose mail arrives', async () => {
    expect(await (await makeGuest('complaint')).inList()).toBe(false);
    expect(await (await makeGuest()).inList()).toBe(false);
  });

  it('ends at the word of a host, once, and stands in the activity', async () => {
    const { person, url, id, cookie, inList } = await makeGuest('hard-bounce');
    const again = () => api.http.post(`${url}/${id}/write-again`).set('cookie', cookie);
    const answers = await Promise.all([again(), again()]);
    expect(answers.map(({ status, body }) => [status, body.mailReturns])).toEqual([
      [200, false],
      [200, false],
    ]);
    expect(await inList()).toBe(false);
    expect(await suppressed(person.email)).toBe(false);
    const lines = await api.database.sql('select action from audit where subject_id = $1', [id]);
    expect(lines).toContainEqual({ action: 'attendee.written-again' });
  });

  it('of somebody who complained ends at no word of a host, and looks as if there were nothing to end', async () => {
    const [spam, fine] = [await makeGuest('complaint'), await makeGuest()];
    const answers = [];
    for (const { url, id, cookie } of [spam, fine]) {
      const { status, body } = await api.http.post(`${url}/${id}/write-again`).set('cookie', cookie);
      answers.push([status, body.mailReturns]);
      expect(await api.database.sql('select action from audit where subject_id = $1', [id])).toEqual([]);
    }
    expect(answers).toEqual([
      [200, false],
      [200, false],
    ]);
    const stops = await api.database.sql('select topic from mail_stops where person_id = $1', [
      spam.person.id,
    ]);
    expect(stops).toEqual([{ topic: 'all' }]);
  });

  it('is no secret to be found out, nor ended, by an organization whose mail never came back', async () => {
    const { person } = await makeGuest('hard-bounce');
    const elsewhere = await typedElsewhere(person);
    expect(await elsewhere.returns()).toBe(false);
    await elsewhere.again().expect(200);
    expect(await suppressed(person.email)).toBe(true);
  });

  it.each<[string, End]>([
    ['came back', { bounce: 'hard' }],
    ['was held back', { state: 'suppressed', outcome: 'suppressed-address' }],
  ])('is seen, and ended, there as well once mail of its own %s (control)', async (_, end) => {
    const { person } = await makeGuest('hard-bounce');
    const elsewhere = await typedElsewhere(person);
    await mailTo(elsewhere, end);
    expect(await elsewhere.returns()).toBe(true);
    await elsewhere.again().expect(200);
    expect(await suppressed(person.email)).toBe(false);
  });

  it('is ended twice within the hour and no more', async () => {
    const { person, url, id, cookie } = await makeGuest('hard-bounce');
    const statuses = [];
    for (let nth = 0; nth < 3; nth += 1) {
      await api.db.write({ kind: 'system' }, (tx) =>
        suppress(tx, api.config.keys, person.email, 'hard-bounce'),
      );
      statuses.push((await api.http.post(`${url}/${id}/write-again`).set('cookie', cookie)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    expect(await suppressed(person.email)).toBe(true);
  });

  it('is over when mail goes there again', async () => {
    const { person, inList } = await makeGuest('soft-bounces');
    await api.db.write({ kind: 'system' }, (tx) => unsuppress(tx, api.config.keys, person.email));
    expect(await inList()).toBe(false);
  });
});

describe('what came of the last mail to a guest', () => {
  const lastMail = async ({ url, id, cookie }: Awaited<ReturnType<typeof makeGuest>>) => {
    const { body: alone } = await api.http.get(`${url}/${id}`).set('cookie', cookie).expect(200);
    const { body: list } = await api.http.get(url).set('cookie', cookie).expect(200);
    expect(list.attendees[0].lastMail).toEqual(alone.lastMail);
    return alone.lastMail;
  };

  it.each<[string, End, string, string | null]>([
    ['that a server took', {}, 'sent', null],
    ['on its way', { state: 'queued' }, 'waiting', null],
    ['to an address that is none', { bounce: 'hard' }, 'returned', 'hard'],
    ['to a full mailbox', { bounce: 'soft' }, 'returned', 'soft'],
    ['that was refused', { state: 'failed', outcome: 'refused-550' }, 'failed', null],
    ['of which nobody knows', { state: 'unsure', outcome: 'in-doubt' }, 'unsure', null],
    ['that its reader stopped', { state: 'suppressed', outcome: 'stopped' }, 'sent', null],
  ])('stands beside them: one %s', async (_, end, fate, reason) => {
    const guest = await makeGuest();
    const about = { subjectId: guest.id };
    await mailTo(guest, { state: 'failed', outcome: 'refused-550' }, about);
    await mailTo(guest, end, { kind: 'critique-place', ...about });
    // Not needed any more, and so no word of how they are reached; and of another evening, or of an introduction.
    await mailTo(guest, { state: 'suppressed', outcome: 'no-longer-true' }, about);
    await mailTo(guest, { bounce: 'hard' }, {});
    await mailTo(guest, { bounce: 'hard' }, { kind: 'introduction-ask', ...about });
    expect(await lastMail(guest)).toEqual({ kind: 'critique-place', at: expect.any(String), fate, reason });
  });

  it('is nothing before there was one', async () => {
    expect(await lastMail(await makeGuest())).toBeNull();
  });

  it('is not for the door', async () => {
    const guest = await makeGuest();
    await mailTo(guest, {}, { subjectId: guest.id });
    const { personId } = await makeMember(api.database, guest.organization.id, 'door');
    const cookie = await api.cookieOf(personId);
    expect(await lastMail(guest)).not.toBeNull();
    expect(await lastMail({ ...guest, cookie })).toBeNull();
  });
});
