import { parseKeys, pauseSending, resumeSending, suppress } from '#libs/database';
import { type Api, testKeys } from '../../../../test/support/api.ts';
import { makeMember, makePerson } from '../../../../test/support/factories.ts';
import { type InstallationPost, startInstallationPost } from '../../../../test/support/installation-post.ts';
import type { SmtpSink } from '../../../../test/support/smtp-sink.ts';
import { until } from '../../../../test/support/worker.ts';

const keys = parseKeys(testKeys);
const path = '/api/v1/installation/mail';

let post: InstallationPost;
let api: Api;
let sink: SmtpSink;
let first: { id: string };
let runner: { id: string; email: string };
let cookie: string;
beforeAll(async () => {
  post = await startInstallationPost();
  ({ api, sink, first, runner, cookie } = post);
});
afterEach(() => post.calm());
afterAll(() => post.stop());

const get = (below?: string) => post.get(below);

/** Sends a test and waits until more can be said of it than that it is on its way. */
async function tested() {
  const { body } = await api.http.post(`${path}/tests`).set('cookie', cookie).expect(202);
  const look = () => get(`/tests/${(body as { id: string }).id}`);
  await until(async () => (await look())['verdict'] !== 'waiting', 'The test did not end');
  return look();
}

describe('a test mail', () => {
  it('goes to whoever asks, by the worker, and says what the server answered', async () => {
    await post.startWorker();
    expect(await tested()).toEqual({ state: 'sent', outcome: 'accepted', verdict: 'sent' });
    const mail = await sink.waitFor(({ to }) => to.includes(runner.email));
    expect(mail.subject).toBe('A test of your Acquaint');
    expect(mail.headers.has('list-unsubscribe')).toBe(false);
  });

  it('says that no worker runs, and leaves by itself once one does', async () => {
    expect(await tested()).toEqual({ state: 'queued', outcome: null, verdict: 'worker-silent' });
    const before = sink.messages.length;
    await post.startWorker();
    await until(() => Promise.resolve(sink.messages.length > before), 'The mail did not leave');
  });

  it('says that sending is paused', async () => {
    await api.db.write({ kind: 'system' }, (tx) => pauseSending(tx, 'sign-in'));
    await post.startWorker();
    expect(await tested()).toMatchObject({ state: 'queued', verdict: 'paused' });
    await api.db.write({ kind: 'system' }, (tx) => resumeSending(tx));
  });

  it.each([
    ['for good', 554, { state: 'failed', verdict: 'failed' }],
    ['for now', 451, { state: 'queued', verdict: 'put-off' }],
  ])('says that the server refused it %s, with its code', async (_, code, expected) => {
    sink.behave(() => ({ kind: 'refuse', code }));
    await post.startWorker();
    const test = await tested();
    expect(test).toMatchObject(expected);
    expect(String(test['outcome'])).toContain(String(code));
  });

  it('says that nobody knows when the connection breaks at the last moment, and is not sent again', async () => {
    sink.behave(({ at }) => (at === 'data' ? { kind: 'drop', keep: true } : { kind: 'accept' }));
    await post.startWorker();
    expect(await tested()).toMatchObject({ state: 'unsure', verdict: 'unsure' });
  });

  it('says that the address gets no mail any more', async () => {
    const gone = await makePerson(api.database, { email: 'suppressed@example.org' });
    await makeMember(api.database, first.id, 'owner', gone);
    await api.db.write({ kind: 'system' }, (tx) => suppress(tx, keys, gone.email, 'hard-bounce'));
    const theirs = await api.cookieOf(gone.id);
    await post.startWorker();
    const { body } = await api.http.post(`${path}/tests`).set('cookie', theirs).expect(202);
    const look = () => get(`/tests/${(body as { id: string }).id}`);
    await until(async () => (await look())['verdict'] === 'suppressed', 'The mail was not held back');
    expect(await look()).toMatchObject({ outcome: 'suppressed-address' });
  });

  it('may be asked for 20 times an hour', async () => {
    const { personId } = await makeMember(api.database, first.id, 'owner');
    const theirs = await api.cookieOf(personId);
    for (let count = 0; count < 20; count += 1)
      await api.http.post(`${path}/tests`).set('cookie', theirs).expect(202);
    await api.http.post(`${path}/tests`).set('cookie', theirs).expect(429);
  });
});
