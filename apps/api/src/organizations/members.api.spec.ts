import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeMember, makeOrganization, makePerson } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function organizationWithOwner() {
  const organization = await makeOrganization(api.database);
  const member = await makeMember(api.database, organization.id);
  const url = `/api/v1/organizations/${organization.id}/members`;
  return { organization, member, url, cookie: await api.cookieOf(member.personId) };
}

const anEvent = {
  title: 'An evening',
  timeZone: 'America/Los_Angeles',
  startsLocal: '2030-10-19T18:00',
  endsLocal: '2030-10-19T21:00',
  capacity: 10,
};

const ownersOf = async (organizationId: string): Promise<number> => {
  const rows = await api.database.sql(`select 1 from members where organization_id = $1 and role = 'owner'`, [
    organizationId,
  ]);
  return rows.length;
};

describe('adding a member', () => {
  it('takes an address, known or not, and tells the person by one mail', async () => {
    const { organization, url, cookie } = await organizationWithOwner();
    const added = await api.http
      .post(url)
      .set('cookie', cookie)
      .send({ email: ' New.Host@Example.org', role: 'host' })
      .expect(201);
    expect(added.body).toMatchObject({
      email: 'new.host@example.org',
      name: null,
      role: 'host',
      eventIds: null,
    });
    const mails = await api.database.sql(`select kind, subject_id from mails where organization_id = $1`, [
      organization.id,
    ]);
    expect(mails).toEqual([{ kind: 'member-added', subject_id: added.body.id }]);
    const list = await api.http.get(url).set('cookie', cookie).expect(200);
    expect(list.body.members.map(({ role }: { role: string }) => role)).toEqual(['owner', 'host']);
  });

  it('tells nobody what the person behind an address is called elsewhere', async () => {
    const { url, cookie } = await organizationWithOwner();
    const person = await makePerson(api.database, { name: 'Known Elsewhere' });
    const added = await api.http
      .post(url)
      .set('cookie', cookie)
      .send({ email: person.email, role: 'editor' });
    expect(added.body).toMatchObject({ email: person.email, name: null });
    const nameListed = async () =>
      (await api.http.get(url).set('cookie', cookie)).body.members.find(
        ({ id }: { id: string }) => id === added.body.id,
      ).name;
    expect(await nameListed()).toBeNull();
    const theirs = await api.cookieOf(person.id);
    await api.http.post(url.replace('/members', '/events')).set('cookie', theirs).send(anEvent).expect(201);
    expect(await nameListed()).toBe('Known Elsewhere');
  });

  it('cannot be used to fill the mailboxes of strangers', async () => {
    const { url, cookie } = await organizationWithOwner();
    const add = (email: string) => api.http.post(url).set('cookie', cookie).send({ email, role: 'door' });
    for (let count = 0; count < 30; count += 1) await add(`stranger${count}@example.org`).expect(201);
    const refused = await add('one.more@example.org').expect(429);
    expect(refused.body.code).toBe('too-many-requests');
    const mails: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const another = await organizationWithOwner();
      await api.http
        .post(another.url)
        .set('cookie', another.cookie)
        .send({ email: 'popular@example.org', role: 'door' })
        .expect(201);
      mails.push(another.organization.id);
    }
    const [counted] = await api.database.sql<{ sent: number }>(
      `select count(*)::int as sent from mails where kind = 'member-added' and organization_id = any ($1::uuid[])`,
      [mails],
    );
    expect(counted?.sent).toBe(3);
  });

  it('refuses somebody who is a member already, and leaves them as they are', async () => {
    const { organization, url, cookie } = await organizationWithOwner();
    const person = await makePerson(api.database);
    await makeMember(api.database, organization.id, 'editor', person);
    const refused = await api.http
      .post(url)
      .set('cookie', cookie)
      .send({ email: person.email, role: 'door' })
      .expect(409);
    expect(refused.body.code).toBe('already-a-member');
    const list = await api.http.get(url).set('cookie', cookie).expect(200);
    expect(list.body.members).toContainEqual(
      expect.objectContaining({ email: person.email, role: 'editor' }),
    );
  });

  it('limits a host to events of this organization only', async () => {
    const { organization, url, cookie } = await organizationWithOwner();
    const event = await makeEvent(api.database, organization.id);
    const elsewhere = await makeEvent(api.database, (await makeOrganization(api.database)).id);
    const add = (input: object) =>
      api.http
        .post(url)
        .set('cookie', cookie)
        .send({ email: 'limited@example.org', ...input });
    const foreign = await add({ role: 'host', eventIds: [event.id, elsewhere.id] }).expect(422);
    expect(foreign.body).toMatchObject({ code: 'unknown-event', errors: [{ pointer: '/eventIds' }] });
    const editor = await add({ role: 'editor', eventIds: [event.id] }).expect(422);
    expect(editor.body).toMatchObject({ code: 'role-not-limitable', errors: [{ pointer: '/eventIds' }] });
    const added = await add({ role: 'host', eventIds: [event.id] }).expect(201);
    expect(added.body.eventIds).toEqual([event.id]);
  });

  it.each(['nobody', 'a@b', 'x@example.org\r\nbcc: y@example.org'])(
    'refuses %j as an address',
    async (email) => {
      const { url, cookie } = await organizationWithOwner();
      const refused = await api.http
        .post(url)
        .set('cookie', cookie)
        .send({ email, role: 'host' })
        .expect(422);
      expect(refused.body.errors).toEqual([
        { pointer: '/email', detail: expect.stringContaining('address') },
      ]);
    },
  );

  it('is for owners', async () => {
    const { organization, url } = await organizationWithOwner();
    const editor = await makeMember(api.database, organization.id, 'editor');
    await api.http
      .post(url)
      .set('cookie', await api.cookieOf(editor.personId))
      .send({ email: 'x@example.org', role: 'owner' })
      .expect(403);
  });
});

describe('changing and removing a member', () => {
  it('ends the sessions of somebody whose role changes', async () => {
    const { organization, url, cookie } = await organizationWithOwner();
    const editor = await makeMember(api.database, organization.id, 'editor');
    const theirs = await api.cookieOf(editor.personId);
    await api.http.get(`/api/v1/organizations/${organization.id}`).set('cookie', theirs).expect(200);
    const changed = await api.http
      .patch(`${url}/${editor.id}`)
      .set('cookie', cookie)
      .send({ role: 'door' })
      .expect(200);
    expect(changed.body.role).toBe('door');
    await api.http.get(`/api/v1/organizations/${organization.id}`).set('cookie', theirs).expect(401);
  });

  it('removes somebody, who then finds nothing here', async () => {
    const { organization, url, cookie } = await organizationWithOwner();
    const host = await makeMember(api.database, organization.id, 'host');
    await api.http.delete(`${url}/${host.id}`).set('cookie', cookie).expect(204);
    await api.http
      .get(`/api/v1/organizations/${organization.id}`)
      .set('cookie', await api.cookieOf(host.personId))
      .expect(404);
    await api.http.delete(`${url}/${host.id}`).set('cookie', cookie).expect(404);
  });

  it('never touches a member of another organization', async () => {
    const { url, cookie } = await organizationWithOwner();
    const elsewhere = await organizationWithOwner();
    await api.http.delete(`${url}/${elsewhere.member.id}`).set('cookie', cookie).expect(404);
    await api.http
      .patch(`${url}/${elsewhere.member.id}`)
      .set('cookie', cookie)
      .send({ role: 'door' })
      .expect(404);
    expect(await ownersOf(elsewhere.organization.id)).toBe(1);
  });

  it('keeps the last owner, whatever is tried', async () => {
    const { organization, member, url, cookie } = await organizationWithOwner();
    const demoted = await api.http
      .patch(`${url}/${member.id}`)
      .set('cookie', cookie)
      .send({ role: 'editor' })
      .expect(409);
    expect(demoted.body.code).toBe('last-owner');
    await api.http.delete(`${url}/${member.id}`).set('cookie', cookie).expect(409);
    await api.http.patch(`${url}/${member.id}`).set('cookie', cookie).send({ role: 'owner' }).expect(200);
    expect(await ownersOf(organization.id)).toBe(1);
  });

  it('keeps one owner when two resign at the same moment, again and again', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { organization, member, url, cookie } = await organizationWithOwner();
      const second = await makeMember(api.database, organization.id);
      const theirs = await api.cookieOf(second.personId);
      const answers = await Promise.all([
        api.http.patch(`${url}/${member.id}`).set('cookie', cookie).send({ role: 'editor' }),
        api.http.delete(`${url}/${second.id}`).set('cookie', theirs),
      ]);
      expect(await ownersOf(organization.id)).toBe(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(1);
    }
  });

  it('would lose both without the lock on the owners (control)', async () => {
    const { organization, member } = await organizationWithOwner();
    const second = await makeMember(api.database, organization.id);
    const unlocked = `update members set role = 'editor' where id = $1
      and exists (select 1 from members m where m.organization_id = $2 and m.role = 'owner' and m.id <> $1)`;
    // One transaction held open while the other looks: the order in which the race goes wrong.
    const actor = { kind: 'system' } as const;
    const scope = { kind: 'organization', organizationId: organization.id, actor } as const;
    await api.db.write(scope, async (tx) => {
      await tx.query(unlocked, [member.id, organization.id]);
      await api.db.write(scope, (other) => other.query(unlocked, [second.id, organization.id]));
    });
    expect(await ownersOf(organization.id)).toBe(0);
  });
});
