import { type Phase, momentOf } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type Run, type RunningEvening, makeRunningEvening } from '../../../../test/support/critique-run.ts';
import { type Following, follow } from '../../../../test/support/event-source.ts';
import { CritiqueScreens } from '../critiques/critique-screens.service.ts';

// The facilitator's screen, the room's and the phones at one session, in several processes.

let api: Api;
let open: Following[] = [];
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T01:30:00Z' });
});
afterEach(() => {
  for (const stream of open) stream.close();
  open = [];
});
afterAll(() => api.stop());

type Moment = Run & { phases: Phase[]; blind: boolean };

async function watch(there: RunningEvening, screen: string, from = api, cookie = there.cookie) {
  const stream = await follow(`${from.url}${there.base}/live?screen=${screen}`, { cookie });
  open.push(stream);
  return stream;
}

async function phone(there: RunningEvening, from = api) {
  const { token } = there.people[0]!;
  const stream = await follow(
    `${from.url}/api/v1/critique/${token}/sessions/${there.critiqueSessionId}/live`,
    {},
  );
  open.push(stream);
  return stream;
}

const heard = async (stream: Following): Promise<Moment> => (await stream.next('moment')) as Moment;

/** What a screen shows of the first slot at an instant, worked out from what it was sent. */
function shown({ slots, phases }: Pick<Moment, 'slots' | 'phases'>, slotId: string, at: Date) {
  const { phaseStartedAt, pausedAt, ...slot } = slots.find(({ id }) => id === slotId)!;
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  const clock = { ...slot, phaseStartedAt: instant(phaseStartedAt), pausedAt: instant(pausedAt) };
  return momentOf(clock as Parameters<typeof momentOf>[0], phases, at);
}

describe('the screens of a session', () => {
  it('are told of each act within a second, whichever process it was done in', async () => {
    const second = await startApi({ database: api.database });
    try {
      const there = await makeRunningEvening(api);
      const streams = [await watch(there, 'facilitator'), await watch(there, 'room', second)];
      await Promise.all(streams.map(heard));
      const { id } = await there.slotAt(1, 1);
      for (const act of ['start', 'pause', 'resume', 'plus-one-minute', 'skip', 'next']) {
        const began = performance.now();
        await there.act({ id }, act);
        const [one, other] = await Promise.all(streams.map(heard));
        expect(performance.now() - began).toBeLessThan(1_000);
        const at = new Date(one!.serverNow);
        expect(shown(one!, id, at)).toEqual(shown(other!, id, at));
        expect(one!.version).toBe(other!.version);
      }
    } finally {
      await second.stop();
    }
  });

  it('show the same moment to a phone as to the room, although each message has its own time', async () => {
    const there = await makeRunningEvening(api);
    const [room, hers] = [await watch(there, 'room'), await phone(there)];
    await heard(room);
    await hers.next('now');
    const slot = there.works.find(({ author }) => author === there.people[0])!;
    await there.act({ id: slot.slotId! }, 'start');
    const [one, other] = [await heard(room), (await hers.next('now')) as Moment];
    expect(Math.abs(Date.parse(one.serverNow) - Date.parse(other.serverNow))).toBeLessThan(1_000);
    const at = new Date(Date.parse(one.serverNow) + 100_000);
    expect(shown(one, slot.slotId!, at)).toEqual(shown(other, slot.slotId!, at));
  });

  it('come back to the same moment when the api was started again, and follow on', async () => {
    const there = await makeRunningEvening(api);
    const { id } = await there.slotAt(1, 1);
    await there.act({ id }, 'start');
    await there.act({ id }, 'plus-one-minute');
    const first = await startApi({ database: api.database });
    const before = await watch(there, 'facilitator', first);
    const told = await heard(before);
    await Promise.all([before.ended, first.stop()]);
    const again = await startApi({ database: api.database });
    try {
      const after = await watch(there, 'facilitator', again);
      const back = await heard(after);
      const at = new Date(Date.parse(back.serverNow) + 70_000);
      expect(shown(back, id, at)).toEqual(shown(told, id, at));
      expect(back.version).toBe(told.version);
      await there.act({ id }, 'pause');
      expect((await heard(after)).slots.find((slot) => slot.id === id)?.state).toBe('paused');
    } finally {
      await again.stop();
    }
  });

  it('are told what they missed after the database was away', async () => {
    const there = await makeRunningEvening(api);
    const stream = await watch(there, 'facilitator');
    await heard(stream);
    await api.database.sql(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'acquaint-listen'`);
    await there.act(await there.slotAt(1, 1), 'start');
    expect((await heard(stream)).slots.map(({ state }) => state)).toContain('running');
  });

  it('show authors and critics to the facilitator, and to the room no names while they are kept back', async () => {
    const there = await makeRunningEvening(api, { blind: 'round' });
    const [desk, wall] = [
      await heard(await watch(there, 'facilitator')),
      await heard(await watch(there, 'room')),
    ];
    const names = there.people.map(({ name }) => name);
    expect(desk.slots.map(({ author }) => author).sort()).toEqual([...names].sort());
    expect(desk.slots.every(({ critics }) => critics.length === 2)).toBe(true);
    expect(wall.blind).toBe(true);
    for (const name of [...names, there.guest.name]) expect(JSON.stringify(wall)).not.toContain(name);
    await there.post('/end').expect(204);
    const over = await heard(await watch(there, 'room'));
    expect(over.slots.map(({ author }) => author).sort()).toEqual([...names].sort());
    const open = await makeRunningEvening(api);
    const shownToAll = await heard(await watch(open, 'room'));
    expect(shownToAll.slots[0]?.author).toBe(open.works[0]!.author.name);
  });

  it('end with the right to run the session, while the others are told on', async () => {
    const there = await makeRunningEvening(api);
    const stream = await watch(there, 'facilitator');
    const other = await phone(there);
    await heard(stream);
    await other.next('now');
    await api.database.sql(`update members set role = 'door' where id = $1`, [there.host.id]);
    await api.app.get(CritiqueScreens).beat();
    await stream.ended;
    await other.next('now');
    expect((await watch(there, 'facilitator')).status).toBe(403);
  });

  it('are not there for another organization, nor for a session of another evening', async () => {
    const [mine, theirs] = [await makeRunningEvening(api), await makeRunningEvening(api)];
    expect((await watch(theirs, 'facilitator', api, mine.cookie)).status).toBe(404);
    const crossed = await follow(
      `${api.url}${mine.base.replace(mine.critiqueSessionId, theirs.critiqueSessionId)}/live`,
      { cookie: mine.cookie },
    );
    open.push(crossed);
    expect(crossed.status).toBe(404);
    expect((await watch(mine, 'wall')).status).toBe(422);
  });
});
