import { jest } from '@jest/globals';
import { Database } from '#libs/database';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeThere } from '../../../../test/support/critique-evening.ts';
import { type Following, follow } from '../../../../test/support/event-source.ts';
import {
  type PanelEvening,
  type SeenPanel,
  makePanel,
  makePanelEvening,
  panelDesk,
} from '../../../../test/support/panel-evening.ts';
import { PanelLiveView } from './panel-live.dto.ts';
import { PanelScreens } from './panel-screens.service.ts';

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

async function anEvening() {
  const evening = await makePanelEvening(api);
  return { ...evening, desk: panelDesk(api, evening) };
}

async function watch(path: string, headers: Record<string, string> = {}, from = api): Promise<Following> {
  const stream = await follow(`${from.url}${path}`, headers);
  open.push(stream);
  return stream;
}

const phone = ({ panelId }: PanelEvening, { token }: { token: string }, from = api) =>
  watch(`/api/v1/evening/${token}/panels/${panelId}/live`, {}, from);

/** Waits for a message that shows what is looked for; those of the beat and of changes between are passed over. */
async function shows(
  stream: Following,
  wanted: (seen: SeenPanel) => boolean,
  event = 'panel',
): Promise<SeenPanel> {
  for (;;) {
    const seen = (await stream.next(event)) as SeenPanel;
    if (wanted(seen)) return seen;
  }
}

describe('screens that follow a panel', () => {
  it('are told at once, and at every change, the same for phones and stage', async () => {
    const evening = await anEvening();
    const { desk, guests } = evening;
    const streams = [
      await phone(evening, guests[0]),
      await phone(evening, evening.panelists[0]),
      await watch(`${desk.staff}/stage`, { cookie: evening.cookie }),
    ];
    for (const stream of streams) await shows(stream, ({ questions }) => questions.length === 0);
    await desk.asked(guests[1], 'Heard?');
    const seen = await Promise.all(
      streams.map((stream) => shows(stream, ({ questions }) => questions.length === 1)),
    );
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('are forty phones and all hear of it', async () => {
    const evening = await anEvening();
    const { desk, guests, event } = evening;
    const streams: Following[] = [];
    for (let n = 0; n < 40; n += 1)
      streams.push(await phone(evening, await makeThere(api, event, `Guest ${n}`)));
    const id = await desk.asked(guests[0], 'Everybody?');
    await desk.moderate('highlight', { questionId: id });
    const seen = await Promise.all(
      streams.map((stream) => shows(stream, ({ current }) => current?.id === id)),
    );
    expect(seen).toHaveLength(40);
  });

  it('are told by what another process did', async () => {
    const second = await startApi({ database: api.database });
    try {
      const evening = await anEvening();
      const stream = await phone(evening, evening.guests[0], second);
      await shows(stream, ({ state }) => state === 'live');
      await evening.desk.moderate('end');
      expect((await shows(stream, ({ state }) => state === 'over')).questionsOpen).toBe(false);
    } finally {
      await second.stop();
    }
  });

  it('never show a hidden question to phones and stage, in any message', async () => {
    const evening = await anEvening();
    const { desk, guests } = evening;
    const streams = [
      await phone(evening, guests[2]),
      await watch(`${desk.staff}/stage`, { cookie: evening.cookie }),
    ];
    const id = await desk.asked(guests[0], 'A rude one');
    await desk.moderate('hide', { questionId: id });
    await desk.asked(guests[1], 'A kind one');
    for (const stream of streams) {
      // From here on whatever is told was read after it was hidden.
      const kind = await shows(stream, ({ questions }) =>
        questions.some(({ text }) => text === 'A kind one'),
      );
      expect(JSON.stringify(kind)).not.toContain('A rude one');
    }
    await desk.moderate('star', { questionId: id });
    await desk.moderate('timer', { seconds: 30 });
    for (const stream of streams)
      expect(JSON.stringify(await shows(stream, ({ timer }) => timer !== null))).not.toContain('A rude one');
  });

  it('would show it if the view did not leave hidden ones out (control)', async () => {
    const evening = await anEvening();
    const { desk, guests, panelId, event } = evening;
    const id = await desk.asked(guests[0], 'A rude one');
    await desk.moderate('hide', { questionId: id });
    const key = { id: panelId, organizationId: event.organizationId, eventId: event.id };
    const all = await api.app.get(PanelScreens).read(key);
    const careless = { ...all, questions: all.questions.map((one) => ({ ...one, state: 'open' as const })) };
    expect(JSON.stringify(PanelLiveView.of(careless))).toContain('A rude one');
    expect(JSON.stringify(PanelLiveView.of(all))).not.toContain('A rude one');
  });

  it('show hidden questions to whoever moderates, on their phone and in the app', async () => {
    const evening = await anEvening();
    const { desk, guests, moderator, cookie } = evening;
    const streams = [
      await watch(`${desk.phone(moderator)}/moderation`),
      await watch(`${desk.staff}/moderation`, { cookie }),
    ];
    const id = await desk.asked(guests[0], 'Rude?');
    await desk.moderate('hide', { questionId: id });
    for (const stream of streams) {
      const seen = await shows(stream, ({ questions }) => questions[0]?.state === 'hidden', 'moderation');
      expect(seen.questions).toMatchObject([{ id, text: 'Rude?', name: null }]);
    }
  });

  it('are not told more than four times a second of a room that votes', async () => {
    const evening = await anEvening();
    const { desk, guests, event } = evening;
    const id = await desk.asked(guests[0], 'Votes?');
    const stream = await phone(evening, guests[1]);
    await shows(stream, ({ questions }) => questions.length === 1);
    const voters = [];
    for (let n = 0; n < 12; n += 1) voters.push(await makeThere(api, event, `Voter ${n}`));
    const [began, heard] = [performance.now(), stream.heard.length];
    for (const voter of voters) await desk.vote(voter, id);
    await shows(stream, ({ questions }) => questions[0]?.votes === 12);
    const messages = stream.heard.length - heard;
    // The first comes at once, each other one a quarter of a second later; one may have been on its way.
    expect(messages).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - began) / 250));
  });

  it('cost as many looks when they are many as when they are few', async () => {
    const evening = await anEvening();
    const { desk, guests, event } = evening;
    const reads = jest.spyOn(api.app.get(Database), 'read');
    try {
      const looksOfABeat = async (): Promise<number> => {
        reads.mockClear();
        const told = open.map((stream) => stream.next('panel'));
        await api.app.get(PanelScreens).beat();
        await Promise.all(told);
        return reads.mock.calls.length;
      };
      await (await phone(evening, guests[0])).next('panel');
      const few = await looksOfABeat();
      const more: Following[] = [];
      for (let n = 0; n < 8; n += 1)
        more.push(await phone(evening, await makeThere(api, event, `Guest ${n}`)));
      for (const stream of more) await stream.next('panel');
      expect(await looksOfABeat()).toBe(few);
      // (control) each of them looked at by itself, as a request does.
      reads.mockClear();
      for (let n = 0; n < 9; n += 1) await desk.live(guests[0]);
      expect(reads.mock.calls.length).toBeGreaterThan(few);
    } finally {
      reads.mockRestore();
    }
  });

  it('hear nothing of another panel', async () => {
    const evening = await anEvening();
    const { event, moderator, desk } = evening;
    const other = await makePanel(api, event, { position: 1 });
    const stream = await phone(evening, evening.guests[0]);
    await shows(stream, ({ state }) => state === 'live');
    await api.database.sql('update panels set version = version + 1 where id = $1', [other]);
    // A change of its own, which comes after whatever that would have told.
    await desk.moderate('timer', { seconds: 30 }, moderator);
    await shows(stream, ({ timer }) => timer !== null);
    expect(stream.heard).toHaveLength(2);
  });

  it('hear no more once the seat is given up, or the panel is moderated by somebody else', async () => {
    const evening = await anEvening();
    const { desk, guests, moderator } = evening;
    const [staying, leaving] = [await phone(evening, guests[0]), await phone(evening, guests[1])];
    const moderating = await watch(`${desk.phone(moderator)}/moderation`);
    await Promise.all([staying.next('panel'), leaving.next('panel'), moderating.next('moderation')]);
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
      [guests[1].attendeeId],
    );
    await api.database.sql(`update panel_people set part = 'panelist' where id = $1`, [
      moderator.panelPersonId,
    ]);
    await api.app.get(PanelScreens).beat();
    await Promise.all([leaving.ended, moderating.ended]);
    expect(await staying.next('panel')).toMatchObject({ state: 'live' });
    expect((await phone(evening, guests[1])).status).toBe(409);
  });

  it('end when the panel is removed', async () => {
    const evening = await anEvening();
    const stream = await phone(evening, evening.guests[0]);
    await stream.next('panel');
    await api.database.sql('delete from panels where id = $1', [evening.panelId]);
    await api.app.get(PanelScreens).beat();
    await stream.ended;
    expect((await phone(evening, evening.guests[0])).status).toBe(404);
  });

  it('are at most six of one person', async () => {
    const evening = await anEvening();
    const statuses: number[] = [];
    for (let tab = 0; tab < 7; tab += 1) statuses.push((await phone(evening, evening.guests[0])).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });
});
