import { parseKeys, pauseSending, resumeSending, suppress } from '#libs/database';
import { newId } from '#libs/domain';
import { type Api, startApi, testKeys } from '../../../../test/support/api.ts';
import { makeMember, makeOrganization, makePerson } from '../../../../test/support/factories.ts';
import { type SmtpSink, startSink } from '../../../../test/support/smtp-sink.ts';
import { stubDns } from '../../../../test/support/stub-dns.ts';
import { startTestWorker, until } from '../../../../test/support/worker.ts';
import type { RunningWorker } from '../../../worker/src/worker.ts';
import { Dns } from './installation-mail.service.ts';

const keys = parseKeys(testKeys);
const path = '/api/v1/installation/mail';

let api: Api;
let sink: SmtpSink;
let worker: RunningWorker | undefined;
let first: { id: string };
let runner: { id: string; email: string };
let cookie: string;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T17:00:00Z' });
  sink = await startSink();
  first = await makeOrganization(api.database, { name: 'The first guild' });
  await api.database.sql(`update organizations set created_at = created_at - interval '1 year'`);
  runner = await makePerson(api.database, { email: 'runner@example.org' });
  await makeMember(api.database, first.id, 'owner', runner);
  cookie = await api.cookieOf(runner.id);
});
afterEach(async () => {
  sink.behave();
  await worker?.stop();
  worker = undefined;
});
afterAll(async () => {
  await sink.stop();
  await api.stop();
});

const startWorker = async () => {
  worker = await startTestWorker({ database: api.database, smtpUrl: sink.url, publicUrl: api.url });
};

const get = async (below = '') => {
  const { body } = await api.http.get(`${path}${below}`).set('cookie', cookie).expect(200);
  return body as Record<string, unknown>;
};

/** Sends a test and waits until more can be said of it than that it is on its way. */
async function tested() {
  const { body } = await api.http.post(`${path}/tests`).set('cookie', cookie).expect(202);
  const look = () => get(`/tests/${(body as { id: string }).id}`);
  await until(async () => (await look())['verdict'] !== 'waiting', 'The test did not end');
  return look();
}

describe('who sees the post of the installation', () => {
  const everyRoute = (as: string | null) =>
    Promise.all(
      (['', '/records', `/tests/${newId()}`, 'tests'] as const).map(async (below) => {
        const request = below === 'tests' ? api.http.post(`${path}/tests`) : api.http.get(`${path}${below}`);
        if (as !== null) void request.set('cookie', as);
        const { status, body } = await request;
        return [status, (body as { code?: string }).code];
      }),
    );

  it('is the owners of the organization that was here first, and nobody else', async () => {
    const other = await makeOrganization(api.database);
    const strangers = [
      await makeMember(api.database, first.id, 'editor'),
      await makeMember(api.database, first.id, 'host'),
      await makeMember(api.database, other.id, 'owner'),
    ];
    for (const { personId } of strangers) {
      const theirs = await api.cookieOf(personId);
      expect(await everyRoute(theirs)).toEqual(Array(4).fill([403, 'not-allowed']));
      const { body } = await api.http.get('/api/v1/me').set('cookie', theirs);
      expect(body).toMatchObject({ runsInstallation: false });
    }
    expect(await everyRoute(null)).toEqual(Array(4).fill([401, 'sign-in-needed']));
    const { body } = await api.http.get('/api/v1/me').set('cookie', cookie);
    expect(body).toMatchObject({ runsInstallation: true });
    // The control: the same routes, by the one who may.
    expect((await everyRoute(cookie)).map(([status]) => status)).toEqual([200, 200, 404, 202]);
  });

  it('ends with the role', async () => {
    const { personId } = await makeMember(api.database, first.id, 'owner');
    const theirs = await api.cookieOf(personId);
    await api.http.get(path).set('cookie', theirs).expect(200);
    await api.database.sql(`update members set role = 'host' where person_id = $1`, [personId]);
    await api.http.get(path).set('cookie', theirs).expect(403);
  });
});

describe('how the post is', () => {
  it('says that no worker runs, what waits for it and for how long, and when it lives again', async () => {
    await api.database.sql('delete from mails');
    const { personId } = await makeMember(api.database, first.id, 'owner');
    for (const minutes of [3, 90]) {
      await api.database.sql(
        `insert into mails (id, kind, subject_id, person_id, due_at, created_at)
         values ($1, 'mail-test', $1, $2, app_now() - make_interval(mins => $3), app_now())`,
        [newId(), personId, minutes],
      );
    }
    const before = await get();
    expect(before).toMatchObject({
      worker: { isAlive: false, seenAt: null },
      queue: { waiting: 2, underWay: 0 },
    });
    const { oldestSeconds } = before['queue'] as { oldestSeconds: number };
    expect(oldestSeconds).toBeGreaterThanOrEqual(90 * 60);
    expect(oldestSeconds).toBeLessThan(92 * 60);
    await startWorker();
    await until(
      async () => ((await get()) as { lastDay: { sent: number } }).lastDay.sent === 2,
      'The mails did not leave',
    );
    expect(await get()).toMatchObject({
      worker: { isAlive: true },
      queue: { waiting: 0, underWay: 0, oldestSeconds: null },
    });
  });

  it('calls a worker silent that was not heard of for 15 seconds', async () => {
    await startWorker();
    await worker?.stop();
    worker = undefined;
    const seen = (seconds: number) =>
      api.database.sql(
        `insert into worker_heartbeats values ('one', clock_timestamp() - make_interval(secs => $1))
         on conflict (pool_id) do update set seen_at = excluded.seen_at`,
        [seconds],
      );
    await seen(3);
    expect(await get()).toMatchObject({ worker: { isAlive: true } });
    await seen(20);
    expect(await get()).toMatchObject({ worker: { isAlive: false } });
    await api.database.sql('delete from worker_heartbeats');
  });

  it('counts what became of the mails of a day, and of complaints in thirty, from one in a thousand and two in all', async () => {
    await api.database.sql('delete from mails');
    const ended = (state: string, count: number, days: number, bounce: string | null = null) =>
      api.database.sql(
        `insert into mails (id, kind, subject_id, person_id, state, due_at, created_at, final_at, bounced_at, bounce_kind)
         select gen_random_uuid(), 'mail-test', gen_random_uuid(), $1, $2, app_now(), app_now(),
           app_now() - make_interval(days => $4, mins => 5), case when $5::text is not null then app_now() end, $5
         from generate_series(1, $3)`,
        [runner.id, state, count, days, bounce],
      );
    await ended('sent', 1_999, 0);
    await ended('sent', 2, 0, 'complaint');
    await ended('failed', 3, 0);
    await ended('unsure', 2, 0);
    await ended('suppressed', 4, 0);
    await ended('failed', 7, 1);
    await ended('sent', 50, 31, 'complaint');
    expect(await get()).toMatchObject({
      lastDay: { sent: 2_001, failed: 3, unsure: 2, suppressed: 4 },
      complaints: { count: 2, isAlarming: false },
    });
    await ended('sent', 1, 2, 'complaint');
    expect(await get()).toMatchObject({ complaints: { count: 3, isAlarming: true } });
    // One alone is a slip of a thumb.
    await api.database.sql('delete from mails');
    await ended('sent', 1, 0, 'complaint');
    expect(await get()).toMatchObject({ complaints: { count: 1, isAlarming: false } });
    await api.database.sql('delete from mails');
  });

  it('says that and why sending is paused', async () => {
    await api.db.write({ kind: 'system' }, (tx) => pauseSending(tx, 'sign-in', null));
    expect(await get()).toMatchObject({
      pause: { reason: 'sign-in', pausedAt: expect.any(String) as string },
    });
    await api.db.write({ kind: 'system' }, (tx) => resumeSending(tx));
    expect(await get()).toMatchObject({ pause: null });
  });

  it('counts the addresses that get no mail, and names none', async () => {
    await api.db.write({ kind: 'system' }, (tx) =>
      suppress(tx, keys, 'gone@elsewhere.example', 'hard-bounce'),
    );
    const health = await get();
    expect(health).toMatchObject({ suppressed: 1 });
    expect(JSON.stringify(health)).not.toMatch(/@|elsewhere/);
  });
});

describe('a test mail', () => {
  it('goes to whoever asks, by the worker, and says what the server answered', async () => {
    await startWorker();
    expect(await tested()).toEqual({ state: 'sent', outcome: 'accepted', verdict: 'sent' });
    const mail = await sink.waitFor(({ to }) => to.includes(runner.email));
    expect(mail.subject).toBe('A test of your Acquaint');
    expect(mail.headers.has('list-unsubscribe')).toBe(false);
  });

  it('says that no worker runs, and leaves by itself once one does', async () => {
    expect(await tested()).toEqual({ state: 'queued', outcome: null, verdict: 'worker-silent' });
    const before = sink.messages.length;
    await startWorker();
    await until(() => Promise.resolve(sink.messages.length > before), 'The mail did not leave');
  });

  it('says that sending is paused', async () => {
    await api.db.write({ kind: 'system' }, (tx) => pauseSending(tx, 'sign-in', null));
    await startWorker();
    expect(await tested()).toMatchObject({ state: 'queued', verdict: 'paused' });
    await api.db.write({ kind: 'system' }, (tx) => resumeSending(tx));
  });

  it.each([
    ['for good', 554, { state: 'failed', verdict: 'failed' }],
    ['for now', 451, { state: 'queued', verdict: 'put-off' }],
  ])('says that the server refused it %s, with its code', async (_, code, expected) => {
    sink.behave(() => ({ kind: 'refuse', code }));
    await startWorker();
    const test = await tested();
    expect(test).toMatchObject(expected);
    expect(String(test['outcome'])).toContain(String(code));
  });

  it('says that nobody knows when the connection breaks at the last moment, and is not sent again', async () => {
    sink.behave(({ at }) => (at === 'data' ? { kind: 'drop', keep: true } : { kind: 'accept' }));
    await startWorker();
    expect(await tested()).toMatchObject({ state: 'unsure', verdict: 'unsure' });
  });

  it('says that the address gets no mail any more', async () => {
    const gone = await makePerson(api.database, { email: 'suppressed@example.org' });
    await makeMember(api.database, first.id, 'owner', gone);
    await api.db.write({ kind: 'system' }, (tx) => suppress(tx, keys, gone.email, 'hard-bounce'));
    const theirs = await api.cookieOf(gone.id);
    await startWorker();
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

describe('the records of the domain', () => {
  it('are unknown until a worker has started, and then those of what it sends with', async () => {
    await api.database.sql('delete from mail_sender');
    expect(await get('/records')).toEqual({ mailFrom: null, records: [] });
    api.app.get(Dns).resolver = stubDns({
      txt: { 'example.org': ['v=spf1 ip4:127.0.0.1 -all'], '_dmarc.example.org': ['v=DMARC1; p=reject'] },
    });
    await startWorker();
    const { mailFrom, records } = await get('/records');
    expect(mailFrom).toBe('acquaint@example.org');
    expect(
      (records as { record: string; state: string }[]).map(({ record, state }) => [record, state]),
    ).toEqual([
      ['spf', 'good'],
      ['dkim', 'not-signed'],
      ['dmarc', 'good'],
    ]);
  });
});
