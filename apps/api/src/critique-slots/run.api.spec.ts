import { type Api, startApi } from '../../../../test/support/api.ts';
import { type RunningEvening, makeRunningEvening } from '../../../../test/support/critique-run.ts';
import { makeMember } from '../../../../test/support/factories.ts';

let api: Api;
const begins = '2026-10-20T01:30:00Z';
beforeAll(async () => {
  api = await startApi({ time: begins });
});
beforeEach(() => api.setTime(begins));
afterAll(() => api.stop());

const sql = <Row extends object>(text: string, values: unknown[] = []) => api.database.sql<Row>(text, values);
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

const auditOf = async ({ organization }: RunningEvening): Promise<string[]> =>
  (
    await sql<{ action: string }>('select action from audit where organization_id = $1 order by at, id', [
      organization.id,
    ])
  ).map(({ action }) => action);

describe('a session', () => {
  it('starts once it is planned, and its letters leave two hours after the evening at the latest', async () => {
    const there = await makeRunningEvening(api, { state: 'planned' });
    expect((await there.post('/start')).status).toBe(204);
    expect((await there.post('/start')).status).toBe(204);
    // The evening of the factories ends at nine in Los Angeles.
    expect(
      await sql('select state, started_at, release_at from critique_sessions where id = $1', [
        there.critiqueSessionId,
      ]),
    ).toEqual([
      { state: 'running', started_at: expect.any(Date), release_at: new Date('2026-10-20T06:00:00Z') },
    ]);
    expect(
      await sql(
        `select task_identifier as task, run_at > now() as later from graphile_worker.jobs where key = $1`,
        [`critique-release:${there.critiqueSessionId}`],
      ),
    ).toEqual([{ task: 'critique.release', later: true }]);
    expect(await auditOf(there)).toEqual(['critique-session.started']);
  });

  it('cannot start before its plan, nor at an evening that was cancelled', async () => {
    const open = await makeRunningEvening(api, { state: 'open' });
    expect(codeOf(await open.post('/start'))).toEqual([409, 'critique-not-planned']);
    const cancelled = await makeRunningEvening(api, { state: 'planned' });
    await sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      cancelled.event.id,
    ]);
    expect(codeOf(await cancelled.post('/start'))).toEqual([409, 'event-cancelled']);
  });

  it('starts from twelve hours before its evening until twelve hours after it', async () => {
    // In Los Angeles it is from six to nine, so from one to four in the morning of the next day.
    const there = await makeRunningEvening(api, { state: 'planned' });
    const startAt = async (time: string) => {
      await api.setTime(time);
      return codeOf(await there.post('/start'));
    };
    expect(await startAt('2026-10-19T12:59:59Z')).toEqual([409, 'critique-too-early']);
    expect(await startAt('2026-10-20T16:00:01Z')).toEqual([409, 'critique-too-late']);
    await api.setTime('2026-10-19T13:00:00Z');
    expect((await there.post('/start')).status).toBe(204);
    await api.setTime(begins);
  });

  it('goes back to its plan while no work was on, and starts again', async () => {
    const there = await makeRunningEvening(api, { state: 'planned' });
    expect((await there.post('/start')).status).toBe(204);
    expect((await there.post('/unstart')).status).toBe(204);
    expect((await there.post('/unstart')).status).toBe(204);
    const [session] = await sql<{ state: string; release_at: Date | null }>(
      'select state, started_at, release_at from critique_sessions where id = $1',
      [there.critiqueSessionId],
    );
    expect(session).toEqual({ state: 'planned', started_at: null, release_at: null });
    expect((await there.post('/start')).status).toBe(204);
    await there.act(await there.slotAt(1, 1), 'start');
    expect(codeOf(await there.post('/unstart'))).toEqual([409, 'critique-slot-started']);
    expect(await auditOf(there)).toEqual([
      'critique-session.started',
      'critique-session.unstarted',
      'critique-session.started',
      'critique-slot.started',
    ]);
  });

  it('ends with what is on as heard and what is to come as passed over, and its letters leave at once', async () => {
    const there = await makeRunningEvening(api, { authors: 3 });
    await there.act(await there.slotAt(1, 1), 'start');
    await there.act(await there.slotAt(1, 1), 'pause');
    expect((await there.post('/end')).status).toBe(204);
    const { state, slots } = await there.run();
    expect([state, ...slots.map((slot) => slot.state)]).toEqual(['ended', 'done', 'skipped', 'skipped']);
    const [row] = await sql<{ now: boolean }>(
      'select ended_at is not null and release_at = ended_at as now from critique_sessions where id = $1',
      [there.critiqueSessionId],
    );
    expect(row).toEqual({ now: true });
    expect(codeOf(await there.post('/end'))).toEqual([409, 'critique-not-running']);
    expect(codeOf(await there.act(await there.slotAt(1, 2), 'start'))).toEqual([409, 'critique-not-running']);
  });
});

describe('the clock of a work', () => {
  it('starts, pauses, goes on, gets one more minute once, and skips', async () => {
    const there = await makeRunningEvening(api);
    const slot = await there.slotAt(1, 1);
    await api.setTime('2026-10-20T01:40:00Z');
    expect((await there.act(slot, 'start')).status).toBe(204);
    await api.setTime('2026-10-20T01:42:00Z');
    expect((await there.act(slot, 'pause')).status).toBe(204);
    expect(codeOf(await there.act(slot, 'pause'))).toEqual([409, 'critique-slot-not-running']);
    await api.setTime('2026-10-20T01:45:00Z');
    expect((await there.act(slot, 'resume')).status).toBe(204);
    expect(codeOf(await there.act(slot, 'resume'))).toEqual([409, 'critique-slot-not-paused']);
    const { pausedMs } = await there.slotAt(1, 1);
    expect(Math.round(pausedMs / 1000)).toBe(180);
    expect((await there.act(slot, 'plus-one-minute')).status).toBe(204);
    expect(codeOf(await there.act(slot, 'plus-one-minute'))).toEqual([409, 'critique-extra-minute-used']);
    // Two minutes have counted: the second phase, "play or show", is on.
    expect((await there.slotAt(1, 1)).extraPhase).toBe(1);
    expect((await there.act(slot, 'skip')).status).toBe(204);
    expect(await there.slotAt(1, 1)).toMatchObject({ state: 'running', phase: 2, pausedMs: 0 });
    expect(await auditOf(there)).toEqual([
      'critique-slot.started',
      'critique-slot.paused',
      'critique-slot.resumed',
      'critique-slot.extra-minute',
      'critique-slot.phase-skipped',
    ]);
  });

  it('goes on to the next work of its table, which waits until it is started or starts at once', async () => {
    const there = await makeRunningEvening(api, { tables: 2, authors: 6 });
    const [first, second, third] = [
      await there.slotAt(2, 1),
      await there.slotAt(2, 2),
      await there.slotAt(2, 3),
    ];
    await there.act(first, 'start');
    expect((await there.act(first, 'next')).status).toBe(204);
    expect((await there.slotAt(2, 2)).state).toBe('planned');
    await there.act(second, 'start');
    expect((await there.act(second, 'next', { start: true })).status).toBe(204);
    expect((await there.slotAt(2, 3)).state).toBe('running');
    expect((await there.act(third, 'next', { start: true })).status).toBe(204);
    const { slots } = await there.run();
    expect(slots.map(({ table, state }) => [table, state])).toEqual([
      [1, 'planned'],
      [1, 'planned'],
      [1, 'planned'],
      [2, 'done'],
      [2, 'done'],
      [2, 'done'],
    ]);
    const heard = await sql<{ state: string }>(
      'select state from submissions where critique_session_id = $1 and heard_at is not null',
      [there.critiqueSessionId],
    );
    expect(heard.map(({ state }) => state)).toEqual(['heard', 'heard', 'heard']);
  });

  it('runs at one table for one work at a time, and at two tables side by side', async () => {
    const there = await makeRunningEvening(api, { tables: 2, authors: 4 });
    expect((await there.act(await there.slotAt(1, 1), 'start')).status).toBe(204);
    expect(codeOf(await there.act(await there.slotAt(1, 2), 'start'))).toEqual([409, 'critique-table-busy']);
    expect((await there.act(await there.slotAt(2, 1), 'start')).status).toBe(204);
  });
});

describe('two facilitators who press at once', () => {
  const both = (acts: (() => PromiseLike<{ status: number }>)[]) =>
    Promise.all(acts.map(async (act) => (await act()).status)).then((found) => found.sort());

  /** Each presses for the version that both saw. */
  async function skipTwice(there: RunningEvening): Promise<{ statuses: number[]; phase: number }> {
    const { id, version } = await there.slotAt(1, 1);
    const skip = () => there.post(`/slots/${id}/skip`, { version });
    const statuses = await both([skip, skip]);
    return { statuses, phase: (await there.slotAt(1, 1)).phase };
  }

  it('start a slot once', async () => {
    const there = await makeRunningEvening(api);
    const { id, version } = await there.slotAt(1, 1);
    const start = () => there.post(`/slots/${id}/start`, { version });
    expect(await both([start, start, start, start])).toEqual([204, 409, 409, 409]);
    expect((await auditOf(there)).filter((action) => action === 'critique-slot.started')).toHaveLength(1);
  });

  it('skip one phase and not two', async () => {
    const there = await makeRunningEvening(api);
    await there.act(await there.slotAt(1, 1), 'start');
    expect(await skipTwice(there)).toEqual({ statuses: [204, 409], phase: 1 });
  });

  it('would skip two, did the slot not count its versions (control)', async () => {
    const there = await makeRunningEvening(api);
    await there.act(await there.slotAt(1, 1), 'start');
    await sql(`create function keep_version() returns trigger language plpgsql as $$
      begin new.version = old.version; return new; end $$`);
    await sql(
      `create trigger keep_version before update on critique_slots for each row execute function keep_version()`,
    );
    try {
      expect(await skipTwice(there)).toEqual({ statuses: [204, 204], phase: 2 });
    } finally {
      await sql('drop trigger keep_version on critique_slots');
      await sql('drop function keep_version()');
    }
  });

  async function startBoth(there: RunningEvening): Promise<number[]> {
    const slots = [await there.slotAt(1, 1), await there.slotAt(1, 2)];
    return both(
      slots.map(
        ({ id, version }) =>
          () =>
            there.post(`/slots/${id}/start`, { version }),
      ),
    );
  }

  it('start one work at a table, whichever comes first', async () => {
    expect(await startBoth(await makeRunningEvening(api))).toEqual([204, 409]);
  });

  it('would start two, were it not for the index over the table (control)', async () => {
    await sql('drop index critique_slots_one_at_a_time');
    const there = await makeRunningEvening(api);
    try {
      expect(await startBoth(there)).toEqual([204, 204]);
    } finally {
      await sql(`update critique_slots set state = 'done', paused_at = null where critique_session_id = $1`, [
        there.critiqueSessionId,
      ]);
      await sql(`create unique index critique_slots_one_at_a_time on critique_slots (critique_session_id, seat_table)
        where state in ('running', 'paused')`);
    }
  });

  it('start a session once', async () => {
    const there = await makeRunningEvening(api, { state: 'planned' });
    const start = () => there.post('/start');
    expect(await both([start, start, start])).toEqual([204, 204, 204]);
    expect(await auditOf(there)).toEqual(['critique-session.started']);
  });
});

describe('who may run a session', () => {
  it('is its owner, editor and host, a host only of their evenings, nobody at the door, and nobody else', async () => {
    const there = await makeRunningEvening(api);
    const { id, version } = await there.slotAt(1, 1);
    const start = (cookie: string) => there.post(`/slots/${id}/start`, { version }, cookie);
    const door = await makeMember(api.database, there.organization.id, 'door');
    expect((await start(await api.cookieOf(door.personId))).status).toBe(403);
    const elsewhere = await makeMember(api.database, there.organization.id, 'host');
    await sql('update members set event_ids = array[gen_random_uuid()] where id = $1', [elsewhere.id]);
    expect((await start(await api.cookieOf(elsewhere.personId))).status).toBe(404);
    const other = await makeRunningEvening(api);
    expect((await start(other.cookie)).status).toBe(404);
    expect((await start(there.cookie)).status).toBe(204);
  });

  it('reaches no slot of another session through their own', async () => {
    const [mine, theirs] = [await makeRunningEvening(api), await makeRunningEvening(api)];
    const { id, version } = await theirs.slotAt(1, 1);
    expect((await mine.post(`/slots/${id}/start`, { version })).status).toBe(404);
    const assignmentId = theirs.works[0]!.critics[0]!.assignmentId;
    expect((await mine.post(`/assignments/${assignmentId}/missing`)).status).toBe(404);
    expect((await theirs.slotAt(1, 1)).state).toBe('planned');
  });

  it('says which version they saw', async () => {
    const there = await makeRunningEvening(api);
    const { id } = await there.slotAt(1, 1);
    expect((await there.post(`/slots/${id}/start`)).status).toBe(422);
    expect(codeOf(await there.post(`/slots/${id}/start`, { version: 7 }))).toEqual([
      409,
      'changed-meanwhile',
    ]);
  });
});
