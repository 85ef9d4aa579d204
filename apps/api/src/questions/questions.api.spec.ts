import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makePanel, makePanelEvening, panelDesk } from '../../../../test/support/panel-evening.ts';

let api: Api;
beforeAll(async () => {
  // During the evening of the factories, 18:00 to 21:00 in Los Angeles.
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
});
beforeEach(() => api.setTime('2026-10-20T02:00:00Z'));
afterAll(() => api.stop());

async function anEvening(given: Parameters<typeof makePanelEvening>[1] = {}) {
  const evening = await makePanelEvening(api, given);
  return { ...evening, desk: panelDesk(api, evening) };
}

const codeOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

describe('asking a panel', () => {
  it('puts the question on every screen, with the name of whoever wants it read', async () => {
    const { desk, guests, panelists } = await anEvening();
    const [ana, ben] = guests;
    await desk.asked(ana, 'Who cuts the dialogue?', { named: true, forId: panelists[0].panelPersonId });
    await desk.asked(ben, 'Why so loud?');
    const { questions } = await desk.live(guests[2]);
    expect(questions).toMatchObject([
      { text: 'Who cuts the dialogue?', name: 'Ana Asker', forId: panelists[0].panelPersonId, votes: 0 },
      { text: 'Why so loud?', name: null, forId: null, state: 'open' },
    ]);
    expect((await desk.stage()).questions).toEqual(questions);
  });

  it('is possible before it begins, and no more once it is over or its questions are closed', async () => {
    const before = await anEvening({ state: 'planned' });
    expect((await before.desk.ask(before.guests[0], 'Already?')).status).toBe(201);
    const over = await anEvening({ state: 'over' });
    expect(codeOf(await over.desk.ask(over.guests[0], 'Still?'))).toEqual([409, 'questions-closed']);
    const closed = await anEvening();
    await closed.desk.moderate('close-questions');
    expect(codeOf(await closed.desk.ask(closed.guests[0], 'Now?'))).toEqual([409, 'questions-closed']);
    await closed.desk.moderate('open-questions');
    expect((await closed.desk.ask(closed.guests[0], 'Now?')).status).toBe(201);
  });

  it('ends an hour after the evening, whether or not somebody ended the panel', async () => {
    const { desk, guests } = await anEvening();
    await api.setTime('2026-10-20T04:59:59Z');
    expect((await desk.ask(guests[0], 'Late?')).status).toBe(201);
    await api.setTime('2026-10-20T05:00:00Z');
    expect(codeOf(await desk.ask(guests[0], 'Too late?'))).toEqual([409, 'questions-closed']);
  });

  it('lets nobody have more than five that wait, hidden ones among them', async () => {
    const { desk, guests } = await anEvening();
    const ids: string[] = [];
    for (let n = 1; n <= 5; n += 1) ids.push(await desk.asked(guests[0], `Question ${n}?`));
    expect((await desk.mine(guests[0])).left).toBe(0);
    expect(codeOf(await desk.ask(guests[0], 'One more?'))).toEqual([409, 'too-many-questions']);
    await desk.moderate('hide', { questionId: ids[0] });
    expect(codeOf(await desk.ask(guests[0], 'One more?'))).toEqual([409, 'too-many-questions']);
    await desk.moderate('answered', { questionId: ids[1] });
    expect((await desk.ask(guests[0], 'One more?')).status).toBe(201);
    expect((await desk.ask(guests[1], 'Mine?')).status).toBe(201);
  });

  it('lets nobody have more than five by asking all at once', async () => {
    const { desk, guests } = await anEvening();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => desk.ask(guests[0], `At once ${n}?`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect((await desk.live(guests[1])).questions).toHaveLength(5);
  });

  it('is for somebody who is on this panel, and for nobody else', async () => {
    const { desk, guests } = await anEvening();
    const other = await anEvening();
    for (const forId of [newId(), other.panelists[0].panelPersonId])
      expect(codeOf(await desk.ask(guests[0], 'For you?', { forId }))).toEqual([422, 'question-for-unknown']);
  });

  it.each([
    ['nothing', { text: ' ' }],
    ['too much', { text: 'x'.repeat(301) }],
    ['several lines', { text: 'a\nb' }],
    ['without saying whether named', { named: undefined }],
    ['with a name of somebody else', { name: 'Ben' }],
    ['with an id of somebody else', { personId: newId() }],
  ])('refuses %s', async (_, more) => {
    const { desk, guests } = await anEvening();
    expect(codeOf(await desk.ask(guests[0], 'Fine?', more))).toEqual([422, 'wrong-shape']);
  });

  it('can be taken back until it is answered, and by nobody else', async () => {
    const { desk, guests } = await anEvening();
    const [mine, answered] = [await desk.asked(guests[0], 'Mine?'), await desk.asked(guests[0], 'Answered?')];
    await desk.vote(guests[2], mine);
    await desk.moderate('answered', { questionId: answered });
    expect(codeOf(await desk.withdraw(guests[1], mine))).toEqual([404, 'not-found']);
    expect(codeOf(await desk.withdraw(guests[0], answered))).toEqual([409, 'question-not-open']);
    expect((await desk.withdraw(guests[0], mine)).status).toBe(200);
    expect(codeOf(await desk.withdraw(guests[0], mine))).toEqual([404, 'not-found']);
    expect((await desk.mine(guests[2])).voted).toEqual([]);
    expect((await desk.live(guests[1])).questions.map(({ text }) => text)).toEqual(['Answered?']);
  });

  it('brings back what was merged into a question that is taken back', async () => {
    const { desk, guests } = await anEvening();
    const [one, other] = [await desk.asked(guests[0], 'Same?'), await desk.asked(guests[1], 'The same?')];
    await desk.moderate('merge', { questionId: other, into: one });
    await desk.withdraw(guests[0], one);
    expect((await desk.live(guests[2])).questions).toMatchObject([{ id: other, state: 'open' }]);
  });

  it('tells an own question apart on the own phone alone', async () => {
    const { desk, guests } = await anEvening();
    const id = await desk.asked(guests[0], 'Whose?');
    expect(await desk.mine(guests[0])).toEqual({
      asked: [{ id, text: 'Whose?', state: 'open' }],
      voted: [],
      left: 4,
    });
    expect(await desk.mine(guests[1])).toEqual({ asked: [], voted: [], left: 5 });
  });

  it('is slowed down for a phone that asks and takes back again and again', async () => {
    const { desk, guests } = await anEvening();
    for (let n = 0; n < 20; n += 1)
      await desk.withdraw(guests[0], await desk.asked(guests[0], `Again ${n}?`));
    expect(codeOf(await desk.ask(guests[0], 'And again?'))).toEqual([429, 'too-many-requests']);
    expect((await desk.ask(guests[1], 'Me?')).status).toBe(201);
  });

  it('happens once for one key, however often it is sent', async () => {
    const { desk, guests } = await anEvening();
    const send = () =>
      api.http
        .post(`${desk.phone(guests[0])}/questions`)
        .set('idempotency-key', 'phone-key-1')
        .send({ text: 'Once?', named: false })
        .expect(201);
    await send();
    await send();
    expect((await desk.live(guests[1])).questions).toHaveLength(1);
  });

  it('leaves no line in the activity, for a question or for a vote', async () => {
    const { desk, guests, organization } = await anEvening();
    await desk.vote(guests[1], await desk.asked(guests[0], 'Quiet?'));
    expect(
      await api.database.sql('select action from audit where organization_id = $1', [organization.id]),
    ).toEqual([]);
  });
});

describe('a vote for a question', () => {
  it('counts once a person, and can be taken back', async () => {
    const { desk, guests } = await anEvening();
    const id = await desk.asked(guests[0], 'Votes?');
    await desk.vote(guests[1], id);
    expect((await desk.vote(guests[1], id)).body.voted).toEqual([id]);
    await desk.vote(guests[2], id);
    const votes = async () => (await desk.live(guests[0])).questions[0]?.votes;
    expect(await votes()).toBe(2);
    expect((await desk.unvote(guests[1], id)).body.voted).toEqual([]);
    expect((await desk.unvote(guests[1], id)).status).toBe(200);
    expect(await votes()).toBe(1);
  });

  const votesOfTwoAtOnce = async (database = api.database): Promise<number | undefined> => {
    const { desk, guests } = await anEvening();
    const id = await desk.asked(guests[0], 'At once?');
    const second = await startApi({ database });
    try {
      // Two processes, so that their batches meet in the database and nowhere else.
      const path = `${desk.phone(guests[1])}/questions/${id}/vote`;
      await Promise.all(
        [0, 1, 2, 3, 4, 5].map((n) => (n % 2 === 0 ? api : second).http.put(path).expect(200)),
      );
    } finally {
      await second.stop();
    }
    const [row] = await database.sql<{ rows: number }>(
      'select count(*)::int as rows from question_votes where question_id = $1',
      [id],
    );
    return row?.rows;
  };

  it('counts once of one person who votes on two phones at once', async () => {
    expect(await votesOfTwoAtOnce()).toBe(1);
  });

  it('would count twice without the key of its table (control)', async () => {
    await api.database.sql('alter table question_votes drop constraint question_votes_pkey');
    try {
      expect(await votesOfTwoAtOnce()).toBeGreaterThan(1);
    } finally {
      await api.database.sql('delete from question_votes');
      await api.database.sql('alter table question_votes add primary key (question_id, person_id)');
    }
  });

  it('counts once over questions that were merged', async () => {
    const { desk, guests, panelists } = await anEvening();
    const [one, other] = [await desk.asked(guests[0], 'Same?'), await desk.asked(guests[1], 'The same?')];
    for (const id of [one, other]) await desk.vote(guests[2], id);
    await desk.vote(panelists[0], other);
    await desk.moderate('merge', { questionId: other, into: one });
    expect((await desk.live(guests[0])).questions).toMatchObject([{ id: one, votes: 2 }]);
    await desk.moderate('unmerge', { questionId: other });
    expect((await desk.live(guests[0])).questions.map(({ votes }) => votes)).toEqual([1, 2]);
  });

  it.each([
    ['an own question', 409, 'question-own'],
    ['a hidden one', 409, 'question-not-open'],
    ['an answered one', 409, 'question-not-open'],
    ['one that is merged', 409, 'question-not-open'],
    ['one of another panel', 404, 'not-found'],
    ['one that does not exist', 404, 'not-found'],
  ])('is refused for %s', async (which, status, code) => {
    const { desk, guests, event } = await anEvening();
    const elsewhere = await makePanel(api, event, { position: 1, topic: 'Other' });
    const evening = { ...(await anEvening()) };
    const ids: Record<string, string> = {
      'an own question': await desk.asked(guests[0], 'Own?'),
      'a hidden one': await desk.asked(guests[1], 'Hidden?'),
      'an answered one': await desk.asked(guests[1], 'Answered?'),
      'one that is merged': await desk.asked(guests[1], 'Merged?'),
      'one of another panel': await evening.desk.asked(evening.guests[0], 'Elsewhere?'),
      'one that does not exist': newId(),
    };
    await desk.moderate('hide', { questionId: ids['a hidden one'] });
    await desk.moderate('answered', { questionId: ids['an answered one'] });
    await desk.moderate('merge', { questionId: ids['one that is merged'], into: ids['an own question'] });
    expect(codeOf(await desk.vote(guests[0], ids[which] ?? ''))).toEqual([status, code]);
    // Nor by way of another panel of the same evening.
    const path = `/api/v1/evening/${guests[0].token}/panels/${elsewhere}/questions/${ids[which]}/vote`;
    await api.http.put(path).expect(404);
  });

  it('is refused once the panel is over', async () => {
    const { desk, guests } = await anEvening();
    const id = await desk.asked(guests[0], 'Late?');
    await desk.moderate('end');
    expect(codeOf(await desk.vote(guests[1], id))).toEqual([409, 'questions-closed']);
  });

  it('of many at once is counted for each, and refused for each by itself', async () => {
    const { desk, guests, panelists, moderator } = await anEvening();
    const [one, other] = [await desk.asked(guests[0], 'One?'), await desk.asked(guests[1], 'Other?')];
    const everybody = [...guests, ...panelists, moderator];
    const answers = await Promise.all(
      everybody.flatMap((who) => [desk.vote(who, one), desk.vote(who, other)]),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(answers.filter(({ body }) => body.code === 'question-own')).toHaveLength(2);
    expect((await desk.live(guests[0])).questions.map(({ votes }) => votes)).toEqual([5, 5]);
  });

  it('is given at most forty times a minute by one phone', async () => {
    const { desk, guests } = await anEvening();
    const id = await desk.asked(guests[0], 'Flood?');
    for (let n = 0; n < 20; n += 1) {
      await desk.vote(guests[1], id);
      await desk.unvote(guests[1], id);
    }
    expect(codeOf(await desk.vote(guests[1], id))).toEqual([429, 'too-many-requests']);
    expect((await desk.vote(guests[2], id)).status).toBe(200);
  });
});
