import { handleFor } from '#libs/database';
import { mailKinds, mailTypes } from '#libs/mail';
import { words } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeMember, makeOrganization, makePerson } from '../../../../test/support/factories.ts';
import { RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  desk = await RsvpDesk.of(api);
});
afterAll(() => api.stop());

async function makeReader() {
  const person = await makePerson(api.database);
  const cookie = await api.cookieOf(person.id);
  const page = async () => (await api.http.get('/me/mail').set('cookie', cookie).expect(200)).text;
  const press = (act: 'stop' | 'resume', organization: string, topic: string) =>
    submit(api, '/me/mail', `/me/mail/${act}`, { organization, topic }, cookie);
  const stops = () =>
    api.database.sql<{ organization: string | null; topic: string }>(
      `select organization_id as organization, topic from mail_stops where person_id = $1 order by topic`,
      [person.id],
    );
  return { person, cookie, page, press, stops };
}

const addToAudience = (organizationId: string, personId: string) =>
  api.database.sql(
    'insert into audience (organization_id, person_id, created_at) values ($1, $2, app_now())',
    [organizationId, personId],
  );

/** The line of a topic under one organization, as it is read. */
function lineOf(html: string, organizationId: string, topic: string): string {
  const section = html.split(`id="o-${organizationId}"`)[1]?.split('</section>')[0] ?? '';
  const line = section.split('<li>').find((part) => part.replace(/<[^>]+>/g, '').includes(topic)) ?? '';
  return line
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the page of the mail that a person gets', () => {
  it('is for that person, signed in', async () => {
    await api.http
      .get('/me/mail')
      .set('accept', 'text/html')
      .expect(303)
      .expect('location', '/sign-in?returnTo=%2Fme%2Fmail');
    const { text } = await api.http.get('/me').set('cookie', (await makeReader()).cookie);
    expect(text).toContain('href="/me/mail"');
  });

  it('lists every organization that may write to them: audience, guests, staff, or mail that has come before', async () => {
    const { person, cookie, page } = await makeReader();
    const names = ['Guild of lists', 'Guild of staff', 'Guild of mails', 'Guild of strangers'];
    const [lists, staff, mails] = await Promise.all(
      names.map((name) => makeOrganization(api.database, { name })),
    );
    await addToAudience(lists!.id, person.id);
    await makeMember(api.database, staff!.id, 'host', person);
    await api.db.write({ kind: 'system' }, (tx) =>
      handleFor(tx, api.config.keys, {
        purpose: 'unsubscribe',
        organizationId: mails!.id,
        personId: person.id,
        subjectId: mails!.id,
        expiresAt: null,
      }),
    );
    const event = await desk.evening();
    await desk.rsvpAs(event, { ...person, cookie });
    const html = await page();
    const organizations = [...html.matchAll(/<section id="o-[^"]+"><h2>([^<]+)</g)].map(([, name]) => name);
    expect(organizations).toHaveLength(4);
    expect(organizations).toEqual(expect.arrayContaining(names.slice(0, 3)));
    expect(html).not.toContain('Guild of strangers');
    // Digests go to hosts only.
    expect(lineOf(html, staff!.id, 'News of suggestions')).toContain('Comes');
    expect(lineOf(html, lists!.id, 'News of suggestions')).toBe('');
    expect(html).toContain('the link and the code when you sign in');
  });

  it('stops one kind of one organization at a press, lets it come again, and changes nothing by looking', async () => {
    const { person, page, press, stops } = await makeReader();
    const [one, other] = [await makeOrganization(api.database), await makeOrganization(api.database)];
    for (const { id } of [one, other]) await addToAudience(id, person.id);
    await page();
    expect(await stops()).toEqual([]);
    const { status, headers } = await press('stop', one.id, 'announcements');
    expect([status, headers['location']]).toEqual([303, `/me/mail#o-${one.id}`]);
    await press('stop', one.id, 'announcements');
    expect(await stops()).toEqual([{ organization: one.id, topic: 'announcements' }]);
    const html = await page();
    expect(lineOf(html, one.id, 'Announcements')).toContain('Stopped');
    expect(lineOf(html, one.id, 'Reminders')).toContain('Comes');
    expect(lineOf(html, other.id, 'Announcements')).toContain('Comes');
    await press('resume', one.id, 'announcements');
    expect(await stops()).toEqual([]);
  });

  it('has a switch for whatever a mail may be stopped as', async () => {
    const { person, page, press, stops } = await makeReader();
    const { id } = await makeOrganization(api.database);
    await makeMember(api.database, id, 'host', person);
    const topics = [...new Set(mailKinds.flatMap((kind) => mailTypes[kind].topic ?? []))].sort();
    expect(topics.length).toBeGreaterThan(6);
    for (const topic of topics)
      expect(lineOf(await page(), id, words.myMail.topics[topic])).toContain('Comes');
    for (const topic of topics) await press('stop', id, topic);
    expect((await stops()).map(({ topic }) => topic)).toEqual(topics);
  });

  it('says which smaller kinds a wider one stops with it, and leaves what was stopped by itself', async () => {
    const { person, page, press, stops } = await makeReader();
    const { id, name } = await makeOrganization(api.database);
    await addToAudience(id, person.id);
    await press('stop', id, 'reminders');
    await press('stop', id, 'events');
    const html = await page();
    expect(lineOf(html, id, 'Announcements')).toContain('Stopped with “Events');
    await press('stop', id, 'all');
    expect(lineOf(await page(), id, 'Circles')).toContain(`Stopped with “Everything from ${name}”`);
    await press('resume', id, 'all');
    await press('resume', id, 'events');
    expect(await stops()).toEqual([{ organization: id, topic: 'reminders' }]);
    expect(lineOf(await page(), id, 'Announcements')).toContain('Comes');
  });

  it('stops everything of everybody, and what was stopped before stays stopped when that ends', async () => {
    const { person, page, press, stops } = await makeReader();
    const { id } = await makeOrganization(api.database);
    await addToAudience(id, person.id);
    await press('stop', id, 'circles');
    await press('stop', '', 'all');
    expect(await stops()).toEqual([
      { organization: null, topic: 'all' },
      { organization: id, topic: 'circles' },
    ]);
    expect(lineOf(await page(), id, 'Introductions')).toContain('Stopped with “Everything of everybody”');
    await press('resume', '', 'all');
    expect(await stops()).toEqual([{ organization: id, topic: 'circles' }]);
  });

  it('takes nothing that no button of it sends, and no press from another site', async () => {
    const { person, cookie, press, stops } = await makeReader();
    const { id } = await makeOrganization(api.database);
    await addToAudience(id, person.id);
    for (const [organization, topic] of [
      [id, 'nonsense'],
      ['', 'events'],
      ['nonsense', 'all'],
      ['00000000-0000-4000-8000-000000000000', 'all'],
    ] as const) {
      expect([organization, topic, (await press('stop', organization, topic)).status]).toEqual([
        organization,
        topic,
        404,
      ]);
    }
    await api.http
      .post('/me/mail/stop')
      .set('cookie', cookie)
      .type('form')
      .send({ organization: id, topic: 'all' })
      .expect(403);
    expect(await stops()).toEqual([]);
  });

  it('is written down where the staff of the organization does not read', async () => {
    const { person, press } = await makeReader();
    const { id } = await makeOrganization(api.database);
    await addToAudience(id, person.id);
    await press('stop', id, 'events');
    await press('resume', id, 'events');
    const written = await api.database.sql<{ action: string; organization: string | null }>(
      'select action, organization_id as organization from audit where subject_id = $1 order by id',
      [person.id],
    );
    expect(written).toEqual([
      { action: 'mail.stopped', organization: null },
      { action: 'mail.resumed', organization: null },
    ]);
  });
});
