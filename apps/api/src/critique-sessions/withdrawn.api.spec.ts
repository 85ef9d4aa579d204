import { handleFor } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type Author,
  type PlanDesk,
  type PlanRead,
  makePlanDesk,
} from '../../../../test/support/critique-plan.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function withdraw(desk: PlanDesk, { personId, attendeeId }: { personId: string; attendeeId: string }) {
  const organizationId = desk.organization.id;
  const token = await api.db.write(inOrganization(organizationId, system), (tx) =>
    handleFor(tx, api.config.keys, {
      purpose: 'rsvp',
      organizationId,
      personId,
      subjectId: attendeeId,
      expiresAt: null,
    }),
  );
  await api.http.post(`/api/v1/critique/${token}/sessions/${desk.id}/work/withdraw`).send({}).expect(200);
}

async function planWith(works: number) {
  const desk = await makePlanDesk(api);
  const authors = await desk.works(works);
  const plan = (await desk.post('/plan').expect(200)).body as PlanRead;
  const authorAt = (place: number): Author => {
    const id = plan.works.find((work) => work.place === place)?.id;
    const author = authors.find(({ workId }) => workId === id);
    if (author === undefined) throw new Error(`nobody at ${String(place)}`);
    return author;
  };
  return { desk, plan, authorAt };
}

const mailed = (desk: PlanDesk) =>
  api.database.sql<{ personId: string }>(
    `select person_id as "personId" from mails where organization_id = $1 and kind = 'critique-place' order by id`,
    [desk.organization.id],
  );

describe('a work that is taken back after the plan', () => {
  it('leaves its time, its place, its critics and what its author was to hear to the head of the waitlist', async () => {
    const { desk, plan, authorAt } = await planWith(7);
    const [lost, next, last] = [authorAt(2), authorAt(6), authorAt(7)];
    const slot = plan.works.find(({ id }) => id === lost.workId);
    await withdraw(desk, lost);
    const after = await desk.read();
    expect(after.works.some(({ id }) => id === lost.workId)).toBe(false);
    expect(after.works.find(({ id }) => id === next.workId)).toMatchObject({
      state: 'accepted',
      place: 2,
      round: slot?.round,
    });
    expect(after.works.find(({ id }) => id === last.workId)).toMatchObject({ state: 'waitlisted' });
    const heard = after.works.filter(({ state }) => state === 'accepted');
    expect(heard).toHaveLength(5);
    const counts = heard.map(({ id, attendeeId }) => [
      after.hearings.filter(({ submissionId }) => submissionId === id).length,
      after.hearings.filter((one) => one.attendeeId === attendeeId).length,
    ]);
    expect(counts).toEqual(heard.map(() => [2, 2]));
    expect(after.hearings.some(({ attendeeId }) => attendeeId === lost.attendeeId)).toBe(false);
  });

  it('is told to whom it changes something, and not to its author again', async () => {
    const { desk, authorAt } = await planWith(7);
    const before = (await mailed(desk)).length;
    await withdraw(desk, authorAt(2));
    const told = (await mailed(desk)).slice(before).map(({ personId }) => personId);
    expect(told).toContain(authorAt(6).personId);
    expect(told).not.toContain(authorAt(2).personId);
    expect(told).not.toContain(authorAt(7).personId);
  });

  it('gives what its author was to hear to somebody without a work where nobody waits, and its time is free', async () => {
    const { desk, authorAt } = await planWith(5);
    const guest = await desk.guest('Sam Guest');
    const lost = authorAt(3);
    await withdraw(desk, lost);
    const after = await desk.read();
    expect(after.works).toHaveLength(4);
    expect(after.hearings.filter(({ submissionId }) => submissionId === lost.workId)).toEqual([]);
    for (const { id } of after.works)
      expect(after.hearings.filter(({ submissionId }) => submissionId === id)).toHaveLength(2);
    const theirs = after.hearings.filter(({ attendeeId }) => attendeeId === guest.attendeeId);
    expect(theirs).toHaveLength(2);
    expect(theirs.map(({ source }) => source)).toEqual(['standby', 'standby']);
    expect((await desk.post('/plan', {}).expect(200)).body.works).toHaveLength(4);
  });

  it('goes to nobody who is kept apart from a critic: somebody else hears it then', async () => {
    const { desk, plan, authorAt } = await planWith(6);
    await desk.guest('Sam Guest');
    const [lost, next] = [authorAt(1), authorAt(6)];
    const critic = plan.hearings.find(({ submissionId }) => submissionId === lost.workId);
    await api.database.sql(
      `insert into blocks (person_id, blocked_id, created_at)
       select person_id, $2, app_now() from attendees where id = $1`,
      [critic?.attendeeId, next.personId],
    );
    await withdraw(desk, lost);
    const after = await desk.read();
    const hearers = after.hearings.filter(({ submissionId }) => submissionId === next.workId);
    expect(hearers).toHaveLength(2);
    expect(hearers.map((one) => one.critic)).not.toContain(critic?.critic);
  });
});
