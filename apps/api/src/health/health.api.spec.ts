import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { type Api, freePort, startApi, testKeys } from '../../../../test/support/api.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { until } from '../../../../test/support/worker.ts';

describe('whether the api lives and is ready', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ database: await createDatabase() });
  });
  afterAll(() => api.stop());

  it('says so to anybody while the database answers', async () => {
    await api.http.get('/livez').expect(200, { status: 'ok' });
    await api.http.get('/readyz').expect(200, { status: 'ok' });
  });

  it('lives on but is not ready once the database is gone', async () => {
    await api.database.drop();
    await api.http.get('/livez').expect(200);
    const { body } = await api.http.get('/readyz').expect(503).expect('retry-after', '2');
    expect(body).toMatchObject({ code: 'unavailable', status: 503 });
  });
});

describe('a stop', () => {
  it('is not ready any more, lets what is under way finish, and takes nothing new', async () => {
    const api = await startApi();
    const blocker = new pg.Client({ connectionString: api.database.ownerUrl });
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('lock table events in access exclusive mode');

    const underWay = fetch(`${api.url}/api/v1/events`);
    await until(async () => {
      const [row] = await api.database.sql<{ waiting: boolean }>(
        `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`,
      );
      return row?.waiting === true;
    }, 'The request did not reach the database');

    const stopped = api.stop();
    await api.http.get('/readyz').expect(503);
    await api.http.get('/livez').expect(200);
    await blocker.end();
    expect((await underWay).status).toBe(200);
    await stopped;
    await expect(fetch(`${api.url}/livez`)).rejects.toThrow();
  });
});

describe('the process of the api', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  /** The api as a process of its own, ready. */
  async function spawnApi() {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', './test/support/run-typescript.mjs', 'apps/api/src/main.ts'],
      {
        env: {
          PATH: process.env['PATH'],
          ACQUAINT_MODE: 'test',
          DATABASE_URL: database.appUrl,
          PUBLIC_URL: `http://127.0.0.1:${port}`,
          SECRET_KEYS: testKeys,
          PORT: String(port),
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok === true;
    await until(ready, 'The api did not start');
    return child;
  }

  it.each([
    ['when it is asked to', (child: Awaited<ReturnType<typeof spawnApi>>) => child.kill('SIGTERM')],
    [
      'when whoever started it is gone',
      (child: Awaited<ReturnType<typeof spawnApi>>) => {
        child.disconnect();
      },
    ],
  ])('ends as a success %s', async (_when, end) => {
    const child = await spawnApi();
    const exit = once(child, 'exit');
    end(child);
    expect(await exit).toEqual([0, null]);
  });
});
