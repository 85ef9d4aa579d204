import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makePanel, makePanelEvening, panelDesk } from '../../../../test/support/panel-evening.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
beforeEach(() => api.setTime('2026-10-20T02:00:00Z'));
afterAll(() => api.stop());

async function anEvening(given: Parameters<typeof makePanelEvening>[1] = {}) {
  const evening = await makePanelEvening(api, given);
  return { ...evening, desk: panelDesk(api, evening) };
}

const codeOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

describe('moderating questions', () => {
  it('puts one on the screen, and takes it off once it is answered', async () => {
    const { desk, guests, panelists } = await anEvening();
    const forId = panelists[1].panelPersonId;
    const id = await desk.asked(guests[0], 'On screen?', { named: true, forId });
    const { body } = await desk.moderate('highlight', { questionId: id });
    expect(body.current).toEqual({ id, text: 'On screen?', name: 'Ana Asker', forName: 'Paul Panelist' });
    expect((await desk.stage()).current).toEqual(body.current);
    await desk.moderate('answered', { questionId: id });
    expect(await desk.stage()).toMatchObject({ current: null, questions: [{ id, state: 'answered' }] });
    await desk.moderate('reopen', { questionId: id });
    expect(await desk.stage()).toMatchObject({ current: null, questions: [{ id, state: 'open' }] });
  });

  it('takes a question off the screen without anything else', async () => {
    const { desk, guests } = await anEvening();
    const [one, other] = [await desk.asked(guests[0], 'One?'), await desk.asked(guests[1], 'Other?')];
    await desk.moderate('highlight', { questionId: one });
    await desk.moderate('unhighlight', { questionId: other });
    expect((await desk.stage()).current?.id).toBe(one);
    await desk.moderate('unhighlight', { questionId: one });
    expect(await desk.stage()).toMatchObject({
      current: null,
      questions: [{ state: 'open' }, { state: 'open' }],
    });
  });

  it.each(['star', 'hide'] as const)('%s can be undone', async (act) => {
    const { desk, guests } = await anEvening();
    const id = await desk.asked(guests[0], 'Undone?');
    const before = (await desk.moderation()).questions;
    await desk.moderate(act, { questionId: id });
    expect((await desk.moderation()).questions).not.toEqual(before);
    await desk.moderate(act === 'star' ? 'unstar' : 'show', { questionId: id });
    expect((await desk.moderation()).questions).toEqual(before);
  });

  it('hides a question from everybody but moderators, also from the screen it is on', async () => {
    const { desk, guests } = await anEvening();
    const id = await desk.asked(guests[0], 'Rude?');
    await desk.moderate('highlight', { questionId: id });
    await desk.moderate('hide', { questionId: id });
    expect(await desk.stage()).toMatchObject({ current: null, questions: [] });
    expect((await desk.live(guests[1])).questions).toEqual([]);
    expect((await desk.moderation()).questions).toMatchObject([{ id, state: 'hidden' }]);
    expect(codeOf(await desk.moderate('highlight', { questionId: id }))).toEqual([409, 'question-not-open']);
  });

  it('shows a question again as it was, answered or not', async () => {
    const { desk, guests } = await anEvening();
    const id = await desk.asked(guests[0], 'Answered?');
    for (const act of ['answered', 'hide', 'show']) await desk.moderate(act, { questionId: id });
    expect((await desk.live(guests[0])).questions).toMatchObject([{ state: 'answered' }]);
  });

  it('leaves one of two questions that are put on the screen at once', async () => {
    const { desk, guests, panelId } = await anEvening();
    const [one, other] = [await desk.asked(guests[0], 'One?'), await desk.asked(guests[1], 'Other?')];
    const { version } = await desk.stage();
    await Promise.all([
      desk.moderate('highlight', { questionId: one }),
      desk.moderateAsStaff('highlight', { questionId: other }),
    ]);
    const after = await desk.stage();
    expect([one, other]).toContain(after.current?.id);
    expect(after.version).toBe(version + 2);
    expect(
      await api.database.sql('select id from panels where id = $1 and current_question_id is not null', [
        panelId,
      ]),
    ).toHaveLength(1);
  });

  it('refuses to merge in a circle, however long, and also at once', async () => {
    const { desk, guests } = await anEvening();
    const [a, b] = [await desk.asked(guests[0], 'A?'), await desk.asked(guests[1], 'B?')];
    const c = await desk.asked(guests[2], 'C?');
    const merge = (questionId: string, into: string) => desk.moderate('merge', { questionId, into });
    expect(codeOf(await merge(a, a))).toEqual([409, 'question-merge-circle']);
    expect((await merge(a, b)).status).toBe(200);
    expect((await merge(b, c)).status).toBe(200);
    expect(codeOf(await merge(c, a))).toEqual([409, 'question-merge-circle']);
    for (const questionId of [a, b]) await desk.moderate('unmerge', { questionId });
    const both = await Promise.all([merge(a, b), merge(b, a)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('shows merged ones to moderators alone, with the question that stands for them', async () => {
    const { desk, guests } = await anEvening();
    const [one, other] = [await desk.asked(guests[0], 'One?'), await desk.asked(guests[1], 'Other?')];
    await desk.moderate('highlight', { questionId: other });
    await desk.moderate('merge', { questionId: other, into: one });
    expect(await desk.live(guests[2])).toMatchObject({ current: null, questions: [{ id: one }] });
    expect((await desk.moderation()).questions).toMatchObject([
      { id: one, state: 'open' },
      { id: other, state: 'merged', mergedInto: one },
    ]);
  });

  it('is slow to be mistaken: a merged one can be neither hidden nor answered nor shown', async () => {
    const { desk, guests } = await anEvening();
    const [one, other] = [await desk.asked(guests[0], 'One?'), await desk.asked(guests[1], 'Other?')];
    await desk.moderate('merge', { questionId: other, into: one });
    for (const act of ['hide', 'answered', 'highlight'])
      expect(codeOf(await desk.moderate(act, { questionId: other }))).toEqual([409, 'question-not-open']);
    await desk.moderate('hide', { questionId: one });
    const hiddenInto = await desk.asked(guests[2], 'Into a hidden one?');
    expect(codeOf(await desk.moderate('merge', { questionId: hiddenInto, into: one }))).toEqual([
      409,
      'question-not-open',
    ]);
  });

  it('is written in the activity with ids and codes, and never with who asked', async () => {
    const { desk, guests, moderator, panelId, organization } = await anEvening();
    const id = await desk.asked(guests[0], 'Logged?');
    await desk.moderate('hide', { questionId: id });
    const rows = await api.database.sql('select * from audit where organization_id = $1', [organization.id]);
    expect(rows).toMatchObject([
      { action: 'panel.hide', subject_id: id, actor_id: moderator.personId, codes: { panel: panelId } },
    ]);
    expect(JSON.stringify(rows)).not.toContain(guests[0].personId);
    expect(JSON.stringify(rows)).not.toContain(guests[0].attendeeId);
  });
});

describe('moderating a panel', () => {
  it('starts it, ends it, and starts it again', async () => {
    const { desk, guests } = await anEvening({ state: 'planned' });
    expect(codeOf(await desk.moderate('end'))).toEqual([409, 'panel-not-live']);
    expect((await desk.moderate('start')).body.state).toBe('live');
    const id = await desk.asked(guests[0], 'Current?');
    await desk.moderate('highlight', { questionId: id });
    await desk.moderate('timer', { seconds: 60 });
    expect((await desk.moderate('end')).body).toMatchObject({
      state: 'over',
      current: null,
      timer: null,
      questionsOpen: false,
    });
    expect((await desk.moderate('start')).body).toMatchObject({ state: 'live', questionsOpen: true });
  });

  it('keeps a timer that stands still while it is paused', async () => {
    const { desk } = await anEvening();
    expect((await desk.moderate('timer', { seconds: 120 })).body.timer).toMatchObject({
      seconds: 120,
      pausedAt: null,
    });
    await desk.moderate('pause-timer');
    const { timer } = await desk.stage();
    expect(timer?.pausedAt).toMatch(/^2026-10-20T02:00/);
    await desk.moderate('pause-timer');
    expect((await desk.stage()).timer).toEqual(timer);
    await desk.moderate('resume-timer');
    const resumed = (await desk.stage()).timer;
    expect(resumed).toMatchObject({ seconds: 120, pausedAt: null });
    await desk.moderate('resume-timer');
    expect((await desk.stage()).timer).toEqual(resumed);
    expect((await desk.moderate('stop-timer')).body.timer).toBeNull();
    for (const act of ['pause-timer', 'resume-timer'])
      expect(codeOf(await desk.moderate(act))).toEqual([409, 'panel-timer-missing']);
  });

  it.each([
    ['an act that does not exist', { act: 'delete' }, '/act'],
    ['a question that is not named', { act: 'hide' }, '/questionId'],
    ['a merge into nothing', { act: 'merge' }, '/into'],
    ['a timer without a length', { act: 'timer' }, '/seconds'],
    ['a timer that is too short', { act: 'timer', seconds: 9 }, '/seconds'],
    ['a state of its own', { act: 'start', state: 'over' }, '/state'],
  ])('refuses %s', async (_, { act, ...more }, pointer) => {
    const { desk, guests } = await anEvening();
    const questionId = act === 'merge' ? await desk.asked(guests[0], 'Merge?') : undefined;
    const { status, body } = await desk.moderate(act, { questionId, ...more });
    expect([status, (body as unknown as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([
      422,
      pointer,
    ]);
  });

  it('is not for an evening that was not published', async () => {
    const { desk } = await anEvening({ state: 'planned', event: { state: 'draft' } });
    expect(codeOf(await desk.moderateAsStaff('start'))).toEqual([409, 'event-not-published']);
  });
});

describe('who moderates', () => {
  it('is the confirmed moderator of the panel, on their phone, and nobody else in the room', async () => {
    const { desk, guests, panelists, moderator, event } = await anEvening();
    for (const who of [guests[0], panelists[0]]) {
      expect(codeOf(await desk.moderate('start', {}, who))).toEqual([403, 'not-allowed']);
      await api.http.get(`${desk.phone(who)}/moderation`).expect(403);
    }
    // The moderator of one panel has another one in front of them.
    const other = await makePanel(api, event, { position: 1 });
    await api.http.get(`/api/v1/evening/${moderator.token}/panels/${other}/moderation`).expect(403);
    expect((await desk.moderate('star', { questionId: newId() })).status).toBe(404);
    await api.database.sql(`update panel_people set state = 'declined' where id = $1`, [
      moderator.panelPersonId,
    ]);
    expect((await desk.moderate('start')).status).toBe(409);
  });

  it('finds no question of another panel, whoever moderates it', async () => {
    const [evening, other] = [await anEvening(), await anEvening()];
    const id = await other.desk.asked(other.guests[0], 'Elsewhere?');
    expect((await evening.desk.moderate('hide', { questionId: id })).status).toBe(404);
    expect((await evening.desk.moderateAsStaff('hide', { questionId: id })).status).toBe(404);
    const path = `/api/v1/evening/${evening.moderator.token}/panels/${other.panelId}/moderation`;
    await api.http.get(path).expect(404);
    await api.http.post(path).send({ act: 'end' }).expect(404);
    expect((await other.desk.moderation()).questions).toMatchObject([{ state: 'open' }]);
  });

  it('does the same in the app as on a phone', async () => {
    const { desk, guests } = await anEvening();
    const id = await desk.asked(guests[0], 'Same?');
    const { body } = await desk.moderateAsStaff('star', { questionId: id });
    expect(body.questions).toEqual((await desk.moderation()).questions);
    expect(body.questions).toMatchObject([{ starred: true }]);
  });
});
