import { handleFor } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type PlanDesk, type PlanRead, makePlanDesk } from '../../../../test/support/critique-plan.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

type HearingRead = PlanRead['hearings'][number];

const planned = async (desk: PlanDesk, body: object = {}): Promise<PlanRead> =>
  (await desk.post('/plan', body).expect(200)).body as PlanRead;

const personOf = async (attendeeId: string): Promise<string> => {
  const [row] = await api.database.sql<{ id: string }>(
    'select person_id as id from attendees where id = $1',
    [attendeeId],
  );
  return row!.id;
};

/** The critic's own page of what they write for one work. */
async function pageOf(desk: PlanDesk, { id, attendeeId }: HearingRead): Promise<string> {
  const organizationId = desk.organization.id;
  const personId = await personOf(attendeeId);
  const token = await api.db.write(inOrganization(organizationId, system), (tx) =>
    handleFor(tx, api.config.keys, {
      purpose: 'rsvp',
      organizationId,
      personId,
      subjectId: attendeeId,
      expiresAt: null,
    }),
  );
  return `/api/v1/critique/${token}/sessions/${desk.id}/critiques/${id}`;
}

async function writeAhead(desk: PlanDesk, hearing: HearingRead, text: object): Promise<string> {
  const page = await pageOf(desk, hearing);
  await api.http
    .put(page)
    .send({ version: 0, ...text })
    .expect(200);
  return page;
}

const countOf = (list: readonly string[]): number[] =>
  Object.values(Object.groupBy(list, (one) => one)).map((same) => same?.length ?? 0);

function expectExact(plan: PlanRead, k: number): void {
  const heard = plan.works.filter(({ state }) => state === 'accepted');
  const accepted = plan.hearings.filter(({ submissionId }) => heard.some(({ id }) => id === submissionId));
  expect(countOf(accepted.map(({ submissionId }) => submissionId))).toEqual(heard.map(() => k));
  expect(countOf(accepted.map(({ attendeeId }) => attendeeId))).toEqual(heard.map(() => k));
}

describe('what critics write ahead of the evening', () => {
  it.each([
    ['words', { meaning: 'The bridge stayed with me.' }],
    ['a mark alone', { marks: [{ at: 9_000, text: '' }] }],
  ])('stays, be it %s, when the session is planned again', async (_what, text) => {
    const desk = await makePlanDesk(api, { format: 'live' }, { endsLocal: '2026-10-20T02:00' });
    await desk.works(12);
    const first = await planned(desk, { seed: 1 });
    const begun = first.hearings.filter((_, at) => at % 5 === 0);
    const pages = [];
    for (const hearing of begun) pages.push(await writeAhead(desk, hearing, text));
    for (const seed of [2, 3]) {
      const again = await planned(desk, { seed });
      for (const one of begun)
        expect(again.hearings.find(({ id }) => id === one.id)).toMatchObject({ critic: one.critic });
      expect(again.hearings.map(({ id }) => id).sort()).not.toEqual(
        first.hearings.map(({ id }) => id).sort(),
      );
      expectExact(again, 3);
    }
    for (const page of pages) expect((await api.http.get(page).expect(200)).body).toMatchObject(text);
  });

  it('stays at its table, although works before it were taken back', async () => {
    const desk = await makePlanDesk(api, { format: 'tables', tables: 2, criticsPerWork: 2 });
    await desk.works(10);
    const first = await planned(desk);
    const begun = first.hearings;
    for (const hearing of begun) await writeAhead(desk, hearing, { meaning: 'The bridge.' });
    await api.database.sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
      [first.works[3]?.attendeeId],
    );
    const again = await planned(desk);
    const tableOf = (plan: PlanRead, work: string) => plan.works.find(({ id }) => id === work)?.table;
    for (const { submissionId, attendeeId, id } of again.hearings.filter(({ id }) =>
      begun.some((one) => one.id === id),
    )) {
      const own = again.works.find((work) => work.attendeeId === attendeeId);
      if (own?.state !== 'accepted' || tableOf(again, submissionId) === null) continue;
      expect([id, own.table]).toEqual([id, tableOf(again, submissionId)]);
    }
    expect(again.hearings.filter(({ id }) => begun.some((one) => one.id === id))).toHaveLength(begun.length);
  });

  it('keeps the plan from being taken back, with how many have begun', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(5);
    const plan = await planned(desk);
    await writeAhead(desk, plan.hearings[0]!, { meaning: 'The bridge stayed with me.' });
    const { body } = await desk.post('/unplan').expect(409);
    expect(body).toMatchObject({ code: 'critique-words-begun', current: { critics: 1 } });
    expect((await desk.read()).hearings).toHaveLength(plan.hearings.length);
  });

  it('is put aside where one of the two blocked the other meanwhile, and somebody else is drawn', async () => {
    const desk = await makePlanDesk(api);
    const authors = await desk.works(5);
    const plan = await planned(desk, { seed: 1 });
    const hearing = plan.hearings[0]!;
    await writeAhead(desk, hearing, { meaning: 'The bridge stayed with me.' });
    const author = authors.find(({ workId }) => workId === hearing.submissionId)!;
    await api.database.sql(
      'insert into blocks (person_id, blocked_id, created_at) values ($1, $2, app_now())',
      [author.personId, await personOf(hearing.attendeeId)],
    );
    const again = await planned(desk, { seed: 1 });
    expect(again.hearings.find(({ id }) => id === hearing.id)).toMatchObject({ state: 'declined' });
    expectExact({ ...again, hearings: again.hearings.filter(({ state }) => state === 'assigned') }, 2);
  });
});

describe('a hearing that a host chose although its critic heard that author last time', () => {
  it('stays when the session is planned again', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(5);
    const plan = await planned(desk);
    const [one] = plan.hearings;
    await api.database.sql('update assignments set fixed = true where id = $1', [one!.id]);
    await heardLastTime(desk, one!);
    const again = await planned(desk, { seed: 4 });
    expect(again.hearings.find(({ id }) => id === one!.id)).toMatchObject({ state: 'assigned', fixed: true });
    expectExact(again, 2);
  });
});

/** The same two in a session of this organization that is over. */
async function heardLastTime(desk: PlanDesk, { attendeeId, submissionId }: HearingRead): Promise<void> {
  await api.database.sql(
    `with session as (insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, state, ended_at, created_at)
         select gen_random_uuid(), organization_id, event_id, 'live', 3, 'ended', app_now() - interval '30 days', app_now()
         from critique_sessions where id = $1 returning *),
       work as (insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state,
           title, medium, link, question, submitted_at, heard_at, created_at)
         select gen_random_uuid(), w.organization_id, w.event_id, session.id, w.attendee_id, w.person_id, 'heard', 'Then', 'link',
           'https://example.org', 'Why?', app_now(), app_now() - interval '30 days', app_now()
         from submissions w, session where w.id = $2 returning *)
     insert into assignments (id, organization_id, event_id, critique_session_id, submission_id, attendee_id, person_id, state,
       source, created_at)
     select gen_random_uuid(), work.organization_id, work.event_id, work.critique_session_id, work.id, a.id, a.person_id, 'done', 'plan',
       app_now() from work, attendees a where a.id = $3`,
    [desk.id, submissionId, attendeeId],
  );
}
