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
  return {
    cookie,
    event,
    url: `/api/v1/organizations/${organization.id}/events/${event.id}/critique-sessions`,
  };
}

describe('the critique sessions of an event', () => {
  it('are added with three critics a work unless somebody says otherwise, and removed', async () => {
    const { url, cookie } = await evening();
    const usual = await api.http.post(url).set('cookie', cookie).send({ format: 'live' }).expect(201);
    expect(usual.body).toEqual({ id: usual.body.id, format: 'live', criticsPerWork: 3 });
    const other = await api.http
      .post(url)
      .set('cookie', cookie)
      .send({ format: 'tables', criticsPerWork: 2 })
      .expect(201);
    await api.http.delete(`${url}/${usual.body.id}`).set('cookie', cookie).expect(204);
    const list = await api.http.get(url).set('cookie', cookie).expect(200);
    expect(list.body).toEqual({ critiqueSessions: [other.body] });
  });

  it('of another event are not found here', async () => {
    const theirs = await evening();
    const session = await api.http
      .post(theirs.url)
      .set('cookie', theirs.cookie)
      .send({ format: 'live' })
      .expect(201);
    const { url, cookie } = await evening();
    await api.http.delete(`${url}/${session.body.id}`).set('cookie', cookie).expect(404);
  });

  it('refuse more critics than a work can use', async () => {
    const { url, cookie } = await evening();
    const refused = await api.http
      .post(url)
      .set('cookie', cookie)
      .send({ format: 'live', criticsPerWork: 5 })
      .expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/criticsPerWork' }]);
  });
});
