import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeMember, makeOrganization, makePerson } from '../../../../test/support/factories.ts';

let api: Api;
let panels: string;
let organization: { id: string };
let event: { id: string };
let editor: { id: string; cookie: string };

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  organization = await makeOrganization(api.database);
  editor = await anEditor();
});
afterAll(() => api.stop());
beforeEach(async () => {
  event = await makeEvent(api.database, organization.id);
  panels = `/api/v1/organizations/${organization.id}/events/${event.id}/panels`;
});

async function anEditor() {
  const { id, personId } = await makeMember(api.database, organization.id, 'editor');
  return { id, cookie: await api.cookieOf(personId) };
}

/** Each one that has an effect appends a panel. */
function addPanel(key: string | null, topic = 'Foley', cookie = editor.cookie) {
  const request = api.http.post(panels).set('cookie', cookie);
  if (key !== null) request.set('idempotency-key', key);
  return request.send({ topic });
}

const panelCount = async (): Promise<number> =>
  (await api.database.sql('select 1 from panels where event_id = $1', [event.id])).length;
const code = ({ body }: { body: unknown }) => (body as { code?: string }).code;

let counter = 0;
const newKey = (): string => `key-of-test-${(counter += 1)}`;

describe('a request with an Idempotency-Key', () => {
  it('has one effect however often it is sent, and the same answer, which says so', async () => {
    const key = newKey();
    const first = await addPanel(key);
    const again = await addPanel(key);
    expect(first.status).toBe(201);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(again.headers).toHaveProperty('idempotency-replayed', 'true');
    expect(await panelCount()).toBe(1);
  });

  it('sent many times at once has one effect; each answer is that one, or "being worked on"', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 12 }, () => addPanel(key)));
    const done = answers.filter(({ status }) => status === 201);
    expect(new Set(done.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect([answer.status, code(answer)]).toEqual([409, 'request-running']);
    expect(await panelCount()).toBe(1);
  });

  it('would have had every one of those effects without it (control)', async () => {
    await Promise.all(Array.from({ length: 12 }, () => addPanel(null)));
    expect(await panelCount()).toBe(12);
  });

  it('is refused when the key came with another body or another path', async () => {
    const key = newKey();
    await addPanel(key).expect(201);
    const otherBody = await addPanel(key, 'Colour').expect(422);
    const otherPath = await api.http
      .post(`${panels}?again=1`)
      .set({ cookie: editor.cookie, 'idempotency-key': key })
      .send({ topic: 'Foley' })
      .expect(422);
    expect([code(otherBody), code(otherPath)]).toEqual(['idempotency-key-reused', 'idempotency-key-reused']);
    expect(await panelCount()).toBe(1);
  });

  it('of another person is another request, though the key is the same', async () => {
    const key = newKey();
    const first = await addPanel(key).expect(201);
    const theirs = await addPanel(key, 'Foley', (await anEditor()).cookie).expect(201);
    expect(theirs.body).not.toEqual(first.body);
    expect(await panelCount()).toBe(2);
  });

  it('that was refused is tried anew', async () => {
    const key = newKey();
    const cancel = () =>
      api.http
        .post(`/api/v1/organizations/${organization.id}/events/${event.id}/publish`)
        .set({ cookie: editor.cookie, 'idempotency-key': key });
    expect(code(await cancel())).toBe('event-not-draft');
    await api.database.sql(`update events set state = 'draft', published_at = null where id = $1`, [
      event.id,
    ]);
    const { status, headers } = await cancel();
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('idempotency-replayed');
  });

  it('is not answered from what was stored to somebody whose right is gone', async () => {
    const other = await anEditor();
    const key = newKey();
    await addPanel(key, 'Foley', other.cookie).expect(201);
    await api.database.sql(`update members set role = 'door' where id = $1`, [other.id]);
    expect(code(await addPanel(key, 'Foley', other.cookie).expect(403))).toBe('not-allowed');
  });

  it('is refused when the key is no key', async () => {
    for (const key of ['short', 'with a space', 'x'.repeat(201), 'umlaut-\u00fc\u00fc\u00fc'])
      expect(code(await addPanel(key).expect(422))).toBe('idempotency-key-malformed');
    expect(await panelCount()).toBe(0);
  });

  it('to sign in sends one mail, also without a session', async () => {
    const { email, id } = await makePerson(api.database);
    const key = newKey();
    for (let times = 0; times < 2; times += 1)
      await api.http.post('/api/v1/sign-in').set('idempotency-key', key).send({ email }).expect(202, {});
    expect(await api.database.sql('select 1 from mails where person_id = $1', [id])).toHaveLength(1);
  });
});

describe('an upload with an Idempotency-Key', () => {
  const upload = (key: string, list = 'name,email\nAna,ana@example.org\n') =>
    api.http
      .post(`/api/v1/organizations/${organization.id}/events/${event.id}/imports`)
      .set({ cookie: editor.cookie, 'idempotency-key': key })
      .attach('file', Buffer.from(list), 'guests.csv');
  const lists = () =>
    api.database.sql<{ state: string }>('select state from guest_list_imports where event_id = $1', [
      event.id,
    ]);

  it('is read once', async () => {
    const key = newKey();
    const first = await upload(key).expect(201);
    const again = await upload(key).expect(201);
    expect(again.body).toEqual(first.body);
    expect(await lists()).toEqual([{ state: 'previewed' }]);
  });

  it('that could not be read is read anew', async () => {
    const key = newKey();
    for (let times = 0; times < 2; times += 1)
      expect(code(await upload(key, 'no list').expect(422))).toBe('list-not-csv');
    expect(await lists()).toEqual([{ state: 'failed' }, { state: 'failed' }]);
  });

  it('sent twice at once leaves one list to import, whoever came first', async () => {
    const key = newKey();
    const answers = await Promise.all([upload(key), upload(key), upload(key)]);
    const done = answers.filter(({ status }) => status === 201);
    expect(new Set(done.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect((await lists()).filter(({ state }) => state !== 'failed')).toEqual([{ state: 'previewed' }]);
  });
});
