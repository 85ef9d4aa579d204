import { type Evening, type Guest, nextEvening, startEvening } from '../../../../test/support/evening.ts';

let first: Evening;
let evening: Evening;

beforeAll(async () => {
  first = await startEvening({ role: 'owner' });
});

beforeEach(async () => {
  evening = await nextEvening(first, 'owner');
});

afterAll(() => first.stop());

interface Story {
  pair: string;
  ana: Guest;
  ben: Guest;
}

async function asked(): Promise<Story> {
  const [ana, ben] = [await evening.guest({ name: 'Ana Lind' }), await evening.guest({ name: 'Ben Ode' })];
  const pair = await evening.approved(ana, ben);
  await evening.pass('2026-10-21T12:00');
  return { pair, ana, ben };
}

async function stop(pair: string, version?: number) {
  const { introductions } = await evening.board();
  const seen = introductions.find(({ id }) => id === pair)?.version;
  return evening.call<{ code?: string; standing?: string; current?: object }>('post', `/${pair}/stop`, {
    version: version ?? seen,
  });
}

const state = async (pair: string) =>
  (
    await evening.api.database.sql<{ state: string; cause: string | null }>(
      'select state, close_cause as cause from introductions where id = $1',
      [pair],
    )
  )[0];

const moments = [
  '2026-10-22T12:00',
  '2026-10-26T12:00',
  '2026-10-28T09:59',
  '2026-10-28T12:30',
  '2026-11-02T12:00',
];

/** What Ana and Ben read until their week is over, and the board, with or without a stop. */
async function week(act: (story: Story) => Promise<unknown>): Promise<unknown[]> {
  evening = await nextEvening(first, 'owner');
  const story = await asked();
  await act(story);
  const told: unknown[] = [];
  for (const moment of moments) {
    await evening.pass(moment);
    const pages = [await evening.look(story.ana, story.pair), await evening.look(story.ben, story.pair)];
    const { introductions } = await evening.board();
    told.push([
      moment,
      introductions.map(({ standing, version }) => [standing, version]),
      pages.map(neutral),
    ]);
    if (moment === moments[0]) told.push(neutral(await evening.answer(story.ben, story.pair, 'yes')));
  }
  const mails = await evening.sent();
  told.push(mails.map(({ kind, subject, at }) => [kind, subject, at.toISOString().slice(0, 16)]));
  return told;
}

const neutral = ({ status, text }: { status: number; text: string }) => [
  status,
  text.replace(/[0-9a-f]{32}\.[0-9a-f]{32}|(?<=formToken" value=")[^"]+|Guild \d+|nonce="[^"]+"/g, '…'),
];

describe('a host who stops what is being asked', () => {
  it('ends it inside and nowhere else: both go on reading what they would have read', async () => {
    let stopped: Story | undefined;
    const after = await week(async (story) => {
      stopped = story;
      const { status, body } = await stop(story.pair);
      expect([status, body.standing]).toEqual([200, 'asked']);
    });
    expect(await state(stopped?.pair ?? '')).toEqual({ state: 'closed quietly', cause: 'host-stop' });
    expect(after).toEqual(await week(() => Promise.resolve()));
  });

  it('keeps two people who both said yes from being introduced; without the stop they are (control)', async () => {
    const both = async (act: (story: Story) => Promise<unknown>) => {
      evening = await nextEvening(first, 'owner');
      const story = await asked();
      for (const guest of [story.ana, story.ben]) await evening.answer(guest, story.pair, 'yes');
      await act(story);
      await evening.pass('2026-10-29T12:00');
      return (await evening.sent('introduction')).length;
    };
    expect(await both(({ pair }) => stop(pair))).toBe(0);
    expect(await both(() => Promise.resolve())).toBe(2);
  });

  it('gets the same answer for one that is dead already, and for a second stop', async () => {
    const guests = [];
    for (let nth = 0; nth < 4; nth += 1) guests.push(await evening.guest());
    const [a, b, c, d] = guests as [Guest, Guest, Guest, Guest];
    const [living, dead] = [await evening.approved(a, b), await evening.approved(c, d)];
    await evening.pass('2026-10-21T12:00');
    await evening.answer(c, dead, 'no');
    const answers = [await stop(living), await stop(living), await stop(dead)];
    expect(answers.map(({ status, body }) => [status, body.standing])).toEqual([
      [200, 'asked'],
      [200, 'asked'],
      [200, 'asked'],
    ]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await state(dead))?.cause).toBe('no');
  });

  it('is too early before the question leaves, and too late once it reads otherwise', async () => {
    const [a, b] = [await evening.guest(), await evening.guest()];
    const pair = await evening.approved(a, b);
    const refusal = { status: 409, body: { code: 'introduction-not-asked' } };
    expect(await stop(pair)).toMatchObject(refusal);
    await evening.pass('2026-10-29T12:00');
    expect(await stop(pair)).toMatchObject(refusal);
  });

  it('reads how it stands when somebody else decided meanwhile', async () => {
    const { pair } = await asked();
    const { status, body } = await stop(pair, 1);
    const [current] = (await evening.board()).introductions;
    expect([status, body.code, body.current]).toEqual([409, 'changed-meanwhile', current]);
  });

  it('stands in the audit, which tells what a host did and nothing that came of it', async () => {
    const { pair } = await asked();
    await stop(pair);
    const lines = await evening.api.database.sql<{ action: string }>(
      'select action from audit where subject_id = $1 order by id',
      [pair],
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'introduction.pinned',
      'introduction.approved',
      'introduction.asked',
      'introduction.stopped',
    ]);
  });
});
