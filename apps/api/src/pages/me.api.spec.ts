import { handleFor } from '#libs/database';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeMember, makeOrganization, makePerson } from '../../../../test/support/factories.ts';
import { RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await RsvpDesk.of(api);
});

beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));

afterAll(() => api.stop());

describe('the page of one RSVP', () => {
  it('tells the exact place to confirmed people only', async () => {
    const event = await desk.evening(1);
    const [one, two] = [await desk.signedIn(), await desk.signedIn()];
    const seated = await desk.rsvpAs(event, one);
    const waiting = await desk.rsvpAs(event, two);
    const pageOf = async (path: string) => (await api.http.get(path).expect(200)).text;
    expect(await pageOf(seated)).toContain('1200 East 5th Street');
    expect(await pageOf(waiting)).not.toContain('1200 East 5th Street');
    const { text } = await api.http.get(`/e/${event.slug}`);
    expect(text).not.toContain('1200 East 5th Street');
  });

  it('changes nothing when it is looked at, and opens for nobody with a forged link', async () => {
    const event = await desk.evening();
    const mine = await desk.rsvpAs(event, await desk.signedIn());
    const before = await desk.attendeesOf(event);
    await api.http.get(mine).expect(200);
    await api.http.head(mine).expect(200);
    expect(await desk.attendeesOf(event)).toEqual(before);
    const forged = `${mine.slice(0, -1)}${mine.endsWith('0') ? '1' : '0'}`;
    await api.http.get(forged).set('accept', 'text/html').expect(410);
    await api.http.get('/my/nothing').set('accept', 'text/html').expect(410);
  });

  it('is listed at /me for its own person over all organizations, and for nobody else', async () => {
    const elsewhere = await makeOrganization(api.database, { name: 'Foley Friends' });
    const other = await makeEvent(api.database, elsewhere.id, { title: 'Footsteps' });
    const event = await desk.evening();
    const person = await desk.signedIn();
    await desk.rsvpAs(event, person);
    await desk.rsvpAs(other, person);
    const list = await api.http.get('/me').set('cookie', person.cookie).expect(200);
    expect(list.text).toContain('Footsteps');
    expect(list.text).toContain('Foley Friends');
    const paths = [...list.text.matchAll(/\/me\/rsvps\/[0-9a-f-]{36}/g)].map(([path]) => path);
    expect(paths).toHaveLength(2);
    const stranger = await desk.signedIn();
    for (const path of paths) {
      await api.http.get(path).set('cookie', person.cookie).expect(200);
      await api.http.get(path).set('cookie', stranger.cookie).expect(404);
    }
    expect((await api.http.get('/me').set('cookie', stranger.cookie)).text).not.toContain('Footsteps');
    await api.http
      .get('/me')
      .set('accept', 'text/html')
      .expect(303)
      .expect('location', '/sign-in?returnTo=%2Fme');
  });
});

describe('stopping mail', () => {
  const linkFor = async () => {
    const person = await makePerson(api.database);
    const token = await desk.inTx((tx) =>
      handleFor(tx, api.config.keys, {
        purpose: 'unsubscribe',
        organizationId: desk.organizationId,
        personId: person.id,
        subjectId: desk.organizationId,
        expiresAt: null,
      }),
    );
    const stops = () =>
      api.database.sql<{ topic: string }>(
        'select topic from mail_stops where person_id = $1 order by topic',
        [person.id],
      );
    const paused = async () => {
      const [row] = await api.database.sql<{ until: Date | null }>(
        'select introductions_paused_until as until from people where id = $1',
        [person.id],
      );
      return row?.until?.toISOString().slice(0, 10) ?? null;
    };
    return { path: `/unsubscribe/${token}`, stops, paused, person };
  };
  /** The one field of the answer to a stop with which that stop is taken back. */
  const resumeIn = (text: string): string => /name="resume" value="([^"]+)"/.exec(text)?.[1] ?? '';

  it('takes a press of a button and can be taken back; looking stops nothing', async () => {
    const { path, stops } = await linkFor();
    await api.http.get(`${path}?topic=introductions`).expect(200);
    await api.http.head(`${path}?topic=introductions`).expect(200);
    expect(await stops()).toEqual([]);
    const { status, text } = await submit(api, path, path, { topic: 'introductions' });
    expect(status).toBe(200);
    expect(await stops()).toEqual([{ topic: 'introductions' }]);
    await submit(api, path, `${path}/resume`, { resume: resumeIn(text) });
    expect(await stops()).toEqual([]);
  });

  it('can pause introductions of whoever hosts for three months instead', async () => {
    const { path, stops, paused } = await linkFor();
    const { text } = await submit(api, path, `${path}?topic=introductions`, { topic: 'pause' });
    expect(text).toContain('for three months');
    expect(await paused()).toBe('2026-12-31');
    expect(await stops()).toEqual([]);
    await submit(api, path, `${path}/resume`, { resume: resumeIn(text) });
    expect(await paused()).toBeNull();
  });

  it('never shortens a longer pause by a shorter one, nor ends it', async () => {
    const { path, paused, person } = await linkFor();
    await api.database.sql(
      `update people set introductions_paused_until = app_now() + interval '1 year' where id = $1`,
      [person.id],
    );
    const before = await paused();
    const { text } = await submit(api, path, path, { topic: 'pause' });
    expect(await paused()).toBe(before);
    await submit(api, path, `${path}/resume`, { resume: resumeIn(text) });
    expect(await paused()).toBe(before);
  });

  it('tells nobody who got the link by an answer to a mail, and lets them take nothing back', async () => {
    const [{ path, stops, paused, person }, fresh] = [await linkFor(), await linkFor()];
    const stranger = await desk.signedIn();
    await submit(api, path, path, { topic: 'introductions' });
    await submit(api, path, path, { topic: 'pause' });
    const state = async () => [await stops(), await paused()];
    const before = await state();
    const alike = (text: string, link: string) =>
      text
        .replaceAll(link, '<link>')
        .replaceAll(encodeURIComponent(link), '<link>')
        .replace(/(name="(?:formToken|resume)" value=")[^"]+/g, '$1');
    for (const topic of ['introductions', 'all']) {
      const pages = [`${path}?topic=${topic}`, `${fresh.path}?topic=${topic}`];
      const [own, other] = await Promise.all(pages.map((page) => api.http.get(page)));
      expect(alike(own?.text ?? '', path)).toBe(alike(other?.text ?? '', fresh.path));
    }
    // A stop of what is stopped reads like the first one, and what it gives back is nothing.
    for (const topic of ['introductions', 'pause']) {
      const again = await submit(api, path, path, { topic });
      const first = await submit(api, fresh.path, fresh.path, { topic });
      expect(alike(again.text, path)).toBe(alike(first.text, fresh.path));
      await submit(api, path, `${path}/resume`, { resume: resumeIn(again.text) });
      // A token of one's own link takes nothing back of another's.
      await submit(api, path, `${path}/resume`, { resume: resumeIn(first.text) });
      await submit(api, path, `${path}/resume`);
      await submit(api, path, `${path}/resume`, {}, stranger.cookie);
      expect(await state()).toEqual(before);
    }
    // The control: the person themself, signed in, sees it and lets mail come again.
    const cookie = await api.cookieOf(person.id);
    expect((await api.http.get(path).set('cookie', cookie)).text).toContain('before 31 December 2026');
    await submit(api, path, `${path}/resume`, {}, cookie);
    expect(await state()).toEqual([[], null]);
  });

  it('is taken back by the page that answered it for 15 minutes', async () => {
    const { path, stops } = await linkFor();
    const { text } = await submit(api, path, path, { topic: 'events' });
    await api.database.sql(
      `update handles set expires_at = expires_at - interval '15 minutes' where purpose = 'resume'`,
    );
    const { status } = await submit(api, path, `${path}/resume`, { resume: resumeIn(text) });
    expect(status).toBe(410);
    expect(await stops()).toEqual([{ topic: 'events' }]);
  });

  it('is written down, and not where the staff of the organization reads', async () => {
    const { path, person } = await linkFor();
    const owner = await makeMember(api.database, desk.organizationId, 'owner');
    await submit(api, path, path, { topic: 'introductions' });
    const { text } = await submit(api, path, path, { topic: 'pause' });
    await submit(api, path, `${path}/resume`, { resume: resumeIn(text) });
    const { body } = await api.http
      .get(`/api/v1/organizations/${desk.organizationId}/activity`)
      .set('cookie', await api.cookieOf(owner.personId))
      .expect(200);
    expect(JSON.stringify(body)).not.toContain(person.id);
    expect(JSON.stringify(body)).not.toMatch(/stopped|paused|resumed/);
    const written = await api.database.sql<{ action: string }>(
      'select action from audit where subject_id = $1 and organization_id is null order by id',
      [person.id],
    );
    expect(written.map(({ action }) => action)).toEqual([
      'mail.stopped',
      'introductions.paused',
      'mail.resumed',
    ]);
  });

  it('works as one click of a mail program, without cookie or token, any number of times', async () => {
    const { path, stops } = await linkFor();
    for (let count = 0; count < 2; count += 1) {
      const { status } = await api.http
        .post(`${path}?topic=events`)
        .type('form')
        .send('List-Unsubscribe=One-Click');
      expect(status).toBeLessThan(300);
    }
    expect(await stops()).toEqual([{ topic: 'events' }]);
  });

  it('that is stopped, however often, leaves nothing behind, and the answer does not tell', async () => {
    const { path, stops, person } = await linkFor();
    const rows = async () => {
      const [row] = await api.database.sql(
        `select (select count(*)::int from handles where person_id = $1 and purpose = 'resume') as links,
           (select count(*)::int from audit where subject_id = $1) as lines`,
        [person.id],
      );
      return row;
    };
    const first = resumeIn((await submit(api, path, path, { topic: 'events' })).text);
    await submit(api, path, path, { topic: 'pause' });
    const before = await rows();
    const tokens = [first];
    for (let count = 0; count < 3; count += 1) {
      tokens.push(resumeIn((await submit(api, path, path, { topic: 'events' })).text));
      tokens.push(resumeIn((await submit(api, path, path, { topic: 'pause' })).text));
    }
    expect(await rows()).toEqual(before);
    // Each is another one, of one shape, and each is answered alike; another's link takes none of them.
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(tokens.filter((token) => !/^[0-9a-f]{32}\.[0-9a-f]{32}$/.test(token))).toEqual([]);
    const other = await linkFor();
    const press = async (link: string, resume: string) =>
      (await submit(api, link, `${link}/resume`, { resume })).status;
    for (const token of tokens.slice(1)) expect(await press(path, token)).toBe(303);
    for (const token of tokens) expect(await press(other.path, token)).toBe(410);
    expect(await stops()).toEqual([{ topic: 'events' }]);
    // Control: the first one does take back what it has stopped.
    expect(await press(path, first)).toBe(303);
    expect(await stops()).toEqual([]);
  });
});
