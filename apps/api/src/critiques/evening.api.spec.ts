import { handleFor } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  type PersonThere,
  changeSession,
  makeCritiqueEvening,
  makeThere,
} from '../../../../test/support/critique-evening.ts';
import { makeEvent, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-19T20:00:00Z' });
});
afterAll(() => api.stop());

const look = async ({ token }: { token: string }) =>
  (await api.http.get(`/api/v1/critique/${token}`).expect(200)).body;
const now = async ({ critiqueSessionId }: CritiqueEvening, { token }: PersonThere) =>
  (await api.http.get(`/api/v1/critique/${token}/sessions/${critiqueSessionId}/now`).expect(200)).body;

describe('one’s own evening of critique', () => {
  it('says who I am, where, and what I am in each session', async () => {
    const evening = await makeCritiqueEvening(api);
    const [author] = evening.people;
    const response = await api.http.get(`/api/v1/critique/${author!.token}`).expect(200);
    expect(response.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(response.body).toMatchObject({
      name: author!.name,
      event: { title: evening.event.title, slug: evening.event.slug, cancelled: false },
      sessions: [{ id: evening.critiqueSessionId, work: 'accepted', hears: 2, opens: 'now' }],
    });
    expect(response.body.event).not.toHaveProperty('privatePlace');
    expect((await look(evening.guest)).sessions).toMatchObject([{ work: null, hears: 0, opens: 'work' }]);
  });

  it('opens by itself at what matters now', async () => {
    const evening = await makeCritiqueEvening(api, { state: 'open' });
    const { guest } = evening;
    const author = evening.people[0]!;
    const id = evening.critiqueSessionId;
    const opens = async () =>
      [await look(author), await look(guest)].map(({ sessions }) => sessions[0].opens as string);
    expect(await opens()).toEqual(['work', 'work']);
    await changeSession(api, id, `state = 'planned'`);
    expect(await opens()).toEqual(['now', 'work']);
    await changeSession(api, id, `deadline_at = app_now(), deadline_local = '2026-10-19T13:00'`);
    expect(await opens()).toEqual(['now', 'now']);
    await changeSession(api, id, `state = 'running'`);
    expect(await opens()).toEqual(['now', 'now']);
    await changeSession(api, id, `state = 'ended', ended_at = app_now()`);
    expect(await opens()).toEqual(['now', 'now']);
    await changeSession(api, id, `released_at = app_now()`);
    expect(await opens()).toEqual(['letter', 'now']);
    await api.database.sql(`update submissions set state = 'withdrawn' where attendee_id = $1`, [
      author.attendeeId,
    ]);
    expect(await opens()).toEqual(['people', 'now']);
  });

  it('has an evening without a session, and one that was cancelled', async () => {
    const organization = await makeOrganization(api.database);
    const event = await makeEvent(api.database, organization.id);
    const guest = await makeThere(api, event, 'Ines Okafor');
    await api.database.sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      event.id,
    ]);
    expect(await look(guest)).toMatchObject({ event: { cancelled: true }, sessions: [] });
  });

  it('opens by the link of a mail too, and by none of another purpose', async () => {
    const evening = await makeCritiqueEvening(api);
    const { personId, attendeeId } = evening.guest;
    const organizationId = evening.organization.id;
    const linkFor = (purpose: 'critique' | 'ask') =>
      api.db.write(inOrganization(organizationId, system), (tx) =>
        handleFor(tx, api.config.keys, {
          purpose,
          organizationId,
          personId,
          subjectId: attendeeId,
          expiresAt: null,
        }),
      );
    await api.http.get(`/api/v1/critique/${await linkFor('critique')}`).expect(200);
    await api.http.get(`/api/v1/critique/${await linkFor('ask')}`).expect(410);
    await api.http.get(`/api/v1/critique/${newId()}`).expect(410);
  });

  it('is for those who have a seat', async () => {
    const { guest } = await makeCritiqueEvening(api);
    for (const status of ['pending', 'waitlisted', 'declined', 'cancelled']) {
      await api.database.sql(
        `update attendees set status = $2::text, seat = false,
           cancel_cause = case when $2::text = 'cancelled' then 'by-person' end where id = $1`,
        [guest.attendeeId, status],
      );
      const refused = await api.http.get(`/api/v1/critique/${guest.token}`).expect(409);
      expect(refused.body.code).toBe('critique-seat-needed');
    }
  });
});

describe('a session at this moment', () => {
  it('shows a critic what to listen for, and that they heard the version before', async () => {
    const evening = await makeCritiqueEvening(api);
    const work = evening.works[0]!;
    const { critic } = work.critics[0]!;
    expect((await now(evening, critic)).hearings.find(isOf(work.id))).toMatchObject({
      title: work.title,
      author: work.author.name,
      wants: 'The chorus',
      avoid: 'The mix',
      lengthMs: 180_000,
      opinions: true,
      heardBefore: null,
      words: 0,
    });
    await sameCriticHeardBefore(evening, work.id, critic);
    expect((await now(evening, critic)).hearings.find(isOf(work.id)).heardBefore).toBe(
      '2026-05-12T20:00:00.000Z',
    );
  });

  it('says nothing of the version before while names are kept back, because it would tell whose work it is', async () => {
    const evening = await makeCritiqueEvening(api, { state: 'running', blind: 'round' });
    const work = evening.works[0]!;
    const { critic } = work.critics[0]!;
    await sameCriticHeardBefore(evening, work.id, critic);
    const seen = async () => (await now(evening, critic)).hearings.find(isOf(work.id));
    expect(await seen()).toMatchObject({ author: null, heardBefore: null });
    await changeSession(api, evening.critiqueSessionId, `state = 'ended', ended_at = app_now()`);
    expect(await seen()).toMatchObject({
      author: work.author.name,
      heardBefore: '2026-05-12T20:00:00.000Z',
    });
  });

  it('keeps no more of a work for who does not hear it any more than its title', async () => {
    const evening = await makeCritiqueEvening(api);
    const work = evening.works[0]!;
    const { critic, assignmentId } = work.critics[0]!;
    await api.database.sql(`update assignments set state = 'missed' where id = $1`, [assignmentId]);
    expect((await now(evening, critic)).hearings.find(isOf(work.id))).toMatchObject({
      state: 'missed',
      title: work.title,
      author: null,
      question: '',
      link: null,
      notes: '',
    });
  });

  it('of another evening is not found', async () => {
    const [evening, other] = [await makeCritiqueEvening(api), await makeCritiqueEvening(api)];
    await api.http
      .get(`/api/v1/critique/${evening.guest.token}/sessions/${other.critiqueSessionId}/now`)
      .expect(404);
  });
});

const isOf = (submissionId: string) => (hearing: { submissionId: string }) =>
  hearing.submissionId === submissionId;

/** An earlier session of the same event stands for one of an earlier evening. */
async function sameCriticHeardBefore(
  { critiqueSessionId }: CritiqueEvening,
  submissionId: string,
  critic: PersonThere,
): Promise<void> {
  const [session, before] = [newId(), newId()];
  await api.database.sql(
    `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, state, created_at)
     select $2, organization_id, event_id, 'live', 2, 'ended', app_now() from critique_sessions where id = $1`,
    [critiqueSessionId, session],
  );
  await api.database.sql(
    `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium, link,
       question, heard_at, created_at)
     select $2, organization_id, event_id, $3, attendee_id, person_id, 'heard', title, medium, link, question,
       '2026-05-12T20:00:00Z', app_now() from submissions where id = $1`,
    [submissionId, before, session],
  );
  await api.database.sql('update submissions set previous_id = $2 where id = $1', [submissionId, before]);
  await api.database.sql(
    `insert into assignments (id, organization_id, event_id, critique_session_id, submission_id, attendee_id, person_id, state, source, created_at)
     select $1, organization_id, event_id, $3, $2, $4, $5, 'done', 'plan', app_now() from submissions where id = $2`,
    [newId(), before, session, critic.attendeeId, critic.personId],
  );
}
