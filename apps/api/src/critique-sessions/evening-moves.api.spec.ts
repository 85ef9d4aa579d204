import { type Api, startApi } from '../../../../test/support/api.ts';
import { type PlanDesk, makePlanDesk } from '../../../../test/support/critique-plan.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-10T12:00:00Z' });
});
afterAll(() => api.stop());

const sql = <Row extends object>(text: string, values: unknown[] = []) => api.database.sql<Row>(text, values);

async function changeEvent(desk: PlanDesk, change: object): Promise<void> {
  const url = `/api/v1/organizations/${desk.organization.id}/events/${desk.event.id}`;
  const { body } = await api.http.get(url).set('cookie', desk.cookie).expect(200);
  await api.http
    .patch(url)
    .set('cookie', desk.cookie)
    .send({ version: body.version, ...change })
    .expect(200);
}

const deadlineOf = async ({ id }: PlanDesk) =>
  (await sql<{ at: Date }>('select deadline_at as at from critique_sessions where id = $1', [id]))[0]?.at;

const placesMailed = ({ organization }: PlanDesk) =>
  sql(`select 1 from mails where organization_id = $1 and kind = 'critique-place'`, [organization.id]);

describe('a critique session whose evening changes', () => {
  it('keeps the local time of its deadline when the zone does', async () => {
    const desk = await makePlanDesk(api, { format: 'live', deadlineLocal: '2026-10-18T12:00' });
    expect(await deadlineOf(desk)).toEqual(new Date('2026-10-18T19:00:00Z'));
    await changeEvent(desk, { title: 'Another title' });
    expect(await deadlineOf(desk)).toEqual(new Date('2026-10-18T19:00:00Z'));
    await changeEvent(desk, { timeZone: 'Europe/Berlin' });
    expect(await deadlineOf(desk)).toEqual(new Date('2026-10-18T10:00:00Z'));
  });

  it('tells whoever has a slot the new time, once, and nobody when only the title changes', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(7);
    await desk.post('/plan').expect(200);
    expect(await placesMailed(desk)).toHaveLength(7);
    await changeEvent(desk, { title: 'Another title' });
    expect(await placesMailed(desk)).toHaveLength(7);
    await changeEvent(desk, { startsLocal: '2026-10-19T18:30', endsLocal: '2026-10-19T20:30' });
    expect(await placesMailed(desk)).toHaveLength(7 + 5);
  });

  it('says for how many works of its plan a shorter evening has no time, until it is planned again', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(7);
    expect((await desk.post('/plan').expect(200)).body.tooMany).toBe(0);
    await changeEvent(desk, { endsLocal: '2026-10-19T19:20' });
    const read = async () => (await api.http.get(desk.base).set('cookie', desk.cookie).expect(200)).body;
    expect(await read()).toMatchObject({ tooMany: 2, couldBeHeard: 0 });
    expect((await desk.post('/plan').expect(200)).body.tooMany).toBe(0);
    expect((await read()).works.filter(({ state }: { state: string }) => state === 'accepted')).toHaveLength(
      3,
    );
  });
});

describe('setting a session up', () => {
  it('points at a template that is for another format', async () => {
    const desk = await makePlanDesk(api);
    const { body } = await api.http
      .post(desk.sessions)
      .set('cookie', desk.cookie)
      .send({ format: 'live', template: 'written' })
      .expect(422);
    expect(body).toMatchObject({ code: 'critique-template', errors: [{ pointer: '/template' }] });
  });
});
