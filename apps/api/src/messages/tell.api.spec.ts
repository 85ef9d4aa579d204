import { type AttendeeStatus, newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';

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
    expect(await look(evening)).toEqual({ revision: 1, changed: [], count: 0, onlyListed: 0 });
    await change(evening, { description: 'Longer', title: 'Other' });
    expect(await look(evening)).toEqual({ revision: 2, changed: [], count: 0, onlyListed: 0 });
    await change(evening, { startsLocal: '2026-10-19T19:00' });
    await change(evening, { place: 'Echo Park' });
    expect(await look(evening)).toEqual({ revision: 4, changed: ['time', 'place'], count: 4, onlyListed: 0 });
    expect(await mailed(evening)).toEqual([]);
    expect(await tell(evening)).toEqual({ status: 200, body: { count: 4 } });
    expect(await mailed(evening)).toHaveLength(4);
    expect(await look(evening)).toEqual({ revision: 4, changed: [], count: 0, onlyListed: 0 });
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

describe('guests whom others put on the list', () => {
  /** A free room of an organization that is not new, and nobody in it. */
  async function emptyEvening({ isNew = false } = {}) {
    const organization = await makeOrganization(api.database);
    if (!isNew)
      await api.database.sql(`update organizations set created_at = '2026-01-01' where id = $1`, [
        organization.id,
      ]);
    const event = await makeEvent(api.database, organization.id);
    const { personId } = await makeMember(api.database, organization.id);
    const url = `/api/v1/organizations/${organization.id}/events/${event.id}`;
    return { event, url, owner: await api.cookieOf(personId), version: 1 };
  }

  /** As an import leaves them. */
  async function listed(evening: Evening, given: { mayWrite?: boolean; confirmed?: boolean } = {}) {
    const person = await makePerson(api.database, { confirmed: given.confirmed ?? false });
    return putOnList(evening, person, given.mayWrite ?? true);
  }

  async function putOnList({ event }: Evening, person: { id: string }, mayWrite = true) {
    const guest = await makeAttendee(api.database, event, { person, came: false });
    await api.database.sql(
      `update attendees set source = 'import', own_word = false, may_write = $2 where id = $1`,
      [guest.id, mayWrite],
    );
    return guest.personId;
  }

  const stopAll = ({ event }: Evening, personId: string) =>
    api.database.sql(
      `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, 'all', app_now())`,
      [newId(), personId, event.organizationId],
    );

  /** What changed each time is the place. */
  let moves = 0;
  const moveAndTell = async (evening: Evening) => {
    await change(evening, { place: `Place ${(moves += 1)}` });
    return tell(evening);
  };
  const toldOf = async (evening: Evening) => (await mailed(evening)).map((row) => row['person_id']);
  const cancelled = async ({ event }: Evening) =>
    (
      await api.database.sql(
        `select m.person_id from mails m join attendees a on a.id = m.subject_id
         where m.kind = 'event-cancelled' and a.event_id = $1`,
        [event.id],
      )
    ).map((row) => row['person_id']);
  const cancel = (evening: Evening) =>
    api.http.post(`${evening.url}/cancel`).set('Cookie', evening.owner).send({ reason: 'No power' });

  it('hear nothing where a list alone named them, neither of a change nor of the end', async () => {
    const evening = await emptyEvening();
    await listed(evening, { mayWrite: false });
    await listed(evening, { mayWrite: false, confirmed: true });
    const own = await makeAttendee(api.database, evening.event, { came: false });
    await change(evening, { place: 'Echo Park' });
    expect(await look(evening)).toMatchObject({ changed: ['place'], count: 1, onlyListed: 2 });
    expect(await tell(evening)).toMatchObject({ body: { count: 1 } });
    expect(await toldOf(evening)).toEqual([own.personId]);
    expect((await cancel(evening)).status).toBe(200);
    expect(await cancelled(evening)).toEqual([own.personId]);
  });

  it('count alike whether they stopped mail or not', async () => {
    const evening = await emptyEvening();
    const [stopped, other] = [await listed(evening), await listed(evening)];
    await stopAll(evening, stopped);
    await change(evening, { place: 'Echo Park' });
    expect(await look(evening)).toMatchObject({ count: 2 });
    expect(await tell(evening)).toMatchObject({ body: { count: 2 } });
    expect(new Set(await toldOf(evening))).toEqual(new Set([stopped, other]));
  });

  it('hear of three changes an hour at most, whatever the evening; whoever asked to come hears of all', async () => {
    const evenings = [await emptyEvening(), await emptyEvening()] as const;
    const answered = await makePerson(api.database);
    const silent = await makePerson(api.database, { confirmed: false });
    const own = await makePerson(api.database);
    for (const evening of evenings) {
      for (const person of [answered, silent]) await putOnList(evening, person);
      await makeAttendee(api.database, evening.event, { person: own, came: false });
      for (let time = 0; time < 4; time += 1) expect((await moveAndTell(evening)).status).toBe(200);
    }
    const told = (await Promise.all(evenings.map(toldOf))).flat();
    const times = ({ id }: { id: string }) => told.filter((one) => one === id).length;
    expect([times(answered), times(silent), times(own)]).toEqual([3, 3, 8]);
    // Of the end of the second evening they hear no more within this hour.
    await cancel(evenings[1]);
    expect(await cancelled(evenings[1])).toEqual([own.id]);
  });

  it('hear of it up to the number a new organization may write to, and whoever asked hears beyond it', async () => {
    const evening = await emptyEvening({ isNew: true });
    await api.database.sql(
      `with made as (
         insert into people (id, email, created_at)
         select gen_random_uuid(), 'listed' || n || '@example.org', app_now() from generate_series(1, 510) n returning id)
       insert into attendees (id, organization_id, event_id, person_id, name, status, seat, source, version, created_at)
       select gen_random_uuid(), $2, $1::uuid, id, '', 'confirmed', true, 'import', 1, app_now() from made`,
      [evening.event.id, evening.event.organizationId],
    );
    const own = await makeAttendee(api.database, evening.event, { came: false });
    expect(await moveAndTell(evening)).toEqual({ status: 200, body: { count: 501 } });
    expect(await toldOf(evening)).toContain(own.personId);
    expect(await moveAndTell(evening)).toEqual({ status: 200, body: { count: 1 } });
    await cancel(evening);
    expect(await cancelled(evening)).toEqual([own.personId]);
  });

  it('are nobody else once they ask for the seat themselves', async () => {
    const evening = await emptyEvening();
    const person = await makePerson(api.database);
    await putOnList(evening, person, false);
    const asked = await api.http
      .post(`/api/v1/events/${evening.event.slug}/rsvps`)
      .set('Cookie', await api.cookieOf(person.id))
      .send({ name: 'Ines Okafor', email: person.email });
    expect(asked.body).toMatchObject({ status: 'confirmed' });
    await stopAll(evening, person.id);
    for (let time = 0; time < 4; time += 1)
      expect(await moveAndTell(evening)).toMatchObject({ body: { count: 1 } });
  });

  it('are so again where others put them back after they left', async () => {
    const evening = await emptyEvening();
    const { personId, id } = await makeAttendee(api.database, evening.event, { came: false });
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
      [id],
    );
    const [{ email } = { email: '' }] = await api.database.sql<{ email: string }>(
      'select email from people where id = $1',
      [personId],
    );
    const added = await api.http
      .post(`${evening.url}/attendees`)
      .set('Cookie', evening.owner)
      .send({ name: 'Ines Okafor', email });
    expect(added.status).toBeLessThan(300);
    const [row] = await api.database.sql('select own_word, status from attendees where id = $1', [id]);
    expect(row).toEqual({ own_word: false, status: 'confirmed' });
  });

  it('are told like everybody of five changes of one evening an hour, and no more', async () => {
    const evening = await emptyEvening();
    await makeAttendee(api.database, evening.event, { came: false });
    for (let time = 0; time < 5; time += 1) expect((await moveAndTell(evening)).status).toBe(200);
    expect(await moveAndTell(evening)).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  });
});
