import { words } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import { RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await RsvpDesk.of(api);
});

beforeEach(() => api.setTime('2026-10-01T12:00:00Z'));

afterAll(() => api.stop());

const about = words.pages.rsvp.introductions;
const { seen } = words.pages.mine;

/** The five answers as they are typed. */
const aboutMe = {
  crafts: 'foley, mixing',
  workingOn: 'A film about bees',
  lookingFor: 'vinyl prep',
  canHelpWith: 'room acoustics; sync contacts',
  known: 'Ana Real\nnobody@example.org',
};
const typed = { introductions: 'yes', ...aboutMe };
const kept = {
  crafts: ['foley', 'mixing'],
  workingOn: 'A film about bees',
  lookingFor: ['vinyl prep'],
  canHelpWith: ['room acoustics', 'sync contacts'],
};

const personOf = async (email: string) => {
  const [person] = await api.database.sql<{ id: string; profile: object }>(
    'select id, profile from people where email = $1',
    [email],
  );
  return person;
};

const toldBy = async (email: string) => {
  const rows = await api.database.sql<{ typed: string }>(
    `select typed from told_people t join people p on p.id = t.person_id where p.email = $1 order by place`,
    [email],
  );
  return rows.map((row) => row.typed);
};

const knownPairs = async () => (await api.database.sql('select from known_pairs')).length;

const pageOf = async (path: string, cookie = '') =>
  (await api.http.get(path).set('cookie', cookie).expect(200)).text;

/** What stands in a field of a page; undefined where it is empty. */
function valueIn(page: string, name: string): string | undefined {
  const field = new RegExp(`<(input|textarea|select)[^>]*name="${name}"[^>]*>([^<]*)`).exec(page);
  const value = /value="([^"]*)"/.exec(field?.[0] ?? '')?.[1];
  if (field?.[1] === 'select') {
    const list = page.slice(field.index, page.indexOf('</select>', field.index));
    return /value="([^"]*)" selected/.exec(list)?.[1] ?? /selected="" value="([^"]*)"/.exec(list)?.[1];
  }
  return value === '' ? undefined : (value ?? field?.[2]);
}

const form = (slug: string, fields: Record<string, string>, cookie = '') =>
  submit(api, `/e/${slug}`, `/e/${slug}/rsvp`, { name: 'Ines Okafor', ...fields }, cookie);

describe('what somebody says of themself with an RSVP', () => {
  it('waits for the address to be proven, and counts from then on, for them and for their evening', async () => {
    const event = await desk.evening();
    const email = 'said@example.org';
    await makeAttendee(api.database, event, {
      person: await makePerson(api.database, { name: 'Ana Real' }),
    });
    await form(event.slug, { email, ...typed });
    expect((await personOf(email))?.profile).toEqual({});
    expect(await toldBy(email)).toEqual([]);
    const link = await desk.confirmLink(email);
    const confirm = await pageOf(link);
    for (const sentence of [about.confirm.said, 'foley, mixing', 'A film about bees', about.confirm.known(2)])
      expect(confirm).toContain(sentence);
    await desk.press(link);
    expect((await personOf(email))?.profile).toEqual(kept);
    const attendees = await desk.attendeesOf(event);
    expect(attendees.find(({ name }) => name === 'Ines Okafor')?.profile).toEqual(kept);
    expect(await toldBy(email)).toEqual(['Ana Real', 'nobody@example.org']);
  });

  it('changes nothing of somebody whose address a stranger typed, and shows nothing of them', async () => {
    const event = await desk.evening();
    const person = await makePerson(api.database);
    await api.database.sql(`update people set profile = '{"crafts": ["foley"]}' where id = $1`, [person.id]);
    const { text } = await form(event.slug, { email: person.email, ...typed, crafts: 'spying' });
    expect(text).not.toContain('foley');
    expect((await personOf(person.email))?.profile).toEqual({ crafts: ['foley'] });
    expect(await toldBy(person.email)).toEqual([]);
    // The control: their own button.
    await desk.press(await desk.confirmLink(person.email));
    expect((await personOf(person.email))?.profile).toEqual({ ...kept, crafts: ['spying'] });
  });

  it('does not take back, in a form of two fields, what was said before', async () => {
    const email = 'short@example.org';
    const said = { ...typed, maxIntroductions: '1', preferredStep: 'coffee', namedInAsks: 'on' };
    await form((await desk.evening()).slug, { email, ...said });
    await desk.press(await desk.confirmLink(email));
    await form((await desk.evening()).slug, { email });
    await desk.press(await desk.confirmLink(email));
    expect((await personOf(email))?.profile).toEqual({
      ...kept,
      maxIntroductions: 1,
      preferredStep: 'coffee',
      namedInAsks: true,
    });
  });

  it('is not shown to another organization unseen, but for a limit on introductions, from the own button on', async () => {
    const email = 'limit@example.org';
    await form((await desk.evening()).slug, { email, ...typed, maxIntroductions: '1' });
    await desk.press(await desk.confirmLink(email));
    const [other, more] = [await RsvpDesk.of(api), await RsvpDesk.of(api)];
    const [event, chosen] = [await other.evening(), await more.evening()];
    await form(event.slug, { email, introductions: 'yes' });
    const profileAt = async (where: RsvpDesk, evening: Parameters<RsvpDesk['attendeesOf']>[0]) =>
      (await where.attendeesOf(evening))[0]?.profile;
    expect(await profileAt(other, event)).toEqual({});
    await other.press(await other.confirmLink(email));
    expect(await profileAt(other, event)).toEqual({ maxIntroductions: 1 });
    // The controls: a number said there, which counts there alone, and somebody who never said one.
    await form(chosen.slug, { email, introductions: 'yes', maxIntroductions: '3' });
    await more.press(await more.confirmLink(email));
    expect(await profileAt(more, chosen)).toEqual({ maxIntroductions: 3 });
    expect(await profileAt(other, event)).toEqual({ maxIntroductions: 1 });
    await form(event.slug, { email: 'nolimit@example.org', introductions: 'yes' });
    await other.press(await other.confirmLink('nolimit@example.org'));
    expect((await other.attendeesOf(event)).map(({ profile }) => profile)).toContainEqual({});
  });

  it('is filled in for a signed-in person at the next RSVP, whoever hosts, and an emptied field is empty then', async () => {
    const person = await desk.signedIn();
    const profile = { ...kept, stage: 'working', city: 'Los Angeles', maxIntroductions: 1 };
    await desk.rsvpAs(await desk.evening(), person, profile);
    const other = await RsvpDesk.of(api);
    const event = await other.evening();
    const page = await pageOf(`/e/${event.slug}`, person.cookie);
    expect(valueIn(page, 'crafts')).toBe('foley, mixing');
    expect(valueIn(page, 'canHelpWith')).toBe('room acoustics, sync contacts');
    expect(valueIn(page, 'maxIntroductions')).toBe('1');
    expect(valueIn(page, 'stage')).toBe('working');
    expect(valueIn(await pageOf(`/e/${event.slug}`), 'crafts')).toBeUndefined();
    const again = { email: person.email, crafts: 'mixing', workingOn: '', lookingFor: 'vinyl prep' };
    await form(event.slug, { ...again, maxIntroductions: '2', city: 'Pasadena' }, person.cookie);
    const now = { crafts: ['mixing'], workingOn: '', lookingFor: ['vinyl prep'], canHelpWith: [] };
    const changed = { ...now, stage: null, city: 'Pasadena', namedInAsks: false, maxIntroductions: 2 };
    expect((await personOf(person.email))?.profile).toEqual(changed);
    expect((await other.attendeesOf(event))[0]?.profile).toEqual(changed);
  });

  it('is filled in on the page of the next RSVP for somebody who is not signed in, and counts when they save it', async () => {
    const email = 'unsigned@example.org';
    await form((await desk.evening()).slug, { email, ...typed });
    await desk.press(await desk.confirmLink(email));
    const next = await desk.evening();
    await form(next.slug, { email, introductions: 'yes' });
    const mine = await desk.press(await desk.confirmLink(email));
    const page = await pageOf(mine);
    expect(page).toContain(about.mine.before);
    expect(valueIn(page, 'workingOn')).toBe('A film about bees');
    expect((await desk.attendeesOf(next))[0]?.profile).toEqual({});
    const { status } = await submit(api, mine, `${mine}/profile`, { workingOn: 'A film about bees' });
    expect(status).toBe(303);
    expect((await desk.attendeesOf(next))[0]?.profile).toMatchObject({ workingOn: 'A film about bees' });
    expect(await pageOf(mine)).toContain(about.mine.lead);
  });

  it.each([
    ['crafts', 'a, b, c, d', words.pages.rsvp.tooMany],
    ['lookingFor', 'x'.repeat(41), words.shapes.eachTooLong(40)],
    ['workingOn', 'x'.repeat(141), words.shapes.tooLong(140)],
    ['city', 'x'.repeat(61), words.shapes.tooLong(60)],
    [
      'known',
      Array.from({ length: 21 }, (_, i) => `Person ${String(i)}`).join('\n'),
      about.knownFault.tooMany,
    ],
    ['known', 'x'.repeat(201), about.knownFault.tooLong],
  ])(
    'is refused at its field when it does not fit (%s), and nothing typed is lost',
    async (field, value, fault) => {
      const event = await desk.evening();
      const person = await desk.signedIn();
      const path = await desk.rsvpAs(await desk.evening(), person);
      const fields = { ...typed, [field]: value };
      const sent = await form(event.slug, { email: 'refused@example.org', ...fields });
      const saved = await submit(api, path, `${path}/profile`, fields);
      for (const { status, text } of [sent, saved]) {
        expect(status).toBe(422);
        expect(text).toMatch(new RegExp(`id="${field}-fault">${fault.replaceAll(/[.?]/g, '\\$&')}`));
        const stands = Object.keys({ ...aboutMe, [field]: '' }).map((name) => [name, valueIn(text, name)]);
        expect(Object.fromEntries(stands)).toEqual({ ...aboutMe, [field]: value });
      }
      expect(await desk.attendeesOf(event)).toEqual([]);
      expect((await personOf(person.email))?.profile).toEqual({});
    },
  );
});

describe('on the page of an RSVP', () => {
  it('other words count for the evening and the next, and a name taken off the list is known no longer', async () => {
    const event = await desk.evening();
    await makeAttendee(api.database, event, {
      person: await makePerson(api.database, { name: 'Bo Lind' }),
    });
    const person = await desk.signedIn();
    const path = await desk.rsvpAs(event, person);
    const before = await knownPairs();
    const save = (fields: Record<string, string>) => submit(api, path, `${path}/profile`, fields);
    const { headers } = await save({ crafts: 'foley', known: 'bo lind\nNo Body' });
    expect(headers['location']).toBe(`${path}?saved=profile`);
    expect(await knownPairs()).toBe(before + 1);
    expect((await personOf(person.email))?.profile).toMatchObject({ crafts: ['foley'] });
    expect(valueIn(await pageOf(path), 'known')).toBe('bo lind\nNo Body');
    await save({ crafts: '' });
    expect(await knownPairs()).toBe(before);
    expect((await personOf(person.email))?.profile).toMatchObject({ crafts: [] });
    const lines = await api.database.sql<{ organization_id: string | null }>(
      `select organization_id from audit where action = 'attendee.profile-changed'`,
    );
    // Hosts read the activity of their organization, and this is not in it.
    expect(new Set(lines.map((line) => line.organization_id))).toEqual(new Set([null]));
  });

  it('says and shows the same whether or not a typed name was found', async () => {
    const event = await desk.evening();
    await makeAttendee(api.database, event, {
      person: await makePerson(api.database, { name: 'Cleo Park' }),
    });
    const answers = [];
    for (const known of ['Cleo Park', 'Dora Nobody']) {
      const path = await desk.rsvpAs(event, await desk.signedIn({ name: 'Same Name' }));
      const { status, text } = await submit(api, path, `${path}/profile`, { known });
      const page = (await pageOf(path)).replace(/<svg[\s\S]*?<\/svg>/g, '').replaceAll(known, 'NAME');
      answers.push({
        status,
        text,
        page: page.replaceAll(path, 'PATH').replace(/value="[^"]{30,}"|<strong>[^<]+<\/strong>/g, ''),
      });
    }
    expect(answers[1]).toEqual(answers[0]);
  });

  it('is closed to somebody who does not come', async () => {
    const path = await desk.rsvpAs(await desk.evening(), await desk.signedIn());
    await submit(api, path, `${path}/cancel`);
    expect(await pageOf(path)).not.toContain(about.mine.title);
    expect((await submit(api, path, `${path}/profile`, typed)).status).toBe(409);
  });

  it('says who sees what, and nobody sees anything who was not let', async () => {
    const path = await desk.rsvpAs(await desk.evening(), await desk.signedIn(), { crafts: ['foley'] });
    const told = async () => {
      const page = await pageOf(path);
      return Object.entries(seen).flatMap(([key, sentence]) => (page.includes(sentence) ? [key] : []));
    };
    expect(await told()).toEqual(expect.arrayContaining(['profileUnseen', 'unnamed']));
    const answer = (fields: Record<string, string>) => submit(api, path, `${path}/consents`, fields);
    await answer({ introductions: 'yes', nameVisible: 'yes', profileVisible: 'yes' });
    expect(await told()).toEqual(expect.arrayContaining(['profile', 'described', 'asked', 'introductions']));
    await answer({ introductions: 'no', nameVisible: 'yes' });
    expect(await told()).toEqual(expect.arrayContaining(['profileUnseen', 'named']));
    expect(await told()).not.toContain('described');
  });
});

describe('over the api', () => {
  it('reads and replaces what one says of oneself, and refuses what does not fit', async () => {
    const event = await desk.evening();
    const person = await desk.signedIn();
    await desk.rsvpAs(event, person, { ...kept, profileVisible: true, known: ['Ana Real'] });
    const path = `/api/v1/me/rsvps/${(await desk.attendeesOf(event))[0]?.id ?? ''}`;
    const put = (body: object) =>
      api.http
        .put(`${path}/profile`)
        .set('cookie', person.cookie)
        .set('idempotency-key', crypto.randomUUID())
        .send(body);
    const { body } = await api.http.get(path).set('cookie', person.cookie).expect(200);
    expect(body).toMatchObject({ profile: { ...kept, maxIntroductions: null }, known: ['Ana Real'] });
    const changed = await put({ crafts: ['mastering'], maxIntroductions: 0, stage: 'established' }).expect(
      200,
    );
    expect(changed.body).toMatchObject({
      profile: { crafts: ['mastering'], workingOn: '', stage: 'established', maxIntroductions: 0 },
      known: [],
    });
    for (const wrong of [
      { maxIntroductions: 4 },
      { stage: 'famous' },
      { preferredStep: 'dinner' },
      { known: [''] },
    ]) {
      const refused = await put(wrong).expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer: `/${Object.keys(wrong)[0] ?? ''}` }] });
    }
    const consents = await api.database.sql('select purpose, answer from consents where person_id = $1', [
      person.id,
    ]);
    expect(consents).toEqual([{ purpose: 'profile-visible', answer: 'given' }]);
  });
});
