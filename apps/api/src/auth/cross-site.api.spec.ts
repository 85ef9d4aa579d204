import supertest from 'supertest';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makePerson } from '../../../../test/support/factories.ts';
import { createApp } from '../app.ts';
import { isCrossSite, isForeignName } from './cross-site.guard.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const formTokenOf = (html: string): string => /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('a request that changes something', () => {
  const live = { publicUrl: 'https://meet.example', mode: 'live' } as const;
  const form = 'application/x-www-form-urlencoded';
  const upload = 'multipart/form-data; boundary=here';

  it.each([
    ['of a program without a browser', {}, false],
    ['of our own page', { origin: 'https://meet.example', 'sec-fetch-site': 'same-origin' }, false],
    ['of our own form that tells no referrer', { origin: 'null', 'sec-fetch-site': 'same-origin' }, false],
    [
      'of our own form in an old browser, which has to show its token',
      { origin: 'null', 'content-type': form },
      false,
    ],
    ['of a sibling host', { origin: 'null', 'sec-fetch-site': 'same-site' }, true],
    ['of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
    ['of another site in an old browser', { origin: 'https://evil.example' }, true],
    [
      'of another site that hides where it is',
      { origin: 'null', 'sec-fetch-site': 'cross-site', 'content-type': form },
      true,
    ],
    ['of a page in a file or a sandbox', { origin: 'null', 'content-type': 'text/plain' }, true],
    ['of our host without https', { origin: 'http://meet.example' }, true],
    ['of our host on another port', { origin: 'https://meet.example:8443' }, true],
    ['of a name that only begins like ours', { origin: 'https://meet.example.evil.example' }, true],
  ])('%s', (_, headers, refused) => {
    expect(isCrossSite(headers, live)).toBe(refused);
  });

  it.each([
    ['goes to the route that proves its token', { origin: 'null', 'content-type': upload }, true, false],
    ['goes to no other route', { origin: 'null', 'content-type': upload }, false, true],
    [
      'goes to none from another site',
      { origin: 'null', 'sec-fetch-site': 'cross-site', 'content-type': upload },
      true,
      true,
    ],
    [
      'goes to none as what only looks like one',
      { origin: 'null', 'content-type': 'text/plain; x=multipart/form-data' },
      true,
      true,
    ],
  ])('of our own form with a file in an old browser %s', (_, headers, provesItsForm, refused) => {
    expect(isCrossSite(headers, live, provesItsForm)).toBe(refused);
  });

  it('may come from any name of one’s own machine, but not through a foreign name that points at it', () => {
    const demo = { publicUrl: 'http://127.0.0.1:3000', mode: 'demo' } as const;
    expect(isCrossSite({ host: 'localhost:3000', origin: 'http://localhost:3000' }, demo)).toBe(false);
    expect(isCrossSite({ host: '127.0.0.1:3000' }, demo)).toBe(false);
    expect(isCrossSite({ host: 'localhost:3000', origin: 'http://localhost:4000' }, demo)).toBe(true);
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000'])
      expect(isForeignName({ host }, demo)).toBe(false);
    for (const host of ['evil.example:3000', 'localhost.evil.example', '', undefined])
      expect(isForeignName({ host }, demo)).toBe(true);
    expect(isForeignName({ host: 'meet.example' }, live)).toBe(false);
  });

  it('of a demonstration cannot even be looked at through a foreign name', async () => {
    await api.database.sql(`update installation set mode = 'demo'`);
    const app = await createApp({ ...api.config, mode: 'demo', port: 0 });
    try {
      await app.listen(0, '127.0.0.1');
      const http = supertest(await app.getUrl());
      await http.get('/dev/mail').set('host', 'rebound.example').expect(403);
      await http.get('/api/v1/me').set('host', 'rebound.example').expect(403);
      await http.get('/dev/mail').expect(200);
    } finally {
      await app.close();
      await api.database.sql(`update installation set mode = 'test'`);
    }
  });

  it('is refused through the front door before it does anything', async () => {
    const person = await makePerson(api.database);
    const cookie = await api.cookieOf(person.id);
    const signOut = (site: string) =>
      api.http
        .post('/api/v1/sign-out')
        .set('cookie', cookie)
        .set('sec-fetch-site', site)
        .set('origin', 'null');
    const refused = await signOut('cross-site').expect(403);
    expect(refused.body).toMatchObject({ code: 'cross-site', status: 403 });
    await api.http
      .get('/api/v1/me')
      .set('cookie', cookie)
      .expect(/person\d+@/);
    // The control: the same request from our own page does sign out.
    await signOut('same-origin').expect(204);
    await api.http
      .get('/api/v1/me')
      .set('cookie', cookie)
      .expect(/"person":null/);
  });

  it('gets no leave to read our answers from another site', async () => {
    const answer = await api.http
      .options('/api/v1/me')
      .set('origin', 'https://evil.example')
      .set('access-control-request-method', 'GET');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('a form', () => {
  it('is taken with the token of its own browser', async () => {
    const browser = supertest.agent(api.url);
    const page = await browser.get('/sign-in');
    const formToken = formTokenOf(page.text);
    await browser
      .post('/sign-in')
      .type('form')
      .send({ email: 'form@example.org', formToken })
      .expect(200, /Look at your mail/);
  });

  it.each(['/sign-in', '/api/v1/sign-in', '/sign-out', '/sign-in/demo'])(
    'at %s is refused without a token, with another browser’s, and with none of ours',
    async (path) => {
      const [browser, other] = [supertest.agent(api.url), supertest.agent(api.url)];
      await browser.get('/sign-in');
      const stolen = formTokenOf((await other.get('/sign-in')).text);
      expect(stolen).not.toBe('');
      for (const formToken of ['', stolen, 'AAAA']) {
        const answer = await browser
          .post(path)
          .type('form')
          .send({ email: 'refused@example.org', formToken })
          .expect(403);
        expect(answer.body).toMatchObject({ code: 'form-expired' });
      }
      expect(await api.database.sql(`select 1 from people where email = 'refused@example.org'`)).toEqual([]);
    },
  );

  it('whose page was open for too long comes back with everything typed and a button to send it again', async () => {
    const browser = supertest.agent(api.url);
    const stale = await browser
      .post('/sign-in')
      .set('accept', 'text/html')
      .type('form')
      .send({ email: '"><script>alert(1)</script>@example.org', formToken: 'stale' })
      .expect(403, /Once more, please/);
    expect(stale.text).toContain('action="/sign-in"');
    expect(stale.text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;@example.org"');
    const again = { email: 'again@example.org', formToken: formTokenOf(stale.text) };
    await browser
      .post('/sign-in')
      .type('form')
      .send(again)
      .expect(200, /again@example\.org/);
  });
});
