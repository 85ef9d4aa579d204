import { newId } from '#libs/domain';
import {
  type BoardIntroduction,
  type Evening,
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

interface Drops {
  dropped: BoardIntroduction[];
  refused: { id: string; code: string; detail: string; current: BoardIntroduction | null }[];
  changes: { added: BoardIntroduction[]; gone: string[] };
}

const dropAll = (pairs: readonly { id: string; version: number }[]) =>
  evening.call<Drops>('post', '/drop-all', { ids: pairs.map(({ id, version }) => ({ id, version })) });

const needs = ['foley', 'mixing', 'contracts', 'vinyl prep', 'gaffer work', 'wardrobe'];

/** Suggestions for a room in which each looks for what some others offer. */
async function aRoom(size: number): Promise<BoardIntroduction[]> {
  for (let place = 0; place < size; place += 1) {
    const lookingFor = [needs[place % needs.length] ?? ''];
    const canHelpWith = [needs[(place * 5 + 1) % needs.length] ?? ''];
    await evening.guest({ profile: { lookingFor, canHelpWith, maxIntroductions: 1 + (place % 2) } });
  }
  await evening.call('post', '/suggest');
  return suggested();
}

const suggested = async () =>
  (await evening.board()).introductions.filter(({ standing }) => standing === 'suggested');
const keptApart = async () =>
  (
    await evening.api.database.sql(
      `select 1 from known_pairs where organization_id = $1 and source = 'kept-apart'`,
      [evening.organizationId],
    )
  ).length;

describe('several nevers in one request', () => {
  it('each drop their pair, and the rest is planned again once, with nobody left with nobody for it', async () => {
    const before = await aRoom(14);
    const some = before.filter(({ source }) => source === 'suggested').slice(0, 4);
    const { status, body } = await dropAll(some);
    expect(status).toBe(200);
    expect(body.dropped.map(({ id, standing }) => [id, standing])).toEqual(
      some.map(({ id }) => [id, 'dismissed']),
    );
    expect([body.refused, await keptApart()]).toEqual([[], 4]);
    const { introductions, people } = await evening.board();
    const now = introductions.filter(({ standing }) => standing === 'suggested');
    const ids = (pairs: readonly BoardIntroduction[]) => new Set(pairs.map(({ id }) => id));
    const here = new Set([...ids(before)].filter((id) => !some.some((one) => one.id === id)));
    const without = (all: ReadonlySet<string>, others: ReadonlySet<string>) =>
      new Set([...all].filter((id) => !others.has(id)));
    expect(new Set(body.changes.added.map(({ id }) => id))).toEqual(without(ids(now), here));
    expect(new Set(body.changes.gone)).toEqual(without(here, ids(now)));
    expect(body.changes.added.length).toBeGreaterThan(0);
    for (const { used, cap } of people) {
      expect(used).toBeGreaterThanOrEqual(1);
      expect(used).toBeLessThanOrEqual(cap);
    }
  });

  it('that cannot be say why, with the pair as it stands, and stop none of the others', async () => {
    const [one, changed, approved] = await aRoom(8);
    await evening.call('patch', `/${changed!.id}`, { version: 1, reasonForA: 'Ask.', reasonForB: 'Tell.' });
    await evening.call('post', `/${approved!.id}/approve`, { version: 1 });
    const nobody = { id: newId(), version: 1 };
    const { body } = await dropAll([changed!, approved!, nobody, one!]);
    expect(body.dropped.map(({ id }) => id)).toEqual([one!.id]);
    expect(body.refused.map(({ id, code, current }) => [id, code, current?.standing ?? null])).toEqual([
      [changed!.id, 'changed-meanwhile', 'suggested'],
      [approved!.id, 'introduction-not-suggested', 'approved'],
      [nobody.id, 'not-found', null],
    ]);
    expect(body.refused[0]!.current).toMatchObject({ version: 2, reasonForA: 'Ask.' });
    expect(body.refused.every(({ detail }) => detail !== '')).toBe(true);
    expect(await keptApart()).toBe(1);
  });

  it('of which none can be change nothing at all', async () => {
    const [one] = await aRoom(8);
    const before = await evening.board();
    const { status, body } = await dropAll([{ ...one!, version: 7 }]);
    expect([status, body.dropped, body.changes]).toEqual([200, [], { added: [], gone: [] }]);
    expect(await evening.board()).toEqual(before);
  });

  it('name the same pair only once with effect', async () => {
    const [one] = await aRoom(8);
    const { body } = await dropAll([one!, one!]);
    expect([body.dropped.length, body.refused.map(({ code }) => code), await keptApart()]).toEqual([
      1,
      ['introduction-not-suggested'],
      1,
    ]);
  });
});
