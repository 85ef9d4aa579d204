import { type Keys, handleFor, parseKeys } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type Api, startApi, testKeys } from '../../../../test/support/api.ts';
import { makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { PanelAnswersService } from './panel-answers.service.ts';
import { PanelistLinks } from './panelist-links.service.ts';

let api: Api;
const keys: Keys = parseKeys(testKeys);
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
afterAll(() => api.stop());

/** Nobody is written to in two tests: an address that never answers gets three mails an hour. */
let evenings = 0;

async function panel(capacity = 80) {
  evenings += 1;
  const of = evenings;
  const own = (email: string) => email.replace('@', `.${of}@`);
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id, { capacity });
  const cookie = await api.cookieOf((await makeMember(api.database, organization.id, 'editor')).personId);
  const path = `/api/v1/organizations/${organization.id}/events/${event.id}`;
  const add = async (topic: string) =>
    (await api.http.post(`${path}/panels`).set('cookie', cookie).send({ topic }).expect(201)).body
      .id as string;
  const panelId = await add('Foley');
  const url = `${path}/panels/${panelId}/people`;
  const ask = ({ email, ...body }: { email: string; part?: string }, to = url) =>
    api.http
      .post(to)
      .set('cookie', cookie)
      .send({ name: 'Ada', part: 'panelist', ...body, email: own(email) });
  const invite = async (email: string, to = url): Promise<string> =>
    (await ask({ email }, to).expect(201)).body.id;
  const remove = (id: string) => api.http.delete(`${url}/${id}`).set('cookie', cookie);
  const row = async (id: string) =>
    (
      await api.database.sql<{
        state: string;
        part: string;
        status: string;
        attendeePart: string;
        seat: boolean;
      }>(
        `select pp.state, pp.part, a.status, a.part as "attendeePart", a.seat
         from panel_people pp left join attendees a on a.id = pp.attendee_id where pp.id = $1`,
        [id],
      )
    )[0];
  const taken = async () =>
    (
      await api.database.sql<{ taken: number }>('select taken from event_seats where event_id = $1', [
        event.id,
      ])
    )[0]?.taken;
  return { own, organization, event, cookie, path, panelId, url, add, ask, invite, remove, row, taken };
}

/** As the button on their page does it. */
async function answer(id: string, how: 'confirm' | 'decline'): Promise<void> {
  const answers = api.app.get(PanelAnswersService, { strict: false });
  await answers[how](await keyOf(id));
}

async function keyOf(id: string) {
  const [row] = await api.database.sql<{ organizationId: string; personId: string }>(
    'select organization_id as "organizationId", person_id as "personId" from panel_people where id = $1',
    [id],
  );
  const { organizationId, personId } = row ?? { organizationId: '', personId: '' };
  const token = await api.db.write(inOrganization(organizationId, system), (tx) =>
    handleFor(tx, keys, { purpose: 'panelist', organizationId, personId, subjectId: id, expiresAt: null }),
  );
  return api.app.get(PanelistLinks, { strict: false }).keyOf(token);
}

const mailsTo = (id: string) =>
  api.database
    .sql<{ kind: string }>('select kind from mails where subject_id = $1 order by created_at, id', [id])
    .then((rows) => rows.map(({ kind }) => kind));

describe('the people of a panel', () => {
  it('are asked by mail, once, and are told apart by what they are there for', async () => {
    const { ask, invite, url, cookie } = await panel();
    const id = await invite('ada@example.org');
    expect(await invite('ada@example.org')).toBe(id);
    expect(await mailsTo(id)).toEqual(['panelist-invitation']);
    await ask({ email: 'bo@example.org', part: 'moderator' }).expect(201);
    const second = await ask({ email: 'cleo@example.org', part: 'moderator' }).expect(409);
    expect(second.body.code).toBe('panel-moderator-taken');
    const changed = await api.http
      .patch(`${url}/${id}`)
      .set('cookie', cookie)
      .send({ part: 'moderator' })
      .expect(409);
    expect(changed.body.code).toBe('panel-moderator-taken');
  });

  it('stand in an order that can be changed', async () => {
    const { invite, url, path, cookie } = await panel();
    const ids = [await invite('a@example.org'), await invite('b@example.org'), await invite('c@example.org')];
    await api.http.patch(`${url}/${ids[2]}`).set('cookie', cookie).send({ position: 0 }).expect(200);
    const { body } = await api.http.get(`${path}/agenda`).set('cookie', cookie).expect(200);
    expect(body.panels[0].people.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[0], ids[1]]);
  });

  it('are twelve at most, also when two are asked at once', async () => {
    const { ask, invite } = await panel();
    for (let count = 0; count < 11; count += 1) await invite(`p${count}@example.org`);
    const both = await Promise.all(['x@example.org', 'y@example.org'].map((email) => ask({ email })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('too-many-people-on-panel');
  });

  it('are reminded at most once a day, until they answer', async () => {
    const { invite, url, cookie } = await panel();
    const id = await invite('ada@example.org');
    const remind = () => api.http.post(`${url}/${id}/remind`).set('cookie', cookie);
    expect((await remind().expect(409)).body.code).toBe('panelist-asked-today');
    await api.database.sql(
      `update panel_people set invited_at = invited_at - interval '1 day' where id = $1`,
      [id],
    );
    await remind().expect(200);
    expect((await remind().expect(409)).body.code).toBe('panelist-asked-today');
    await answer(id, 'confirm');
    expect((await remind().expect(409)).body.code).toBe('panelist-answered');
  });

  it.each(['by itself', 'by the form of the event'])(
    'are told when their panel is removed %s, if they had said yes, and are expected no more',
    async (how) => {
      const there = await panel();
      const { invite, add, ask, path, panelId, cookie, event } = there;
      const second = `${path}/panels/${await add('Dubbing')}/people`;
      const [yes, asked, both] = [
        await invite('yes@example.org'),
        await invite('asked@example.org'),
        await invite('both@example.org'),
      ];
      const alsoThere = (await ask({ email: 'both@example.org' }, second).expect(201)).body.id as string;
      for (const id of [yes, both, alsoThere]) await answer(id, 'confirm');
      await api.database.sql(
        `with needs as (insert into panelist_needs select id, organization_id, person_id, 'A chair' from panel_people where id = $1),
           question as (insert into panel_questions (id, organization_id, event_id, panel_id, attendee_id, person_id, for_id, named,
             text, created_at) select gen_random_uuid(), organization_id, event_id, panel_id, attendee_id, person_id, id, true, 'How?',
             app_now() from panel_people where id = $1)
         insert into slides (id, organization_id, event_id, panel_person_id, person_id, name, type, bytes, storage_key, created_at)
         select gen_random_uuid(), organization_id, event_id, id, person_id, 'a.pdf', 'application/pdf', 1, id::text, app_now()
         from panel_people where id = $1`,
        [yes],
      );
      const { body } = await api.http.get(path).set('cookie', cookie).expect(200);
      const panels = body.panels.filter(({ id }: { id: string }) => id !== panelId);
      await (how === 'by itself'
        ? api.http.delete(`${path}/panels/${panelId}`).set('cookie', cookie).expect(204)
        : api.http.patch(path).set('cookie', cookie).send({ version: body.version, panels }).expect(200));
      const left = await api.database.sql(
        `select (select count(*)::int from panel_people where panel_id = $1) as people,
           (select count(*)::int from panel_questions where event_id = $2) as questions,
           (select count(*)::int from panelist_needs where panel_person_id = $3) as needs,
           (select count(*)::int from slides where event_id = $2) as slides`,
        [panelId, event.id, yes],
      );
      expect(left).toEqual([{ people: 0, questions: 0, needs: 0, slides: 0 }]);
      const cancelled = await api.database.sql<{ id: string }>(
        `select subject_id as id from mails where kind = 'panelist-cancelled' and subject_id = any ($1) order by subject_id`,
        [[yes, asked, both, alsoThere]],
      );
      expect(cancelled.map(({ id }) => id)).toEqual([yes, both].sort());
      const expected = await api.database.sql(
        `select (a.email like 'both%') as both from attendees t join people a on a.id = t.person_id
         where t.event_id = $1 and t.status = 'confirmed'`,
        [event.id],
      );
      expect(expected).toEqual([{ both: true }]);
    },
  );

  it('tell what they need to the organizers of the evening, not to its hosts', async () => {
    const { invite, url, path, cookie, organization } = await panel();
    const id = await invite('ada@example.org');
    await api.database.sql(
      `insert into panelist_needs (panel_person_id, organization_id, person_id, needs)
       select id, organization_id, person_id, 'A chair with arms' from panel_people where id = $1`,
      [id],
    );
    const one = await api.http.get(`${url}/${id}`).set('cookie', cookie).expect(200);
    expect(one.body).toMatchObject({ needs: true, needsText: 'A chair with arms', slidesName: null });
    const host = await api.cookieOf((await makeMember(api.database, organization.id, 'host')).personId);
    await api.http.get(`${url}/${id}`).set('cookie', host).expect(403);
    const agenda = await api.http.get(`${path}/agenda`).set('cookie', host).expect(200);
    expect(agenda.body.panels[0].people[0].needs).toBe(true);
    expect(agenda.text).not.toContain('A chair');
  });

  it('of another organization are nobody here', async () => {
    const { invite, url } = await panel();
    const id = await invite('ada@example.org');
    const { cookie } = await panel();
    await api.http.delete(`${url}/${id}`).set('cookie', cookie).expect(404);
    await api.http.post(`${url}/${id}/remind`).set('cookie', cookie).expect(404);
    const mine = await panel();
    await api.http.get(`${mine.url}/${id}`).set('cookie', mine.cookie).expect(404);
  });

  it('are asked to no evening that is over or cancelled', async () => {
    const { ask, path, cookie } = await panel();
    await api.http.post(`${path}/cancel`).set('cookie', cookie).send({ reason: 'No heating' }).expect(200);
    expect((await ask({ email: 'ada@example.org' }).expect(409)).body.code).toBe('event-cancelled');
  });
});

describe('a yes to a panel', () => {
  it('brings them to the evening without taking a seat, and a no ends that', async () => {
    const { invite, row, taken } = await panel();
    const id = await invite('ada@example.org');
    await answer(id, 'confirm');
    await answer(id, 'confirm');
    expect(await row(id)).toMatchObject({
      state: 'confirmed',
      status: 'confirmed',
      attendeePart: 'panelist',
      seat: false,
    });
    expect(await taken()).toBe(0);
    await answer(id, 'decline');
    expect(await row(id)).toMatchObject({ state: 'declined', status: 'cancelled', attendeePart: 'guest' });
    await answer(id, 'confirm');
    expect(await row(id)).toMatchObject({ state: 'confirmed', status: 'confirmed', seat: false });
  });

  it('gives the seat of a guest to whoever waits', async () => {
    const { event, invite, row, path, cookie, own } = await panel(1);
    const add = async (email: string) =>
      (
        await api.http
          .post(`${path}/attendees`)
          .set('cookie', cookie)
          .send({ name: 'Guest', email: own(email) })
          .expect(200)
      ).body;
    await add('ada@example.org');
    await add('next@example.org');
    const id = await invite('ada@example.org');
    await answer(id, 'confirm');
    expect(await row(id)).toMatchObject({ attendeePart: 'panelist', seat: false });
    const [next] = await api.database.sql<{ status: string }>(
      `select a.status from attendees a join people p on p.id = a.person_id where a.event_id = $1 and p.email = $2`,
      [event.id, own('next@example.org')],
    );
    expect(next?.status).toBe('confirmed');
  });

  it('to two panels of an evening outlives a no to one of them', async () => {
    const { invite, row, add, path } = await panel();
    const other = await add('Dialogue');
    const first = await invite('ada@example.org');
    const second = await invite('ada@example.org', `${path}/panels/${other}/people`);
    await answer(first, 'confirm');
    await answer(second, 'confirm');
    await answer(first, 'decline');
    expect(await row(second)).toMatchObject({
      state: 'confirmed',
      status: 'confirmed',
      attendeePart: 'panelist',
    });
    await answer(second, 'decline');
    expect(await row(second)).toMatchObject({ state: 'declined', status: 'cancelled' });
  });

  it('ends when a host takes their RSVP off the list', async () => {
    const { invite, row, path, cookie } = await panel();
    const id = await invite('ada@example.org');
    await answer(id, 'confirm');
    const [own] = await api.database.sql<{ id: string }>(
      'select attendee_id as id from panel_people where id = $1',
      [id],
    );
    await api.http.post(`${path}/attendees/${own?.id}/cancel`).set('cookie', cookie).send({}).expect(200);
    expect(await row(id)).toMatchObject({ state: 'declined', status: 'cancelled', attendeePart: 'guest' });
  });

  it('makes a second moderator nobody, whoever was asked in between', async () => {
    const { ask } = await panel();
    const first = (await ask({ email: 'ada@example.org', part: 'moderator' }).expect(201)).body.id as string;
    await answer(first, 'decline');
    await ask({ email: 'bo@example.org', part: 'moderator' }).expect(201);
    await expect(answer(first, 'confirm')).rejects.toMatchObject({ code: 'panel-moderator-taken' });
  });
});

describe('somebody taken off a panel', () => {
  it('is no longer expected, cannot open their page, and may be asked again', async () => {
    const { invite, remove, row } = await panel();
    const id = await invite('ada@example.org');
    await answer(id, 'confirm');
    await remove(id).expect(204);
    await remove(id).expect(204);
    expect(await row(id)).toMatchObject({ state: 'removed', status: 'cancelled' });
    await expect(keyOf(id)).rejects.toMatchObject({ code: 'panelist-removed' });
    expect(await mailsTo(id)).toContain('panelist-cancelled');
    expect(await invite('ada@example.org')).toBe(id);
    expect((await mailsTo(id)).filter((kind) => kind === 'panelist-invitation')).toHaveLength(2);
  });

  it('and saying yes at once ends in one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { invite, remove, row } = await panel();
      const id = await invite('ada@example.org');
      const key = await keyOf(id);
      const answers = api.app.get(PanelAnswersService, { strict: false });
      await Promise.all([answers.confirm(key).catch(() => undefined), remove(id)]);
      const { state, status } = (await row(id)) ?? {};
      expect(state).toBe('removed');
      expect(status).not.toBe('confirmed');
    }
  });
});
