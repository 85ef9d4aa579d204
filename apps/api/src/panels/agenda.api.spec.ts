import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
afterAll(() => api.stop());

/** An evening from 18:00 to 21:00 in Los Angeles with three panels, and whoever runs it. */
async function evening(organization?: { id: string }) {
  const of = organization ?? (await makeOrganization(api.database));
  const event = await makeEvent(api.database, of.id);
  const cookie = await api.cookieOf((await makeMember(api.database, of.id, 'editor')).personId);
  const path = `/api/v1/organizations/${of.id}/events/${event.id}`;
  const send = (method: 'post' | 'patch' | 'put', to: string, body: object) =>
    api.http[method](`${path}${to}`).set('cookie', cookie).send(body);
  const panels: string[] = [];
  for (const topic of ['Foley', 'Dialogue', 'Music']) {
    panels.push((await send('post', '/panels', { topic }).expect(201)).body.id as string);
  }
  const [foley = '', dialogue = '', music = ''] = panels;
  const look = async () => (await api.http.get(`${path}/agenda`).set('cookie', cookie).expect(200)).body;
  const invite = (panelId: string, name: string, email = `${name.toLowerCase()}@example.org`) =>
    send('post', `/panels/${panelId}/people`, { name, email, part: 'panelist' });
  const plan = async () => {
    for (const [id, startsAfter] of [
      [foley, 0],
      [dialogue, 60],
      [music, 105],
    ] as const)
      await send('patch', `/panels/${id}`, { startsAfter, minutes: 45 }).expect(200);
  };
  return { organization: of, event, cookie, path, foley, dialogue, music, send, look, plan, invite };
}

interface Told {
  topic: string;
  startsAfter: number | null;
}
const times = ({ panels }: { panels: Told[] }) =>
  panels.map(({ topic, startsAfter }) => [topic, startsAfter]);

describe('the agenda of an evening', () => {
  it('tells when and where each panel is, and with whom', async () => {
    const { look, plan, invite, foley } = await evening();
    await plan();
    await invite(foley, 'Ada').expect(201);
    const { panels, ...of } = await look();
    expect(of).toMatchObject({ startsAt: '2026-10-20T01:00:00.000Z', timeZone: 'America/Los_Angeles' });
    expect(panels[1]).toMatchObject({
      startsAt: '2026-10-20T02:00:00.000Z',
      endsAt: '2026-10-20T02:45:00.000Z',
    });
    expect(panels[0].people).toMatchObject([
      {
        name: 'Ada',
        email: 'ada@example.org',
        state: 'invited',
        appears: false,
        needs: false,
        slides: false,
      },
    ]);
  });

  it('moves a panel with the times of the others, and its pauses stay', async () => {
    const { look, plan, send, foley } = await evening();
    await plan();
    const moved = await send('post', '/agenda/move', { panelId: foley, position: 2, together: true }).expect(
      200,
    );
    expect(times(moved.body)).toEqual([
      ['Dialogue', 0],
      ['Music', 60],
      ['Foley', 105],
    ]);
    expect(await look()).toEqual(moved.body);
    await send('post', '/agenda/move', { panelId: foley, position: 0, together: true }).expect(200);
    expect(times(await look())).toEqual([
      ['Foley', 0],
      ['Dialogue', 60],
      ['Music', 105],
    ]);
  });

  it('has those after a longer panel move with it', async () => {
    const { look, plan, send, dialogue } = await evening();
    await plan();
    await send('patch', `/panels/${dialogue}`, { minutes: 60, together: true }).expect(200);
    expect(times(await look())).toEqual([
      ['Foley', 0],
      ['Dialogue', 60],
      ['Music', 120],
    ]);
  });

  it('counts each change as a new version of the event, which is guests’ to see', async () => {
    const { look, send, foley } = await evening();
    const { version } = (await look()) as { version: number };
    await send('patch', `/panels/${foley}`, { room: 'Studio A' }).expect(200);
    expect((await look()).version).toBe(version + 1);
  });

  it('of another organization is not found', async () => {
    const { path } = await evening();
    const { cookie } = await evening();
    await api.http.get(`${path}/agenda`).set('cookie', cookie).expect(404);
  });

  it('refuses times that are no part of an evening', async () => {
    const { send, plan, foley } = await evening();
    await plan();
    await send('patch', `/panels/${foley}`, { startsAfter: 10_081 }).expect(422);
    const refused = await send('patch', `/panels/${foley}`, { startsAfter: 10_080, together: true }).expect(
      422,
    );
    expect(refused.body.code).toBe('panel-time-too-far');
  });

  it('keeps its times and people when the form of the event is saved', async () => {
    const { look, plan, send, invite, foley, dialogue, music, path, cookie } = await evening();
    await plan();
    await invite(dialogue, 'Ada').expect(201);
    const before = await look();
    const panels = [music, dialogue, foley].map((id) => ({ id, topic: 'Renamed' }));
    await api.http.patch(path).set('cookie', cookie).send({ version: before.version, panels }).expect(200);
    const after = await look();
    expect(
      after.panels.map(({ id, startsAfter }: { id: string; startsAfter: number }) => [id, startsAfter]),
    ).toEqual([
      [music, 105],
      [dialogue, 60],
      [foley, 0],
    ]);
    expect(after.panels[1].people).toEqual(before.panels[1].people);
    await send('patch', `/panels/${foley}`, { topic: 'Foley' }).expect(200);
  });
});

describe('two panels in one room', () => {
  it('are refused, and the field says which one is there', async () => {
    const { send, plan, look, dialogue } = await evening();
    await plan();
    const before = await look();
    const refused = await send('patch', `/panels/${dialogue}`, { startsAfter: 30 }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'panel-room-taken',
      errors: [{ pointer: '/startsAfter', detail: '“Foley” is there from 18:00 to 18:45.' }],
    });
    expect(await look()).toEqual(before);
  });

  it('are fine at once in two rooms, and not in one that is spelt otherwise', async () => {
    const { send, plan, foley, dialogue } = await evening();
    await plan();
    await send('patch', `/panels/${foley}`, { room: 'Studio A' }).expect(200);
    await send('patch', `/panels/${dialogue}`, { startsAfter: 30 }).expect(200);
    const refused = await send('patch', `/panels/${dialogue}`, { room: 'studio a' }).expect(409);
    expect(refused.body.errors[0].pointer).toBe('/room');
  });

  it('cannot come about by two who plan at once', async () => {
    const { send, plan, look, foley, dialogue } = await evening();
    await plan();
    const both = await Promise.all(
      [foley, dialogue].map((id) => send('patch', `/panels/${id}`, { startsAfter: 160, minutes: 20 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await look()).panels.filter((panel: Told) => panel.startsAfter === 160)).toHaveLength(1);
  });
});

describe('somebody in two places at once', () => {
  it('is refused for the panels of an evening, by name', async () => {
    const { send, plan, invite, foley, dialogue } = await evening();
    await plan();
    await send('patch', `/panels/${dialogue}`, { room: 'Studio A', startsAfter: 30 }).expect(200);
    await invite(foley, 'Fay').expect(201);
    const refused = await invite(dialogue, 'Fay').expect(409);
    expect(refused.body).toMatchObject({
      code: 'panel-person-busy',
      errors: [{ pointer: '/email', detail: 'Fay is on “Foley” from 18:00 to 18:45.' }],
    });
    await send('patch', `/panels/${dialogue}`, { startsAfter: 50 }).expect(200);
    await invite(dialogue, 'Fay').expect(201);
    const moved = await send('patch', `/panels/${dialogue}`, { startsAfter: 30 }).expect(409);
    expect(moved.body.code).toBe('panel-person-busy');
  });

  it('is refused over two evenings of an organization, naming nothing of the other', async () => {
    const one = await evening();
    const other = await evening(one.organization);
    await one.plan();
    await other.plan();
    await one.invite(one.foley, 'Bo').expect(201);
    const refused = await other.invite(other.foley, 'Bo').expect(409);
    expect(refused.body).toMatchObject({ code: 'panel-person-busy' });
    expect(JSON.stringify(refused.body)).not.toContain('Foley');
    const elsewhere = await evening();
    await elsewhere.plan();
    await elsewhere.invite(elsewhere.foley, 'Bo').expect(201);
  });

  it('is refused when the whole evening moves there', async () => {
    const one = await evening();
    const other = await evening(one.organization);
    await one.plan();
    await other.send('patch', `/panels/${other.foley}`, { startsAfter: 45 }).expect(200);
    await one.invite(one.foley, 'Cleo').expect(201);
    await other.invite(other.foley, 'Cleo').expect(201);
    const move = async (startsLocal: string) => {
      const { version } = await other.look();
      return other.send('patch', '', { version, startsLocal });
    };
    const refused = await move('2026-10-19T17:30');
    expect([refused.status, refused.body.code]).toEqual([409, 'panel-person-busy']);
    expect((await move('2026-10-19T18:30')).status).toBe(200);
  });

  it('is let be where the other evening is cancelled', async () => {
    const one = await evening();
    const other = await evening(one.organization);
    await one.plan();
    await other.plan();
    await one.invite(one.foley, 'Dana').expect(201);
    await one.send('post', '/cancel', { reason: 'No heating' }).expect(200);
    await other.invite(other.foley, 'Dana').expect(201);
  });

  it('cannot come about by two who ask at once', async () => {
    const one = await evening();
    const other = await evening(one.organization);
    await one.plan();
    await other.plan();
    const both = await Promise.all([one.invite(one.foley, 'Eve'), other.invite(other.foley, 'Eve')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('without its constraints', () => {
  let before: Api;
  beforeAll(async () => {
    before = api;
    api = await startApi({ time: '2026-10-01T12:00:00Z' });
    // As named as ever, and forbidding nothing.
    for (const [table, name] of [
      ['panels', 'panels_one_at_a_time_in_a_room'],
      ['panel_people', 'panel_people_one_place_at_a_time'],
    ] as const) {
      await api.database.sql(`alter table ${table} drop constraint ${name}`);
      await api.database.sql(
        `alter table ${table} add constraint ${name} exclude using gist (id with =) deferrable initially deferred`,
      );
    }
  });
  afterAll(async () => {
    await api.stop();
    api = before;
  });

  it('an agenda would have two in one room, and one person in two', async () => {
    const { send, plan, invite, foley, dialogue } = await evening();
    await plan();
    await invite(foley, 'Ada').expect(201);
    await invite(dialogue, 'Ada').expect(201);
    await send('patch', `/panels/${dialogue}`, { startsAfter: 30 }).expect(200);
  });
});
