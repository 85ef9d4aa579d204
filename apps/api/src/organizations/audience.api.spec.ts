import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  makeAttendee,
  makeEvent,
  makeMember,
  makeOrganization,
  makePerson,
} from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
afterAll(() => api.stop());

async function guild() {
  const organization = await makeOrganization(api.database);
  const member = await makeMember(api.database, organization.id, 'editor');
  const cookie = await api.cookieOf(member.personId);
  const url = `/api/v1/organizations/${organization.id}/audience`;
  const read = async (query = '') =>
    (await api.http.get(`${url}${query}`).set('cookie', cookie).expect(200)).body;
  const add = (emails: unknown) => api.http.post(url).set('cookie', cookie).send({ emails });
  const remove = (personId: string) => api.http.delete(`${url}/${personId}`).set('cookie', cookie);
  return { organization, read, add, remove };
}

const emailsOf = ({ people }: { people: { email: string }[] }): string[] => people.map(({ email }) => email);

describe('the audience', () => {
  it('takes pasted addresses, says what came of each, and mails nobody', async () => {
    const { organization, read, add } = await guild();
    const first = await add('Ines Okafor <ines@audience.example>\nnobody\nBO@audience.example').expect(200);
    expect(first.body).toEqual({
      added: 2,
      known: 0,
      unusable: 1,
      unusableLines: [{ line: 2, text: 'nobody' }],
    });
    const again = await add(['bo@audience.example', 'tam@audience.example', 'tam@audience.example']).expect(
      200,
    );
    expect(again.body).toEqual({ added: 1, known: 1, unusable: 0, unusableLines: [] });
    const seen = await read();
    expect(emailsOf(seen)).toEqual(['bo@audience.example', 'ines@audience.example', 'tam@audience.example']);
    expect([seen.count, seen.next]).toEqual([3, null]);
    expect(
      await api.database.sql('select 1 from mails where organization_id = $1', [organization.id]),
    ).toEqual([]);
  });

  it('has a name only for people who gave it here', async () => {
    const { organization, read, add } = await guild();
    const elsewhere = await makePerson(api.database, {
      name: 'Known Elsewhere',
      email: 'zoe@audience.example',
    });
    const guest = await makePerson(api.database, { name: 'Ines Okafor', email: 'guest@audience.example' });
    await makeAttendee(api.database, await makeEvent(api.database, organization.id), { person: guest });
    await add([elsewhere.email, guest.email]).expect(200);
    expect((await read()).people.map(({ name }: { name: string | null }) => name)).toEqual([
      'Ines Okafor',
      null,
    ]);
    expect(emailsOf(await read('?search=okafor'))).toEqual([guest.email]);
    expect(emailsOf(await read('?search=elsewhere'))).toEqual([]);
    expect(emailsOf(await read('?search=%40AUDIENCE.example'))).toHaveLength(2);
  });

  it('comes in pages without a gap or a repeat, also of a search', async () => {
    const { read, add } = await guild();
    const emails = Array.from({ length: 120 }, (_, at) => `p${String(at).padStart(3, '0')}@pages.example`);
    await add(emails.join(', ')).expect(200);
    await add('somebody@else.example').expect(200);
    const seen: string[] = [];
    let after = '';
    do {
      const page = await read(`?search=pages.example${after}`);
      seen.push(...emailsOf(page));
      after = page.next === null ? '' : `&after=${String(page.next)}`;
    } while (after !== '');
    expect(seen).toEqual(emails);
  });

  it('lets somebody go, and they are not in it twice', async () => {
    const { read, add, remove } = await guild();
    await add('ines@leaving.example').expect(200);
    const [person] = (await read()).people;
    await remove(person.personId).expect(204);
    expect(await read()).toEqual({ people: [], count: 0, next: null });
    await remove(person.personId).expect(404);
  });

  it('is one of each organization alone', async () => {
    const mine = await guild();
    const theirs = await guild();
    await theirs.add('ines@theirs.example').expect(200);
    const [person] = (await theirs.read()).people;
    expect((await mine.read()).count).toBe(0);
    await mine.remove(person.personId).expect(404);
    expect((await theirs.read()).count).toBe(1);
  });

  it('refuses what is no text, nothing at all, and more than fits', async () => {
    const { add } = await guild();
    for (const emails of [42, null, '', ' \n', [], [1], ['a@b.example', null], 'x'.repeat(200_001)]) {
      const refused = await add(emails).expect(422);
      expect(refused.body.errors).toMatchObject([{ pointer: '/emails' }]);
    }
  });

  it('says back only the first hundred lines that are no addresses', async () => {
    const { add } = await guild();
    const refused = await add(Array.from({ length: 150 }, () => 'no address')).expect(200);
    expect(refused.body).toMatchObject({ added: 0, unusable: 150 });
    expect(refused.body.unusableLines).toHaveLength(100);
  });

  it('lets in the people in it where an event is for them', async () => {
    const { organization, add } = await guild();
    const event = await makeEvent(api.database, organization.id);
    await api.database.sql(`update events set registration = 'audience' where id = $1`, [event.id]);
    const person = await makePerson(api.database);
    const cookie = await api.cookieOf(person.id);
    const rsvp = () =>
      api.http
        .post(`/api/v1/events/${event.slug}/rsvps`)
        .set('cookie', cookie)
        .send({ name: person.name, email: person.email });
    expect((await rsvp().expect(403)).body.code).toBe('audience-only');
    await add(person.email).expect(200);
    await rsvp().expect(202);
  });
});
