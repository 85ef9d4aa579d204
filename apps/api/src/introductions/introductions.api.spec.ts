import { makeMember, makePerson } from '../../../../test/support/factories.ts';
import {
  type BoardIntroduction,
  type Evening,
  type Guest,
  eveningIn,
  nextEvening,
  startEvening,
} from '../../../../test/support/evening.ts';

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterAll(() => first.stop());

const code = (answer: { status: number; body: unknown }) => ({
  status: answer.status,
  code: (answer.body as { code?: string }).code,
});

async function aRoom(): Promise<Guest[]> {
  const people = [
    { lookingFor: ['vinyl prep'], canHelpWith: ['room acoustics'] },
    { lookingFor: ['room acoustics'], canHelpWith: ['vinyl prep'] },
    { lookingFor: ['session player'], canHelpWith: ['contracts'] },
    { lookingFor: ['contracts'], canHelpWith: ['session player'] },
    { crafts: ['foley'] },
    { crafts: ['mixing'], workingOn: 'a record of field recordings' },
  ];
  const guests: Guest[] = [];
  for (const profile of people) guests.push(await evening.guest({ profile }));
  return guests;
}

const pin = async (a: Guest, b: Guest) => {
  const pair = { attendeeA: a.id, attendeeB: b.id };
  const { status, body } = await evening.call<{ introduction: BoardIntroduction }>('post', '', pair);
  return { status, body: status === 201 ? body.introduction : (body as never) };
};
const refuse = (person: { personId: string }) =>
  evening.api.database.sql('update consents set answer = $2 where person_id = $1', [
    person.personId,
    'refused',
  ]);
const knownPair = (a: Guest, b: Guest, source: string) =>
  evening.api.database.sql(
    `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, app_now())`,
    [evening.organizationId, a.personId, b.personId, source],
  );
const block = (a: Guest, b: Guest) =>
  evening.api.database.sql('insert into blocks values ($1, $2, app_now())', [a.personId, b.personId]);

describe('suggestions', () => {
  it('pair those who came and said yes, with a reason for each side and nobody over their cap', async () => {
    const guests = await aRoom();
    await evening.guest({ came: false });
    await evening.guest({ introductions: 'refused' });
    await evening.guest({ introductions: 'never asked' });
    const panelist = await evening.guest({ part: 'panelist' });
    const { status } = await evening.call('post', '/suggest');
    expect(status).toBe(200);
    const { counts, introductions, people } = await evening.board();
    expect(counts).toEqual({ came: 9, optedIn: 7, notAsked: null, refused: null });
    const ids = new Set(guests.map(({ id }) => id));
    expect(introductions.length).toBeGreaterThanOrEqual(3);
    for (const { a, b, reasonForA, reasonForB, standing, leavesAt } of introductions) {
      expect([ids.has(a.attendeeId), ids.has(b.attendeeId)]).toEqual([true, true]);
      for (const reason of [reasonForA, reasonForB]) {
        expect(reason.length).toBeGreaterThan(10);
        expect(reason.length).toBeLessThanOrEqual(140);
      }
      expect([standing, leavesAt]).toEqual(['suggested', null]);
    }
    expect(people.map(({ attendeeId }) => attendeeId)).not.toContain(panelist.id);
    for (const { used, cap } of people) expect([used >= 1, used <= cap]).toEqual([true, true]);
    expect(await evening.queued()).toEqual([]);
  });

  it('say which words of both their reasons speak of, as they wrote them', async () => {
    const one = await evening.guest({ profile: { crafts: ['ADR'], lookingFor: ['a co-writer'] } });
    const other = await evening.guest({
      profile: { crafts: ['foley'], canHelpWith: ['co-writing', 'mixing'] },
    });
    const { body } = await pin(one, other);
    expect(body.links).toEqual(['a co-writer', 'co-writing']);
  });

  it('take the words that an organization wrote into one row for one, also in a pair of the host', async () => {
    const one = await evening.guest({ profile: { lookingFor: ['a gaffer'] } });
    const other = await evening.guest({ profile: { canHelpWith: ['chief lighting technician'] } });
    const before = await pin(one, other);
    expect(before.body.links).toEqual([]);
    await evening.call('post', `/${before.body.id}/approve`, { version: before.body.version });
    await evening.call('post', `/${before.body.id}/take-back`, { version: before.body.version + 1 });
    const { api, organizationId } = evening;
    const editor = await makeMember(api.database, organizationId, 'editor');
    const added = await api.http
      .post(`/api/v1/organizations/${organizationId}/synonyms`)
      .set('cookie', await api.cookieOf(editor.personId))
      .send({ words: ['gaffer', 'chief lighting technician'] });
    expect(added.status).toBe(201);
    expect((await pin(one, other)).body.links).toEqual(['a gaffer', 'chief lighting technician']);
  });

  it('are the same when asked for again, and when two hosts ask at once', async () => {
    await aRoom();
    await Promise.all([evening.call('post', '/suggest'), evening.call('post', '/suggest')]);
    const once = await evening.board();
    await evening.call('post', '/suggest');
    const second = await evening.board();
    expect(second.introductions).toEqual(once.introductions);
    expect(new Set(once.introductions.map(({ a, b }) => `${a.attendeeId} ${b.attendeeId}`)).size).toBe(
      once.introductions.length,
    );
  });

  it('leave standing what a host approved, edited or made, and never bring back what a host dropped', async () => {
    await aRoom();
    await evening.call('post', '/suggest');
    const { introductions } = await evening.board();
    const [approved, edited, dropped] = introductions;
    if (!approved || !edited || !dropped) throw new Error('three at least');
    await evening.call('post', `/${approved.id}/approve`, { version: approved.version });
    const words = { reasonForA: 'Ask about the wall.', reasonForB: 'They like walls.' };
    expect((await evening.call('patch', `/${edited.id}`, { ...words, version: edited.version })).status).toBe(
      200,
    );
    await evening.call('post', `/${dropped.id}/drop`, { version: dropped.version });
    await evening.guest({ profile: { lookingFor: ['room acoustics'], canHelpWith: ['vinyl prep'] } });
    await evening.call('post', '/suggest');
    const after = (await evening.board()).introductions;
    expect(after.find(({ id }) => id === approved.id)?.standing).toBe('approved');
    expect(after.find(({ id }) => id === edited.id)).toMatchObject({ ...words, standing: 'suggested' });
    const pairOf = ({ a, b }: BoardIntroduction) => [a.attendeeId, b.attendeeId].join(' ');
    const again = after.filter((one) => pairOf(one) === pairOf(dropped) && one.standing !== 'dismissed');
    expect(again).toEqual([]);
  });

  it('stay when one of two blocks the other, pauses or stops mail, and go when somebody says no', async () => {
    const guests = await aRoom();
    await evening.call('post', '/suggest');
    const before = await evening.board();
    const [pair, other] = before.introductions;
    if (!pair || !other) throw new Error('two at least');
    const guestOf = ({ attendeeId }: { attendeeId: string }): Guest => {
      const guest = guests.find(({ id }) => id === attendeeId);
      if (guest === undefined) throw new Error('somebody else');
      return guest;
    };
    await block(guestOf(pair.a), guestOf(pair.b));
    await evening.api.database.sql(
      `update people set introductions_paused_until = app_now() + interval '1 year' where id = $1`,
      [guestOf(other.a).personId],
    );
    await evening.api.database.sql(
      `insert into mail_stops values (gen_random_uuid(), $1, $2, 'introductions', app_now())`,
      [guestOf(other.b).personId, evening.organizationId],
    );
    await evening.call('post', '/suggest');
    expect((await evening.board()).introductions).toEqual(before.introductions);
    // The control: what the organization itself was told does take them away.
    await refuse(guestOf(pair.a));
    await evening.call('post', '/suggest');
    expect((await evening.board()).introductions.map(({ id }) => id)).not.toContain(pair.id);
  });

  it('hide the band of a pair drawn by chance until it is approved', async () => {
    for (let count = 0; count < 10; count += 1) await evening.guest({ profile: { crafts: ['mixing'] } });
    await evening.call('post', '/suggest');
    const { introductions } = await evening.board();
    const wild = introductions.filter(({ source }) => source === 'wildcard');
    expect(wild).toHaveLength(2);
    expect(wild.map(({ band }) => band)).toEqual([null, null]);
    expect(
      introductions.filter(({ source }) => source === 'suggested').map(({ band }) => band),
    ).not.toContain(null);
    const [one] = wild;
    const { body } = await evening.call<BoardIntroduction>('post', `/${one?.id ?? ''}/approve`, {
      version: one?.version,
    });
    expect(body.band).toMatch(/^(strong|fair)$/);
  });

  it('go after 14 days without a host, and come back while the evening takes new ones: 60 days', async () => {
    await aRoom();
    await evening.call('post', '/suggest');
    await evening.pass('2026-11-03T09:00');
    expect((await evening.board()).introductions).toEqual([]);
    await evening.call('post', '/suggest');
    expect((await evening.board()).introductions.length).toBeGreaterThan(0);
    await evening.pass('2026-12-18T21:30');
    expect(code(await evening.call('post', '/suggest'))).toEqual({ status: 409, code: 'introductions-over' });
  });
});

describe('a pair of the host’s own', () => {
  it.each([
    ['somebody who did not come', { came: false }],
    ['somebody who said no to introductions', { introductions: 'refused' as const }],
    ['somebody who was never asked', { introductions: 'never asked' as const }],
  ])('is refused with %s', async (_, given) => {
    const [a, b] = [await evening.guest(), await evening.guest(given)];
    expect(code(await pin(a, b))).toEqual({ status: 409, code: 'introduction-not-opted-in' });
  });

  it('is refused for people who know each other as told here, and for people kept apart', async () => {
    const [a, b, c] = [await evening.guest(), await evening.guest(), await evening.guest()];
    await knownPair(a, b, 'told');
    await knownPair(a, c, 'kept-apart');
    expect(code(await pin(a, b))).toEqual({ status: 409, code: 'introduction-known-pair' });
    expect(code(await pin(c, a))).toEqual({ status: 409, code: 'introduction-kept-apart' });
  });

  it('is refused twice, with oneself, over the cap of a person, and with a panelist who wants none', async () => {
    const guests = [
      await evening.guest(),
      await evening.guest(),
      await evening.guest(),
      await evening.guest(),
    ];
    const [a, b, c, d] = guests as [Guest, Guest, Guest, Guest];
    const panelist = await evening.guest({ part: 'panelist' });
    expect((await pin(a, b)).status).toBe(201);
    expect(code(await pin(b, a))).toEqual({ status: 409, code: 'introduction-pair-exists' });
    expect(code(await pin(a, a))).toEqual({ status: 422, code: 'introduction-same-person' });
    expect((await pin(a, c)).status).toBe(201);
    expect(code(await pin(a, d))).toEqual({ status: 409, code: 'introduction-event-cap' });
    expect(code(await pin(d, panelist))).toEqual({ status: 409, code: 'introduction-event-cap' });
  });

  it('takes the place of a person’s weakest suggestion', async () => {
    const guests = await aRoom();
    await evening.call('post', '/suggest');
    const before = await evening.board();
    const full = before.people.filter(({ used, cap }) => used === cap).map(({ attendeeId }) => attendeeId);
    const pairs = new Set(
      before.introductions.map(({ a, b }) => [a.attendeeId, b.attendeeId].sort().join(' ')),
    );
    const pair = guests
      .flatMap((a) => guests.map((b) => [a, b] as const))
      .find(([a, b]) => a.id < b.id && full.includes(a.id) && !pairs.has([a.id, b.id].sort().join(' ')));
    if (pair === undefined) throw new Error('a room without a free pair');
    expect((await pin(...pair)).status).toBe(201);
    for (const { used, cap } of (await evening.board()).people) expect(used).toBeLessThanOrEqual(cap);
  });

  it('is not refused for a block, a pause or anything of another organization', async () => {
    const guests = [
      await evening.guest(),
      await evening.guest(),
      await evening.guest(),
      await evening.guest(),
    ];
    const [a, b, c, d] = guests as [Guest, Guest, Guest, Guest];
    await block(a, b);
    await evening.api.database.sql(
      `update people set introductions_paused_until = app_now() + interval '1 year' where id = $1`,
      [d.personId],
    );
    expect((await pin(a, b)).status).toBe(201);
    expect((await pin(c, d)).status).toBe(201);
  });

  it('says 404 for a person of another event or organization', async () => {
    const other = await eveningIn(evening.api);
    const [a, stranger] = [await evening.guest(), await other.guest()];
    expect(code(await pin(a, stranger))).toEqual({ status: 404, code: 'not-found' });
  });

  it('refuses what is no pair, pointing at the field', async () => {
    const { status, body } = await evening.call<{ errors: { pointer: string }[] }>('post', '', {
      attendeeA: 'x',
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }) => pointer)).toEqual(['/attendeeA', '/attendeeB']);
  });
});

describe('an approval', () => {
  it('says when the questions leave: 10:00 on the next working day, and can be taken back until then', async () => {
    const [a, b] = [await evening.guest(), await evening.guest()];
    const id = await evening.approved(a, b);
    const [introduction] = (await evening.board()).introductions;
    expect(introduction).toMatchObject({ standing: 'approved', leavesAt: '2026-10-21T17:00:00.000Z' });
    const back = await evening.call('post', `/${id}/take-back`, { version: introduction?.version });
    expect(back.body).toMatchObject({ introduction: { standing: 'withdrawn', leavesAt: null } });
    await evening.pass('2026-10-22T12:00');
    expect(await evening.sent()).toEqual([]);
  });

  it('of an older state is a conflict, and of something else than a suggestion too', async () => {
    const [a, b] = [await evening.guest(), await evening.guest()];
    const { body } = await pin(a, b);
    const words = { reasonForA: 'One.', reasonForB: 'Two.', version: body.version };
    await evening.call('patch', `/${body.id}`, words);
    const stale = await evening.call('post', `/${body.id}/approve`, { version: body.version });
    expect(code(stale)).toEqual({ status: 409, code: 'changed-meanwhile' });
    await evening.call('post', `/${body.id}/drop`, { version: body.version + 1 });
    const late = await evening.call('post', `/${body.id}/approve`, { version: body.version + 2 });
    expect(code(late)).toEqual({ status: 409, code: 'introduction-not-suggested' });
  });

  it('is refused when one of them has said no to introductions meanwhile', async () => {
    const [a, b] = [await evening.guest(), await evening.guest()];
    const { body } = await pin(a, b);
    await refuse(b);
    const answer = await evening.call('post', `/${body.id}/approve`, { version: body.version });
    expect(code(answer)).toEqual({ status: 409, code: 'introduction-not-opted-in' });
  });

  it('of many approves each that can be and says of the others why not', async () => {
    const guests = [
      await evening.guest(),
      await evening.guest(),
      await evening.guest(),
      await evening.guest(),
    ];
    const [a, b, c, d] = guests as [Guest, Guest, Guest, Guest];
    const [one, two] = [(await pin(a, b)).body, (await pin(c, d)).body];
    await refuse(d);
    const { status, body } = await evening.call('post', '/approve-all', {
      ids: [one, two].map(({ id, version }) => ({ id, version })),
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      approved: [one.id],
      refused: [{ id: two.id, code: 'introduction-not-opted-in' }],
    });
  });

  it('shows both questions as they will read, before anything is sent', async () => {
    const profile = { crafts: ['foley'], namedInAsks: true };
    const [a, b] = [
      await evening.guest({ name: 'Ines Okafor', profile }),
      await evening.guest({ name: 'Tomás Reyes' }),
    ];
    const { body } = await pin(a, b);
    const mails = await evening.call<{ mails: { kind: string; to: string; text: string }[] }>(
      'get',
      `/${body.id}/mails`,
    );
    const asks = mails.body.mails.filter(({ kind }) => kind === 'ask');
    const byReader = new Map(asks.map(({ to, text }) => [to, text]));
    expect(byReader.get('Tomás Reyes')).toContain('Ines Okafor (foley)');
    expect(byReader.get('Ines Okafor')).toContain('Tomás Reyes');
    expect(byReader.get('Ines Okafor')).not.toContain('/ask/');
  });

  it('belongs to those whose role says so, at events that are theirs', async () => {
    const { api, organizationId, eventId } = evening;
    const path = `/api/v1/organizations/${organizationId}/events/${eventId}/introductions`;
    const door = await makeMember(api.database, organizationId, 'door');
    const limited = await makeMember(api.database, organizationId, 'host');
    const elsewhere = await eveningIn(api);
    await api.database.sql('update members set event_ids = $2 where id = $1', [
      limited.id,
      [elsewhere.eventId],
    ]);
    const stranger = await makePerson(api.database);
    const statusFor = async (personId: string) =>
      (await api.http.get(path).set('cookie', await api.cookieOf(personId))).status;
    expect(await statusFor(door.personId)).toBe(403);
    expect(await statusFor(limited.personId)).toBe(404);
    expect(await statusFor(stranger.id)).toBe(404);
    expect((await api.http.get(path)).status).toBe(401);
  });
});
