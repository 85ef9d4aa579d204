import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';

let api: Api;
let organizationId: string;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  organizationId = (await makeOrganization(api.database)).id;
});

afterAll(() => api.stop());

type Role = 'owner' | 'editor' | 'host' | 'door';
const cookieOf = async (role: Role, inOrganization = organizationId) =>
  api.cookieOf((await makeMember(api.database, inOrganization, role)).personId);
const evening = (capacity = 80) => makeEvent(api.database, organizationId, { capacity });
const pathOf = (event: { id: string }, inOrganization = organizationId) =>
  `/api/v1/organizations/${inOrganization}/events/${event.id}/attendees`;
const guest = async (event: { id: string; organizationId: string }, name: string, given: object = {}) =>
  makeAttendee(api.database, event, {
    person: await makePerson(api.database, {
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@studio.example`,
    }),
    came: false,
    ...given,
  });
interface Listed {
  attendees: { id: string; name: string; status: string; introductions: string | null }[];
  counts: Record<string, number>;
  next: string | null;
}
const list = async (event: { id: string }, cookie: string, query: object = {}): Promise<Listed> =>
  (await api.http.get(pathOf(event)).query(query).set('cookie', cookie).expect(200)).body as Listed;
const namesOf = ({ attendees }: Listed) => attendees.map(({ name }) => name);

describe('the guest list', () => {
  it('names people, how they stand, whether they want introductions, and counts them all', async () => {
    const event = await evening();
    await guest(event, 'Bea Confirmed', { introductions: 'given' });
    await guest(event, 'Cem Refused', { introductions: 'refused', came: true });
    await guest(event, 'Ada Waiting', { status: 'waitlisted', introductions: 'never asked' });
    await guest(event, 'Dov Gone', { status: 'cancelled' });
    const all = await list(event, await cookieOf('door'));
    expect(all.attendees).toMatchObject([
      {
        name: 'Ada Waiting',
        status: 'waitlisted',
        arrival: 3,
        introductions: null,
        checkedInAt: null,
        source: 'page',
      },
      { name: 'Bea Confirmed', email: 'bea.confirmed@studio.example', introductions: 'given' },
      // Like somebody who was never asked: a no is nobody's to know.
      { name: 'Cem Refused', introductions: null, checkedInAt: expect.any(String) as string },
      { name: 'Dov Gone', status: 'cancelled' },
    ]);
    expect(all.counts).toEqual({
      confirmed: 2,
      waitlisted: 1,
      held: 0,
      pending: 0,
      declined: 0,
      cancelled: 1,
      checkedIn: 1,
    });
    const views = { confirmed: 2, waitlisted: 1, pending: 0, notGoing: 1, checkedIn: 1 };
    for (const [status, count] of Object.entries(views)) {
      expect({
        status,
        count: (await list(event, await cookieOf('host'), { status })).attendees.length,
      }).toEqual({ status, count });
    }
  });

  it('finds by a part of a name or address, by domain, and literally', async () => {
    const event = await evening();
    await guest(event, 'Søren Fischer');
    await guest(event, 'Percent Person');
    const cookie = await cookieOf('host');
    const search = async (text: string) => namesOf(await list(event, cookie, { search: text }));
    expect(await search('SØREN')).toEqual(['Søren Fischer']);
    expect(await search('@studio.example')).toHaveLength(2);
    expect(await search('percent.person@')).toEqual(['Percent Person']);
    expect(await search('%')).toEqual([]);
    expect(await search("' or 1=1 --")).toEqual([]);
    expect(await search('')).toHaveLength(2);
  });

  it('comes in pages without a gap or a repeat, and the waitlist in the order of its queue', async () => {
    const event = await evening(0);
    for (let number = 0; number < 57; number += 1) {
      await guest(event, `Guest ${String(99 - number)}`, { status: 'waitlisted' });
    }
    const cookie = await cookieOf('host');
    for (const query of [{}, { status: 'waitlisted' }]) {
      const first = await list(event, cookie, query);
      const second = await list(event, cookie, { ...query, after: first.next });
      expect(first.attendees).toHaveLength(50);
      expect(second.next).toBeNull();
      const names = [...namesOf(first), ...namesOf(second)];
      const expected = Array.from({ length: 57 }, (_, number) => `Guest ${String(99 - number)}`);
      expect(names).toEqual('status' in query ? expected : [...expected].reverse());
    }
    await api.http.get(pathOf(event)).query({ after: 'nonsense' }).set('cookie', cookie).expect(422);
    await api.http.get(pathOf(event)).query({ status: 'everybody' }).set('cookie', cookie).expect(422);
  });
});

describe('a host who cancels for somebody', () => {
  it('frees the seat for the head of the queue, tells both, and writes down who did it', async () => {
    const event = await evening(1);
    const seated = await guest(event, 'Gil Going');
    const waiting = await guest(event, 'Wim Waiting', { status: 'waitlisted' });
    const member = await makeMember(api.database, organizationId, 'host');
    const cookie = await api.cookieOf(member.personId);
    for (let count = 0; count < 2; count += 1) {
      const { body } = await api.http
        .post(`${pathOf(event)}/${seated.id}/cancel`)
        .set('cookie', cookie)
        .expect(200);
      expect(body).toMatchObject({ id: seated.id, status: 'cancelled' });
    }
    expect(await list(event, cookie)).toMatchObject({
      attendees: [
        { name: 'Gil Going', status: 'cancelled' },
        { name: 'Wim Waiting', status: 'confirmed' },
      ],
    });
    const ids = [seated.id, waiting.id];
    const mails = await api.database.sql(
      'select kind, subject_id from mails where subject_id = any($1) order by id',
      [ids],
    );
    expect(mails).toEqual([
      { kind: 'rsvp-cancelled', subject_id: seated.id },
      { kind: 'rsvp-promoted', subject_id: waiting.id },
    ]);
    const audit = await api.database.sql(
      'select action, actor_kind, actor_id, codes from audit where subject_id = any($1) order by id',
      [ids],
    );
    expect(audit).toEqual([
      {
        action: 'attendee.cancelled',
        actor_kind: 'person',
        actor_id: member.personId,
        codes: { cause: 'by-host' },
      },
      { action: 'attendee.promoted', actor_kind: 'system', actor_id: null, codes: {} },
    ]);
  });

  it('must be more than door staff, of this organization, and mean a guest of this very event', async () => {
    const event = await evening();
    const other = await evening();
    const seated = await guest(event, 'Ola Other');
    const elsewhere = await makeOrganization(api.database);
    const cancel = (path: string, cookie: string) =>
      api.http.post(`${path}/${seated.id}/cancel`).set('cookie', cookie);
    await cancel(pathOf(event), await cookieOf('door')).expect(403);
    const foreign = await cookieOf('owner', elsewhere.id);
    await cancel(pathOf(event), foreign).expect(404);
    await cancel(pathOf(event, elsewhere.id), foreign).expect(404);
    await cancel(pathOf(other), await cookieOf('owner')).expect(404);
    await api.http.get(pathOf(event, elsewhere.id)).set('cookie', foreign).expect(404);
    await api.http.post(`${pathOf(event)}/${seated.id}/cancel`).expect(401);
    expect(await list(event, await cookieOf('owner'))).toMatchObject({
      attendees: [{ status: 'confirmed' }],
    });
  });
});
