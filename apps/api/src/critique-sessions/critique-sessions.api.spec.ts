import { type Api, startApi } from '../../../../test/support/api.ts';
import { makePlanDesk } from '../../../../test/support/critique-plan.ts';
import { makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function evening(role: 'editor' | 'host' | 'door' = 'editor') {
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id, { endsLocal: '2026-10-19T20:00' });
  const cookieFor = async (as: 'editor' | 'host' | 'door') =>
    api.cookieOf((await makeMember(api.database, organization.id, as)).personId);
  return {
    cookie: await cookieFor(role),
    cookieFor,
    event,
    url: `/api/v1/organizations/${organization.id}/events/${event.id}/critique-sessions`,
  };
}

describe('the critique sessions of an event', () => {
  it('are added with three critics a work unless somebody says otherwise, and removed', async () => {
    const { url, cookie } = await evening();
    const usual = await api.http.post(url).set('cookie', cookie).send({ format: 'live' }).expect(201);
    expect(usual.body).toMatchObject({
      format: 'live',
      template: 'songwriting',
      title: 'Songwriting circle',
      criticsPerWork: 3,
      tables: 1,
      state: 'open',
      slotsPerTable: 5,
      capacity: 5,
      works: 0,
      criticsUsed: null,
    });
    const other = await api.http
      .post(url)
      .set('cookie', cookie)
      .send({ format: 'tables', criticsPerWork: 2, tables: 3 })
      .expect(201);
    expect(other.body).toMatchObject({ tables: 3, capacity: 15 });
    await api.http.delete(`${url}/${usual.body.id}`).set('cookie', cookie).expect(204);
    const list = await api.http.get(url).set('cookie', cookie).expect(200);
    expect(list.body).toMatchObject({ critiqueSessions: [other.body], minutes: 120 });
    expect(list.body.templates.map(({ template }: { template: string }) => template)).toEqual([
      'songwriting',
      'mix',
      'film',
      'written',
    ]);
  });

  it('begin as their template has them; one at home has no slots and hears everything', async () => {
    const { url, cookie } = await evening();
    const add = (body: object) => api.http.post(url).set('cookie', cookie).send(body);
    expect((await add({ format: 'live', template: 'film' }).expect(201)).body).toMatchObject({
      title: 'Film scenes',
      slotsPerTable: 3,
    });
    expect((await add({ format: 'written' }).expect(201)).body).toMatchObject({
      template: 'written',
      phases: [],
      slotsPerTable: null,
      capacity: null,
    });
    const mixed = await add({ format: 'live', template: 'written' }).expect(422);
    expect(mixed.body.code).toBe('critique-template');
  });

  it('of another event are not found here', async () => {
    const theirs = await makePlanDesk(api);
    const { url, cookie } = await evening();
    for (const path of ['', '/plan', '/unplan', '/swap']) {
      const method = path === '' ? 'get' : 'post';
      const body = { a: theirs.id, b: theirs.id, version: 1 };
      await api.http[method](`${url}/${theirs.id}${path}`)
        .set('cookie', cookie)
        .send(path === '/swap' ? body : {})
        .expect(404);
    }
    await api.http.delete(`${url}/${theirs.id}`).set('cookie', cookie).expect(404);
    await api.http
      .patch(`${url}/${theirs.id}`)
      .set('cookie', cookie)
      .send({ settingsVersion: 1, title: 'Ours' })
      .expect(404);
  });

  it('refuse more critics than a work can use, and a slot that cannot be run', async () => {
    const { url, cookie } = await evening();
    const add = (body: object) => api.http.post(url).set('cookie', cookie).send(body).expect(422);
    expect((await add({ format: 'live', criticsPerWork: 5 })).body.errors).toMatchObject([
      { pointer: '/criticsPerWork' },
    ]);
    expect((await add({ format: 'live', phases: [] })).body).toMatchObject({
      code: 'critique-phases',
      errors: [{ pointer: '/phases' }],
    });
    const phase = { key: 'listen', label: 'Listen', seconds: 300, speaks: 'nobody' };
    expect((await add({ format: 'live', phases: [phase, phase] })).body.code).toBe('critique-phases');
    expect((await add({ format: 'live', tables: 2 })).body.code).toBe('critique-tables');
  });

  it('are set up by editors, read by hosts and nothing to door staff', async () => {
    const { url, cookie, cookieFor } = await evening();
    const { body } = await api.http.post(url).set('cookie', cookie).send({ format: 'live' }).expect(201);
    const [host, door] = [await cookieFor('host'), await cookieFor('door')];
    await api.http.get(`${url}/${body.id}`).set('cookie', host).expect(200);
    await api.http.post(url).set('cookie', host).send({ format: 'live' }).expect(403);
    await api.http
      .patch(`${url}/${body.id}`)
      .set('cookie', host)
      .send({ settingsVersion: 1, title: 'Mine' })
      .expect(403);
    await api.http.get(url).set('cookie', door).expect(403);
    await api.http.post(`${url}/${body.id}/plan`).set('cookie', door).send({}).expect(403);
  });
});

describe('the settings of a critique session', () => {
  it('change part by part, with a deadline in the zone of the event, and only from the newest', async () => {
    const { base, cookie } = await makePlanDesk(api);
    const change = (body: object) => api.http.patch(base).set('cookie', cookie).send(body);
    const changed = await change({
      settingsVersion: 1,
      title: 'Bring a song',
      deadlineLocal: '2026-10-18T12:00',
      blind: 'round',
    }).expect(200);
    expect(changed.body).toMatchObject({
      title: 'Bring a song',
      deadlineAt: '2026-10-18T19:00:00.000Z',
      blind: 'round',
      criticsPerWork: 3,
      settingsVersion: 2,
    });
    const late = await change({ settingsVersion: 1, title: 'Another' }).expect(409);
    expect(late.body.code).toBe('changed-meanwhile');
    const cleared = await change({ settingsVersion: 2, deadlineLocal: null }).expect(200);
    expect(cleared.body).toMatchObject({ deadlineAt: null, title: 'Bring a song' });
  });

  it('close the session to works by a deadline that has passed, and open it by another', async () => {
    const evening = { startsLocal: '2036-10-19T18:00', endsLocal: '2036-10-19T20:00' };
    const { base, sessions, cookie } = await makePlanDesk(api, { format: 'live' }, evening);
    const list = async () => (await api.http.get(sessions).set('cookie', cookie).expect(200)).body;
    const { nowLocal, startsLocal } = await list();
    expect(nowLocal < startsLocal).toBe(true);
    const until = async (settingsVersion: number, deadlineLocal: string | null) => {
      const change = { settingsVersion, deadlineLocal };
      await api.http.patch(base).set('cookie', cookie).send(change).expect(200);
      return (await list()).critiqueSessions[0].takesWorks;
    };
    expect(await until(1, nowLocal)).toBe(false);
    expect(await until(2, startsLocal)).toBe(true);
    expect(await until(3, null)).toBe(true);
  });

  it('can be changed although works come in meanwhile', async () => {
    const { base, cookie, works, post } = await makePlanDesk(api);
    await works(3);
    await post('/plan').expect(200);
    await post('/unplan').expect(200);
    await api.http
      .patch(base)
      .set('cookie', cookie)
      .send({ settingsVersion: 1, rules: 'Kindly.' })
      .expect(200);
  });

  it('keep what a plan was made from', async () => {
    const { base, cookie, works, post } = await makePlanDesk(api);
    await works(4);
    await post('/plan').expect(200);
    const change = (body: object) => api.http.patch(base).set('cookie', cookie).send(body);
    const refused = await change({ settingsVersion: 1, criticsPerWork: 2, blind: 'round' }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'critique-planned',
      errors: [{ pointer: '/criticsPerWork' }, { pointer: '/blind' }],
    });
    await change({ settingsVersion: 1, rules: 'Say what you heard.', title: 'Circle' }).expect(200);
  });

  it('go with a session to which nobody brought a work, and with no other', async () => {
    const { base, cookie, works } = await makePlanDesk(api);
    await works(1);
    const refused = await api.http.delete(base).set('cookie', cookie).expect(409);
    expect(refused.body.code).toBe('critique-session-in-use');
  });
});
