import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  type GivenSession,
  changeSession,
  makeCritiqueEvening,
  startSlot,
} from '../../../../test/support/critique-evening.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
afterAll(() => api.stop());

/** The first work of an evening and its first critic, with the way to what they write. */
async function aCritic(given: GivenSession = {}) {
  const evening = await makeCritiqueEvening(api, given);
  const work = evening.works[0]!;
  const { assignmentId, critic } = work.critics[0]!;
  const path = pathOf(evening, critic.token);
  return { evening, work, critic, assignmentId, path, url: `${path}/critiques/${assignmentId}` };
}

const pathOf = ({ critiqueSessionId }: CritiqueEvening, token: string): string =>
  `/api/v1/critique/${token}/sessions/${critiqueSessionId}`;

const saved = async (url: string, body: object) => (await api.http.put(url).send(body)).body;

describe('what a critic writes', () => {
  it('is kept part by part as it is typed, with its words counted', async () => {
    const { url, assignmentId } = await aCritic();
    const empty = (await api.http.get(url).expect(200)).body;
    expect(empty).toEqual({
      assignmentId,
      meaning: '',
      answer: '',
      neutralQuestion: '',
      opinion: '',
      marks: [],
      words: 0,
      fewestWords: 25,
      open: true,
      version: 0,
    });
    await saved(url, { version: 0, meaning: 'The bridge stayed with me — it breathes.' });
    const marks = [
      { at: 61_000, text: 'Here I held my breath' },
      { at: 9_000, text: '' },
    ];
    const both = await saved(url, { version: 1, answer: 'At the second verse.', marks });
    expect(both).toMatchObject({
      meaning: 'The bridge stayed with me — it breathes.',
      answer: 'At the second verse.',
      marks: marks.toReversed(),
      words: 16,
      version: 2,
    });
    expect((await api.http.get(url).expect(200)).body).toEqual(both);
  });

  it('is written by a second tab only over what that tab has seen', async () => {
    const { url } = await aCritic();
    await saved(url, { version: 0, meaning: 'From the first tab' });
    const refused = await api.http.put(url).send({ version: 0, meaning: 'From the second' }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'changed-meanwhile',
      current: { meaning: 'From the first tab', version: 1 },
    });
  });

  it('is never lost to another save at the same moment', async () => {
    const { url } = await aCritic();
    for (const version of [0, 1, 2]) {
      const answers = await Promise.all(
        ['one', 'two', 'three', 'four'].map((tab) =>
          api.http.put(url).send({ version, meaning: `${tab} ${version}` }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      const kept = answers.find(({ status }) => status === 200)!.body;
      expect((await api.http.get(url)).body).toEqual(kept);
    }
  });

  it('takes an opinion only where its author asks for one', async () => {
    const { evening, url } = await aCritic();
    await api.http.put(url).send({ version: 0, opinion: 'I would cut it.' }).expect(200);
    const other = evening.works[1]!;
    const { assignmentId, critic } = other.critics[0]!;
    const refused = await api.http
      .put(`${pathOf(evening, critic.token)}/critiques/${assignmentId}`)
      .send({ version: 0, meaning: 'It moved me', opinion: 'I would cut it.' })
      .expect(422);
    expect(refused.body).toMatchObject({
      code: 'opinion-not-wanted',
      errors: [{ pointer: '/opinion' }],
    });
  });

  it('holds at most fifty marks, none of them after the end', async () => {
    const { url } = await aCritic();
    const many = Array.from({ length: 51 }, (_, at) => ({ at, text: 'here' }));
    expect((await api.http.put(url).send({ version: 0, marks: many })).status).toBe(422);
    const wrong = [
      { at: -1, text: '' },
      { at: 1.5, text: '' },
      { at: 5, text: 'x'.repeat(201) },
      { at: 5 },
      { at: 5, text: '', colour: 'red' },
    ];
    for (const mark of wrong) {
      expect([mark, (await api.http.put(url).send({ version: 0, marks: [mark] })).status]).toEqual([
        mark,
        422,
      ]);
    }
    const late = await saved(url, { version: 0, marks: [{ at: 999_999, text: 'The end' }] });
    expect(late.marks).toEqual([{ at: 180_000, text: 'The end' }]);
  });

  it('is taken from the plan until the release, and not after', async () => {
    const { evening, url } = await aCritic();
    for (const state of ['planned', 'running', 'ended']) {
      const version = (await api.http.get(url)).body.version as number;
      await changeSession(api, evening.critiqueSessionId, `state = '${state}'`);
      await api.http.put(url).send({ version, meaning: state }).expect(200);
    }
    await changeSession(api, evening.critiqueSessionId, 'released_at = app_now()');
    const refused = await api.http.put(url).send({ version: 3, meaning: 'Too late' }).expect(410);
    expect(refused.body.code).toBe('critique-closed');
    expect((await api.http.get(url)).body).toMatchObject({ meaning: 'ended', open: false });
  });

  it('is due at home at the same moment for everybody', async () => {
    const { evening, url } = await aCritic({ format: 'written', state: 'running' });
    expect(await saved(url, { version: 0, meaning: 'In time' })).toMatchObject({ fewestWords: 150 });
    await changeSession(api, evening.critiqueSessionId, 'due_at = app_now()');
    expect((await api.http.put(url).send({ version: 1, meaning: 'Late' })).body.code).toBe('critique-closed');
  });

  it('waits for a release that is under way, and is refused after it', async () => {
    const { evening, url } = await aCritic({ state: 'ended' });
    // The release holds the session; a save that arrives meanwhile comes after it.
    const [held, gate] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    const releasing = api.db.write({ kind: 'system' }, async (tx) => {
      await tx.query('select id from critique_sessions where id = $1 for update', [
        evening.critiqueSessionId,
      ]);
      held.resolve(null);
      await gate.promise;
      await tx.query('update critique_sessions set released_at = app_now() where id = $1', [
        evening.critiqueSessionId,
      ]);
    });
    await held.promise;
    const save = api.http.put(url).send({ version: 0, meaning: 'At the last moment' });
    const answer = save.then(({ status }) => status);
    await untilSomebodyWaits();
    gate.resolve(null);
    await releasing;
    expect(await answer).toBe(410);
  });

  it('does not make other critics wait (control: a save does wait for the release)', async () => {
    const { evening, url } = await aCritic({ state: 'running' });
    const { assignmentId, critic } = evening.works[1]!.critics[0]!;
    const other = `${pathOf(evening, critic.token)}/critiques/${assignmentId}`;
    const [held, gate] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    const typing = api.db.write({ kind: 'system' }, async (tx) => {
      await tx.query('select id from critique_sessions where id = $1 for share', [evening.critiqueSessionId]);
      held.resolve(null);
      await gate.promise;
    });
    await held.promise;
    expect((await api.http.put(url).send({ version: 0, meaning: 'One' })).status).toBe(200);
    expect((await api.http.put(other).send({ version: 0, meaning: 'Another' })).status).toBe(200);
    gate.resolve(null);
    await typing;
  });

  it('tells nobody’s screen: it would say who is writing', async () => {
    const { evening, url } = await aCritic({ state: 'running' });
    const version = async () =>
      (
        await api.database.sql<{ version: number }>('select version from critique_sessions where id = $1', [
          evening.critiqueSessionId,
        ])
      )[0]?.version;
    const before = await version();
    await saved(url, { version: 0, meaning: 'Quietly' });
    expect(await version()).toBe(before);
  });

  it('stays with whoever is missing, and cannot be changed by them', async () => {
    const { url, assignmentId } = await aCritic({ state: 'running' });
    await saved(url, { version: 0, meaning: 'Before I left' });
    await api.database.sql(`update assignments set state = 'missed' where id = $1`, [assignmentId]);
    const refused = await api.http.put(url).send({ version: 1, meaning: 'From outside' }).expect(409);
    expect(refused.body.code).toBe('assignment-over');
    expect((await api.http.get(url)).body).toMatchObject({ meaning: 'Before I left', open: false });
  });
});

describe('somebody who cannot hear a work', () => {
  it('says so before it begins, and once is enough', async () => {
    const { evening, path, assignmentId, critic } = await aCritic();
    for (let time = 0; time < 2; time += 1) {
      const { body } = await api.http.post(`${path}/assignments/${assignmentId}/decline`).expect(200);
      expect(stateOf(body, assignmentId)).toBe('declined');
    }
    const lines = await api.database.sql(
      `select actor_id from audit where action = 'assignment.declined' and subject_id = $1`,
      [assignmentId],
    );
    expect(lines).toEqual([{ actor_id: critic.personId }]);
    const { body } = await api.http.get(`${pathOf(evening, critic.token)}/now`).expect(200);
    expect(stateOf(body, assignmentId)).toBe('declined');
  });

  it('is too late once it is being heard, and once the evening is over', async () => {
    const { evening, path, work, assignmentId } = await aCritic({ state: 'running' });
    const url = `${path}/assignments/${assignmentId}/decline`;
    await startSlot(api, work.slotId!);
    expect((await api.http.post(url).expect(409)).body.code).toBe('assignment-begun');
    await changeSession(api, evening.critiqueSessionId, `state = 'ended', ended_at = app_now()`);
    expect((await api.http.post(url).expect(409)).body.code).toBe('assignment-over');
  });

  it('declines for themself only', async () => {
    const { evening, path, work } = await aCritic();
    const others = work.critics[1]!;
    await api.http.post(`${path}/assignments/${others.assignmentId}/decline`).expect(404);
    await api.http
      .post(`${pathOf(evening, work.author.token)}/assignments/${others.assignmentId}/decline`)
      .expect(404);
  });
});

const stateOf = (body: { hearings: { assignmentId: string; state: string }[] }, id: string) =>
  body.hearings.find(({ assignmentId }) => assignmentId === id)?.state;

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await api.database.sql<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if ((row?.waiting ?? 0) > 0) return;
  }
}
