import { type Api, startApi } from '../../../../test/support/api.ts';
import { makePerson } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const whoIs = async (cookie: string): Promise<string | null> => {
  const { body } = await api.http.get('/api/v1/me').set('cookie', cookie).expect(200);
  return body.person === null ? null : body.person.id;
};

describe('sessions that are asked for at the same moment', () => {
  it('are each answered with their own person', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => makePerson(api.database)));
    const cookies = await Promise.all(people.map(({ id }) => api.cookieOf(id)));
    const seen = await Promise.all([...cookies, ...cookies].map(whoIs));
    const ids = people.map(({ id }) => id);
    expect(seen).toEqual([...ids, ...ids]);
  });

  it('are each held against the table: an ended one among living ones is nobody', async () => {
    const people = await Promise.all(Array.from({ length: 3 }, () => makePerson(api.database)));
    const cookies = await Promise.all(people.map(({ id }) => api.cookieOf(id)));
    const [first, second, third] = people.map(({ id }) => id);
    expect(await Promise.all(cookies.map(whoIs))).toEqual([first, second, third]);
    await api.database.sql('update people set session_epoch = session_epoch + 1 where id = $1', [second]);
    const unknown = `session=${'A'.repeat(43)}`;
    expect(await Promise.all([...cookies, unknown].map(whoIs))).toEqual([first, null, third, null]);
  });
});
