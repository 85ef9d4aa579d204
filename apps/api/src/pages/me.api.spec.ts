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
    return { path: `/unsubscribe/${token}`, stops, person };
  };

  it('takes a press of a button and can be taken back; looking stops nothing', async () => {
    const { path, stops } = await linkFor();
    await api.http.get(`${path}?topic=introductions`).expect(200);
    await api.http.head(`${path}?topic=introductions`).expect(200);
    expect(await stops()).toEqual([]);
    await submit(api, path, path, { topic: 'introductions' }).then(({ status }) => {
      expect(status).toBe(200);
    });
    expect(await stops()).toEqual([{ topic: 'introductions' }]);
    await submit(api, path, `${path}/resume`);
    expect(await stops()).toEqual([]);
  });

  it('can pause introductions of whoever hosts for three months instead', async () => {
    const { path, stops } = await linkFor();
    const { text } = await submit(api, path, `${path}?topic=introductions`, { topic: 'pause' });
    expect(text).toContain('before 31 December 2026');
    expect(await stops()).toEqual([]);
    await submit(api, path, `${path}/resume`);
    expect((await api.http.get(path)).text).not.toContain('Paused');
  });

  it('is written down, and not where the staff of the organization reads', async () => {
    const { path, person } = await linkFor();
    const owner = await makeMember(api.database, desk.organizationId, 'owner');
    await submit(api, path, path, { topic: 'introductions' });
    await submit(api, path, path, { topic: 'pause' });
    await submit(api, path, `${path}/resume`);
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
});
