import { mintSignIn } from '#libs/database';
import supertest from 'supertest';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makePerson } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(() => api.database.sql('delete from budgets'));

type Browser = ReturnType<typeof supertest.agent>;
const newBrowser = (): Browser => supertest.agent(api.url);

const formTokenOf = (html: string): string => /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '';

async function ask(browser: Browser, email: string, returnTo?: string): Promise<void> {
  await browser.post('/api/v1/sign-in').send({ email, returnTo }).expect(202, {});
}

/** As the worker does when it renders the newest sign-in mail of this address. */
async function mail(email: string): Promise<{ grantId: string; path: string; code: string }> {
  const [grant] = await api.database.sql<{ id: string }>(
    `select g.id from mails m join grants g on g.id = m.subject_id join people p on p.id = m.person_id
     where m.kind = 'sign-in' and p.email = $1 order by g.created_at desc limit 1`,
    [email],
  );
  if (grant === undefined) throw new Error('no mail');
  const minted = await api.db.write({ kind: 'installation' }, (tx) =>
    mintSignIn(tx, api.config.keys, grant.id),
  );
  return { grantId: grant.id, path: `/sign-in/link/${minted.token}`, code: minted.code };
}

async function press(
  browser: Browser,
  path: string,
  fields: Record<string, string> = {},
): Promise<supertest.Response> {
  const page = await browser.get(path);
  return browser
    .post(path)
    .type('form')
    .send({ ...fields, formToken: formTokenOf(page.text) });
}

const emailOf = async (browser: Browser): Promise<string | undefined> =>
  ((await browser.get('/api/v1/me').expect(200)).body as { person: { email: string } | null }).person?.email;

const mailsTo = async (email: string): Promise<number> =>
  (
    await api.database.sql('select 1 from mails m join people p on p.id = m.person_id where p.email = $1', [
      email,
    ])
  ).length;

describe('the link of a sign-in mail', () => {
  it('signs in by its button, in the browser that asked, and leads where the person wanted to go', async () => {
    const browser = newBrowser();
    await ask(browser, 'Ada@Example.org ', '/app/?tab=guests');
    const { path } = await mail('ada@example.org');
    const page = await browser.get(path).expect(200);
    expect(page.text).toContain('Sign in as ada@example.org');
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const answer = await press(browser, path);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/app/?tab=guests');
    expect(await emailOf(browser)).toBe('ada@example.org');
    const [person] = await api.database.sql(
      `select confirmed_at from people where email = 'ada@example.org'`,
    );
    expect(person?.['confirmed_at']).toBeInstanceOf(Date);
  });

  it('is not used up by a mail scanner that opens it', async () => {
    const browser = newBrowser();
    await ask(browser, 'scanned@example.org');
    const { path } = await mail('scanned@example.org');
    for (const scanner of [newBrowser(), browser]) {
      await scanner.get(path).expect(200);
      await scanner.head(path).expect(200);
    }
    expect(await emailOf(browser)).toBeUndefined();
    expect((await press(browser, path)).status).toBe(303);
  });

  it('works once, also when it is pressed twice at the same moment', async () => {
    const browser = newBrowser();
    await ask(browser, 'twice@example.org');
    const { grantId, path } = await mail('twice@example.org');
    const formToken = formTokenOf((await browser.get(path)).text);
    const presses = Array.from({ length: 4 }, () => browser.post(path).type('form').send({ formToken }));
    expect((await Promise.all(presses)).map(({ status }) => status).sort()).toEqual([303, 410, 410, 410]);
    const sessions = await api.database.sql(
      `select 1 from sessions s join people p on p.id = s.person_id where p.email = 'twice@example.org'`,
    );
    expect(sessions).toHaveLength(1);
    await browser.get(path).expect(410, /used already or is too old/);
    // The control: it is the mark of use that refuses.
    await api.database.sql('update grants set used_at = null where id = $1', [grantId]);
    await browser.post(path).type('form').send({ formToken }).expect(303);
  });

  it('is too old after ten minutes', async () => {
    const browser = newBrowser();
    await ask(browser, 'late@example.org');
    const { grantId, path, code } = await mail('late@example.org');
    const [left] = await api.database.sql<{ minutes: number }>(
      'select extract(epoch from expires_at - now())::float / 60 as minutes from grants where id = $1',
      [grantId],
    );
    expect(left?.minutes).toBeCloseTo(10, 0);
    const formToken = formTokenOf((await browser.get(path).expect(200)).text);
    await api.database.sql('update grants set expires_at = now() where id = $1', [grantId]);
    const answer = await browser.post(path).type('form').send({ formToken }).expect(410);
    expect(answer.body).toMatchObject({ code: 'sign-in-link-used' });
    await browser.post('/api/v1/sign-in/code').send({ email: 'late@example.org', code }).expect(422);
  });

  it('sends another browser back to the first one, says nothing of the address, and stays usable', async () => {
    const [first, other] = [newBrowser(), newBrowser()];
    await ask(first, 'first@example.org');
    const { grantId, path } = await mail('first@example.org');
    const page = await other.get(path).expect(200, /This is another browser/);
    expect(page.text).not.toContain('first@example.org');
    const elsewhere = await other.get('/sign-in');
    const forced = await other
      .post(path)
      .type('form')
      .send({ formToken: formTokenOf(elsewhere.text) })
      .expect(403);
    expect(forced.body).toMatchObject({ code: 'sign-in-link-elsewhere' });
    expect(await emailOf(other)).toBeUndefined();
    expect((await press(first, path)).status).toBe(303);
    // The control: without the binding any browser may.
    await api.database.sql('update grants set used_at = null, browser_hash = null where id = $1', [grantId]);
    await other
      .post(path)
      .type('form')
      .send({ formToken: formTokenOf(elsewhere.text) })
      .expect(303);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    'never leads to %s',
    async (returnTo) => {
      const browser = newBrowser();
      await ask(browser, 'redirected@example.org', returnTo);
      const answer = await press(browser, (await mail('redirected@example.org')).path);
      expect(answer.headers['location']).toBe('/me');
      const page = await newBrowser().get('/sign-in').query({ returnTo });
      // The page of languages leads back to where its reader was, which is this page with all it was asked.
      expect(page.text.replace(/"\/language\?back=\/sign-in[^"]*"/, '')).not.toContain('evil');
    },
  );
});

describe('the six digits of a sign-in mail', () => {
  const useCode = (browser: Browser, email: string, code: string) =>
    browser.post('/api/v1/sign-in/code').send({ email, code });

  it('sign in where they were asked for, with blanks as people type them', async () => {
    const browser = newBrowser();
    await ask(browser, 'typed@example.org', '/app/');
    const { code } = await mail('typed@example.org');
    const spaced = ` ${code.slice(0, 3)} ${code.slice(3)}`;
    await useCode(browser, 'TYPED@example.org', spaced).expect(200, { returnTo: '/app/' });
    expect(await emailOf(browser)).toBe('typed@example.org');
    await useCode(browser, 'typed@example.org', code).expect(422);
  });

  it('come back on the page with the fault beside the field and what was typed kept', async () => {
    const browser = newBrowser();
    const page = await browser.get('/sign-in');
    const sent = await browser
      .post('/sign-in')
      .type('form')
      .send({ email: 'page@example.org', formToken: formTokenOf(page.text) })
      .expect(200, /Look at your mail/);
    const { code } = await mail('page@example.org');
    const type = (digits: string, html: string) =>
      browser
        .post('/sign-in/code')
        .type('form')
        .send({ email: 'page@example.org', code: digits, formToken: formTokenOf(html) });
    const refused = await type('no', sent.text).expect(422);
    expect(refused.text).toContain('aria-invalid="true"');
    expect(refused.text).toContain('value="page@example.org"');
    await type(code, refused.text).expect(303).expect('location', '/me');
  });

  it('may be tried five times, and the right ones do not help after that', async () => {
    const browser = newBrowser();
    await ask(browser, 'guessed@example.org');
    const { grantId, code } = await mail('guessed@example.org');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 1; tries <= 5; tries += 1) {
      const answer = await useCode(browser, 'guessed@example.org', wrong).expect(422);
      expect(answer.body).toMatchObject({ code: 'sign-in-code-wrong', errors: [{ pointer: '/code' }] });
    }
    await useCode(browser, 'guessed@example.org', code).expect(422);
    expect(await emailOf(browser)).toBeUndefined();
    // The control: it is the count that refuses.
    await api.database.sql('update grants set code_tries = 4 where id = $1', [grantId]);
    await useCode(browser, 'guessed@example.org', code).expect(200);
  });

  it('still work after four wrong tries', async () => {
    const browser = newBrowser();
    await ask(browser, 'clumsy@example.org');
    const { code } = await mail('clumsy@example.org');
    for (let tries = 1; tries <= 4; tries += 1) await useCode(browser, 'clumsy@example.org', 'x').expect(422);
    await useCode(browser, 'clumsy@example.org', code).expect(200);
  });

  it('are of no use in another browser or for another address', async () => {
    const [browser, thief] = [newBrowser(), newBrowser()];
    await ask(browser, 'victim@example.org');
    const { code } = await mail('victim@example.org');
    await ask(thief, 'thief@example.org');
    await useCode(thief, 'victim@example.org', code).expect(422);
    await useCode(thief, 'thief@example.org', code).expect(422);
    await useCode(browser, 'victim@example.org', code).expect(200);
  });
});

describe('asking for a sign-in mail', () => {
  it('looks the same and sends the same for a known and an unknown address', async () => {
    await makePerson(api.database, { email: 'known@example.org', name: 'Known Person' });
    const seen = [];
    for (const email of ['known@example.org', 'nobody@example.org']) {
      const browser = newBrowser();
      const page = await browser.get('/sign-in');
      const sent = await browser
        .post('/sign-in')
        .type('form')
        .send({ email, formToken: formTokenOf(page.text) });
      const json = await browser.post('/api/v1/sign-in').send({ email });
      seen.push({
        page: sent.text.replaceAll(email, '…').replaceAll(formTokenOf(sent.text), '…'),
        json: json.text,
        statuses: [sent.status, json.status],
        headers: [Object.keys(sent.headers), Object.keys(json.headers)],
        mails: await mailsTo(email),
      });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.mails).toBe(2);
    const [known] = await api.database.sql(`select name from people where email = 'known@example.org'`);
    expect(known).toEqual({ name: 'Known Person' });
  });

  it('sends at most three mails an hour to an address that has not answered, and says the same each time', async () => {
    const browser = newBrowser();
    for (let times = 1; times <= 5; times += 1) await ask(browser, 'flooded@example.org');
    expect(await mailsTo('flooded@example.org')).toBe(3);
    const { path } = await mail('flooded@example.org');
    expect((await press(browser, path)).status).toBe(303);
    await ask(browser, 'flooded@example.org');
    expect(await mailsTo('flooded@example.org')).toBe(4);
  });

  it('sends again when the hour is over', async () => {
    const browser = newBrowser();
    for (let times = 1; times <= 3; times += 1) await ask(browser, 'patient@example.org');
    await api.database.sql(
      `update budgets set spent_at = array(select spent - interval '61 minutes' from unnest(spent_at) spent)`,
    );
    await ask(browser, 'patient@example.org');
    expect(await mailsTo('patient@example.org')).toBe(4);
  });

  it('keeps one network from filling mailboxes', async () => {
    await api.database.sql(
      `insert into budgets values ('sign-in:127.0.0.0/24', array_fill(now()::timestamptz, array[119]))`,
    );
    const browser = newBrowser();
    await ask(browser, 'last@example.org');
    const refused = await browser.post('/api/v1/sign-in').send({ email: 'more@example.org' }).expect(429);
    expect(refused.body).toMatchObject({ code: 'too-many-requests' });
    expect(await mailsTo('more@example.org')).toBe(0);
  });

  it.each(['not-an-address', 'a@example.org\r\nBcc: b@example.org', ''])(
    'says beside the field that %j is no address, and keeps what was typed',
    async (email) => {
      const browser = newBrowser();
      const answer = await press(browser, '/sign-in', { email });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('id="email-fault"');
      await browser.post('/api/v1/sign-in').send({ email }).expect(422);
    },
  );
});

describe('a session', () => {
  async function signedIn(email: string): Promise<{ browser: Browser; personId: string; cookie: string }> {
    const person = await makePerson(api.database, { email });
    const browser = newBrowser();
    await ask(browser, email);
    const answer = await press(browser, (await mail(email)).path);
    const cookie =
      [answer.headers['set-cookie'] ?? ''].flat().find((line) => line.startsWith('session=')) ?? '';
    return { browser, personId: person.id, cookie };
  }

  it('is an opaque cookie that no script can read, and only its hash is kept', async () => {
    const { cookie } = await signedIn('cookie@example.org');
    expect(cookie).toMatch(/^session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = /session=([^;]+)/.exec(cookie)?.[1] ?? '';
    const rows = await api.database.sql(`select encode(token_hash, 'escape') as kept from sessions`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ends at the next request when the epoch of its person moves on', async () => {
    const { browser, personId } = await signedIn('demoted@example.org');
    expect(await emailOf(browser)).toBe('demoted@example.org');
    await api.database.sql('update people set session_epoch = session_epoch + 1 where id = $1', [personId]);
    expect(await emailOf(browser)).toBeUndefined();
    // The control: it is the epoch that refuses.
    await api.database.sql('update people set session_epoch = session_epoch - 1 where id = $1', [personId]);
    expect(await emailOf(browser)).toBe('demoted@example.org');
  });

  it('ends after 30 days and when its person is erased', async () => {
    const [expired, erased] = [await signedIn('expired@example.org'), await signedIn('erased@example.org')];
    await api.database.sql('update sessions set expires_at = now() where person_id = $1', [expired.personId]);
    await api.database.sql('update people set erased_at = now() where id = $1', [erased.personId]);
    expect(await emailOf(expired.browser)).toBeUndefined();
    expect(await emailOf(erased.browser)).toBeUndefined();
  });

  it('is gone from the table after signing out, not only from the browser', async () => {
    const { browser, cookie } = await signedIn('leaving@example.org');
    const [pair = ''] = cookie.split(';');
    await browser.post('/api/v1/sign-out').expect(204);
    expect(await emailOf(browser)).toBeUndefined();
    const replayed = await api.http.get('/api/v1/me').set('cookie', pair).expect(200);
    expect(replayed.body).toMatchObject({ person: null });
  });

  it('gets a new id at each sign-in, and the one before it ends', async () => {
    const { browser, cookie } = await signedIn('again@example.org');
    const [pair = ''] = cookie.split(';');
    await ask(browser, 'again@example.org');
    await press(browser, (await mail('again@example.org')).path);
    expect(await emailOf(browser)).toBe('again@example.org');
    const old = await api.http.get('/api/v1/me').set('cookie', pair);
    expect(old.body).toMatchObject({ person: null });
  });
});
