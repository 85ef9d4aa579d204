import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeMember, makeOrganization, makePerson } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function owner() {
  const organization = await makeOrganization(api.database);
  const member = await makeMember(api.database, organization.id);
  return { organization, member, cookie: await api.cookieOf(member.personId) };
}

const organizations = '/api/v1/organizations';
const guild = { name: 'Sound Guild of Los Ángeles', timeZone: 'America/Los_Angeles' };

describe('founding an organization', () => {
  it('makes its founder the owner and gives it a readable address', async () => {
    const person = await makePerson(api.database);
    const cookie = await api.cookieOf(person.id);
    const made = await api.http.post(organizations).set('cookie', cookie).send(guild).expect(201);
    expect(made.body).toEqual({
      id: made.body.id,
      ...guild,
      slug: 'sound-guild-of-los-angeles',
      city: '',
      accent: null,
      replyTo: null,
      language: 'en',
      critiqueCredits: true,
      role: 'owner',
      pageUrl: `${api.url}/o/sound-guild-of-los-angeles`,
    });
    const seen = await api.http.get(`${organizations}/${made.body.id}`).set('cookie', cookie).expect(200);
    expect(seen.body).toEqual(made.body);
    const activity = await api.http
      .get(`${organizations}/${made.body.id}/activity`)
      .set('cookie', cookie)
      .expect(200);
    expect(activity.body.lines).toMatchObject([
      {
        action: 'organization.founded',
        subjectId: made.body.id,
        actor: { kind: 'person', name: person.name },
      },
    ]);
  });

  it('gives two of one name, founded at once, two addresses', async () => {
    const { id } = await makePerson(api.database);
    const cookie = await api.cookieOf(id);
    const found = () =>
      api.http
        .post(organizations)
        .set('cookie', cookie)
        .send({ ...guild, name: 'Twice' })
        .expect(201);
    const answers = await Promise.all([found(), found(), found()]);
    expect(answers.map(({ body }) => body.slug as string).sort()).toEqual(['twice', 'twice-2', 'twice-3']);
  });

  it('takes a name that leaves nothing for an address', async () => {
    const { id } = await makePerson(api.database);
    const made = await api.http
      .post(organizations)
      .set('cookie', await api.cookieOf(id))
      .send({ ...guild, name: '!!!' })
      .expect(201);
    expect(made.body.slug).toBe('organization');
  });

  it('asks for a session first', async () => {
    const refused = await api.http.post(organizations).send(guild).expect(401);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body.code).toBe('sign-in-needed');
  });

  it('points at every field that is wrong at once, and at fields that do not exist', async () => {
    const { id } = await makePerson(api.database);
    const refused = await api.http
      .post(organizations)
      .set('cookie', await api.cookieOf(id))
      .send({ name: ' ', timeZone: '+02:00', role: 'owner', city: null })
      .expect(422);
    expect(refused.body.code).toBe('wrong-shape');
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/city',
      '/name',
      '/role',
      '/timeZone',
    ]);
  });
});

describe('changing an organization', () => {
  it('changes what is sent and leaves the rest', async () => {
    const { organization, cookie } = await owner();
    const changed = await api.http
      .patch(`${organizations}/${organization.id}`)
      .set('cookie', cookie)
      .send({ city: 'Oakland', accent: '#0F766E' })
      .expect(200);
    expect(changed.body).toMatchObject({
      name: organization.name,
      slug: organization.slug,
      city: 'Oakland',
      accent: '#0f766e',
    });
    const back = await api.http
      .patch(`${organizations}/${organization.id}`)
      .set('cookie', cookie)
      .send({ accent: null })
      .expect(200);
    expect(back.body).toMatchObject({ city: 'Oakland', accent: null });
  });

  it('begins with the language of its founder, and changes to another that we speak', async () => {
    const { cookie } = await owner();
    const made = await api.http
      .post(organizations)
      .set('cookie', cookie)
      .set('accept-language', 'es')
      .send({ name: 'Gremio del sonido', timeZone: 'Europe/Madrid' })
      .expect(201);
    expect(made.body).toMatchObject({ language: 'es' });
    const change = (language: string) =>
      api.http.patch(`${organizations}/${made.body.id}`).set('cookie', cookie).send({ language });
    expect((await change('de').expect(200)).body).toMatchObject({ language: 'de' });
    const refused = await change('tlh').expect(422);
    expect(refused.body).toMatchObject({ code: 'wrong-shape', errors: [{ pointer: '/language' }] });
  });

  it('takes the address for answers to its mails as we write to it, and gives it up again', async () => {
    const { organization, cookie } = await owner();
    const change = (replyTo: string | null) =>
      api.http.patch(`${organizations}/${organization.id}`).set('cookie', cookie).send({ replyTo });
    expect((await change('  Hello@Guild.Example ').expect(200)).body).toMatchObject({
      replyTo: 'hello@guild.example',
    });
    for (const wrong of ['hello', '', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example']) {
      const refused = await change(wrong).expect(422);
      expect(refused.body).toMatchObject({ code: 'wrong-shape', errors: [{ pointer: '/replyTo' }] });
    }
    expect((await change(null).expect(200)).body).toMatchObject({ replyTo: null });
  });

  it('refuses an accent that nobody can see, with a pointer', async () => {
    const { organization, cookie } = await owner();
    const refused = await api.http
      .patch(`${organizations}/${organization.id}`)
      .set('cookie', cookie)
      .send({ accent: '#fffffe' })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'accent-too-faint', errors: [{ pointer: '/accent' }] });
  });

  it('is for owners', async () => {
    const { organization } = await owner();
    const editor = await makeMember(api.database, organization.id, 'editor');
    const refused = await api.http
      .patch(`${organizations}/${organization.id}`)
      .set('cookie', await api.cookieOf(editor.personId))
      .send({ city: 'Oakland' })
      .expect(403);
    expect(refused.body.code).toBe('not-allowed');
  });

  it('answers for another organization exactly as for one that does not exist', async () => {
    const { cookie } = await owner();
    const other = await makeOrganization(api.database);
    const theirs = await api.http
      .patch(`${organizations}/${other.id}`)
      .set('cookie', cookie)
      .send({ city: 'x' })
      .expect(404);
    const nobodys = await api.http
      .patch(`${organizations}/00000000-0000-7000-8000-000000000000`)
      .set('cookie', cookie)
      .send({ city: 'x' })
      .expect(404);
    const noId = await api.http
      .patch(`${organizations}/1`)
      .set('cookie', cookie)
      .send({ city: 'x' })
      .expect(404);
    expect(theirs.body).toEqual(nobodys.body);
    expect(noId.body).toEqual(nobodys.body);
  });
});

describe('the activity log', () => {
  it('comes newest first, a page at a time, without gaps or repeats', async () => {
    const { organization, cookie } = await owner();
    const change = (city: string) =>
      api.http.patch(`${organizations}/${organization.id}`).set('cookie', cookie).send({ city }).expect(200);
    for (let count = 0; count < 55; count += 1) await change(`City ${count}`);
    const first = await api.http
      .get(`${organizations}/${organization.id}/activity`)
      .set('cookie', cookie)
      .expect(200);
    expect(first.body.lines).toHaveLength(50);
    const second = await api.http
      .get(`${organizations}/${organization.id}/activity`)
      .query({ after: first.body.next })
      .set('cookie', cookie)
      .expect(200);
    expect(second.body.lines).toHaveLength(5);
    expect(second.body.next).toBeNull();
    const times = [...first.body.lines, ...second.body.lines].map(({ at }: { at: string }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(times).size).toBe(55);
  });

  it('calls a guest what they are called here, not what they are called elsewhere', async () => {
    const { organization, cookie } = await owner();
    const guest = await makePerson(api.database, { name: 'Called Elsewhere' });
    const event = await makeEvent(api.database, organization.id, {
      startsLocal: '2099-10-19T18:00',
      endsLocal: '2099-10-19T21:00',
    });
    await api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .set('cookie', await api.cookieOf(guest.id))
      .send({ name: 'Called Here', email: guest.email })
      .expect(202);
    const { body } = await api.http.get(`${organizations}/${organization.id}/activity`).set('cookie', cookie);
    expect(body.lines).toMatchObject([
      { action: 'attendee.confirmed', actor: { kind: 'person', name: 'Called Here' } },
    ]);
    expect(JSON.stringify(body)).not.toContain('Elsewhere');
  });

  it('says at which event something was done, and names none where it belongs to none', async () => {
    const { organization, cookie } = await owner();
    const coming = { startsLocal: '2099-10-19T18:00', endsLocal: '2099-10-19T21:00' };
    const event = await makeEvent(api.database, organization.id, coming);
    const path = `${organizations}/${organization.id}`;
    const post = (to: string, body: object) =>
      api.http.post(`${path}/${to}`).set('cookie', cookie).send(body).expect(200);
    await post(`events/${event.id}/attendees`, { name: 'Ada Nwosu', email: 'ada@example.org' });
    await post('audience', { emails: 'bo@example.org' });
    const { body } = await api.http.get(`${path}/activity`).set('cookie', cookie).expect(200);
    const { id, title } = event;
    expect(
      body.lines.map(({ action, event: at }: { action: string; event: object }) => [action, at]),
    ).toEqual([
      ['audience.added', null],
      ['attendee.added', { id, title }],
    ]);
  });

  it('refuses a cursor of its reader’s own making', async () => {
    const { organization, cookie } = await owner();
    for (const after of [
      'x',
      Buffer.from('["1"]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ]) {
      const refused = await api.http
        .get(`${organizations}/${organization.id}/activity`)
        .query({ after })
        .set('cookie', cookie)
        .expect(422);
      expect(refused.body.code).toBe('not-well-formed');
    }
  });
});
