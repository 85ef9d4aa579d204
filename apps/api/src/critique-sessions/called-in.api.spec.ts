import { type Api, startApi } from '../../../../test/support/api.ts';
import { makePlanDesk } from '../../../../test/support/critique-plan.ts';
import { deliverDue, sentMails } from '../../../../test/support/evening.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-15T18:00:00Z' });
});
afterAll(() => api.stop());

describe('a guest without a work whom a host assigns before the evening', () => {
  it('is written to: what they hear, and when', async () => {
    const desk = await makePlanDesk(api, { format: 'live', criticsPerWork: 2 });
    const authors = await desk.works(4);
    const guest = await desk.guest('Sam Guest');
    const { body } = await desk.post('/plan').expect(200);
    const { session, hearings } = body as Awaited<ReturnType<typeof desk.read>>;
    const [hearing] = hearings;
    await desk
      .post(`/assignments/${hearing!.id}/replace`, { attendeeId: guest.attendeeId, version: session.version })
      .expect(200);
    await deliverDue(api);
    const mails = await sentMails(api, desk.organization.id, 'critique-assigned');
    const heard = authors.find(({ workId }) => workId === hearing!.submissionId);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain(`“Work of ${heard!.name}” by ${heard!.name}`);
    expect(mails[0]!.text).toContain('It starts on Monday 19 October 2026, 18:00');
  });
});

describe('a work that is brought after the plan while there is time', () => {
  it('is counted for whoever plans, who makes room for it by planning again', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(3);
    expect((await desk.post('/plan').expect(200)).body.couldBeHeard).toBe(0);
    const late = await desk.work({ name: 'Late' });
    await api.database.sql(`update submissions set state = 'waitlisted', place = 4 where id = $1`, [
      late.workId,
    ]);
    const read = async () => (await api.http.get(desk.base).set('cookie', desk.cookie).expect(200)).body;
    expect(await read()).toMatchObject({ couldBeHeard: 1, tooMany: 0 });
    expect((await desk.post('/plan').expect(200)).body.couldBeHeard).toBe(0);
  });
});
