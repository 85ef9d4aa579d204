import { Database, openDataSource, parseKeys } from '#libs/database';
import { words } from '#libs/words';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { startApi } from '../../../../test/support/api.ts';
import { makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { type TestDatabase, createDatabase } from '../../../../test/support/postgres.ts';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { FirstOwner } from './first-owner.ts';

const formTokenOf = (html: string): string => /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '';

let database: TestDatabase;
let app: NestFastifyApplication;

/** The app in a mode other than the tests' own, listening on a free port. */
async function start(mode: Config['mode'], publicUrl: string): Promise<string> {
  database = await createDatabase();
  const keys = parseKeys(`t1:${Buffer.alloc(32, 7).toString('base64url')}`);
  app = await createApp({
    mode,
    publicUrl,
    databaseUrl: database.appUrl,
    host: '127.0.0.1',
    port: 0,
    keys,
    trustedProxies: [],
    mailWebhookSecret: null,
    webFolder: null,
    files: { folder: '.data/none', s3: null, maxBytes: 1, quotaBytes: 1 },
  });
  await app.listen(0, '127.0.0.1');
  return (await app.getUrl()).replace('[::1]', '127.0.0.1');
}

async function stop(): Promise<void> {
  await app.close();
  await database.drop();
}

describe('the first owner of an installation', () => {
  let url: string;
  let printed: string;
  beforeAll(async () => {
    const written: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text: string) => (written.push(text), true);
    try {
      url = await start('live', 'https://meet.example');
    } finally {
      process.stdout.write = write;
    }
    printed = written.join('');
  });
  afterAll(stop);

  const linkIn = (text: string): string =>
    /https:\/\/meet\.example(\/sign-in\/first-owner\/[\w-]{43})\n/.exec(text)?.[1] ?? '';

  it('gets in by the link printed at the start, once, behind https with a cookie for this host alone', async () => {
    const path = linkIn(printed);
    const page = await supertest(url)
      .get(path)
      .expect(200, /Welcome to your Acquaint/);
    const [mark = ''] = page.headers['set-cookie'] ?? [];
    expect(mark).toMatch(/^__Host-browser=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const cookie = mark.split(';')[0] ?? '';
    const post = (email: string) =>
      supertest(url)
        .post(path)
        .set('cookie', cookie)
        .type('form')
        .send({ email, formToken: formTokenOf(page.text) });
    await post('nonsense').expect(422, /id="email-fault"/);
    const signedIn = await post('sysadmin@example.org').expect(303).expect('location', '/app/');
    const session = String(signedIn.headers['set-cookie']);
    expect(session).toMatch(
      /^__Host-session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await supertest(url)
      .get('/api/v1/me')
      .set('cookie', session.split(';')[0] ?? '')
      .expect(/sysadmin@example\.org/);
    await post('second@example.org').expect(410);
    await supertest(url).get(path).expect(410);
  });

  it('is asked for no more once somebody is a member', async () => {
    const firstOwner = app.get(FirstOwner);
    const unused = new URL((await firstOwner.newLink()) ?? '').pathname;
    await supertest(url).get(unused).expect(200);
    const organization = await makeOrganization(database);
    await makeMember(database, organization.id, 'owner');
    await supertest(url).get(unused).expect(410);
    expect(await firstOwner.newLink()).toBeNull();
  });

  it('has no demo sign-in to go around it', async () => {
    await supertest(url).post('/api/v1/demo/sign-in').send({}).expect(404);
    await supertest(url)
      .get('/sign-in')
      .expect(200)
      .expect((page) => {
        expect(page.text).not.toContain('/sign-in/demo');
      });
  });
});

describe('the demonstration', () => {
  let url: string;
  beforeAll(async () => {
    url = await start('demo', 'http://127.0.0.1:3000');
    const organization = await makeOrganization(database);
    await database.sql('update organizations set slug = $2 where id = $1', [
      organization.id,
      words.demo.organizationSlug,
    ]);
    await makeMember(database, organization.id, 'owner');
    const other = await makeOrganization(database);
    await makeMember(database, other.id, 'owner');
  });
  afterAll(stop);

  it('signs anybody in as its organizer with one press, and says on the page what it is', async () => {
    const browser = supertest.agent(url);
    const page = await browser
      .get('/sign-in')
      .expect(200, /A demonstration, nothing here is real\. It is .* in Los Angeles\./);
    const formToken = formTokenOf(page.text);
    await browser
      .post('/sign-in/demo')
      .type('form')
      .send({ formToken })
      .expect(303)
      .expect('location', '/app/');
    const { body } = await browser.get('/api/v1/me');
    expect(body).toMatchObject({
      mode: 'demo',
      memberships: [{ slug: words.demo.organizationSlug, role: 'owner' }],
    });
    const other = supertest.agent(url);
    await other.post('/api/v1/demo/sign-in').send({}).expect(200, { returnTo: '/app/' });
    await other.get('/api/v1/me').expect(/los-angeles-sound-guild/);
  });

  it('refuses a database that ran for real', async () => {
    const live = await createDatabase();
    const db = new Database(await openDataSource(live.appUrl, 'live', 'acquaint-test', 1));
    await db.close();
    await expect(openDataSource(live.appUrl, 'demo', 'acquaint-test', 1)).rejects.toThrow(
      'will not run in demo mode',
    );
    await live.drop();
  });
});

describe('tests', () => {
  it('do not offer the demo sign-in either', async () => {
    const api = await startApi();
    await api.http.post('/api/v1/demo/sign-in').send({}).expect(404);
    await api.stop();
  });
});
