import { jest } from '@jest/globals';
import { Database } from '#libs/database';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  changeSession,
  makeCritiqueEvening,
  startSlot,
} from '../../../../test/support/critique-evening.ts';
import { type Following, follow } from '../../../../test/support/event-source.ts';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import { CritiqueScreens } from './critique-screens.service.ts';

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

interface Seen {
  serverNow: string;
  version: number;
  slots: { id: string; state: string; role: string; author: string | null }[];
}

async function watch(evening: CritiqueEvening, { token }: { token: string }, from = api): Promise<Following> {
  const stream = await follow(
    `${from.url}/api/v1/critique/${token}/sessions/${evening.critiqueSessionId}/live`,
    {},
  );
  open.push(stream);
  return stream;
}

const seen = async (stream: Following): Promise<Seen> => (await stream.next('now')) as Seen;

async function begin(evening: CritiqueEvening): Promise<void> {
  await startSlot(api, evening.works[0]!.slotId!, 0);
  await changeSession(api, evening.critiqueSessionId, `state = 'running'`);
}

const links = () => api.app.get(CritiqueLinks);

/** How often the database is asked for something. */
async function readsOf(work: () => Promise<unknown>): Promise<number> {
  const reads = jest.spyOn(api.app.get(Database), 'read');
  await work();
  const { length } = reads.mock.calls;
  reads.mockRestore();
  return length;
}

const readsOfABeat = () =>
  readsOf(async () => {
    const told = open.map((stream) => stream.next('now'));
    await api.app.get(CritiqueScreens).beat();
    await Promise.all(told);
  });

describe('phones that follow a session', () => {
  it('are told at once, and at every change, each of its own part', async () => {
    const evening = await makeCritiqueEvening(api);
    const work = evening.works[0]!;
    const [author, critic, guest] = await Promise.all(
      [work.author, work.critics[0]!.critic, evening.guest].map((person) => watch(evening, person)),
    );
    const roles = async () =>
      (await Promise.all([author!, critic!, guest!].map(seen))).map(
        ({ slots }) => slots.find(({ id }) => id === work.slotId)?.role,
      );
    expect(await roles()).toEqual(['author', 'critic', undefined]);
    await begin(evening);
    expect(await roles()).toEqual(['author', 'critic', 'other']);
  });

  it('are told what another process did', async () => {
    const second = await startApi({ database: api.database });
    try {
      const evening = await makeCritiqueEvening(api);
      const { token } = evening.people[0]!;
      const stream = await watch(evening, evening.guest, second);
      await seen(stream);
      const { assignmentId } = evening.works
        .flatMap(({ critics }) => critics)
        .find((one) => one.critic.token === token)!;
      await api.http
        .post(
          `/api/v1/critique/${token}/sessions/${evening.critiqueSessionId}/assignments/${assignmentId}/decline`,
        )
        .expect(200);
      expect((await seen(stream)).version).toBe(2);
    } finally {
      await second.stop();
    }
  });

  it('are told nothing about another session, and nothing when a critic types', async () => {
    const [evening, other] = [await makeCritiqueEvening(api), await makeCritiqueEvening(api)];
    const { assignmentId, critic } = evening.works[0]!.critics[0]!;
    const stream = await watch(evening, evening.guest);
    await seen(stream);
    await changeSession(api, other.critiqueSessionId, `title = 'Another'`);
    await api.http
      .put(`/api/v1/critique/${critic.token}/sessions/${evening.critiqueSessionId}/critiques/${assignmentId}`)
      .send({ version: 0, meaning: 'A door' })
      .expect(200);
    // A change of its own, which comes after whatever those two would have told.
    await changeSession(api, evening.critiqueSessionId, `title = 'Mine'`);
    expect((await seen(stream)).version).toBe(2);
    expect(stream.heard).toHaveLength(2);
  });

  it('see the names of a blind session when it is over, and not before', async () => {
    const evening = await makeCritiqueEvening(api, { blind: 'round' });
    const work = evening.works[0]!;
    const stream = await watch(evening, work.critics[0]!.critic);
    const author = async () => (await seen(stream)).slots.find(({ id }) => id === work.slotId)?.author;
    expect(await author()).toBeNull();
    await begin(evening);
    expect(await author()).toBeNull();
    await changeSession(api, evening.critiqueSessionId, `state = 'ended', ended_at = app_now()`);
    expect(await author()).toBe(work.author.name);
  });

  it('hear the time again and again, and no more once the seat is given up', async () => {
    const evening = await makeCritiqueEvening(api);
    const [stays, leaves] = [evening.people[0]!, evening.people[1]!];
    const [staying, leaving] = [await watch(evening, stays), await watch(evening, leaves)];
    await Promise.all([seen(staying), seen(leaving)]);
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
      [leaves.attendeeId],
    );
    await api.app.get(CritiqueScreens).beat();
    await leaving.ended;
    expect((await seen(staying)).version).toBe(1);
    expect((await watch(evening, leaves)).status).toBe(409);
  });

  it('cost as much to look after when they are many as when they are few', async () => {
    const evening = await makeCritiqueEvening(api, { authors: 5 });
    const streams = [await watch(evening, evening.people[0]!)];
    await seen(streams[0]!);
    const few = await readsOfABeat();
    for (const person of evening.people.slice(1)) streams.push(await watch(evening, person));
    for (const stream of streams.slice(1)) await seen(stream);
    expect(await readsOfABeat()).toBe(few);
    // (control) each of them looked at by itself, as a request does.
    expect(
      await readsOf(() => Promise.all(evening.people.map(({ token }) => links().keyOf(token)))),
    ).toBeGreaterThan(few);
  });

  it('come back to the same moment when the api was started again', async () => {
    const evening = await makeCritiqueEvening(api);
    await begin(evening);
    const first = await startApi({ database: api.database });
    const before = await watch(evening, evening.people[0]!, first);
    const clockOf = ({ slots, version }: Seen) => ({ slots, version });
    const seenBefore = clockOf(await seen(before));
    await first.stop();
    await before.ended;
    const again = await startApi({ database: api.database });
    try {
      expect(clockOf(await seen(await watch(evening, evening.people[0]!, again)))).toEqual(seenBefore);
    } finally {
      await again.stop();
    }
  });

  it('are at most six of one person', async () => {
    const evening = await makeCritiqueEvening(api);
    const person = evening.people[0]!;
    const statuses: number[] = [];
    for (let tab = 0; tab < 7; tab += 1) statuses.push((await watch(evening, person)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });

  it('find nothing at another evening', async () => {
    const [evening, other] = [await makeCritiqueEvening(api), await makeCritiqueEvening(api)];
    expect((await watch(evening, other.people[0]!)).status).toBe(404);
  });
});
