import { erasePerson, handleFor, lockSession } from '#libs/database';
import { everyOrganization, inOrganization, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type PersonThere,
  makeCritiqueEvening,
  startSlot,
} from '../../../../test/support/critique-evening.ts';
import {
  type Author,
  type PlanDesk,
  type PlanRead,
  makePlanDesk,
} from '../../../../test/support/critique-plan.ts';
import { runReseats } from '../../../../test/support/reseats.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-18T18:00:00Z' });
});
afterEach(() => runReseats(api));
afterAll(() => api.stop());

interface Who {
  personId: string;
  attendeeId: string;
}

const sql = <Row extends object>(text: string, values: unknown[] = []) => api.database.sql<Row>(text, values);

/** The person themselves, at their own list of RSVPs. */
async function cancel(who: Who): Promise<void> {
  await api.http
    .post(`/api/v1/me/rsvps/${who.attendeeId}/cancel`)
    .set('cookie', await api.cookieOf(who.personId))
    .expect(200);
}

async function cancelForThem({ organization, event, cookie }: PlanDesk, who: Who): Promise<void> {
  await api.http
    .post(`/api/v1/organizations/${organization.id}/events/${event.id}/attendees/${who.attendeeId}/cancel`)
    .set('cookie', cookie)
    .expect(200);
}

async function tokenOf(organizationId: string, { personId, attendeeId: subjectId }: Who): Promise<string> {
  return api.db.write(inOrganization(organizationId, system), (tx) =>
    handleFor(tx, api.config.keys, {
      purpose: 'rsvp',
      organizationId,
      personId,
      subjectId,
      expiresAt: null,
    }),
  );
}

const workOf = async (desk: PlanDesk, who: Who) => {
  const token = await tokenOf(desk.organization.id, who);
  return `/api/v1/critique/${token}/sessions/${desk.id}/work`;
};

/** As if they had said yes again, and got a seat. */
const comeBack = ({ attendeeId }: Who) =>
  sql(`update attendees set status = 'confirmed', cancel_cause = null, seat = true where id = $1`, [
    attendeeId,
  ]);

async function planWith(works: number) {
  const desk = await makePlanDesk(api);
  const authors = await desk.works(works);
  const plan = (await desk.post('/plan').expect(200)).body as PlanRead;
  const authorAt = (place: number): Author => {
    const id = plan.works.find((work) => work.place === place)?.id;
    return authors.find(({ workId }) => workId === id)!;
  };
  return { desk, plan, authorAt };
}

const mailed = ({ organization }: PlanDesk, kind = 'critique-place') =>
  sql<{ personId: string }>(
    `select person_id as "personId" from mails where organization_id = $1 and kind = $2 order by id`,
    [organization.id, kind],
  );

const hearersOf = ({ hearings }: PlanRead, { workId }: Author) =>
  hearings.filter((one) => one.submissionId === workId && one.state === 'assigned');
const heardBy = ({ hearings }: PlanRead, { attendeeId }: Who) =>
  hearings.filter((one) => one.attendeeId === attendeeId && one.state === 'assigned');

describe('an author who cancels after the plan', () => {
  it('leaves their time, their place, their critics and what they were to hear to the head of the waitlist', async () => {
    const { desk, plan, authorAt } = await planWith(7);
    const [lost, next, last] = [authorAt(2), authorAt(6), authorAt(7)];
    const before = (await mailed(desk)).length;
    await cancel(lost);
    expect(await runReseats(api)).toBe(1);
    const after = await desk.read();
    expect(after.works.some(({ id }) => id === lost.workId)).toBe(false);
    expect(after.works.find(({ id }) => id === next.workId)).toMatchObject({
      state: 'accepted',
      place: 2,
      round: plan.works.find(({ id }) => id === lost.workId)?.round,
    });
    expect(after.works.find(({ id }) => id === last.workId)).toMatchObject({ state: 'waitlisted' });
    for (const { id, attendeeId } of after.works.filter(({ state }) => state === 'accepted')) {
      expect(after.hearings.filter(({ submissionId }) => submissionId === id)).toHaveLength(2);
      expect(heardBy(after, { attendeeId, personId: '' })).toHaveLength(2);
    }
    const told = (await mailed(desk)).slice(before).map(({ personId }) => personId);
    expect(told).toContain(next.personId);
    expect(told).not.toContain(lost.personId);
    expect(told).not.toContain(last.personId);
    expect(after.session.version).toBeGreaterThan(plan.session.version);
  });

  it('is no other when a host cancels for them, and once is enough', async () => {
    const { desk, authorAt } = await planWith(6);
    await cancelForThem(desk, authorAt(1));
    await cancelForThem(desk, authorAt(1));
    expect(await runReseats(api)).toBe(1);
    const once = await desk.read();
    expect(once.works.find(({ id }) => id === authorAt(6).workId)).toMatchObject({ place: 1 });
    await cancelForThem(desk, authorAt(1));
    await cancel(authorAt(1));
    expect(await runReseats(api)).toBe(0);
    expect(await desk.read()).toEqual(once);
    expect(
      await sql(
        `select actor_kind from audit where organization_id = $1 and action = 'critique-session.reseated'`,
        [desk.organization.id],
      ),
    ).toEqual([{ actor_kind: 'system' }]);
  });

  it('finds their work as a draft when they come back, and waits with it at the end', async () => {
    const { desk, authorAt } = await planWith(6);
    const lost = authorAt(3);
    await cancel(lost);
    await runReseats(api);
    await comeBack(lost);
    const work = await workOf(desk, lost);
    expect((await api.http.get(work).expect(200)).body.work).toMatchObject({
      state: 'draft',
      title: `Work of ${lost.name}`,
    });
    await sql('update organizations set critique_credits = false where id = $1', [desk.organization.id]);
    await api.http.post(`${work}/submit`).send({}).expect(200);
    expect((await desk.read()).works.at(-1)).toMatchObject({ id: lost.workId, state: 'waitlisted' });
  });

  it('loses nothing when their seat is theirs again before anything was given away', async () => {
    const { desk, authorAt } = await planWith(6);
    const before = await desk.read();
    await cancel(authorAt(2));
    await comeBack(authorAt(2));
    expect(await runReseats(api)).toBe(1);
    expect(await desk.read()).toEqual(before);
  });

  it('leaves free time and guests in their place where nobody waits', async () => {
    const { desk, authorAt } = await planWith(5);
    const guest = await desk.guest('Sam Guest');
    await cancel(authorAt(3));
    await runReseats(api);
    const after = await desk.read();
    expect(after.works).toHaveLength(4);
    for (const { id } of after.works)
      expect(after.hearings.filter(({ submissionId }) => submissionId === id)).toHaveLength(2);
    expect(heardBy(after, guest).map(({ source }) => source)).toEqual(['standby', 'standby']);
  });

  it('is erased: their time and what they were to hear go to others all the same', async () => {
    const { desk, authorAt } = await planWith(6);
    const [lost, next] = [authorAt(2), authorAt(6)];
    await api.db.write(everyOrganization, (tx) => erasePerson(tx, api.config.keys, lost.personId));
    expect(await runReseats(api)).toBe(1);
    const after = await desk.read();
    expect(after.works.find(({ id }) => id === next.workId)).toMatchObject({ state: 'accepted', place: 2 });
    for (const { id, attendeeId } of after.works) {
      expect(after.hearings.filter(({ submissionId }) => submissionId === id)).toHaveLength(2);
      expect(heardBy(after, { attendeeId, personId: '' })).toHaveLength(2);
    }
    expect(heardBy(after, lost)).toEqual([]);
    expect(await sql('select state, title from submissions where id = $1', [lost.workId])).toEqual([
      { state: 'withdrawn', title: '' },
    ]);
  });
});

describe('somebody without a work who cancels', () => {
  it('leaves what they were to hear to another guest', async () => {
    const { desk, authorAt } = await planWith(3);
    const guest = await desk.guest('Sam Guest');
    const hearing = (await desk.read()).hearings[0]!;
    const { version } = (await desk.read()).session;
    await desk
      .post(`/assignments/${hearing.id}/replace`, { attendeeId: guest.attendeeId, version })
      .expect(200);
    const other = await desk.guest('Olu Other');
    await cancel(guest);
    await runReseats(api);
    const after = await desk.read();
    expect(heardBy(after, other)).toMatchObject([{ submissionId: hearing.submissionId, source: 'standby' }]);
    expect(heardBy(after, guest)).toEqual([]);
    expect(hearersOf(after, authorAt(1))).toHaveLength(2);
  });

  it('leaves a work that lacks a critic where nobody is left', async () => {
    const { desk } = await planWith(3);
    const guest = await desk.guest('Sam Guest');
    const hearing = (await desk.read()).hearings[0]!;
    const { version } = (await desk.read()).session;
    await desk
      .post(`/assignments/${hearing.id}/replace`, { attendeeId: guest.attendeeId, version })
      .expect(200);
    await cancel(guest);
    await runReseats(api);
    const run = await api.http.get(`${desk.base}/live`).set('cookie', desk.cookie).expect(200);
    const slots = run.body.slots as { submissionId: string; lacks: number }[];
    expect(slots.find(({ submissionId }) => submissionId === hearing.submissionId)?.lacks).toBe(1);
  });
});

describe('an author who cancels before the plan', () => {
  it('gets back what the work took, and takes no place with it', async () => {
    const desk = await makePlanDesk(api);
    const author = await desk.work();
    const other = await desk.work();
    const work = await workOf(desk, author);
    await sql(`update submissions set state = 'draft', submitted_at = null where id = $1`, [author.workId]);
    expect((await api.http.post(`${work}/submit`).send({}).expect(200)).body.credits.balance).toBe(0);
    await cancel(author);
    await runReseats(api);
    await runReseats(api);
    expect((await desk.read()).works.map(({ id }) => id)).toEqual([other.workId]);
    await comeBack(author);
    const { work: mine, credits } = (await api.http.get(work).expect(200)).body;
    expect([mine.state, credits.balance, credits.spent]).toEqual(['draft', 3, 0]);
    expect((await api.http.post(`${work}/submit`).send({}).expect(200)).body.credits.balance).toBe(0);
  });
});

describe('while an evening runs', () => {
  it('a work that is on stays, one to come goes to who waits, whose phone says so: a mail would come too late', async () => {
    const { desk, authorAt } = await planWith(7);
    await api.setTime('2026-10-20T00:00:00Z');
    await desk.post('/start').expect(204);
    const [on, lost, next] = [authorAt(1), authorAt(3), authorAt(6)];
    const before = (await mailed(desk)).length;
    const [slot] = await sql<{ id: string }>('select id from critique_slots where submission_id = $1', [
      on.workId,
    ]);
    await startSlot(api, slot!.id);
    await cancel(on);
    await cancel(lost);
    await runReseats(api);
    const after = await desk.read();
    expect(after.works.find(({ id }) => id === on.workId)).toMatchObject({ state: 'accepted', place: 1 });
    expect(after.works.find(({ id }) => id === next.workId)).toMatchObject({ state: 'accepted', place: 3 });
    expect(await mailed(desk)).toHaveLength(before);
    const token = await tokenOf(desk.organization.id, next);
    const { body } = await api.http.get(`/api/v1/critique/${token}/sessions/${desk.id}/now`).expect(200);
    expect(body.work).toMatchObject({ state: 'accepted', slotId: expect.any(String) });
  });
});

describe('between people who write at home', () => {
  const write = (assignmentId: string, { token }: PersonThere, session: string) =>
    api.http
      .put(`/api/v1/critique/${token}/sessions/${session}/critiques/${assignmentId}`)
      .send({ version: 0, meaning: 'It stayed with me.' })
      .expect(200);
  const statesOf = (submissionId: string) =>
    sql<{ personId: string; state: string }>(
      'select person_id as "personId", state from assignments where submission_id = $1 order by created_at, id',
      [submissionId],
    );

  it('hears somebody else in their place, who is written to, unless they have begun to write', async () => {
    const there = await makeCritiqueEvening(api, { format: 'written', state: 'running' });
    const [left, begun] = there.works[0]!.critics;
    const leaver = left!.critic;
    const kept = there.works.find(
      ({ id, critics }) => id !== there.works[0]!.id && critics.some(({ critic }) => critic === leaver),
    )!;
    const own = kept.critics.find(({ critic }) => critic === leaver)!;
    await write(own.assignmentId, leaver, there.critiqueSessionId);
    await cancel(leaver);
    await runReseats(api);
    expect(await statesOf(there.works[0]!.id)).toEqual(
      expect.arrayContaining([
        { personId: leaver.personId, state: 'declined' },
        { personId: begun!.critic.personId, state: 'assigned' },
        { personId: there.guest.personId, state: 'assigned' },
      ]),
    );
    expect(await statesOf(kept.id)).toContainEqual({ personId: leaver.personId, state: 'assigned' });
    expect(
      await sql(
        `select person_id as "personId" from mails where organization_id = $1 and kind = 'critique-assigned'`,
        [there.organization.id],
      ),
    ).toContainEqual({ personId: there.guest.personId });
  });

  it('the work of who cancels goes, unless somebody has begun to write about it', async () => {
    const there = await makeCritiqueEvening(api, { format: 'written', state: 'running' });
    const [goes, stays] = there.works;
    const { assignmentId, critic } = stays!.critics[0]!;
    await write(assignmentId, critic, there.critiqueSessionId);
    for (const { author } of [goes!, stays!]) await cancel(author);
    await runReseats(api);
    const states = await sql<{ id: string; state: string }>(
      'select id, state from submissions where critique_session_id = $1',
      [there.critiqueSessionId],
    );
    expect(states).toEqual(
      expect.arrayContaining([
        { id: goes!.id, state: 'draft' },
        { id: stays!.id, state: 'accepted' },
      ]),
    );
    expect(await statesOf(goes!.id)).toEqual([]);
  });
});

describe('a seat that is given back', () => {
  it('waits for nobody who is making a plan', async () => {
    const { desk, authorAt } = await planWith(6);
    const key = { organizationId: desk.organization.id, eventId: desk.event.id, id: desk.id };
    await api.db.write(inOrganization(desk.organization.id, system), async (tx) => {
      await lockSession(tx, key);
      await cancel(authorAt(2));
    });
    expect(await runReseats(api)).toBe(1);
  });

  it('wakes nothing at an evening without such a session, nor after its end', async () => {
    const there = await makeCritiqueEvening(api, { state: 'ended' });
    await cancel(there.works[0]!.author);
    expect(await runReseats(api)).toBe(0);
    expect(await statesAfter(there.works[0]!.id)).toBe('accepted');
  });

  it('changes nothing at an evening that is cancelled', async () => {
    const there = await makeCritiqueEvening(api);
    await cancel(there.works[0]!.author);
    await sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      there.event.id,
    ]);
    await runReseats(api);
    expect(await statesAfter(there.works[0]!.id)).toBe('accepted');
  });

  const statesAfter = async (id: string) =>
    (await sql<{ state: string }>('select state from submissions where id = $1', [id]))[0]?.state;
});
