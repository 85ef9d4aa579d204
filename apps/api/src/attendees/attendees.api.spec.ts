import { spokenCodeOf } from '#libs/database';
import { newId } from '#libs/domain';
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
      email: `${name.toLowerCase().replaceAll(' ', '.')}.${newId().slice(-6)}@studio.example`,
    }),
    came: false,
    ...given,
  });
interface Listed {
  attendees: {
    id: string;
    name: string;
    email: string;
    status: string;
    place: number | null;
    introductions: string | null;
  }[];
  counts: Record<string, number>;
  next: string | null;
}
const list = async (event: { id: string }, cookie: string, query: object = {}): Promise<Listed> =>
  (await api.http.get(pathOf(event)).query(query).set('cookie', cookie).expect(200)).body as Listed;
const namesOf = ({ attendees }: Listed) => attendees.map(({ name }) => name);
const tell = (id: string, columns: string) =>
  api.database.sql(`update attendees set ${columns} where id = $1`, [id]);

describe('the guest list', () => {
  it('names people, how they stand and whether they want introductions, and counts them for every tab', async () => {
    const event = await evening();
    await guest(event, 'Bea Confirmed', { introductions: 'given' });
    await guest(event, 'Cem Refused', { introductions: 'refused', came: true });
    await guest(event, 'Ada Waiting', { status: 'waitlisted', introductions: 'never asked' });
    await guest(event, 'Dov Gone', { status: 'cancelled' });
    await guest(event, 'Eli Typed', { status: 'held' });
    await guest(event, 'Fay Asking', { status: 'pending' });
    await guest(event, 'Gil Offered', { status: 'offered' });
    const invited = await makePerson(api.database);
    await api.database.sql(
      `insert into invitations (id, organization_id, event_id, person_id, state, mailed_at, created_at)
       values ($1, $2, $3, $4, 'live', now(), now())`,
      [newId(), organizationId, event.id, invited.id],
    );
    const all = await list(event, await cookieOf('door'));
    expect(all.attendees.slice(0, 4)).toMatchObject([
      {
        name: 'Ada Waiting',
        status: 'waitlisted',
        arrival: 3,
        place: 1,
        introductions: null,
        source: 'page',
      },
      { name: 'Bea Confirmed', partySize: 1, guests: [], place: null, introductions: 'given' },
      // Like somebody who was never asked: a no is nobody's to know.
      { name: 'Cem Refused', introductions: null, checkedInAt: expect.any(String) as string },
      { name: 'Dov Gone', status: 'cancelled', cancelCause: 'by-person' },
    ]);
    expect(all.counts).toEqual({
      all: 7,
      going: 2,
      goingPeople: 2,
      pending: 2,
      held: 1,
      waitlist: 2,
      invited: 1,
      notGoing: 1,
      checkedIn: 1,
      noShow: 0,
    });
    const tabs = { all: 7, going: 2, pending: 2, waitlist: 2, notGoing: 1, checkedIn: 1, noShow: 0 };
    const cookie = await cookieOf('host');
    for (const [tab, count] of Object.entries(tabs)) {
      const { attendees } = await list(event, cookie, { tab });
      expect({ tab, count: attendees.length }).toEqual({ tab, count });
    }
    expect(namesOf(await list(event, cookie, { tab: 'waitlist' }))).toEqual(['Gil Offered', 'Ada Waiting']);
  });

  it('knows who did not come once the evening is over', async () => {
    const event = await makeEvent(api.database, organizationId, {
      startsLocal: '2026-09-19T18:00',
      endsLocal: '2026-09-19T21:00',
    });
    await guest(event, 'Nia Absent');
    await guest(event, 'Oda Present', { came: true });
    const noShows = await list(event, await cookieOf('host'), { tab: 'noShow' });
    expect(namesOf(noShows)).toEqual(['Nia Absent']);
    expect(noShows.counts).toMatchObject({ noShow: 1, checkedIn: 1 });
  });

  it('finds by a part of a name, an address or the name of a guest, and literally', async () => {
    const event = await evening();
    const { id } = await guest(event, 'Søren Fischer');
    await tell(id, `guests = '["Ömer Çelik"]', party_size = 2`);
    await guest(event, 'Percent Person');
    const cookie = await cookieOf('host');
    const search = async (text: string) => namesOf(await list(event, cookie, { search: text }));
    expect(await search('SØREN')).toEqual(['Søren Fischer']);
    expect(await search('ömer ç')).toEqual(['Søren Fischer']);
    expect(await search('percent.person.')).toEqual(['Percent Person']);
    expect(await search('%')).toEqual([]);
    expect(await search('"')).toEqual([]);
    expect(await search("' or 1=1 --")).toEqual([]);
    expect(await search('')).toHaveLength(2);
  });

  it('finds a domain with those below it, and none that only ends alike', async () => {
    const event = await evening();
    for (const email of [
      'a@lot.example',
      'b@mail.lot.example',
      'c@ballot.example',
      'lot.example@d.example',
    ]) {
      const person = await makePerson(api.database, { name: email, email });
      await makeAttendee(api.database, event, { person });
    }
    const cookie = await cookieOf('host');
    const found = await list(event, cookie, { search: '@LOT.example' });
    expect(namesOf(found)).toEqual(['a@lot.example', 'b@mail.lot.example']);
    expect(namesOf(await list(event, cookie, { search: '@_ot.example' }))).toEqual([]);
  });

  it('comes in pages without a gap or a repeat, by name, by newest RSVP and in the order of the queue', async () => {
    const event = await evening(0);
    const queue: string[] = [];
    for (let number = 0; number < 57; number += 1) {
      const name = `Guest ${String(99 - number)}`;
      const { id } = await guest(event, name, { status: 'waitlisted' });
      // Somebody from the end of the queue was moved up.
      if (number === 56) await tell(id, 'priority = 1');
      queue.push(name);
    }
    const inQueue = [queue.at(-1), ...queue.slice(0, -1)];
    const cookie = await cookieOf('host');
    const orders: [object, unknown][] = [
      [{}, [...queue].reverse()],
      [{ tab: 'waitlist' }, inQueue],
      [{ sort: 'queue' }, inQueue],
      [{ sort: 'newest' }, [...queue].reverse()],
      [{ tab: 'waitlist', sort: 'name', search: 'guest' }, [...queue].reverse()],
    ];
    for (const [query, expected] of orders) {
      const first = await list(event, cookie, query);
      const second = await list(event, cookie, { ...query, after: first.next });
      expect(first.attendees).toHaveLength(50);
      expect(second.next).toBeNull();
      expect([...namesOf(first), ...namesOf(second)]).toEqual(expected);
    }
    const { attendees } = await list(event, cookie, { tab: 'waitlist' });
    expect(attendees.map(({ place }) => place)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    for (const query of [{ after: 'nonsense' }, { tab: 'everybody' }, { sort: 'email' }]) {
      await api.http.get(pathOf(event)).query(query).set('cookie', cookie).expect(422);
    }
  });

  it('shows answers and notes to hosts, and not to the door', async () => {
    const event = await evening();
    const { id } = await guest(event, 'Ivy Answers');
    await tell(
      id,
      `answers = '[{"question":"Diet?","answer":"Vegan"},{"question":"Days","answer":["Fri","Sat"]}]',
      note = 'Come early.', door_note = 'Ask about access'`,
    );
    const seen = async (role: Role) =>
      (
        await api.http
          .get(`${pathOf(event)}/${id}`)
          .set('cookie', await cookieOf(role))
          .expect(200)
      ).body;
    expect(await seen('host')).toMatchObject({
      answers: [
        { question: 'Diet?', answers: ['Vegan'] },
        { question: 'Days', answers: ['Fri', 'Sat'] },
      ],
      note: 'Come early.',
    });
    expect(await seen('door')).toMatchObject({
      name: 'Ivy Answers',
      answers: null,
      note: null,
      doorNote: 'Ask about access',
      // A badge that cannot be printed says that the name stands on the guest list under these letters.
      code: spokenCodeOf(id),
    });
    expect((await list(event, await cookieOf('door'))).attendees).toMatchObject([
      { answers: null, note: null },
    ]);
  });

  it('is nobody else’s: another organization, another event, nobody at all', async () => {
    const event = await evening();
    const other = await evening();
    const { id } = await guest(event, 'Ola Other');
    const elsewhere = await makeOrganization(api.database);
    const foreign = await cookieOf('owner', elsewhere.id);
    const owner = await cookieOf('owner');
    for (const path of ['', `/${id}`, `/${id}/history`]) {
      await api.http.get(pathOf(event) + path).expect(401);
      await api.http
        .get(pathOf(event) + path)
        .set('cookie', foreign)
        .expect(404);
      await api.http
        .get(pathOf(event, elsewhere.id) + path)
        .set('cookie', foreign)
        .expect(404);
    }
    await api.http
      .get(`${pathOf(other)}/${id}`)
      .set('cookie', owner)
      .expect(404);
    await api.http
      .get(`${pathOf(other)}/${id}/history`)
      .set('cookie', owner)
      .expect(404);
    expect((await list(other, owner)).attendees).toEqual([]);
  });
});
