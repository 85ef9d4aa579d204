import { readFileSync } from 'node:fs';
import { importGuestList } from '../../apps/worker/src/attendees/import.ts';
import { type Api, startApi } from './api.ts';
import { makeEvent, makeMember, makeOrganization } from './factories.ts';

export type GivenEvent = Awaited<ReturnType<typeof makeEvent>>;

const guestList = (name: string): Buffer => readFileSync(`apps/start/guest-lists/${name}.csv`);
export const luma = guestList('luma');
export const eventbrite = guestList('eventbrite');

export const importsOf = (event: { id: string; organizationId: string }): string =>
  `/api/v1/organizations/${event.organizationId}/events/${event.id}/imports`;

/** The api on the morning after the evening of the lists, and an owner at the desk who imports. */
export async function startImportDesk() {
  const api = await startApi({ time: '2026-10-20T15:00:00Z' });
  const organization = await makeOrganization(api.database);
  const owner = await makeMember(api.database, organization.id);
  const cookie = await api.cookieOf(owner.personId);
  return { organization, owner, cookie, ...deskOf(api, owner, cookie) };
}

function deskOf(api: Api, owner: { personId: string }, cookie: string) {
  const upload = (event: GivenEvent, content: Buffer | string, as = cookie) =>
    api.http
      .post(importsOf(event))
      .set('cookie', as)
      .attach('file', Buffer.from(content), { filename: 'guests.csv', contentType: 'text/csv' });
  const get = async (path: string) => (await api.http.get(path).set('cookie', cookie).expect(200)).body;
  const start = (event: GivenEvent, importId: string) =>
    api.http.post(`${importsOf(event)}/${importId}/start`).set('cookie', cookie);
  const look = (event: GivenEvent, importId: string) => get(`${importsOf(event)}/${importId}`);
  const work = (importId: string, organizationId: string, stopping?: AbortSignal): Promise<void> =>
    importGuestList(
      { organizationId, importId },
      { db: api.db, keys: api.config.keys, ...(stopping && { stopping }) },
    );
  const guests = (event: GivenEvent) => guestsOf(api, event);
  return {
    api,
    upload,
    start,
    look,
    rows: async (event: GivenEvent, importId: string, what = '') =>
      (await get(`${importsOf(event)}/${importId}/rows?${what}`)).rows,
    work,
    /** Uploads, starts and lets the worker do it. */
    importList: async (event: GivenEvent, content: Buffer | string) => {
      const { body } = await upload(event, content).expect(201);
      await start(event, body.id).expect(200);
      await work(body.id, event.organizationId);
      return look(event, body.id);
    },
    guests,
    guest: async (event: GivenEvent, email: string) =>
      (await guests(event)).find((row) => row['email'] === email),
    seats: async (event: GivenEvent) =>
      (await api.database.sql('select * from event_seats where event_id = $1', [event.id]))[0],
    expectSeatsTrue: (event: GivenEvent) => expectSeatsTrue(api, event),
    /** An evening of an organization of its own, so that no answer of another test counts in it. */
    evening: async () => {
      const { id } = await makeOrganization(api.database);
      await makeMember(api.database, id, 'owner', { id: owner.personId });
      return makeEvent(api.database, id);
    },
  };
}

/** Everything lists decide about the guests of an event, by address. */
function guestsOf(api: Api, event: GivenEvent) {
  return api.database.sql(
    `select p.email, a.status, a.cancel_cause, a.seat, a.checked_in_at, a.name, a.profile, a.answers, c.answer as introductions
     from attendees a join people p on p.id = a.person_id
     left join consents c on c.person_id = p.id and c.organization_id = a.organization_id and c.withdrawn_at is null
     where a.event_id = $1 order by p.email`,
    [event.id],
  );
}

/** The counter row against a count of the rows. */
async function expectSeatsTrue(api: Api, event: GivenEvent): Promise<void> {
  const [counted] = await api.database.sql(
    `select coalesce(sum(party_size) filter (where seat), 0)::int as taken,
       coalesce(sum(party_size) filter (where seat and status = 'held'), 0)::int as held,
       count(*) filter (where status = 'waitlisted')::int as waiting
     from attendees where event_id = $1`,
    [event.id],
  );
  const [kept] = await api.database.sql('select taken, held, waiting from event_seats where event_id = $1', [
    event.id,
  ]);
  expect(kept).toEqual(counted);
}
