import type { AttendeeStatus } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-12T17:00:00Z' });
});
afterAll(() => api.stop());

type Evening = Awaited<ReturnType<typeof makeEvening>>;

async function makeEvening() {
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id, { capacity: 2 });
  const { personId } = await makeMember(api.database, organization.id);
  const url = `/api/v1/organizations/${organization.id}/events/${event.id}`;
  const statuses: AttendeeStatus[] = [
    'confirmed',
    'waitlisted',
    'offered',
    'pending',
    'cancelled',
    'declined',
  ];
  for (const status of statuses) await makeAttendee(api.database, event, { status, came: false });
  return { event, url, owner: await api.cookieOf(personId), version: 1 };
}

async function change(evening: Evening, given: object): Promise<void> {
  const { status, body } = await api.http
    .patch(evening.url)
    .set('Cookie', evening.owner)
    .send({ version: evening.version, ...given });
  expect(status).toBe(200);
  evening.version = (body as { version: number }).version;
}

const look = async (evening: Evening) =>
  (await api.http.get(`${evening.url}/tell`).set('Cookie', evening.owner)).body as object;

const tell = async (evening: Evening, revision = evening.version) => {
  const answer = await api.http
    .post(`${evening.url}/tell`)
    .set('Cookie', evening.owner)
    .send({ revision, note: 'The venue opens later.' });
  return { status: answer.status, body: answer.body as object };
};

const mailed = ({ event }: Evening) =>
  api.database.sql(
    `select m.person_id from mails m join event_messages e on e.id = m.subject_id where m.kind = 'event-changed' and e.event_id = $1`,
    [event.id],
  );

describe('a change of time or place', () => {
  it('is told when an organizer says so, to everybody who may come, once', async () => {
    const evening = await makeEvening();
    expect(await look(evening)).toEqual({ revision: 1, changed: [], count: 0 });
    await change(evening, { description: 'Longer', title: 'Other' });
    expect(await look(evening)).toEqual({ revision: 2, changed: [], count: 0 });
    await change(evening, { startsLocal: '2026-10-19T19:00' });
    await change(evening, { place: 'Echo Park' });
    expect(await look(evening)).toEqual({ revision: 4, changed: ['time', 'place'], count: 4 });
    expect(await mailed(evening)).toEqual([]);
    expect(await tell(evening)).toEqual({ status: 200, body: { count: 4 } });
    expect(await mailed(evening)).toHaveLength(4);
    expect(await look(evening)).toEqual({ revision: 4, changed: [], count: 0 });
    expect(await tell(evening)).toMatchObject({ status: 409, body: { code: 'nothing-to-tell' } });
    const { body } = await api.http.get(`${evening.url}/messages`).set('Cookie', evening.owner);
    expect(body).toMatchObject({ messages: [{ kind: 'change', state: 'sending', recipients: 4 }] });
  });

  it('is nothing to tell once it is as guests know it', async () => {
    const evening = await makeEvening();
    await change(evening, { startsLocal: '2026-10-19T19:00' });
    await change(evening, { startsLocal: '2026-10-19T18:00' });
    expect(await look(evening)).toMatchObject({ changed: [], count: 0 });
  });

  it('concerns people with a seat alone where it is of the private place', async () => {
    const evening = await makeEvening();
    await change(evening, { privatePlace: '7 Mission Road' });
    expect(await look(evening)).toMatchObject({ changed: ['place'], count: 1 });
  });

  it('is told by whoever has seen the newest revision; of two at once one tells', async () => {
    const evening = await makeEvening();
    await change(evening, { startsLocal: '2026-10-19T19:00' });
    expect(await tell(evening, 1)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    const both = await Promise.all([tell(evening), tell(evening)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await mailed(evening)).toHaveLength(4);
  });

  it('would be told twice if the evening were not locked meanwhile', async () => {
    const evening = await makeEvening();
    await change(evening, { startsLocal: '2026-10-19T19:00' });
    await api.database.sql(
      `create or replace function keep_untold() returns trigger language plpgsql as $$ begin return null; end $$`,
    );
    await api.database.sql(
      `create trigger keep_untold before delete on untold_changes for each row execute function keep_untold()`,
    );
    await tell(evening);
    await tell(evening);
    await api.database.sql('drop trigger keep_untold on untold_changes');
    expect(await mailed(evening)).toHaveLength(8);
  });

  it('is no news of a draft', async () => {
    const evening = await makeEvening();
    await api.database.sql(`update events set state = 'draft', published_at = null where id = $1`, [
      evening.event.id,
    ]);
    await change(evening, { startsLocal: '2026-10-19T19:00' });
    expect(await look(evening)).toMatchObject({ changed: [], count: 0 });
  });
});
