import { ask } from '../../apps/worker/src/introductions/ask.ts';
import { makePerson } from '../support/factories.ts';
import {
  type BoardIntroduction,
  type Evening,
  type Guest,
  at,
  deliverDue,
  eveningIn,
  nextEvening,
  startEvening,
} from '../support/evening.ts';

// introductions.md, Must never happen, 6 and 7.

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterAll(() => first.stop());

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  evening.api.database.sql<Row>(text, values);
const wanted = { profile: { maxIntroductions: 3, namedInAsks: true } };

async function openAsks(person: { personId: string }): Promise<number> {
  const [row] = await sql<{ open: number }>(
    `select count(*)::int as open from introduction_sides s where s.person_id = $1 and s.asked_at <= app_now()
       and s.ask_ends_at > app_now()`,
    [person.personId],
  );
  return row?.open ?? 0;
}

/** One person who came to the evenings of two organizations, with two approved introductions at each. */
async function popular(): Promise<{ ana: Guest; other: Evening }> {
  const other = await eveningIn(evening.api);
  const person = await makePerson(evening.api.database, { name: 'Ana Lind' });
  const [ana, there] = [await evening.guest({ person, ...wanted }), await other.guest({ person, ...wanted })];
  for (const name of ['Ben Ode', 'Cleo Fry']) {
    await evening.approved(ana, await evening.guest({ name, ...wanted }));
    await other.approved(there, await other.guest({ name, ...wanted }));
  }
  return { ana, other };
}

async function bothAskAtOnce(ana: Guest, other: Evening): Promise<void> {
  await evening.api.setTime(at('2026-10-21T10:00').toISOString());
  const organizations = [
    evening.organizationId,
    other.organizationId,
    evening.organizationId,
    other.organizationId,
  ];
  await Promise.all(
    organizations.map((organizationId) =>
      ask({ organizationId, personId: ana.personId }, { db: evening.api.db }),
    ),
  );
  await deliverDue(evening.api);
}

describe('never 6: open asks', () => {
  it('are two at most over all organizations, when these ask in the same moment too', async () => {
    const { ana, other } = await popular();
    await bothAskAtOnce(ana, other);
    expect(await openAsks(ana)).toBe(2);
  });

  it('would be four without the questions that reach over organizations', async () => {
    const { ana, other } = await popular();
    const made = await sql<{ text: string }>(
      `select pg_get_functiondef(name::regproc) as text from unnest(array['open_asks', 'asks_waiting']) as name`,
    );
    await sql(`create or replace function open_asks(among uuid[], at timestamptz) returns table (person_id uuid, open int)
      language sql as $$ select null::uuid, 0 where false $$`);
    await sql(`create or replace function asks_waiting(among uuid[], at timestamptz)
      returns table (person_id uuid, introduction_id uuid, approved_at timestamptz)
      language sql as $$ select null::uuid, null::uuid, null::timestamptz where false $$`);
    await bothAskAtOnce(ana, other);
    for (const { text } of made) await sql(text);
    expect(await openAsks(ana)).toBe(4);
  });

  it('make the rest wait, oldest first, until day 7 has passed, whatever was answered', async () => {
    const ana = await evening.guest({ name: 'Ana Lind', ...wanted });
    const others = [];
    for (const name of ['Ben Ode', 'Cleo Fry', 'Dan Mori'])
      others.push(await evening.guest({ name, ...wanted }));
    const pairs: string[] = [];
    for (const other of others) pairs.push(await evening.approved(ana, other));
    await evening.pass('2026-10-21T12:00');
    const standings = async () => {
      const { introductions } = await evening.board();
      return pairs.map((id) => introductions.find((one) => one.id === id)?.standing);
    };
    expect(await standings()).toEqual(['asked', 'asked', 'approved']);
    await evening.answer(ana, pairs[0] ?? '', 'no');
    await evening.pass('2026-10-27T12:00');
    expect(await standings()).toEqual(['asked', 'asked', 'approved']);
    expect(await openAsks(ana)).toBe(2);
    await evening.pass('2026-10-28T12:00');
    expect((await standings())[2]).toBe('asked');
  });

  it('free their place when two are introduced: that shows anyway', async () => {
    const ana = await evening.guest({ name: 'Ana Lind', ...wanted });
    const others = [await evening.guest(wanted), await evening.guest(wanted), await evening.guest(wanted)];
    const pairs: string[] = [];
    for (const other of others) pairs.push(await evening.approved(ana, other));
    await evening.pass('2026-10-21T12:00');
    await evening.answer(ana, pairs[0] ?? '', 'yes');
    await evening.answer(others[0]!, pairs[0] ?? '', 'yes');
    await evening.pass('2026-10-22T12:00');
    expect((await evening.board()).introductions.map(({ standing }) => standing)).toEqual([
      'introduced',
      'asked',
      'asked',
    ]);
  });

  it('of one person come in one mail, and are reminded of in one mail, once', async () => {
    const ana = await evening.guest({ name: 'Ana Lind', ...wanted });
    for (const name of ['Ben Ode', 'Cleo Fry'])
      await evening.approved(ana, await evening.guest({ name, ...wanted }));
    await evening.pass('2026-11-10T12:00');
    const mine = (await evening.sent()).filter(({ to }) => to === ana.email);
    expect(mine.map(({ kind }) => kind)).toEqual(['introduction-ask', 'introduction-reminder']);
    expect([mine[0]?.text.includes('Ben Ode'), mine[0]?.text.includes('Cleo Fry')]).toEqual([true, true]);
    expect(mine.map(({ at: moment }) => moment.toISOString().slice(0, 16))).toEqual([
      '2026-10-21T17:00',
      '2026-10-26T17:00',
    ]);
  });
});

describe('never 7: a pair', () => {
  const pinned = (a: Guest, b: Guest, where = evening) =>
    where.call<BoardIntroduction & { code?: string }>('post', '', { attendeeA: a.id, attendeeB: b.id });

  async function introduced(): Promise<[Guest, Guest]> {
    const [ana, ben] = [await evening.guest({ name: 'Ana Lind' }), await evening.guest({ name: 'Ben Ode' })];
    const pair = await evening.approved(ana, ben);
    await evening.pass('2026-10-21T12:00');
    await evening.answer(ana, pair, 'yes');
    await evening.answer(ben, pair, 'yes');
    await evening.pass('2026-10-21T16:00');
    expect(await evening.sent('introduction')).toHaveLength(2);
    return [ana, ben];
  }

  it('that was introduced is never suggested here again, and its host is told so', async () => {
    const [ana, ben] = await introduced();
    await evening.call('post', '/suggest');
    expect((await evening.board()).introductions).toHaveLength(1);
    expect((await pinned(ana, ben)).body.code).toBe('introduction-pair-exists');
  });

  it('that was introduced elsewhere is never suggested, and silently never asked', async () => {
    const [ana, ben] = await introduced();
    const other = await eveningIn(evening.api);
    const people = [ana, ben].map(({ personId: id, name, email }) => ({ id, name, email }));
    const [a, b] = [await other.guest({ person: people[0]! }), await other.guest({ person: people[1]! })];
    await other.call('post', '/suggest');
    expect((await other.board()).introductions).toEqual([]);
    await other.approved(a, b);
    await other.pass('2026-11-10T12:00');
    expect(await other.queued()).toEqual([]);
    expect((await other.board()).introductions.map(({ standing }) => standing)).toEqual(['did not happen']);
  });

  const apart: [string, (a: Guest, b: Guest) => Promise<unknown>][] = [
    ['know each other', (a, b) => knownTo(evening.organizationId, a, b, 'told')],
    ['are kept apart', (a, b) => knownTo(evening.organizationId, a, b, 'kept-apart')],
    [
      'know each other, as told elsewhere',
      async (a, b) => knownTo((await eveningIn(evening.api)).organizationId, a, b, 'told'),
    ],
    [
      'are blocked, one by the other',
      (a, b) => sql('insert into blocks values ($1, $2, app_now())', [a.personId, b.personId]),
    ],
  ];
  const knownTo = (organizationId: string, a: Guest, b: Guest, source: string) =>
    sql(
      'insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, app_now())',
      [organizationId, a.personId, b.personId, source],
    );

  it.each(apart)('of two who %s is never suggested', async (_, part) => {
    const [ana, ben] = [await evening.guest(), await evening.guest()];
    await part(ana, ben);
    await evening.call('post', '/suggest');
    expect((await evening.board()).introductions).toEqual([]);
  });

  it('of two with nothing between them is: the control', async () => {
    await evening.guest();
    await evening.guest();
    await evening.call('post', '/suggest');
    expect((await evening.board()).introductions).toHaveLength(1);
  });

  it('that came to nothing cools down for 12 months', async () => {
    const [ana, ben] = [await evening.guest(), await evening.guest()];
    const pair = await evening.approved(ana, ben);
    await evening.pass('2026-10-21T12:00');
    await evening.answer(ana, pair, 'no');
    await evening.pass('2026-10-29T12:00');
    const later = await eveningIn(evening.api);
    const people = [ana, ben].map(({ personId: id, name, email }) => ({ id, name, email }));
    for (const person of people) await later.guest({ person });
    const suggested = async () => {
      await later.call('post', '/suggest');
      return (await later.board()).introductions.filter(({ standing }) => standing === 'suggested').length;
    };
    expect(await suggested()).toBe(0);
    await sql(`update introductions set appears_until = appears_until - interval '12 months' where id = $1`, [
      pair,
    ]);
    expect(await suggested()).toBe(1);
  });
});
