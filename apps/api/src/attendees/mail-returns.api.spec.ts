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
  } else if (reason !== undefined)
    await api.db.write({ kind: 'system' }, (tx) => suppress(tx, keys, person.email, reason));
  const url = `/api/v1/organizations/${organization.id}/events/${event.id}/attendees`;
  const cookie = await api.cookieOf(personId);
  const inList = async (): Promise<boolean> =>
    (await api.http.get(url).set('cookie', cookie).expect(200)).body.attendees[0].mailReturns;
  const alone = async (): Promise<boolean> =>
    (await api.http.get(`${url}/${id}`).set('cookie', cookie).expect(200)).body.mailReturns;
  return { person, url, id, cookie, inList, alone };
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

  it('is over when mail goes there again', async () => {
    const { person, inList } = await makeGuest('soft-bounces');
    await api.db.write({ kind: 'system' }, (tx) => unsuppress(tx, api.config.keys, person.email));
    expect(await inList()).toBe(false);
  });
});
