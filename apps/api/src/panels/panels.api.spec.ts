import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function evening() {
  const organization = await makeOrganization(api.database);
  const event = await makeEvent(api.database, organization.id);
  const member = await makeMember(api.database, organization.id, 'editor');
  const cookie = await api.cookieOf(member.personId);
  const url = `/api/v1/organizations/${organization.id}/events/${event.id}/panels`;
  const add = (topic: string) => api.http.post(url).set('cookie', cookie).send({ topic }).expect(201);
  const topics = async (): Promise<string[]> =>
    (await api.http.get(url).set('cookie', cookie).expect(200)).body.panels.map(
      ({ topic }: { topic: string }) => topic,
    );
  const version = async () =>
    (await api.database.sql<{ version: number }>('select version from events where id = $1', [event.id]))[0]
      ?.version;
  return { organization, event, url, cookie, add, topics, version };
}

describe('the panels of an event', () => {
  it('are added at the end, changed and removed, each a new version of the event', async () => {
    const { url, cookie, add, topics, version } = await evening();
    const first = await add('Foley');
    await add('Dialogue');
    await add('Music');
    await api.http
      .patch(`${url}/${first.body.id}`)
      .set('cookie', cookie)
      .send({ topic: 'Foley, loud' })
      .expect(200);
    expect(await topics()).toEqual(['Foley, loud', 'Dialogue', 'Music']);
    await api.http.delete(`${url}/${first.body.id}`).set('cookie', cookie).expect(204);
    expect(await topics()).toEqual(['Dialogue', 'Music']);
    expect(await version()).toBe(6);
  });

  it('of another event are not found here', async () => {
    const { add } = await evening();
    const theirs = await add('Theirs');
    const { url, cookie } = await evening();
    await api.http
      .patch(`${url}/${theirs.body.id}`)
      .set('cookie', cookie)
      .send({ topic: 'Mine' })
      .expect(404);
    await api.http.delete(`${url}/${theirs.body.id}`).set('cookie', cookie).expect(404);
  });

  it('number at most 20', async () => {
    const { url, cookie, add } = await evening();
    for (let count = 0; count < 20; count += 1) await add(`Topic ${count}`);
    const refused = await api.http.post(url).set('cookie', cookie).send({ topic: 'One more' }).expect(409);
    expect(refused.body.code).toBe('too-many-panels');
  });

  it('added by two at once are both there, in one order', async () => {
    const { add, topics } = await evening();
    await Promise.all([add('One'), add('Two'), add('Three')]);
    expect((await topics()).sort()).toEqual(['One', 'Three', 'Two']);
  });
});
