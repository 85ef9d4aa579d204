import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type PersonThere, makeThere } from '../../../../test/support/critique-evening.ts';
import { type RunningEvening, makeRunningEvening } from '../../../../test/support/critique-run.ts';
import { passTime } from '../../../../test/support/evening.ts';

let api: Api;
const begins = '2026-10-20T01:30:00Z';
beforeAll(async () => {
  api = await startApi({ time: begins });
});
beforeEach(() => api.setTime(begins));
afterAll(() => api.stop());

const sql = <Row extends object>(text: string, values: unknown[] = []) => api.database.sql<Row>(text, values);
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const stateOf = async (id: string) =>
  (
    await sql<{ state: string; place: number }>('select state, place from submissions where id = $1', [id])
  )[0];

/** A work that did not get a place. */
async function waitingWork(
  { organization, event, critiqueSessionId }: RunningEvening,
  name: string,
  place: number,
) {
  const author = await makeThere(api, event, name);
  const id = newId();
  await sql(
    `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium, link,
       question, submitted_at, place, created_at)
     values ($1, $2, $3, $4, $5, $6, 'waitlisted', $7, 'link', 'https://music.example/w', 'Does it hold?', app_now(), $8, app_now())`,
    [
      id,
      organization.id,
      event.id,
      critiqueSessionId,
      author.attendeeId,
      author.personId,
      `Waiting ${name}`,
      place,
    ],
  );
  return { id, author };
}

const block = (one: PersonThere, other: PersonThere) =>
  sql('insert into blocks values ($1, $2, app_now())', [one.personId, other.personId]);

const keepApart = ({ organization }: RunningEvening, one: PersonThere, other: PersonThere) =>
  sql(
    `insert into known_pairs (organization_id, person_a, person_b, source, created_at)
     values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'kept-apart', app_now())`,
    [organization.id, one.personId, other.personId],
  );

const leave = ({ attendeeId }: PersonThere) =>
  sql(`update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`, [
    attendeeId,
  ]);

const mark = (assignmentId: string) =>
  sql(
    `insert into critiques (id, organization_id, assignment_id, submission_id, person_id, marks, words, saved_at)
     select $2, organization_id, id, submission_id, person_id, '[{"at":12,"text":""}]', 0, app_now() from assignments where id = $1`,
    [assignmentId, newId()],
  );

const submittedAt = async (id: string) =>
  (await sql<{ at: Date | null }>('select submitted_at as at from submissions where id = $1', [id]))[0]?.at;

const assignmentRows = (submissionId: string) =>
  sql<{ id: string; person: string; state: string; source: string }>(
    'select id, person_id as person, state, source from assignments where submission_id = $1 order by created_at, id',
    [submissionId],
  );

describe('an author who does not come', () => {
  it('loses the slot after three minutes to the head of the waitlist, with the critics of the lost work', async () => {
    const there = await makeRunningEvening(api);
    const [second, first] = [await waitingWork(there, 'Later', 8), await waitingWork(there, 'Sooner', 7)];
    const slot = await there.slotAt(1, 1);
    const critics = slot.critics.map(({ attendeeId }) => attendeeId).sort();
    await there.act(slot, 'start');
    expect((await there.act(slot, 'author-missing')).status).toBe(204);
    await passTime(api, new Date('2026-10-20T01:32:59Z'));
    expect((await there.slotAt(1, 1)).submissionId).toBe(slot.submissionId);
    await passTime(api, new Date('2026-10-20T01:33:10Z'));
    const given = await there.slotAt(1, 1);
    expect(given).toMatchObject({
      submissionId: first.id,
      state: 'planned',
      authorMissingAt: null,
      phaseStartedAt: null,
    });
    expect(given.critics.map(({ attendeeId }) => attendeeId).sort()).toEqual(critics);
    expect(await stateOf(first.id)).toMatchObject({ state: 'accepted' });
    expect(await stateOf(slot.submissionId)).toEqual({ state: 'waitlisted', place: 9 });
    expect(await stateOf(second.id)).toMatchObject({ state: 'waitlisted' });
  });

  it('lets it be passed over where nobody waits', async () => {
    const there = await makeRunningEvening(api);
    const slot = await there.slotAt(1, 2);
    await there.act(slot, 'author-missing');
    await passTime(api, new Date('2026-10-20T01:34:00Z'));
    expect(await there.slotAt(1, 2)).toMatchObject({ state: 'skipped', authorMissingAt: null });
  });

  it('has it again when they come later, as the next work of the table, while nobody waits', async () => {
    const there = await makeRunningEvening(api);
    const slot = await there.slotAt(1, 1);
    await there.act(slot, 'start');
    await there.act(slot, 'author-missing');
    await passTime(api, new Date('2026-10-20T01:34:00Z'));
    expect(await submittedAt(slot.submissionId)).toBeNull();
    await there.act(await there.slotAt(1, 2), 'start');
    expect((await there.act(slot, 'author-here')).status).toBe(204);
    expect(await there.slotAt(1, 1)).toMatchObject({
      submissionId: slot.submissionId,
      state: 'planned',
      phaseStartedAt: null,
    });
    expect((await submittedAt(slot.submissionId))! >= new Date('2026-10-20T01:34:00Z')).toBe(true);
    await there.act(await there.slotAt(1, 2), 'next', { start: true });
    expect(await there.slotAt(1, 1)).toMatchObject({ state: 'running' });
    await there.act(slot, 'next');
    expect(await stateOf(slot.submissionId)).toMatchObject({ state: 'heard' });
    expect(codeOf(await there.act(slot, 'author-here'))).toEqual([409, 'critique-author-not-missing']);
  });

  it('loses their turn however the time went: to the next, passed over by the next work, or by the end', async () => {
    const given = await makeRunningEvening(api);
    const waiting = await waitingWork(given, 'Waits', 9);
    const [lost, kept] = [await given.slotAt(1, 1), await given.slotAt(1, 2)];
    await given.act(lost, 'author-missing');
    await passTime(api, new Date('2026-10-20T01:34:00Z'));
    expect((await given.slotAt(1, 1)).submissionId).toBe(waiting.id);
    expect(await submittedAt(lost.submissionId)).toBeNull();
    expect(await submittedAt(kept.submissionId)).not.toBeNull();

    const passed = await makeRunningEvening(api);
    const [first, second, third] = [
      await passed.slotAt(1, 1),
      await passed.slotAt(1, 2),
      await passed.slotAt(1, 3),
    ];
    await passed.act(first, 'start');
    await passed.act(first, 'author-missing');
    await passed.act(first, 'next', { start: true });
    await passed.act(second, 'author-missing');
    await passed.post('/end').expect(204);
    expect(await submittedAt(first.submissionId)).toBeNull();
    expect(await submittedAt(second.submissionId)).toBeNull();
    expect(await submittedAt(third.submissionId)).not.toBeNull();
  });

  it('is passed over for good where nobody waits: the next time that comes free is not theirs', async () => {
    const there = await makeRunningEvening(api);
    const [first, second] = [await there.slotAt(1, 1), await there.slotAt(1, 2)];
    await there.act(first, 'author-missing');
    await passTime(api, new Date('2026-10-20T01:34:00Z'));
    await there.act(second, 'author-missing');
    await passTime(api, new Date('2026-10-20T01:38:00Z'));
    expect(await there.slotAt(1, 1)).toMatchObject({ state: 'skipped', submissionId: first.submissionId });
    expect(await there.slotAt(1, 2)).toMatchObject({ state: 'skipped', submissionId: second.submissionId });
  });

  it('keeps it when they come in time, and when their work is started', async () => {
    const there = await makeRunningEvening(api);
    await waitingWork(there, 'Waits', 9);
    const [late, later] = [await there.slotAt(1, 1), await there.slotAt(1, 2)];
    for (const slot of [late, later]) await there.act(slot, 'author-missing');
    expect((await there.act(late, 'author-here')).status).toBe(204);
    await there.act(later, 'start');
    await passTime(api, new Date('2026-10-20T01:40:00Z'));
    expect((await there.slotAt(1, 1)).submissionId).toBe(late.submissionId);
    expect((await there.slotAt(1, 2)).submissionId).toBe(later.submissionId);
    expect(codeOf(await there.act(late, 'author-here'))).toEqual([409, 'critique-author-not-missing']);
  });

  it('loses it by hand too, three minutes later and not before, when no job did it', async () => {
    const there = await makeRunningEvening(api);
    const waiting = await waitingWork(there, 'Waits', 9);
    const slot = await there.slotAt(1, 1);
    await there.act(slot, 'author-missing');
    expect(codeOf(await there.act(slot, 'author-missing'))).toEqual([409, 'critique-author-awaited']);
    await api.setTime('2026-10-20T01:33:30Z');
    expect((await there.act(slot, 'author-missing')).status).toBe(204);
    expect((await there.slotAt(1, 1)).submissionId).toBe(waiting.id);
  });

  it('leaves no critic at a work that a block keeps them from, and nobody’s marks at another work', async () => {
    const there = await makeRunningEvening(api, { authors: 4, critics: 2 });
    const waiting = await waitingWork(there, 'Waits', 9);
    const slot = await there.slotAt(1, 1);
    const [kept, apart] = there.works[0]!.critics;
    await mark(kept!.assignmentId);
    await block(waiting.author, apart!.critic);
    await there.act(slot, 'author-missing');
    await passTime(api, new Date('2026-10-20T01:34:00Z'));
    const taken = await assignmentRows(waiting.id);
    expect(taken.map(({ person, source }) => [person, source])).toEqual(
      expect.arrayContaining([
        [kept!.critic.personId, 'plan'],
        [there.guest.personId, 'standby'],
      ]),
    );
    expect(taken).toHaveLength(2);
    expect(await assignmentRows(slot.submissionId)).toEqual([
      expect.objectContaining({ id: kept!.assignmentId }),
    ]);
    expect(
      await sql('select submission_id as id from critiques where assignment_id = $1', [kept!.assignmentId]),
    ).toEqual([{ id: slot.submissionId }]);
  });

  it('waits for no one once the session is over, so that nothing is due for ever', async () => {
    const there = await makeRunningEvening(api);
    await there.act(await there.slotAt(1, 1), 'author-missing');
    await there.post('/end').expect(204);
    expect((await there.slotAt(1, 1)).authorMissingAt).toBeNull();
  });
});

describe('a critic who does not come', () => {
  const missing = (there: RunningEvening, assignmentId: string) =>
    there.post(`/assignments/${assignmentId}/missing`);
  const here = (there: RunningEvening, assignmentId: string) =>
    there.post(`/assignments/${assignmentId}/here`);

  it('is replaced by a guest without a work, who goes again when the critic comes', async () => {
    const there = await makeRunningEvening(api);
    const { id, critics } = there.works[0]!;
    const { assignmentId } = critics[0]!;
    expect((await missing(there, assignmentId)).status).toBe(204);
    expect(codeOf(await missing(there, assignmentId))).toEqual([409, 'critique-critic-not-expected']);
    const { critics: seen } = await there.slotAt(1, 1);
    expect(seen.map(({ name, state, standby }) => [name, state, standby])).toEqual(
      expect.arrayContaining([
        [critics[0]!.critic.name, 'missed', false],
        ['Sam Guest', 'assigned', true],
      ]),
    );
    expect((await here(there, assignmentId)).status).toBe(204);
    expect((await assignmentRows(id)).map(({ state, source }) => [state, source])).toEqual([
      ['assigned', 'plan'],
      ['assigned', 'plan'],
    ]);
    expect(codeOf(await here(there, assignmentId))).toEqual([409, 'critique-critic-not-missing']);
  });

  it('stays away once the one who stands in has begun to write', async () => {
    const there = await makeRunningEvening(api);
    const { assignmentId } = there.works[0]!.critics[0]!;
    await missing(there, assignmentId);
    const standby = (await assignmentRows(there.works[0]!.id)).find(({ source }) => source === 'standby')!;
    await mark(standby.id);
    expect(codeOf(await here(there, assignmentId))).toEqual([409, 'critique-standby-began']);
  });

  const drawn = async (there: RunningEvening): Promise<string[]> => {
    await missing(there, there.works[0]!.critics[0]!.assignmentId);
    const rows = await assignmentRows(there.works[0]!.id);
    return rows.filter(({ source }) => source === 'standby').map(({ person }) => person);
  };

  it('is replaced by nobody who blocks the author or is blocked, made the work too, or is not coming', async () => {
    const ways: ((there: RunningEvening) => Promise<unknown>)[] = [
      (there) => block(there.works[0]!.author, there.guest),
      (there) => block(there.guest, there.works[0]!.author),
      (there) => keepApart(there, there.works[0]!.author, there.guest),
      (there) =>
        sql(
          `update submissions set co_authors = array[(select email from people where id = $2)]::varchar[] where id = $1`,
          [there.works[0]!.id, there.guest.personId],
        ),
      (there) =>
        sql(
          `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
          [there.guest.attendeeId],
        ),
      (there) => waitingOf(there),
      (there) => sameEmployer(there, true),
    ];
    for (const way of ways) {
      const there = await makeRunningEvening(api);
      await way(there);
      expect(await drawn(there)).toEqual([]);
    }
    // The controls: nothing of that, and one employer where that does not matter.
    const there = await makeRunningEvening(api);
    await sameEmployer(there, false);
    expect(await drawn(there)).toEqual([there.guest.personId]);
  });

  /** The guest waits for a place with a work of their own. */
  const waitingOf = async (there: RunningEvening) => {
    const { id, author } = await waitingWork(there, 'Waits', 9);
    await leave(author);
    await sql('update submissions set attendee_id = $2, person_id = $3 where id = $1', [
      id,
      there.guest.attendeeId,
      there.guest.personId,
    ]);
  };

  const sameEmployer = async (there: RunningEvening, matters: boolean) => {
    const [one, other] = [there.works[0]!.author.attendeeId, there.guest.attendeeId];
    for (const [id, value] of [
      [one, 'Foley House'],
      [other, 'foley house'],
    ])
      await sql(`update attendees set imported = $2 where id = $1`, [
        id,
        JSON.stringify({ facts: { profile: { employer: { value, from: 'confirmed' } } } }),
      ]);
    await sql('update critique_sessions set employers_apart = $2 where id = $1', [
      there.critiqueSessionId,
      matters,
    ]);
  };

  it('is replaced by who came rather than who did not, and by who hears the fewest works', async () => {
    const there = await makeRunningEvening(api);
    const [came, busy] = [
      await makeThere(api, there.event, 'Ida Came'),
      await makeThere(api, there.event, 'Bo Busy'),
    ];
    await sql('update attendees set checked_in_at = null where id = $1', [there.guest.attendeeId]);
    await sql(
      `insert into assignments (id, organization_id, event_id, critique_session_id, submission_id, attendee_id, person_id, state, source, created_at)
       select $2, organization_id, event_id, critique_session_id, $3, $4, $5, 'assigned', 'standby', app_now() from submissions where id = $1`,
      [there.works[1]!.id, newId(), there.works[1]!.id, busy.attendeeId, busy.personId],
    );
    expect(await drawn(there)).toEqual([came.personId]);
    await missing(there, there.works[0]!.critics[1]!.assignmentId);
    const rows = await assignmentRows(there.works[0]!.id);
    expect(rows.filter(({ source }) => source === 'standby').map(({ person }) => person)).toEqual([
      came.personId,
      busy.personId,
    ]);
  });

  it('is missed without anybody in their place where nobody is left', async () => {
    const there = await makeRunningEvening(api);
    const [first, second] = there.works[0]!.critics;
    await missing(there, first!.assignmentId);
    expect((await missing(there, second!.assignmentId)).status).toBe(204);
    const { critics } = await there.slotAt(1, 1);
    expect(critics.filter(({ state }) => state === 'assigned')).toHaveLength(1);
  });

  it('is not marked once the work was heard', async () => {
    const there = await makeRunningEvening(api);
    const slot = await there.slotAt(1, 1);
    await there.act(slot, 'start');
    await there.act(slot, 'next');
    const { assignmentId } = there.works[0]!.critics[0]!;
    expect(codeOf(await missing(there, assignmentId))).toEqual([409, 'critique-slot-over']);
  });
});
