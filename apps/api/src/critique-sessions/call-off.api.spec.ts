import { creditBalance } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeThere } from '../../../../test/support/critique-evening.ts';
import { makePlanDesk } from '../../../../test/support/critique-plan.ts';
import { makeEvent, makeMember } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-10T12:00:00Z' });
});
afterAll(() => api.stop());

const sql = <Row extends object>(text: string, values: unknown[] = []) => api.database.sql<Row>(text, values);

/** Somebody at an evening, with the way to their own work there. */
async function anAuthor(
  desk: Awaited<ReturnType<typeof makePlanDesk>>,
  name: string,
  given?: { id: string },
) {
  const there = await makeThere(api, { ...desk.event, organizationId: desk.organization.id }, name, given);
  const url = `/api/v1/critique/${there.token}/sessions/${desk.id}`;
  const read = async () => (await api.http.get(`${url}/work`).expect(200)).body;
  const bring = async () => {
    const { version } = (await read()).work ?? { version: 0 };
    const text = { title: 'Night bus', question: 'Does the bridge lift?', link: 'https://music.example/bus' };
    const rest = { wants: '', avoid: '', notes: '', topics: [], opinions: false, coAuthors: [] };
    await api.http
      .put(`${url}/work`)
      .send({ ...text, ...rest, fileId: null, previousId: null, version })
      .expect(200);
    return api.http.post(`${url}/work/submit`);
  };
  const withdraw = () => api.http.post(`${url}/work/withdraw`).expect(200);
  return { ...there, url, read, bring, withdraw };
}

describe('a session that is called off', () => {
  it('gives credits back, keeps the turn of its works, and says so to everybody', async () => {
    const desk = await makePlanDesk(api);
    const ana = await anAuthor(desk, 'Ana');
    expect((await ana.bring()).status).toBe(200);
    await desk.works(4);
    await desk.post('/plan').expect(200);
    expect((await ana.read()).credits).toEqual({ balance: 0, cost: 3, spent: 3 });
    const { body } = await desk.post('/call-off').expect(200);
    expect(body).toMatchObject({ state: 'ended', calledOffAt: expect.any(String) });
    expect(await ana.read()).toMatchObject({
      closed: 'critique-called-off',
      work: { state: 'waitlisted' },
      credits: { balance: 3, spent: 0 },
    });
    const now = (await api.http.get(`${ana.url}/now`).expect(200)).body;
    expect(now).toMatchObject({ calledOff: true, open: false, hearings: [], slots: [] });
    expect((await api.http.get(`${ana.url}/letter`)).body).not.toHaveProperty('critiques.0');
    const again = await desk.post('/call-off').expect(200);
    expect(again.body).toEqual(body);
    expect((await desk.post('/plan').expect(409)).body.code).toBe('critique-started');
    const lines = await sql('select 1 from audit where subject_id = $1 and action = $2', [
      desk.id,
      'critique-session.called-off',
    ]);
    expect(lines).toHaveLength(1);
  });

  it('makes its works the first of the next session', async () => {
    const first = await makePlanDesk(api);
    const works = await first.works(3);
    await first.post('/call-off').expect(200);
    const event = await makeEvent(api.database, first.organization.id, { endsLocal: '2026-10-19T20:00' });
    const sessions = first.sessions.replace(first.event.id, event.id);
    const { body } = await api.http
      .post(sessions)
      .set('cookie', first.cookie)
      .send({ format: 'live' })
      .expect(201);
    await moveWork(body.id, event.id, 'Fresh One');
    await moveWork(body.id, event.id, works[2]!.name, works[2]!.personId);
    const read = (await api.http.get(`${sessions}/${body.id}`).set('cookie', first.cookie).expect(200)).body;
    expect(read.works.map(({ author }: { author: string }) => author)).toEqual([works[2]!.name, 'Fresh One']);
  });

  it('is one that has not begun, and by somebody who sets sessions up', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(3);
    const host = await makeMember(api.database, desk.organization.id, 'host');
    await desk.post('/call-off', {}, await api.cookieOf(host.personId)).expect(403);
    await desk.post('/plan').expect(200);
    await sql(`update critique_sessions set state = 'running', started_at = app_now() where id = $1`, [
      desk.id,
    ]);
    expect((await desk.post('/call-off').expect(409)).body.code).toBe('critique-started');
  });
});

describe('a work that is taken back from a plan', () => {
  it('is not paid for twice when it comes again', async () => {
    const desk = await makePlanDesk(api);
    const ana = await anAuthor(desk, 'Ana');
    expect((await ana.bring()).status).toBe(200);
    await desk.works(3);
    await desk.post('/plan').expect(200);
    await ana.withdraw();
    expect((await ana.read()).credits).toMatchObject({ balance: 0, spent: 3 });
    expect((await ana.bring()).status).toBe(200);
    expect((await ana.read()).credits).toMatchObject({ balance: 0, spent: 3 });
    await desk.post('/call-off').expect(200);
    expect((await ana.read()).credits).toMatchObject({ balance: 3, spent: 0 });
  });
});

describe('a session that is removed', () => {
  it('gives back what works hold that were taken back from it', async () => {
    const desk = await makePlanDesk(api);
    const ana = await anAuthor(desk, 'Ana');
    expect((await ana.bring()).status).toBe(200);
    await desk.works(3);
    await desk.post('/plan').expect(200);
    await ana.withdraw();
    const { id: organizationId } = desk.organization;
    const balance = () =>
      api.db.read(inOrganization(organizationId, system), (reader) =>
        creditBalance(reader, { organizationId, personId: ana.personId }),
      );
    expect(await balance()).toBe(0);
    await sql(`update submissions set state = 'withdrawn' where critique_session_id = $1`, [desk.id]);
    await api.http.delete(desk.base).set('cookie', desk.cookie).expect(204);
    expect(await balance()).toBe(3);
  });
});

describe('credits of a session whose evening went by', () => {
  it('are not free twice: a plan that is made afterwards leaves nobody below zero', async () => {
    const desk = await makePlanDesk(api, { format: 'written', deadlineLocal: '2026-10-25T12:00' });
    const ana = await anAuthor(desk, 'Ana');
    expect((await ana.bring()).status).toBe(200);
    await sql(
      `update events set starts_at = app_now() - interval '3 hours', ends_at = app_now() - interval '1 hour' where id = $1`,
      [desk.event.id],
    );
    expect((await ana.read()).credits).toMatchObject({ balance: 0 });
    await desk.works(3);
    await desk.post('/plan').expect(200);
    expect((await ana.read()).credits).toMatchObject({ balance: 0 });
  });
});

/** A work that is in, of somebody at that evening. */
async function moveWork(sessionId: string, eventId: string, name: string, person?: string): Promise<void> {
  const [event] = await sql<{ id: string; organizationId: string }>(
    'select id, organization_id as "organizationId" from events where id = $1',
    [eventId],
  );
  const there = await makeThere(api, event!, name, person === undefined ? undefined : { id: person });
  await sql(
    `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium,
       link, question, submitted_at, created_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, 'submitted', 'Work', 'link', 'https://example.org', 'Why?', app_now(), app_now())`,
    [event!.organizationId, eventId, sessionId, there.attendeeId, there.personId],
  );
}
