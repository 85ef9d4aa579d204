import { parseKeys, pauseSending, resumeSending, suppress } from '#libs/database';
import { newId } from '#libs/domain';
import { type Api, testKeys } from '../../../../test/support/api.ts';
import { makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { type InstallationPost, startInstallationPost } from '../../../../test/support/installation-post.ts';
import { stubDns } from '../../../../test/support/stub-dns.ts';
import { until } from '../../../../test/support/worker.ts';
import { Dns } from './installation-mail.service.ts';

const keys = parseKeys(testKeys);
const path = '/api/v1/installation/mail';

let post: InstallationPost;
let api: Api;
let first: { id: string };
let runner: { id: string; email: string };
let cookie: string;
beforeAll(async () => {
  post = await startInstallationPost();
  ({ api, first, runner, cookie } = post);
});
afterEach(() => post.calm());
afterAll(() => post.stop());

const get = (below?: string) => post.get(below);

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
    await post.startWorker();
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
    await post.startWorker();
    await post.calm();
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

  it('names the organization whose readers complain too often, where all of the mail together is in order', async () => {
    await api.database.sql('delete from mails');
    const ended = (organizationId: string, count: number, days: number, bounce: string | null = null) =>
      api.database.sql(
        `insert into mails (id, organization_id, kind, subject_id, person_id, state, due_at, created_at, final_at, bounced_at, bounce_kind)
         select gen_random_uuid(), $2, 'invitation', gen_random_uuid(), $1, 'sent', app_now(), app_now(),
           app_now() - make_interval(days => $4, mins => 5), case when $5::text is not null then app_now() end, $5
         from generate_series(1, $3)`,
        [runner.id, organizationId, count, days, bounce],
      );
    const [loud, slip, large] = [
      await makeOrganization(api.database, { name: 'Loud Guild' }),
      await makeOrganization(api.database, { name: 'Guild of one slip' }),
      await makeOrganization(api.database, { name: 'Large Guild' }),
    ];
    await ended(loud.id, 2, 1, 'complaint');
    await ended(slip.id, 1, 1, 'complaint');
    await ended(large.id, 2, 1, 'complaint');
    await ended(large.id, 7_000, 1);
    await ended(slip.id, 4, 31, 'complaint');
    expect(await get()).toMatchObject({
      complaints: { count: 5, isAlarming: false, organizations: ['Loud Guild'] },
    });
    await ended(loud.id, 1_998, 1);
    expect(await get()).toMatchObject({ complaints: { organizations: ['Loud Guild'] } });
    await ended(loud.id, 1, 1);
    expect(await get()).toMatchObject({ complaints: { organizations: [] } });
    await api.database.sql('delete from mails');
  });

  it('says that and why sending is paused', async () => {
    await api.db.write({ kind: 'system' }, (tx) => pauseSending(tx, 'sign-in'));
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

describe('the records of the domain', () => {
  it('are unknown until a worker has started, and then those of what it sends with', async () => {
    await api.database.sql('delete from mail_sender');
    expect(await get('/records')).toEqual({ mailFrom: null, records: [] });
    api.app.get(Dns).resolver = stubDns({
      txt: { 'example.org': ['v=spf1 ip4:127.0.0.1 -all'], '_dmarc.example.org': ['v=DMARC1; p=reject'] },
    });
    await post.startWorker();
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
