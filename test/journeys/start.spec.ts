import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { openDataSource } from '#libs/database';
import { dataFolderFor, postgresMajor, startPostgres } from '#libs/embedded-postgres';
import { freePort, testKeys } from '../support/api.ts';
import { type Start, buildEverything, listens, npmStart } from '../support/npm-start.ts';
import { type TestDatabase, createDatabase } from '../support/postgres.ts';
import { until } from '../support/worker.ts';

// The other half of the README's two commands: what a sysadmin meets at the terminal.

const started: Start[] = [];
const start = (environment: Record<string, string>): Start => {
  const one = npmStart(environment);
  started.push(one);
  return one;
};

beforeAll(() => buildEverything(), 240_000);
afterAll(() => {
  for (const { child } of started) child.kill('SIGKILL');
});

const up = /Stop it with Ctrl-C/;

describe('npm start without a database of one’s own', () => {
  const folder = join(dirname(dataFolderFor(process.cwd())), `start-${randomBytes(6).toString('hex')}`);
  let environment: Record<string, string>;
  let port: number;
  let running: Start;
  beforeAll(async () => {
    port = await freePort();
    environment = { DATA_FOLDER: folder, PORT: String(port) };
  });
  afterAll(async () => {
    const left = await startPostgres({ dataDir: join(folder, `postgres-${postgresMajor}`), durable: false });
    await left.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const url = (path: string): string => `http://localhost:${port}${path}`;
  const postgresPort = async (one: Start): Promise<number> =>
    Number((await one.says(/Postgres (?:started|was running) on 127\.0\.0\.1:(\d+)/))[1]);
  const goneFrom = async (...ports: number[]): Promise<boolean> =>
    (await Promise.all(ports.map((one) => listens(one)))).every((open) => !open);

  const cookieIn = ({ headers }: Response): string =>
    headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');

  async function signIn(): Promise<string> {
    const answer = await fetch(url('/api/v1/demo/sign-in'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return cookieIn(answer);
  }

  /** Who that is, and product time. */
  async function me(cookie: string) {
    const answer = await fetch(url('/api/v1/me'), { headers: { cookie } });
    const { now, ...person } = (await answer.json()) as { now: string; mode: string };
    return { person, now };
  }

  it('leaves nothing behind when Ctrl-C comes while it is still starting', async () => {
    const one = start(environment);
    const database = await postgresPort(one);
    expect(await one.end('SIGINT')).toBe(0);
    expect(await goneFrom(database, port)).toBe(true);
  });

  it('says what to open, and each of the three opens, on this machine only, and says that it is a demonstration', async () => {
    const one = start(environment);
    await one.says(up);
    const toOpen = [...one.said().matchAll(/ (http:\/\/\S+)/g)].map(([, address]) => address!);
    expect(toOpen).toEqual([url('/e/the-quiet-room'), url('/app/'), url('/dev/mail')]);
    const pages = await Promise.all(toOpen.map((address) => fetch(address).then((answer) => answer.text())));
    expect(pages[0]).toContain('The quiet room');
    expect(pages[0]).toContain('A demonstration, nothing here is real');
    expect(pages[1]).toContain('<div id="root">');
    expect(pages[2]).toContain('A demonstration, nothing here is real');
    expect(pages[2]).toMatch(/20 October 2026|October 20, 2026/);
    expect(await listens(port)).toBe(true);
    expect(await listens(port, '127.0.0.2')).toBe(false);
    running = one;
  });

  it('has songs that wait for a plan, and mails that lead to the letters of last week, which play what they are about', async () => {
    const json = async <Body>(path: string, options: RequestInit = {}): Promise<Body> => {
      const answer = await fetch(url(path), options);
      expect({ path, ok: answer.ok }).toEqual({ path, ok: true });
      return (await answer.json()) as Body;
    };
    const cookie = await signIn();
    const { person } = await me(cookie);
    const [member] = (person as unknown as { memberships: { organizationId: string }[] }).memberships;
    const events = `/api/v1/organizations/${member!.organizationId}/events`;
    const list = await json<{ events: { id: string; slug: string }[] }>(events, { headers: { cookie } });
    const sessions = `${events}/${list.events.find(({ slug }) => slug === 'unfinished-songs')!.id}/critique-sessions`;
    const { critiqueSessions } = await json<{ critiqueSessions: { id: string }[] }>(sessions, {
      headers: { cookie },
    });
    const plan = await json<{ works: object[]; standby: object[]; session: object }>(
      `${sessions}/${critiqueSessions[0]!.id}`,
      { headers: { cookie } },
    );
    expect(plan.session).toMatchObject({ state: 'open', tables: 2, capacity: 8 });
    expect([plan.works.length, plan.standby.length]).toEqual([9, 1]);

    const linkOf = async (): Promise<string | undefined> => {
      const mailbox = await (await fetch(url('/dev/mail?to=noor@demo.example'))).text();
      for (const [, mail] of mailbox.matchAll(/href="(\/dev\/mail\/[0-9a-f-]+)"/g)) {
        const link = /\/critique\/([0-9a-f.]+)#letter/.exec(await (await fetch(url(mail!))).text());
        if (link !== null) return link[1];
      }
      return undefined;
    };
    await until(async () => (await linkOf()) !== undefined, 'No mail leads to a letter');
    const own = `/api/v1/critique/${(await linkOf())!}`;
    const evening = await json<{ sessions: { id: string }[] }>(own);
    const session = `${own}/sessions/${evening.sessions[0]!.id}`;
    const { letter } = await json<{ letter: { submissionId: string; critiques: object[] } }>(
      `${session}/letter`,
    );
    expect(letter.critiques).toHaveLength(2);
    const listen = await fetch(url(`${session}/submissions/${letter.submissionId}/listen`), {
      method: 'POST',
    });
    const { url: path } = (await listen.json()) as { url: string };
    const song = await fetch(url(path), { headers: { cookie: cookieIn(listen), range: 'bytes=0-3' } });
    expect([song.status, await song.text()]).toEqual([206, 'RIFF']);
  });

  it('has its data again after Ctrl-C and after kill -9, which leaves no api and no worker running', async () => {
    const cookie = await signIn();
    const before = await me(cookie);
    expect(before.person).toMatchObject({ mode: 'demo', memberships: [{ role: 'owner' }] });
    const first = await postgresPort(running);
    expect(await running.end('SIGINT')).toBe(0);
    expect(await goneFrom(first, port)).toBe(true);

    const two = start(environment);
    await two.says(up);
    expect(two.said()).toContain('Postgres started');
    const after = await me(cookie);
    expect(after.person).toEqual(before.person);
    // Product time goes on; it does not start again at eight in the morning.
    expect(Date.parse(after.now)).toBeGreaterThan(Date.parse(before.now));
    const left = await postgresPort(two);
    await two.end('SIGKILL');
    await until(() => goneFrom(port), 'The api outlived npm start');
    // Postgres is the one that stays: the next start finds it with everything in it.
    expect(await listens(left)).toBe(true);

    const three = start(environment);
    await three.says(up);
    expect(three.said()).toContain('Postgres was running');
    expect(await postgresPort(three)).toBe(left);
    expect((await me(cookie)).person).toEqual(before.person);
    expect(await three.end('SIGTERM')).toBe(0);
    expect(await goneFrom(left, port)).toBe(true);
  }, 180_000);

  it('says so when its port is taken, opens nothing and stops its Postgres', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const one = start(environment);
    const database = await postgresPort(one);
    expect(await one.ended).toBe(1);
    other.close();
    expect(one.said()).toMatch(/The api did not start: .*EADDRINUSE/);
    expect(one.said()).not.toMatch(up);
    expect(await goneFrom(database)).toBe(true);
  });
});

describe('npm start with a database of one’s own', () => {
  let database: TestDatabase;
  let port: number;
  let live: Record<string, string>;
  beforeAll(async () => {
    database = await createDatabase();
    port = await freePort();
    live = {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      PUBLIC_URL: 'https://meet.example.org',
      SECRET_KEYS: testKeys,
      SMTP_URL: 'smtp://127.0.0.1:9',
      PORT: String(port),
    };
  });
  afterAll(() => database.drop());

  it('names everything that is missing or wrong at once, and starts nothing', async () => {
    const one = start({ DATABASE_URL: 'mysql://nobody@127.0.0.1/x', PORT: 'eighty' });
    expect(await one.ended).toBe(1);
    for (const fault of [
      'DATABASE_OWNER_URL is missing',
      'DATABASE_URL must start with postgres://',
      'PORT must be a whole number',
      'PUBLIC_URL is missing',
      'SECRET_KEYS is missing',
      'SMTP_URL is missing',
    ]) {
      expect(one.said()).toContain(fault);
    }
    expect(one.said()).not.toMatch(/Postgres (started|was running)|Stop it with/);
  });

  it('is no demonstration: it prints the link of the first owner, and has no mailbox and no clock to move', async () => {
    const one = start(live);
    await one.says(up);
    expect(one.said()).toMatch(/https:\/\/meet\.example\.org\/sign-in\/first-owner\/\S+/);
    expect(one.said()).not.toMatch(/demo mode|Mapped \{/);
    for (const path of ['/dev/mail', '/dev/clock', '/api/v1/demo/clock']) {
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(404);
    }
    expect(await one.end('SIGTERM')).toBe(0);
  });

  it('will not make a demonstration of a database that ran for real, nor the other way round', async () => {
    const data = { DATA_FOLDER: join(dirname(dataFolderFor(process.cwd())), 'start-refused') };
    const demo = start({ ...live, ...data, ACQUAINT_MODE: 'demo' });
    expect(await demo.ended).toBe(1);
    expect(demo.said()).toContain('belongs to live mode and will not run in demo mode');
    expect(await listens(port)).toBe(false);

    const shown = await createDatabase();
    await (await openDataSource(shown.appUrl, 'demo', 'acquaint-test', 1)).destroy();
    const real = start({ ...live, DATABASE_URL: shown.appUrl, DATABASE_OWNER_URL: shown.ownerUrl });
    expect(await real.ended).toBe(1);
    expect(real.said()).toContain('belongs to demo mode and will not run in live mode');
    await shown.drop();
    await rm(data.DATA_FOLDER, { recursive: true, force: true });
  });
});
