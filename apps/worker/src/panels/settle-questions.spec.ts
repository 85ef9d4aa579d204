import { inOrganization, newId, system } from '#libs/domain';
import { type Evening, type Guest, eveningIn, startEvening } from '../../../../test/support/evening.ts';
import type { GivenAttendee } from '../../../../test/support/factories.ts';
import { makePanel, makePersonOnPanel } from '../../../../test/support/panel-evening.ts';
import { settleQuestions } from './settle-questions.ts';

let first: Evening;
beforeAll(async () => {
  first = await startEvening({ time: '2026-10-19T20:30' });
});
afterAll(() => first.stop());

type GivenPanelist = Pick<GivenAttendee, 'came' | 'introductions' | 'profile'> & { name?: string };

/** An evening of its own that is still held, with a panel and a panelist who wants two introductions. */
async function anEvening(given: GivenPanelist = {}) {
  await first.api.setTime('2026-10-20T03:30:00Z');
  const evening = await eveningIn(first.api);
  const { api, organizationId, eventId } = evening;
  const event = { id: eventId, organizationId };
  const panelId = await makePanel(api, event);
  const willing = { profile: { maxIntroductions: 2, namedInAsks: true }, ...given };
  const pia = await makePersonOnPanel(api, event, panelId, { name: 'Pia Panelist', ...willing });
  const question = async (guest: Guest, more: GivenQuestion = {}): Promise<string> => {
    const id = newId();
    const {
      text = 'Who mixes it?',
      named = true,
      forId = pia.panelPersonId,
      state = 'open',
      votes = [],
    } = more;
    await api.database.sql(
      `insert into panel_questions (id, organization_id, event_id, panel_id, attendee_id, person_id, for_id, named, text, state,
         merged_into, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app_now())`,
      [
        id,
        organizationId,
        eventId,
        panelId,
        guest.id,
        guest.personId,
        forId,
        named,
        text,
        state,
        more.into ?? null,
      ],
    );
    for (const { personId } of votes)
      await api.database.sql(
        'insert into question_votes (question_id, organization_id, person_id, created_at) values ($1, $2, $3, app_now())',
        [id, organizationId, personId],
      );
    return id;
  };
  /** What stands on the board after the evening, as the host reads it. */
  const suggested = async () => {
    await evening.pass('2026-10-19T22:00');
    return (await evening.board()).introductions.filter(({ standing }) => standing === 'suggested');
  };
  return {
    api,
    organizationId,
    eventId,
    event,
    panelId,
    pia,
    question,
    suggested,
    call: evening.call,
    guest: (attendee?: Parameters<Evening['guest']>[0]) => evening.guest(attendee),
    board: () => evening.board(),
    pass: (local: string) => evening.pass(local),
    sent: (kind: string) => evening.sent(kind),
    approved: (one: Guest, other: Guest) => evening.approved(one, other),
    answer: (who: Guest, id: string, said: 'yes' | 'no') => evening.answer(who, id, said),
  };
}

interface GivenQuestion {
  text?: string;
  named?: boolean;
  forId?: string | null;
  state?: 'open' | 'answered' | 'hidden' | 'merged';
  into?: string;
  votes?: readonly Guest[];
}

describe('a question that a panel did not reach', () => {
  it('is on the board an hour after the evening, with the reason each way', async () => {
    const { guest, question, suggested, pass, board } = await anEvening();
    const ana = await guest({ name: 'Ana' });
    await question(ana, { text: 'Who mixes your dialogue?' });
    await pass('2026-10-19T21:59');
    expect((await board()).introductions).toEqual([]);
    const [pair, ...others] = await suggested();
    expect(others).toEqual([]);
    const reasons = new Map([
      [pair?.a.name, pair?.reasonForA],
      [pair?.b.name, pair?.reasonForB],
    ]);
    expect(pair?.source).toBe('question');
    expect(reasons.get('Ana')).toMatch(/^Your question to them was not reached: “Who mixes your dialogue\?”/);
    expect(reasons.get('Pia Panelist')).toMatch(
      /^Their question to you was not reached: “Who mixes your dialogue\?”/,
    );
  });

  it('is approved by a host, and put to the panelist first and alone', async () => {
    const { guest, question, suggested, call, pass, sent, pia, answer } = await anEvening();
    const ana = await guest({ name: 'Ana' });
    await question(ana);
    const [pair] = await suggested();
    const { status } = await call('post', `/${pair?.id ?? ''}/approve`, { version: pair?.version });
    expect(status).toBe(200);
    await pass('2026-10-22T12:00');
    const [piaMail] = await first.api.database.sql<{ email: string }>(
      'select email from people where id = $1',
      [pia.personId],
    );
    const asks = async () => (await sent('introduction-ask')).map(({ to }) => to);
    expect(await asks()).toEqual([piaMail?.email]);
    const panelist = {
      id: pia.attendeeId,
      personId: pia.personId,
      name: pia.name,
      email: piaMail?.email ?? '',
    };
    expect((await answer(panelist, pair?.id ?? '', 'yes')).status).toBe(200);
    await pass('2026-11-03T12:00');
    expect(await asks()).toEqual([piaMail?.email, ana.email]);
  });

  it('is suggested once, however often the job runs, also after a host has dropped it', async () => {
    const { guest, question, suggested, api, organizationId, panelId, board, call } = await anEvening();
    await question(await guest());
    const [pair] = await suggested();
    await settleQuestions({ organizationId, panelId }, api);
    expect((await board()).introductions).toHaveLength(1);
    expect((await call('post', `/${pair?.id ?? ''}/drop`, { version: pair?.version })).status).toBe(200);
    await settleQuestions({ organizationId, panelId }, api);
    await api.database.sql('update panels set settled_at = null where id = $1', [panelId]);
    await settleQuestions({ organizationId, panelId }, api);
    expect((await board()).introductions.map(({ standing }) => standing)).toEqual(['dismissed']);
  });

  it('is nobody’s when it is anonymous', async () => {
    const { guest, question, suggested } = await anEvening();
    await question(await guest(), { named: false });
    expect(await suggested()).toEqual([]);
  });

  it.each<[string, GivenAttendee, GivenQuestion]>([
    ['is to nobody in particular', {}, { forId: null }],
    ['was answered', {}, { state: 'answered' }],
    ['was hidden', {}, { state: 'hidden' }],
    ['is of somebody who did not come', { came: false }, {}],
    ['is of somebody who said no to introductions', { introductions: 'refused' }, {}],
    ['is of somebody who was never asked about introductions', { introductions: 'never asked' }, {}],
    ['is of somebody who wants none of this evening', { profile: { maxIntroductions: 0 } }, {}],
  ])('makes no suggestion when it %s', async (_, attendee, more) => {
    const { guest, question, suggested } = await anEvening();
    await question(await guest(attendee), more);
    // (control) the same evening has another one that does.
    await question(await guest({ name: 'Ben' }));
    const pairs = await suggested();
    expect(pairs).toHaveLength(1);
    expect([pairs[0]?.a.name, pairs[0]?.b.name]).toContain('Ben');
  });

  it.each<[string, GivenPanelist]>([
    ['did not raise their number', { profile: {} }],
    ['wants none', { profile: { maxIntroductions: 0 } }],
    ['did not come', { came: false }],
    ['said no to introductions', { introductions: 'refused' }],
  ])('makes no suggestion to a panelist who %s', async (_, panelist) => {
    const { guest, question, suggested } = await anEvening(panelist);
    await question(await guest());
    expect(await suggested()).toEqual([]);
  });

  it.each([
    [
      'one has blocked the other',
      'insert into blocks (person_id, blocked_id, created_at) values ($1, $2, app_now())',
    ],
    [
      'one pauses',
      `update people set introductions_paused_until = app_now() + interval '30 days' where id = $1 and $2::uuid is not null`,
    ],
    [
      'one is barred',
      `insert into bars (organization_id, person_id, created_at)
       select organization_id, person_id, app_now() from attendees where person_id = $1 and $2::uuid is not null`,
    ],
  ])('makes no suggestion when %s', async (_, sql) => {
    const { guest, question, suggested, pia, api } = await anEvening();
    const ana = await guest();
    await question(ana);
    await api.database.sql(sql, [ana.personId, pia.personId]);
    expect(await suggested()).toEqual([]);
  });

  it('makes as many as the panelist wants, of those with the most votes', async () => {
    const { guest, question, suggested } = await anEvening();
    const [ana, ben, cleo] = [
      await guest({ name: 'Ana' }),
      await guest({ name: 'Ben' }),
      await guest({ name: 'Cleo' }),
    ];
    await question(ana, { votes: [ben] });
    await question(ben);
    await question(cleo, { votes: [ana, ben] });
    const names = (await suggested()).map(({ a, b }) => (a.name === 'Pia Panelist' ? b.name : a.name));
    expect(names.sort()).toEqual(['Ana', 'Cleo']);
  });

  it('counts the votes of all that were merged into one, each person’s once, and suggests each who asked', async () => {
    const { guest, question, suggested } = await anEvening({ profile: { maxIntroductions: 1 } });
    const [ana, ben, cleo] = [
      await guest({ name: 'Ana' }),
      await guest({ name: 'Ben' }),
      await guest({ name: 'Cleo' }),
    ];
    const one = await question(ana, { votes: [cleo] });
    await question(ben, { state: 'merged', into: one, votes: [cleo], forId: null });
    await question(cleo, { votes: [ana] });
    // Ana's has one vote, of one person twice; Cleo's one: the earlier one comes first.
    const [pair] = await suggested();
    expect([pair?.a.name, pair?.b.name]).toContain('Ana');
  });

  it('makes one for whoever asked two panelists', async () => {
    const { guest, question, suggested, api, event, panelId } = await anEvening();
    const paul = await makePersonOnPanel(api, event, panelId, {
      name: 'Paul',
      profile: { maxIntroductions: 2 },
    });
    const ana = await guest({ name: 'Ana' });
    await question(ana);
    await question(ana, { forId: paul.panelPersonId });
    expect(await suggested()).toHaveLength(1);
  });

  it('makes one for whoever asked at two panels of an evening', async () => {
    const { guest, question, suggested, api, event, organizationId, eventId } = await anEvening();
    const second = await makePanel(api, event, { position: 1 });
    const paul = await makePersonOnPanel(api, event, second, {
      name: 'Paul',
      profile: { maxIntroductions: 2 },
    });
    const ana = await guest({ name: 'Ana' });
    await question(ana);
    await api.database.sql(
      `insert into panel_questions (id, organization_id, event_id, panel_id, attendee_id, person_id, for_id, named, text, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, true, 'And you?', app_now())`,
      [newId(), organizationId, eventId, second, ana.id, ana.personId, paul.panelPersonId],
    );
    expect(await suggested()).toHaveLength(1);
  });

  it('finds the places that a host has given already taken', async () => {
    const { guest, question, suggested, pia, approved } = await anEvening({
      profile: { maxIntroductions: 1 },
    });
    const [ana, ben] = [await guest({ name: 'Ana' }), await guest({ name: 'Ben' })];
    await question(ana);
    await approved({ id: pia.attendeeId, personId: pia.personId, name: pia.name, email: '' }, ben);
    expect(await suggested()).toEqual([]);
  });

  it('is no host’s look at the board: the second working day still makes suggestions, and leaves it', async () => {
    const { guest, question, suggested, pass, board, api, eventId } = await anEvening();
    const ana = await guest({ name: 'Ana' });
    await guest({ name: 'Ben' });
    await guest({ name: 'Cleo' });
    await question(ana);
    expect(await suggested()).toHaveLength(1);
    await api.database.sql(`update events set digest_at = '2026-10-21T16:00:00Z' where id = $1`, [eventId]);
    await pass('2026-10-21T12:00');
    const sources = (await board()).introductions.map(({ source }) => source);
    expect(sources.filter((source) => source === 'question')).toHaveLength(1);
    expect(sources.length).toBeGreaterThan(1);
  });

  it('makes nothing of an evening that was cancelled, or is long over', async () => {
    const { guest, question, api, organizationId, eventId, panelId, board } = await anEvening();
    await question(await guest());
    await api.database.sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      eventId,
    ]);
    await settleQuestions({ organizationId, panelId }, api);
    const { guest: another, question: asks, ...other } = await anEvening();
    await asks(await another());
    await api.setTime('2027-01-20T03:30:00Z');
    await settleQuestions(other, api);
    expect((await other.board()).introductions).toEqual([]);
    expect((await board()).introductions).toEqual([]);
  });

  it('is settled once by two workers at the same moment', async () => {
    const { guest, question, api, organizationId, panelId, eventId } = await anEvening();
    await question(await guest());
    await api.setTime('2026-10-20T05:00:00Z');
    await Promise.all([1, 2, 3].map(() => settleQuestions({ organizationId, panelId }, api)));
    const rows = await api.db.read(inOrganization(organizationId, system), (reader) =>
      reader.query('select id from introductions where event_id = $1', [eventId]),
    );
    expect(rows).toHaveLength(1);
  });
});
