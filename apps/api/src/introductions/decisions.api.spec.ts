import type { Profile } from '#libs/domain';
import { makeAttendee, makeEvent } from '../../../../test/support/factories.ts';
import {
  type Board,
  type BoardIntroduction,
  type Evening,
  type Guest,
  nextEvening,
  startEvening,
} from '../../../../test/support/evening.ts';
import { holdEvening } from '../../../../test/support/hold-evening.ts';

/** A room with many decisions takes seconds; on a busy machine many more. */
const patience = 120_000;

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening();
});

beforeEach(async () => {
  evening = await nextEvening(first);
});

afterAll(() => first.stop());

interface DecisionAnswer {
  introduction: BoardIntroduction;
  changes: { added: BoardIntroduction[]; gone: string[] };
}

const decide = (pair: BoardIntroduction, act: 'drop' | 'take-back' | 'bring-back' | 'approve') =>
  evening.call<DecisionAnswer>('post', `/${pair.id}/${act}`, { version: pair.version });
const pin = (a: Guest, b: Guest) =>
  evening.call<DecisionAnswer>('post', '', { attendeeA: a.id, attendeeB: b.id });
const code = (answer: { status: number; body: unknown }) => ({
  status: answer.status,
  code: (answer.body as { code?: string }).code,
});

const needs = ['foley', 'mixing', 'contracts', 'vinyl prep', 'gaffer work', 'wardrobe'];
const wanting = (place: number): Partial<Profile> => ({
  lookingFor: [needs[place % needs.length] ?? ''],
  canHelpWith: [needs[(place * 5 + 1) % needs.length] ?? ''],
  maxIntroductions: 1 + (place % 2),
});

/** Suggestions for a room in which each looks for what some others offer. */
async function aRoom(size = 14): Promise<Guest[]> {
  const guests: Guest[] = [];
  for (let place = 0; place < size; place += 1) guests.push(await evening.guest({ profile: wanting(place) }));
  await evening.call('post', '/suggest');
  return guests;
}

/**
 * Four who want one each, in two suggestions. Without one of these, everybody has somebody only if both others change too:
 * whatever is drawn by chance, the other pair makes way and all four get another.
 */
async function aFour(): Promise<Guest[]> {
  const alike = { lookingFor: ['foley'], canHelpWith: ['foley'], maxIntroductions: 1 };
  const guests: Guest[] = [];
  for (let place = 0; place < 4; place += 1) guests.push(await evening.guest({ profile: alike }));
  await evening.call('post', '/suggest');
  return guests;
}

const pairOf = ({ a, b }: BoardIntroduction) => [a.attendeeId, b.attendeeId].sort().join(' ');
const suggested = ({ introductions }: Board) =>
  introductions.filter(({ standing }) => standing === 'suggested');
const used = ({ introductions }: Board, { id }: Pick<Guest, 'id'>) =>
  introductions.filter(
    ({ standing, a, b }) =>
      ['suggested', 'approved', 'asked', 'introduced'].includes(standing) &&
      (a.attendeeId === id || b.attendeeId === id),
  ).length;

/** Two who are no pair yet, and in none that a host touched or that was drawn by chance: a host's own pair makes those give way. */
function twoFree(guests: Guest[], board: Board, touched: BoardIntroduction[]): [Guest, Guest] {
  const isIn =
    ({ id }: Guest) =>
    (pair: BoardIntroduction) =>
      [pair.a.attendeeId, pair.b.attendeeId].includes(id);
  const standing = suggested(board).filter((pair) => pair.source === 'wildcard' || touched.includes(pair));
  const free = guests.filter((guest) => !standing.some(isIn(guest)));
  for (const [at, one] of free.entries()) {
    const other = free
      .slice(at + 1)
      .find((guest) => !suggested(board).some((pair) => isIn(one)(pair) && isIn(guest)(pair)));
    if (other !== undefined) return [one, other];
  }
  throw new Error('everybody is a pair with everybody');
}

/** What is told to have changed is what has changed. */
function expectTold(before: Board, after: Board, { introduction, changes }: DecisionAnswer): void {
  const others = (board: Board) =>
    board.introductions.filter(({ id, standing }) => id !== introduction.id && standing !== 'dismissed');
  const ids = (board: Board) => others(board).map(({ id }) => id);
  expect(changes.gone.toSorted()).toEqual(
    ids(before)
      .filter((id) => !ids(after).includes(id))
      .toSorted(),
  );
  const added = others(after).filter(({ id }) => !ids(before).includes(id));
  const byId = (x: BoardIntroduction, y: BoardIntroduction) => (x.id < y.id ? -1 : 1);
  expect(changes.added.toSorted(byId)).toEqual(added.toSorted(byId));
  expect(after.introductions).toContainEqual(introduction);
}

describe('a dropped pair', () => {
  it('is never suggested again either when it had made way for a better one a moment before', async () => {
    await aFour();
    const [dropped, gone] = suggested(await evening.board());
    expect((await decide(dropped!, 'drop')).body.changes.gone).toEqual([gone!.id]);
    const late = await decide(gone!, 'drop');
    expect([late.status, late.body.introduction.standing]).toEqual([200, 'dismissed']);
    const apart = await evening.api.database.sql(
      `select 1 from known_pairs where organization_id = $1 and source = 'kept-apart'`,
      [evening.organizationId],
    );
    expect(apart).toHaveLength(2);
    expect(code(await decide(gone!, 'approve'))).toEqual({
      status: 409,
      code: 'introduction-not-suggested',
    });
  });

  it(
    'is planned around at once: five others change at most, and nobody is left with nobody for it',
    async () => {
      const guests = await aRoom();
      let board = await evening.board();
      for (let time = 0; time < 6; time += 1) {
        const dropped = suggested(board).find(({ source }) => source === 'suggested')!;
        const { status, body } = await decide(dropped, 'drop');
        expect(status).toBe(200);
        expect(body.changes.added.length + body.changes.gone.length).toBeLessThanOrEqual(5);
        const after = await evening.board();
        expectTold(board, after, body);
        for (const guest of guests) {
          expect(used(after, guest)).toBeGreaterThanOrEqual(1);
          expect(used(after, guest)).toBeLessThanOrEqual(
            after.people.find(({ attendeeId }) => attendeeId === guest.id)!.cap,
          );
        }
        board = after;
      }
      expect(board.introductions.filter(({ standing }) => standing === 'dismissed')).toHaveLength(6);
    },
    patience,
  );

  it('never comes back by itself, not at another evening and not after a year, but others do (control)', async () => {
    const want = { lookingFor: ['foley'], canHelpWith: ['foley'] };
    const [a, b] = [await evening.guest({ profile: want }), await evening.guest({ profile: want })];
    await evening.call('post', '/suggest');
    const [only] = suggested(await evening.board());
    await decide(only!, 'drop');
    expect(code(await pin(a, b))).toEqual({ status: 409, code: 'introduction-kept-apart' });
    await evening.call('post', '/suggest', { anew: true });
    expect(suggested(await evening.board())).toEqual([]);
    await evening.api.database.sql(
      `update introductions set closed_at = closed_at - interval '2 years', created_at = created_at - interval '2 years'
       where id = $1`,
      [only!.id],
    );
    await evening.call('post', '/suggest', { anew: true });
    expect(suggested(await evening.board())).toEqual([]);
    await evening.api.database.sql(`delete from known_pairs where organization_id = $1`, [
      evening.organizationId,
    ]);
    await evening.call('post', '/suggest', { anew: true });
    expect(suggested(await evening.board())).toHaveLength(1);
  });

  it(
    'changes nothing that a host approved, worded or made, nothing drawn by chance, and no row of a pair that stays',
    async () => {
      const guests = await aRoom();
      const before = await evening.board();
      const [approved, worded] = suggested(before).filter(({ source }) => source === 'suggested');
      await decide(approved!, 'approve');
      await evening.call('patch', `/${worded!.id}`, {
        version: worded!.version,
        reasonForA: 'Ask about the wall.',
        reasonForB: 'They like walls.',
      });
      const pinned = (await pin(...twoFree(guests, before, [approved!, worded!]))).body.introduction;
      const held = new Map(
        (await evening.board()).introductions.map((introduction) => [introduction.id, introduction]),
      );
      const fixed = [...held.values()].filter(
        ({ id, source }) => source === 'wildcard' || [approved!.id, worded!.id, pinned.id].includes(id),
      );
      expect(fixed.filter(({ source }) => source === 'wildcard').length).toBeGreaterThan(0);
      // Drop by drop: a pair that made way for one of them and comes back after another is a new row.
      const staying: [string, string][] = [];
      for (let time = 0; time < 5; time += 1) {
        const then = suggested(await evening.board());
        const next = then.find(({ id, source }) => source === 'suggested' && id !== worded!.id);
        if (next === undefined) break;
        await decide(next, 'drop');
        for (const one of suggested(await evening.board())) {
          const same = then.find((other) => pairOf(other) === pairOf(one));
          if (same !== undefined) staying.push([one.id, same.id]);
        }
      }
      const after = await evening.board();
      for (const introduction of fixed) expect(after.introductions).toContainEqual(introduction);
      expect(staying.length).toBeGreaterThan(2);
      expect(staying.filter(([now, then]) => now !== then)).toEqual([]);
    },
    patience,
  );

  it('makes nothing where nobody asked for suggestions yet', async () => {
    const [a, b, c] = [await evening.guest(), await evening.guest(), await evening.guest()];
    const own = await pin(a, b);
    expect(own.body.changes).toEqual({ added: [], gone: [] });
    const dropped = await decide(own.body.introduction, 'drop');
    expect(dropped.body.changes).toEqual({ added: [], gone: [] });
    expect((await evening.board()).introductions).toHaveLength(1);
    // The control: after a search the same drop brings the next best.
    await evening.call('post', '/suggest');
    const [one] = suggested(await evening.board());
    const again = await decide(one!, 'drop');
    expect(again.body.changes.gone.length + again.body.changes.added.length).toBe(0);
    expect(used(await evening.board(), c)).toBe(1);
  });

  it('is decided alone 60 days after the evening, when nothing is suggested any more', async () => {
    await aRoom(6);
    const [one] = suggested(await evening.board());
    await evening.api.database.sql(
      `update events set starts_at = starts_at - interval '61 days', ends_at = ends_at - interval '61 days' where id = $1`,
      [evening.eventId],
    );
    const { status, body } = await decide(one!, 'drop');
    expect([status, body.changes]).toEqual([200, { added: [], gone: [] }]);
    expect(code(await decide(body.introduction, 'bring-back'))).toEqual({
      status: 409,
      code: 'introductions-over',
    });
  });

  it('of an older state is a conflict that changes nothing', async () => {
    await aRoom(6);
    const [one] = suggested(await evening.board());
    const stale = await evening.call('post', `/${one!.id}/drop`, { version: one!.version + 1 });
    expect(code(stale)).toEqual({ status: 409, code: 'changed-meanwhile' });
    expect(suggested(await evening.board())).toContainEqual(one);
  });

  it('is one drop when asked twice with one key, and both answers are the same', async () => {
    await aRoom();
    const [one] = suggested(await evening.board());
    const { api, organizationId, eventId, host } = evening;
    const ask = () =>
      api.http
        .post(`/api/v1/organizations/${organizationId}/events/${eventId}/introductions/${one!.id}/drop`)
        .set({ cookie: host, 'idempotency-key': `drop-${one!.id}` })
        .send({ version: one!.version });
    const [once, again] = [await ask(), await ask()];
    expect([once.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(once.body);
  });

  it('is kept with what follows from the evening as it is by then, when a guest says no meanwhile', async () => {
    const guests = await aRoom(8);
    const board = await evening.board();
    const [one] = suggested(board).filter(({ source }) => source === 'suggested');
    const leaver = guests.find(({ id }) => ![one!.a.attendeeId, one!.b.attendeeId].includes(id))!;
    const held = await holdEvening(evening);
    const dropping = decide(one!, 'drop');
    await held.change(`update consents set answer = 'refused' where person_id = $1`, [leaver.personId]);
    await held.letGo();
    const { status, body } = await dropping;
    expect(status).toBe(200);
    const after = await evening.board();
    expectTold(board, after, body);
    expect(used(after, leaver)).toBe(0);
  });
});

describe('a pair of the host’s own', () => {
  it('takes its places from the weakest suggestions, and whoever lost one gets another where that can be', async () => {
    const guests = await aRoom();
    const before = await evening.board();
    const full = guests.filter((guest) => {
      const cap = before.people.find(({ attendeeId }) => attendeeId === guest.id)!.cap;
      return used(before, guest) >= cap;
    });
    const known = new Set(before.introductions.map(pairOf));
    const [a, b] = full
      .flatMap((one, at) => full.slice(at + 1).map((other): [Guest, Guest] => [one, other]))
      .find(([one, other]) => !known.has([one.id, other.id].sort().join(' ')))!;
    const { status, body } = await pin(a, b);
    expect(status).toBe(201);
    const after = await evening.board();
    expectTold(before, after, body);
    expect(body.changes.gone.length).toBeGreaterThan(0);
    for (const { attendeeId: id, cap } of after.people) expect(used(after, { id })).toBeLessThanOrEqual(cap);
    for (const guest of guests) expect(used(after, guest)).toBeGreaterThanOrEqual(1);
  });
});

describe('a pair that was dropped or taken back', () => {
  it('is the host’s own again when it is brought back, and may be suggested again from then on', async () => {
    await aRoom();
    const [one] = suggested(await evening.board()).filter(({ source }) => source === 'suggested');
    const dropped = (await decide(one!, 'drop')).body.introduction;
    const before = await evening.board();
    const { status, body } = await decide(dropped, 'bring-back');
    expect(status).toBe(200);
    expect(body.introduction).toMatchObject({ id: one!.id, standing: 'suggested', source: 'host' });
    expectTold(before, await evening.board(), body);
    const apart = await evening.api.database.sql(
      `select 1 from known_pairs where organization_id = $1 and source = 'kept-apart'`,
      [evening.organizationId],
    );
    expect(apart).toEqual([]);
    expect((await decide(body.introduction, 'approve')).status).toBe(200);
  });

  it('brings two together again at another evening, only when the host says so', async () => {
    const [a, b] = [await evening.guest(), await evening.guest()];
    await decide((await pin(a, b)).body.introduction, 'drop');
    const { api, organizationId, host } = evening;
    const event = await makeEvent(api.database, organizationId);
    const there: Awaited<ReturnType<typeof makeAttendee>>[] = [];
    for (const { personId } of [a, b])
      there.push(await makeAttendee(api.database, event, { person: { id: personId } }));
    const pinThere = (more: object = {}) =>
      api.http
        .post(`/api/v1/organizations/${organizationId}/events/${event.id}/introductions`)
        .set('cookie', host)
        .send({ attendeeA: there[0]!.id, attendeeB: there[1]!.id, ...more });
    const refused = { status: 409, code: 'introduction-kept-apart' };
    expect(code(await pinThere())).toEqual(refused);
    expect(code(await pinThere({ again: false }))).toEqual(refused);
    expect((await pinThere({ again: 'yes' })).status).toBe(422);
    const together = await pinThere({ again: true });
    expect(together.status).toBe(201);
    expect((together.body as DecisionAnswer).introduction).toMatchObject({
      standing: 'suggested',
      source: 'host',
    });
    const audit = await api.database.sql<{ action: string }>(
      `select action from audit where organization_id = $1 and action like 'introduction.kept-apart%'`,
      [organizationId],
    );
    expect(audit).toHaveLength(1);
    // It lifts nothing else: a pair that is known is refused, and stays kept apart.
    const [known, other] = [await evening.guest(), await evening.guest()];
    await decide((await pin(known, other)).body.introduction, 'drop');
    await api.database.sql(
      `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'told', app_now())`,
      [organizationId, known.personId, other.personId],
    );
    const answer = await evening.call('post', '', { attendeeA: known.id, attendeeB: other.id, again: true });
    expect(code(answer)).toEqual({ status: 409, code: 'introduction-known-pair' });
    const apart = await api.database.sql(
      `select 1 from known_pairs where organization_id = $1 and source = 'kept-apart'`,
      [organizationId],
    );
    expect(apart).toHaveLength(1);
  });

  it('gives its places back when its approval is taken back', async () => {
    await aRoom();
    const [one] = suggested(await evening.board()).filter(({ source }) => source === 'suggested');
    await decide(one!, 'approve');
    const before = await evening.board();
    const approved = before.introductions.find(({ id }) => id === one!.id)!;
    const { status, body } = await decide(approved, 'take-back');
    expect([status, body.introduction.standing]).toEqual([200, 'withdrawn']);
    expect(body.changes.added.length + body.changes.gone.length).toBeLessThanOrEqual(5);
    const back = await decide(body.introduction, 'bring-back');
    expect(back.body.introduction).toMatchObject({ standing: 'suggested', source: 'host', leavesAt: null });
  });

  it('cannot be brought back for what refuses any other pair, and a block refuses nothing', async () => {
    const [a, b] = [await evening.guest(), await evening.guest()];
    const own = await pin(a, b);
    expect(code(await decide(own.body.introduction, 'bring-back'))).toEqual({
      status: 409,
      code: 'introduction-not-dropped',
    });
    const { introduction } = (await decide(own.body.introduction, 'drop')).body;
    const { database } = evening.api;
    await database.sql('insert into blocks values ($1, $2, app_now())', [a.personId, b.personId]);
    await database.sql(`update consents set answer = 'refused' where person_id = $1`, [a.personId]);
    expect(code(await decide(introduction, 'bring-back'))).toEqual({
      status: 409,
      code: 'introduction-not-opted-in',
    });
    await database.sql(`update consents set answer = 'given' where person_id = $1`, [a.personId]);
    expect((await decide(introduction, 'bring-back')).status).toBe(200);
  });
});

describe('what follows a decision', () => {
  /** Ana's pair is dropped. @returns whether somebody comes in its place */
  async function droppedWith(secret: (ana: Guest) => Promise<unknown>): Promise<boolean> {
    evening = await nextEvening(first);
    const four = await aFour();
    const [dropped] = suggested(await evening.board());
    const ana = four.find(({ id }) => id === dropped!.a.attendeeId)!;
    await secret(ana);
    const { body } = await decide(dropped!, 'drop');
    return body.changes.added.some((pair) => pairOf(pair).includes(ana.id));
  }

  it(
    'tells of no pause: who was on the board stays there, though she will not be asked',
    async () => {
      const { database } = evening.api;
      expect(await droppedWith(() => Promise.resolve())).toBe(true);
      const paused = (ana: Guest) =>
        database.sql(
          `update people set introductions_paused_until = app_now() + interval '1 year' where id = $1`,
          [ana.personId],
        );
      expect(await droppedWith(paused)).toBe(true);
      // The control: what the organization itself was told does show.
      const out = (ana: Guest) =>
        database.sql(`update consents set answer = 'refused' where person_id = $1`, [ana.personId]);
      expect(await droppedWith(out)).toBe(false);
    },
    patience,
  );

  it('leaves a pair standing of whom one has blocked the other meanwhile', async () => {
    await aFour();
    const [dropped, blocked] = suggested(await evening.board());
    await evening.api.database.sql(
      `insert into blocks select person_a, person_b, app_now() from introductions where id = $1`,
      [blocked!.id],
    );
    // Whoever is dropped wants nobody else, so that nothing but the block could move the other pair.
    await evening.api.database.sql(
      `update attendees set profile = profile || '{"maxIntroductions": 0}' where id = any ($1::uuid[])`,
      [[dropped!.a.attendeeId, dropped!.b.attendeeId]],
    );
    const { body } = await decide(dropped!, 'drop');
    expect(body.changes.gone).not.toContain(blocked!.id);
    expect((await evening.board()).introductions).toContainEqual(blocked);
  });

  it('goes by what the host last asked for first', async () => {
    const both = { lookingFor: ['foley'], canHelpWith: ['foley'], maxIntroductions: 1 };
    await evening.guest({ profile: both });
    await evening.guest({ profile: both });
    await evening.call('post', '/suggest', { first: 'total' });
    const remembered = async () =>
      (await evening.call<{ outcome: { first: string } }>('post', '/suggest')).body.outcome.first;
    expect(await remembered()).toBe('total');
    await evening.call('post', '/suggest', { first: 'everyone' });
    expect(await remembered()).toBe('everyone');
  });
});

describe('a wish of the morning after', () => {
  const plain = { crafts: ['mixing'], maxIntroductions: 1 };
  const wish = ({ id, personId }: Guest, other: Guest) =>
    evening.api.database.sql(
      `insert into told_people (id, organization_id, event_id, attendee_id, person_id, kind, place, told_attendee_id,
         told_person_id, created_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'wish', 1, $5, $6, app_now())`,
      [evening.organizationId, evening.eventId, id, personId, other.id, other.personId],
    );
  const anew = async () => {
    const { body } = await evening.call<{ outcome: object }>('post', '/suggest', { anew: true });
    const { introductions, ...rest } = await evening.board();
    const shown = introductions.map(({ source, band, reasonForA, reasonForB, standing }) => {
      return { source, band, reasonForA, reasonForB, standing };
    });
    return {
      pairs: introductions.map(pairOf),
      seen: { ...rest, shown, outcome: body.outcome, suggestedAt: null },
    };
  };

  it('brings two together when suggestions are asked for, and nothing on the board says why', async () => {
    const four: Guest[] = [];
    for (let place = 0; place < 4; place += 1) four.push(await evening.guest({ profile: plain }));
    const without = await anew();
    const apart = four
      .flatMap((one, at) => four.slice(at + 1).map((other): [Guest, Guest] => [one, other]))
      .find(([one, other]) => !without.pairs.includes([one.id, other.id].sort().join(' ')))!;
    await wish(...apart);
    const before = await evening.board();
    const wished = await anew();
    expect(wished.pairs).toContain(
      apart
        .map(({ id }) => id)
        .sort()
        .join(' '),
    );
    expect(wished.seen).toEqual(without.seen);
    // The control: a wish by itself changes nothing on a board that nobody asks for anew.
    expect(before.introductions.map(pairOf)).toEqual(without.pairs);
  });
});
