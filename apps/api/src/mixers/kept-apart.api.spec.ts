import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeOrganization } from '../../../../test/support/factories.ts';
import { type GuestAtTables, makeTablesEvening, placesOf, tableOf } from '../../../../test/support/tables.ts';
import type { MixerView } from './mixers.dto.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
afterAll(() => api.stop());

const knowing =
  (source: string, inAnother = false) =>
  async (organizationId: string, [a, b]: readonly [GuestAtTables, GuestAtTables]) => {
    const id = inAnother ? (await makeOrganization(api.database)).id : organizationId;
    await api.database.sql(
      `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, app_now())`,
      [id, a.personId, b.personId, source],
    );
  };

const blocking =
  (turn: 0 | 1) =>
  async (_: string, pair: readonly [GuestAtTables, GuestAtTables]): Promise<void> => {
    const ids = [pair[turn].personId, pair[1 - turn]!.personId];
    await api.database.sql('insert into blocks values ($1, $2, app_now())', ids);
  };

/** Why two sit apart. What a host may read of stands last. */
const reasons = {
  'one blocks the other': blocking(0),
  'the other blocks one': blocking(1),
  'they swapped contacts': knowing('swapped'),
  'they were introduced': knowing('introduced'),
  'they told another organization': knowing('told', true),
  'they told this organization': knowing('told'),
  'a host keeps them apart': knowing('kept-apart'),
};

/** What a host sees with each reason in the place of the other, one after the other. */
async function withEach<Seen>(
  organizationId: string,
  pair: readonly [GuestAtTables, GuestAtTables],
  look: () => Promise<Seen>,
): Promise<Record<string, Seen>> {
  const seen: Record<string, Seen> = {};
  for (const [reason, stand] of Object.entries(reasons)) {
    await stand(organizationId, pair);
    seen[reason] = await look();
    const ids = pair.map(({ personId }) => personId);
    await api.database.sql('delete from blocks where person_id = any ($1::uuid[])', [ids]);
    await api.database.sql('delete from known_pairs where person_a = any ($1::uuid[])', [ids]);
  }
  return seen;
}

const different = (seen: object): number =>
  new Set(Object.values(seen).map((one) => JSON.stringify(one))).size;

describe('two who sit apart', () => {
  it('may know each other as well as be blocked: every draw is the same with either', async () => {
    // Of nine at three tables for four rounds each meets each once; only by meeting others twice are two kept apart.
    const there = await makeTablesEvening(api, { guests: 9, settings: { rounds: 4, seats: 3 } });
    const [a, b] = there.people as [GuestAtTables, GuestAtTables];
    const together = (view: MixerView) =>
      [1, 2, 3, 4].some((round) => tableOf(view, a.attendeeId, round) === tableOf(view, b.attendeeId, round));
    // The control: a pair that nothing keeps apart is drawn otherwise.
    expect(together(await there.act('draw', { who: 'here', seed: 2 }))).toBe(true);
    const seen = await withEach(there.organizationId, [a, b], async () => {
      const drawn = await there.act('draw', { who: 'here', seed: 2 });
      return { together: together(drawn), places: placesOf(drawn), told: drawn.told };
    });
    expect(different(seen)).toBe(1);
    expect(Object.values(seen)[0]).toMatchObject({ together: false, told: { knownTogether: 0 } });
  });

  it('sit together with either where there is one table, and only what a host may read is counted', async () => {
    const there = await makeTablesEvening(api, { guests: 4, settings: { rounds: 1, seats: 4 } });
    const [a, b] = there.people as [GuestAtTables, GuestAtTables];
    const told = await withEach(there.organizationId, [a, b], async () => {
      return (await there.act('draw', { who: 'here', seed: 1 })).told!.knownTogether;
    });
    expect(Object.values(told)).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });

  it('are as far apart when one comes late, whichever it is', async () => {
    const there = await makeTablesEvening(api, { guests: 9, settings: { rounds: 3, seats: 6 } });
    await there.act('draw', { who: 'here' });
    const late = await there.arrive();
    const chairs = new Set<string>();
    for (const other of there.people.slice(0, 5)) {
      const seen = await withEach(there.organizationId, [late, other], async () => {
        const view = await there.of('seats', { attendeeId: late.attendeeId });
        await api.database.sql('delete from mixer_seats where attendee_id = $1', [late.attendeeId]);
        return [1, 2, 3].map((round) => tableOf(view, late.attendeeId, round));
      });
      expect({ with: other.name, different: different(seen) }).toEqual({ with: other.name, different: 1 });
      chairs.add(JSON.stringify(seen['one blocks the other']));
    }
    // The control: where the late comer sits does hang on whom they are kept from.
    expect(chairs.size).toBeGreaterThan(1);
  });

  it('are as far apart when one comes back to a chair that is taken', async () => {
    const there = await makeTablesEvening(api, { guests: 12, settings: { rounds: 3, seats: 4 } });
    const drawn = await there.act('draw', { who: 'here' });
    const [back, ...others] = there.people as [GuestAtTables, ...GuestAtTables[]];
    await there.of('leave', { attendeeId: back.attendeeId });
    await there.of('seats', { attendeeId: (await there.arrive()).attendeeId });
    // At each of the other tables a chair becomes free, and there is a fourth table.
    for (const { round, tables } of drawn.seating)
      for (const { table, people } of tables)
        if (table !== tableOf(drawn, back.attendeeId, round))
          await there.of('move', { attendeeId: people[0]!.attendeeId, round, table: 4 });
    const before = await api.database.sql<{ id: string; table: number }>(
      'select id, seat_table as "table" from mixer_seats where attendee_id = $1',
      [back.attendeeId],
    );
    const chairs = new Set<string>();
    for (const other of others.slice(0, 5)) {
      const seen = await withEach(there.organizationId, [back, other], async () => {
        const view = await there.of('return', { attendeeId: back.attendeeId });
        for (const { id, table } of before)
          await api.database.sql(
            'update mixer_seats set seat_table = $2, left_at = app_now() where id = $1',
            [id, table],
          );
        return [1, 2, 3].map((round) => tableOf(view, back.attendeeId, round));
      });
      expect({ with: other.name, different: different(seen) }).toEqual({ with: other.name, different: 1 });
      chairs.add(JSON.stringify(seen['one blocks the other']));
    }
    expect(chairs.size).toBeGreaterThan(1);
  });
});

describe('drawing over and over', () => {
  it('ends after thirty draws of an evening in an hour, whoever draws, and with no other evening', async () => {
    const there = await makeTablesEvening(api, { guests: 6 });
    const elsewhere = await makeTablesEvening(api, { guests: 6 });
    let version = 1;
    for (let draw = 0; draw < 30; draw += 1)
      version = (await there.send('draw', { version, who: 'here', anew: true }).expect(200)).body.version;
    const { status, body } = await there.send('draw', { version, who: 'here' });
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'too-many-requests' });
    // A draw of a stranger is not counted: nobody uses up the draws of another's evening.
    for (let draw = 0; draw < 31; draw += 1)
      await api.http
        .post(`${elsewhere.base}/draw`)
        .set('cookie', there.cookie)
        .send({ version: 1, who: 'here' })
        .expect(404);
    await elsewhere.act('draw', { who: 'here' });
    await there.act('clear');
  });
});
