import { type Api, startApi } from '../../../../test/support/api.ts';
import { type Following, follow } from '../../../../test/support/event-source.ts';
import { type TablesEvening, makeTablesEvening, tableOf } from '../../../../test/support/tables.ts';
import { MixerScreens } from './mixer-screens.service.ts';
import type { MixerView } from './mixers.dto.ts';
import type { MyTablesView } from './my-table.dto.ts';

// Phones and hosts' screens that follow the small tables of an evening.

let api: Api;
let open: Following[] = [];
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
afterEach(() => {
  for (const stream of open) stream.close();
  open = [];
});
afterAll(() => api.stop());

async function listen(url: string, headers: Record<string, string> = {}): Promise<Following> {
  const stream = await follow(`${api.url}${url}`, headers);
  open.push(stream);
  return stream;
}

const phone = (token: string) => listen(`/api/v1/evening/${token}/mixer`);
const screen = ({ base, cookie }: TablesEvening) => listen(`${base}/live`, { cookie });
const mine = async (token: string) =>
  (await api.http.get(`/api/v1/evening/${token}/mixer`).expect(200)).body as MyTablesView;
const heard = async (stream: Following) => (await stream.next('mixer')) as MyTablesView;

describe('a phone at small tables', () => {
  it('says where I sit in each round, with whom and about what', async () => {
    const there = await makeTablesEvening(api, {
      guests: Array.from({ length: 9 }, () => ({ profile: { crafts: ['foley'] } })),
      settings: { seats: 3, rounds: 2 },
    });
    const [me] = there.people;
    expect(await mine(me!.token)).toMatchObject({ state: 'open', rounds: 2, minutes: 40, mine: [] });
    const drawn = await there.act('draw', { who: 'here' });
    const view = await mine(me!.token);
    for (const { round, table, topic, with: names, others } of view.mine) {
      expect(table).toBe(tableOf(drawn, me!.attendeeId, round));
      expect(topic).toBe('foley');
      const people = drawn.seating[round - 1]!.tables[table - 1]!.people;
      expect([...names, me!.name].sort()).toEqual(people.map(({ name }) => name).sort());
      expect(others).toBe(0);
    }
    expect(view.mine.map(({ round }) => round)).toEqual([1, 2]);
  });

  it('names only those who let their name be seen, and nobody to somebody who has not come', async () => {
    const there = await makeTablesEvening(api, {
      guests: [{}, { visible: false, name: 'Secret Guest' }, { name: 'Open Guest' }, { came: false }],
      settings: { seats: 4, rounds: 1 },
    });
    await there.act('draw', { who: 'going' });
    const [me, , , absent] = there.people;
    const { mine: own } = await mine(me!.token);
    expect(own[0]).toMatchObject({ others: 1 });
    expect(own[0]!.with).toContain('Open Guest');
    expect(JSON.stringify(own)).not.toContain('Secret Guest');
    expect((await mine(absent!.token)).mine[0]).toMatchObject({ with: [], others: 3 });
  });

  it('hears of every act of a host at once, its own part alone', async () => {
    const there = await makeTablesEvening(api, { guests: 8, settings: { seats: 4 } });
    const streams = await Promise.all(there.people.map(({ token }) => phone(token)));
    await Promise.all(streams.map(heard));
    for (const act of ['draw', 'next', 'next']) {
      await there.act(act, act === 'draw' ? { who: 'here' } : {});
      const told = await Promise.all(streams.map(heard));
      const now = await there.look();
      told.forEach((one, at) => {
        const { attendeeId } = there.people[at]!;
        expect(one.round).toBe(now.round);
        expect(one.mine.map(({ table }) => table)).toEqual(
          one.mine.map(({ round }) => tableOf(now, attendeeId, round)),
        );
      });
    }
  });

  it('says nothing of rounds that I left', async () => {
    const there = await makeTablesEvening(api, { guests: 8 });
    await there.act('draw', { who: 'here' });
    await there.act('next');
    const [me, other] = there.people;
    await there.of('leave', { attendeeId: me!.attendeeId });
    expect((await mine(me!.token)).mine).toEqual([]);
    const names = (await mine(other!.token)).mine.flatMap((one) => one.with);
    expect(names).not.toContain(me!.name);
  });

  it('ends with the RSVP, while others are told on', async () => {
    const there = await makeTablesEvening(api, { guests: 6 });
    const [gone, stays] = [await phone(there.people[0]!.token), await phone(there.people[1]!.token)];
    await Promise.all([heard(gone), heard(stays)]);
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false, confirmed_at = null where id = $1`,
      [there.people[0]!.attendeeId],
    );
    await api.app.get(MixerScreens).beat();
    await gone.ended;
    expect(await heard(stays)).toMatchObject({ state: 'open' });
  });
});

describe('a host’s screen', () => {
  it('shows at once whatever another host does, whoever comes late and whoever is not coming any more', async () => {
    const there = await makeTablesEvening(api, { guests: 8 });
    const stream = await screen(there);
    const next = async () => (await stream.next('mixer')) as MixerView;
    expect(await next()).toMatchObject({ state: 'open' });
    await there.act('draw', { who: 'here' });
    expect(await next()).toMatchObject({ state: 'seated', told: { knownTogether: 0 } });
    const late = await there.arrive();
    await there.of('seats', { attendeeId: late.attendeeId });
    expect(tableOf(await next(), late.attendeeId, 1)).toBeGreaterThan(0);
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false, confirmed_at = null where id = $1`,
      [late.attendeeId],
    );
    expect(tableOf(await next(), late.attendeeId, 1)).toBe(0);
  });

  it('ends with the right to read it', async () => {
    const there = await makeTablesEvening(api, { guests: 4 });
    const stream = await screen(there);
    await stream.next('mixer');
    await api.database.sql('delete from members where person_id = $1', [there.hostId]);
    await api.app.get(MixerScreens).beat();
    await stream.ended;
    expect(stream.heard).toHaveLength(1);
  });
});
