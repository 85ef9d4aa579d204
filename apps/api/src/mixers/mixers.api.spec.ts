import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { makeTablesEvening, placesOf, tableOf } from '../../../../test/support/tables.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
afterAll(() => api.stop());

const nobody = '00000000-0000-7000-8000-000000000000';

describe('small tables', () => {
  it('begin with two rounds of five, and are changed until they are drawn', async () => {
    const { look, change, act } = await makeTablesEvening(api);
    expect(await look()).toMatchObject({
      ...{
        format: 'tables',
        rounds: 2,
        seats: 5,
        minutes: 40,
        employersApart: true,
        state: 'open',
        round: 0,
      },
      ...{ tables: null, here: 12, seating: [], told: null },
    });
    expect((await change({ rounds: 3, seats: 4 })).body).toMatchObject({ rounds: 3, seats: 4, version: 2 });
    await act('draw', { who: 'here' });
    expect((await change({ rounds: 2 })).body).toMatchObject({ status: 409, code: 'mixer-seated' });
    expect((await change({ minutes: 60 })).body).toMatchObject({ minutes: 60, state: 'seated' });
    expect(await act('clear')).toMatchObject({ state: 'open', seating: [], tables: null });
    expect((await change({ rounds: 2 })).body).toMatchObject({ rounds: 2 });
  });

  it('stay part of the evening while people have their tables', async () => {
    const { act, look, organization, event } = await makeTablesEvening(api);
    const editor = await makeMember(api.database, organization.id, 'editor');
    const cookie = await api.cookieOf(editor.personId);
    const path = `/api/v1/organizations/${organization.id}/events/${event.id}`;
    const change = async (given: object) => {
      const { version } = (await api.http.get(path).set('cookie', cookie).expect(200)).body;
      return api.http
        .patch(path)
        .set('cookie', cookie)
        .send({ version, ...given });
    };
    expect((await change({ mixer: { format: 'open' } })).body.mixer).toEqual({ format: 'open' });
    expect((await change({ mixer: { format: 'tables' } })).body.mixer).toEqual({ format: 'tables' });
    await act('draw', { who: 'here' });
    const drawn = placesOf(await look());
    const refuse = async () => {
      for (const mixer of [null, { format: 'open' }]) {
        const { status, body } = await change({ mixer, place: 'Elsewhere' });
        expect({ status, code: body.code, at: body.errors[0].pointer }).toEqual({
          status: 409,
          code: 'mixer-has-tables',
          at: '/mixer',
        });
      }
      expect(placesOf(await look())).toEqual(drawn);
    };
    await refuse();
    // The rest of the event may change, also by a form that sends the mixer as it is.
    expect((await change({ mixer: { format: 'tables' }, place: 'Elsewhere' })).body.place).toBe('Elsewhere');
    for (let round = 0; round < 3; round += 1) {
      await act('next');
      await refuse();
    }
    const other = await makeTablesEvening(api);
    await other.act('draw', { who: 'here' });
    await other.act('clear');
    const owner = await makeMember(api.database, other.organization.id, 'editor');
    const gone = await api.http
      .patch(`/api/v1/organizations/${other.organization.id}/events/${other.event.id}`)
      .set('cookie', await api.cookieOf(owner.personId))
      .send({ version: 1, mixer: null });
    expect(gone.body).toMatchObject({ mixer: null });
  });

  it('take three to six people, one to four rounds and forty minutes or more', async () => {
    const { change } = await makeTablesEvening(api, { guests: 0 });
    for (const wrong of [{ seats: 2 }, { seats: 7 }, { rounds: 0 }, { rounds: 5 }, { minutes: 39 }])
      expect((await change(wrong)).status).toBe(422);
  });

  it('seat everybody who came once a round, at tables that differ by one at most, and nobody meets twice', async () => {
    const { act, people, arrive } = await makeTablesEvening(api, {
      guests: 13,
      settings: { rounds: 3, seats: 4 },
    });
    const late = await arrive({ came: false });
    const drawn = await act('draw', { who: 'here' });
    expect(drawn).toMatchObject({ state: 'seated', tables: 4, told: { repeats: 0, knownTogether: 0 } });
    for (const { tables } of drawn.seating) {
      expect(tables.map((table) => table.people.length).sort()).toEqual([3, 3, 3, 4]);
      const seated = tables.flatMap((table) => table.people.map(({ attendeeId }) => attendeeId));
      expect(seated.sort()).toEqual(people.map(({ attendeeId }) => attendeeId).sort());
    }
    const going = await act('draw', { who: 'going' });
    expect(tableOf(going, late.attendeeId, 1)).toBeGreaterThan(0);
  });

  it('are drawn the same with the same lots, and otherwise anew; the lots of before bring the tables of before', async () => {
    const { act } = await makeTablesEvening(api, { guests: 16 });
    const first = await act('draw', { who: 'here' });
    expect(placesOf(await act('draw', { who: 'here' }))).toEqual(placesOf(first));
    const other = await act('draw', { who: 'here', anew: true });
    expect(placesOf(other)).not.toEqual(placesOf(first));
    expect(placesOf(await act('draw', { who: 'here', seed: first.seed }))).toEqual(placesOf(first));
  });

  it('are drawn for a room of 60 in a thread, without anybody meeting twice', async () => {
    const { act } = await makeTablesEvening(api, { guests: 60, settings: { rounds: 3, seats: 5 } });
    const drawn = await act('draw', { who: 'here' });
    expect(drawn).toMatchObject({ tables: 12, told: { repeats: 0 } });
    expect(new Set(placesOf(drawn)).size).toBe(180);
  });

  it('need three people', async () => {
    const { send, arrive, act } = await makeTablesEvening(api, { guests: 2 });
    expect((await send('draw', { version: 1, who: 'here' })).body).toMatchObject({ code: 'mixer-too-few' });
    await arrive();
    expect(await act('draw', { who: 'here' })).toMatchObject({ tables: 1 });
  });

  it('keep apart who know each other and who work together, where that can be', async () => {
    const there = await makeTablesEvening(api, {
      guests: Array.from({ length: 12 }, (_, at) => ({ employer: at < 4 ? ' North Sound' : `Firm ${at}` })),
      settings: { rounds: 2, seats: 3 },
    });
    const [, , , , a, b] = there.people;
    await api.database.sql(
      `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'swapped', app_now())`,
      [there.organizationId, a!.personId, b!.personId],
    );
    for (let draw = 0; draw < 4; draw += 1) {
      const drawn = await there.act('draw', { who: 'here', anew: true });
      expect(drawn.told).toMatchObject({ employersTogether: 0, repeats: 0 });
      for (const round of [1, 2])
        expect(tableOf(drawn, a!.attendeeId, round)).not.toBe(tableOf(drawn, b!.attendeeId, round));
    }
  });

  it('mix stages, and give each table a topic that at least two at it share', async () => {
    const crafts = ['mixing', 'foley', 'mastering', 'sound design'];
    const { act, people } = await makeTablesEvening(api, {
      guests: Array.from({ length: 16 }, (_, at) => ({
        profile: { crafts: [crafts[at % 4]!], stage: at < 8 ? 'working' : 'established' },
      })),
      settings: { seats: 4, rounds: 1 },
    });
    const drawn = await act('draw', { who: 'here' });
    expect(drawn.told).toMatchObject({ tablesWithoutTopic: 0, tablesOfOneStage: 0 });
    const craftOf = new Map(people.map(({ attendeeId }, at) => [attendeeId, crafts[at % 4]]));
    for (const table of drawn.seating[0]!.tables) {
      const sharing = table.people.filter(({ attendeeId }) => craftOf.get(attendeeId) === table.topic);
      expect(sharing.length).toBeGreaterThan(1);
    }
  });

  it('are called neither mixed nor apart where nobody told a stage and no two are known to work together', async () => {
    const { act, people } = await makeTablesEvening(api, { guests: 4, settings: { rounds: 1, seats: 4 } });
    const nothing = { employersTogether: null, tablesOfOneStage: null };
    expect((await act('draw', { who: 'here' })).told).toMatchObject(nothing);
    const tell = (count: number) =>
      api.database.sql(
        `update attendees set profile = profile || '{"stage":"working"}' where id = any ($1::uuid[])`,
        [people.slice(0, count).map(({ attendeeId }) => attendeeId)],
      );
    await tell(1);
    expect((await act('draw', { who: 'here', anew: true })).told).toMatchObject(nothing);
    await tell(2);
    expect((await act('draw', { who: 'here', anew: true })).told).toMatchObject({ tablesOfOneStage: 0 });
    await tell(4);
    expect((await act('draw', { who: 'here', anew: true })).told).toMatchObject({ tablesOfOneStage: 1 });
  });

  it('tell a host of pairs they may read of, and never of a block or of contacts swapped', async () => {
    const there = await makeTablesEvening(api, { guests: 3, settings: { rounds: 1, seats: 3 } });
    const [a, b, c] = there.people;
    const know = (one: string, other: string, source: string) =>
      api.database.sql(
        `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, app_now())`,
        [there.organizationId, one, other, source],
      );
    const before = await there.act('draw', { who: 'here' });
    await know(a!.personId, b!.personId, 'swapped');
    await know(a!.personId, c!.personId, 'introduced');
    await api.database.sql('insert into blocks values ($1, $2, app_now())', [b!.personId, c!.personId]);
    expect((await there.look()).told).toEqual(before.told);
    await know(a!.personId, b!.personId, 'told');
    expect((await there.look()).told).toEqual({ ...(before.told as object), knownTogether: 1 });
  });

  it('are drawn anew when somebody goes while they are drawn, so that nobody sits who is not coming', async () => {
    const there = await makeTablesEvening(api, { guests: 50 });
    const gone = there.people[7]!;
    const drawing = there.act('draw', { who: 'going' });
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false, confirmed_at = null where id = $1`,
      [gone.attendeeId],
    );
    const drawn = await drawing;
    expect(tableOf(await there.look(), gone.attendeeId, 1)).toBe(0);
    expect(drawn.state).toBe('seated');
  });
});

describe('rounds', () => {
  it('begin one after the other, end after the last, and are taken back one by one', async () => {
    const { act, look, send } = await makeTablesEvening(api);
    expect((await send('next', { version: 1 })).body).toMatchObject({ code: 'mixer-not-seated' });
    await act('draw', { who: 'here' });
    expect((await send('back', { version: 2 })).body).toMatchObject({ code: 'mixer-not-running' });
    expect(await act('next')).toMatchObject({ state: 'running', round: 1 });
    await api.setTime('2026-10-20T02:45:00Z');
    expect(await act('next')).toMatchObject({
      round: 2,
      roundStartedAt: expect.stringContaining('T02:45:00') as string,
    });
    expect(await act('next')).toMatchObject({ state: 'ended', round: 2 });
    expect(await act('back')).toMatchObject({ state: 'running', round: 2 });
    const first = await act('back');
    expect(first).toMatchObject({ state: 'running', round: 1 });
    expect(first.roundStartedAt).not.toContain('T02:45:00');
    expect(await act('back')).toMatchObject({ state: 'seated', round: 0, roundStartedAt: null });
    await act('next');
    const { version } = await look();
    const draw = await send('draw', { version, who: 'here' });
    const clear = await send('clear', { version });
    expect([draw.body.code, clear.body.code]).toEqual(['mixer-running', 'mixer-running']);
  });

  it('are not passed over by two who press at once; the other is shown what stands', async () => {
    const { act, look, send } = await makeTablesEvening(api);
    const { version } = await act('draw', { who: 'here' });
    const answers = await Promise.all([send('next', { version }), send('next', { version })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)!.body;
    expect(refused).toMatchObject({ code: 'changed-meanwhile', current: { state: 'running', round: 1 } });
    expect((await look()).round).toBe(1);
  });

  it('would be if each named the state it finds (control)', async () => {
    const { act, look } = await makeTablesEvening(api);
    await act('draw', { who: 'here' });
    await act('next');
    await act('next');
    expect((await look()).round).toBe(2);
  });
});

describe('whoever comes late, leaves or comes back', () => {
  it('moves nobody', async () => {
    const there = await makeTablesEvening(api, { guests: 14, settings: { rounds: 3, seats: 5 } });
    await there.act('draw', { who: 'here' });
    const drawn = await there.act('next');
    const late = await there.arrive();
    const seated = await there.of('seats', { attendeeId: late.attendeeId });
    expect([1, 2, 3].map((round) => tableOf(seated, late.attendeeId, round))).not.toContain(0);
    const others = (view: typeof seated, without: string) =>
      placesOf(view).filter((place) => !place.startsWith(without));
    expect(others(seated, late.attendeeId)).toEqual(placesOf(drawn));
    expect(await there.of('seats', { attendeeId: late.attendeeId })).toMatchObject({
      version: seated.version,
    });
    const leaver = there.people[0]!.attendeeId;
    const left = await there.of('leave', { attendeeId: leaver });
    expect(tableOf(left, leaver, 1)).toBe(0);
    expect(others(left, leaver)).toEqual(others(seated, leaver));
    expect(placesOf(await there.of('return', { attendeeId: leaver }))).toEqual(placesOf(seated));
  });

  it('sits where there is room, and another table is opened only when all are full', async () => {
    const there = await makeTablesEvening(api, { guests: 8, settings: { rounds: 1, seats: 5 } });
    await there.act('draw', { who: 'here' });
    const tables = [];
    for (let late = 0; late < 3; late += 1) {
      const { attendeeId } = await there.arrive();
      const view = await there.of('seats', { attendeeId });
      tables.push(view.tables);
    }
    expect(tables).toEqual([2, 2, 3]);
  });

  it('finds their own chair taken, and another one', async () => {
    const there = await makeTablesEvening(api, { guests: 8, settings: { rounds: 1, seats: 4 } });
    const drawn = await there.act('draw', { who: 'here' });
    const leaver = there.people[0]!.attendeeId;
    await there.of('leave', { attendeeId: leaver });
    const { attendeeId } = await there.arrive();
    const seated = await there.of('seats', { attendeeId });
    expect(tableOf(seated, attendeeId, 1)).toBe(tableOf(drawn, leaver, 1));
    const back = await there.of('return', { attendeeId: leaver });
    expect(tableOf(back, leaver, 1)).toBe(3);
  });

  it('has left as soon as they are not coming any more', async () => {
    const there = await makeTablesEvening(api, { guests: 6 });
    const drawn = await there.act('draw', { who: 'here' });
    const { attendeeId } = there.people[2]!;
    const cancel = `/api/v1/organizations/${there.organizationId}/events/${there.event.id}/attendees/${attendeeId}/cancel`;
    const owner = await makeMember(api.database, there.organizationId, 'owner');
    await api.http
      .post(cancel)
      .set('cookie', await api.cookieOf(owner.personId))
      .send({})
      .expect(({ status }) => {
        expect([200, 204]).toContain(status);
      });
    const after = await there.look();
    expect(tableOf(after, attendeeId, 1)).toBe(0);
    expect(after.version).toBeGreaterThan(drawn.version);
    expect((await there.send('seats', { attendeeId })).status).toBe(404);
  });

  it('is put elsewhere by a host, who is told what that does', async () => {
    const there = await makeTablesEvening(api, { guests: 9, settings: { rounds: 2, seats: 3 } });
    const drawn = await there.act('draw', { who: 'here' });
    await there.act('next');
    await there.act('next');
    const { attendeeId } = there.people[0]!;
    const mates = drawn.seating[0]!.tables[tableOf(drawn, attendeeId, 1) - 1]!.people;
    const mate = mates.find((one) => one.attendeeId !== attendeeId)!;
    const table = tableOf(drawn, mate.attendeeId, 2);
    const moved = await there.of('move', { attendeeId, round: 2, table });
    expect(tableOf(moved, attendeeId, 2)).toBe(table);
    expect(moved.told!.repeats).toBeGreaterThan(drawn.told!.repeats);
    expect((await there.send('move', { attendeeId, round: 1, table })).body).toMatchObject({
      code: 'mixer-round-over',
    });
    expect((await there.send('move', { attendeeId, round: 2, table: 5 })).body).toMatchObject({
      code: 'mixer-table-unknown',
    });
    expect((await there.of('move', { attendeeId, round: 2, table: 4 })).tables).toBe(4);
  });

  it('finds no seventh chair at a table', async () => {
    const there = await makeTablesEvening(api, { guests: 12, settings: { rounds: 1, seats: 6 } });
    const drawn = await there.act('draw', { who: 'here' });
    const [one] = drawn.seating[0]!.tables[0]!.people;
    const refused = await there.send('move', { attendeeId: one!.attendeeId, round: 1, table: 2 });
    expect(refused.body).toMatchObject({ status: 409, code: 'mixer-table-full' });
  });

  it('is nobody of another evening', async () => {
    const there = await makeTablesEvening(api, { guests: 4 });
    const elsewhere = await makeTablesEvening(api, { guests: 1 });
    await there.act('draw', { who: 'here' });
    for (const attendeeId of [elsewhere.people[0]!.attendeeId, nobody])
      for (const act of ['seats', 'leave', 'return'])
        expect((await there.send(act, { attendeeId })).status).toBe(404);
  });
});

describe('who may', () => {
  it('finds nothing in another organization, and no tables where the room is open', async () => {
    const there = await makeTablesEvening(api);
    const { id } = await makeOrganization(api.database);
    const stranger = await api.cookieOf((await makeMember(api.database, id, 'owner')).personId);
    await api.http.get(there.base).set('cookie', stranger).expect(404);
    await api.database.sql(`update mixers set format = 'open' where id = $1`, [there.mixerId]);
    expect(await there.look()).toMatchObject({ format: 'open' });
    await there.send('draw', { version: 1, who: 'here' }).expect(404);
    await api.http.get(`/api/v1/evening/${there.people[0]!.token}/mixer`).expect(404);
  });

  it('leaves a line in the activity for each act, with ids and numbers alone', async () => {
    const there = await makeTablesEvening(api, { guests: 6 });
    await there.act('draw', { who: 'here' });
    await there.act('next');
    await there.of('leave', { attendeeId: there.people[0]!.attendeeId });
    const lines = await api.database.sql<{ action: string }>(
      `select action from audit where organization_id = $1 and action like 'mixer.%' order by id`,
      [there.organizationId],
    );
    expect(lines.map(({ action }) => action)).toEqual(['mixer.drawn', 'mixer.round-started', 'mixer.left']);
  });
});
