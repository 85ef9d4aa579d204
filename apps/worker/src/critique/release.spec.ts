import { erasePerson } from '#libs/database';
import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  type GivenSession,
  changeSession,
  makeCritiqueEvening,
} from '../../../../test/support/critique-evening.ts';
import { at, passTime, sentMails } from '../../../../test/support/evening.ts';
import { release } from './release.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: at('2026-10-19T20:00').toISOString() });
});
afterAll(() => api.stop());

const sql = <Row extends object>(text: string, values: unknown[] = []) => api.database.sql<Row>(text, values);

/** A running session at eight in the evening; its letters are due two hours after the evening ends at nine. */
async function evening(given: GivenSession = {}): Promise<CritiqueEvening> {
  await api.setTime(at('2026-10-19T20:00').toISOString());
  const there = await makeCritiqueEvening(api, { state: 'running', authors: 3, ...given });
  await sql(`update critique_sessions set release_at = $2 where id = $1`, [
    there.critiqueSessionId,
    at('2026-10-19T23:00'),
  ]);
  return there;
}

const endAt = (there: CritiqueEvening, local: string) =>
  changeSession(
    api,
    there.critiqueSessionId,
    `state = 'ended', ended_at = '${at(local).toISOString()}', release_at = '${at(local).toISOString()}'`,
  );

/** What a critic wrote. */
const write = (assignmentId: string, words: number) =>
  sql(
    `insert into critiques (id, organization_id, assignment_id, submission_id, person_id, meaning, words, saved_at)
     select $2, organization_id, id, submission_id, person_id, 'Words.', $3, app_now() from assignments where id = $1`,
    [assignmentId, newId(), words],
  );

const slots = (there: CritiqueEvening, state: string, rounds: readonly number[]) =>
  sql(
    `update critique_slots set state = $3, phase_started_at = app_now() where critique_session_id = $1 and round = any ($2)`,
    [there.critiqueSessionId, rounds, state],
  );

const statesOf = async (table: 'assignments' | 'submissions' | 'critique_slots', there: CritiqueEvening) =>
  (
    await sql<{ state: string }>(`select state from ${table} where critique_session_id = $1 order by id`, [
      there.critiqueSessionId,
    ])
  ).map(({ state }) => state);

const balances = ({ organization }: CritiqueEvening) =>
  sql<{ reason: string; amount: number }>(
    `select reason, sum(amount)::int as amount from credit_entries where organization_id = $1 and reason <> 'start'
     group by reason order by reason`,
    [organization.id],
  );

const releaseNow = (there: CritiqueEvening) =>
  release(
    { organizationId: there.organization.id, critiqueSessionId: there.critiqueSessionId },
    { db: api.db },
  );

const letters = ({ organization }: CritiqueEvening) => sentMails(api, organization.id, 'critique-feedback');

const mailCount = async ({ organization }: CritiqueEvening) =>
  (await sql('select 1 from mails where organization_id = $1', [organization.id])).length;

describe('the release of a session', () => {
  it('counts what was written, pays critics, and writes to everybody once', async () => {
    const there = await evening({ critics: 1 });
    const [first, second] = there.works;
    await write(first!.critics[0]!.assignmentId, 25);
    await write(second!.critics[0]!.assignmentId, 24);
    await slots(there, 'done', [1, 2, 3]);
    await endAt(there, '2026-10-19T20:55');
    await passTime(api, at('2026-10-19T20:55'));
    expect(await statesOf('assignments', there)).toEqual(['done', 'missed', 'missed']);
    expect(await statesOf('submissions', there)).toEqual(['heard', 'heard', 'heard']);
    expect(await balances(there)).toEqual([{ reason: 'critique', amount: 1 }]);
    const mails = await letters(there);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Thank you for listening',
      'Your letter is here',
      'Your letter is here',
    ]);
    const [row] = await sql<{ releasedAt: Date; version: number }>(
      `select released_at as "releasedAt", version from critique_sessions where id = $1`,
      [there.critiqueSessionId],
    );
    // The clock runs on while the handler does.
    expect(Number(row!.releasedAt) - Number(at('2026-10-19T20:55'))).toBeLessThan(60_000);
  });

  it('leads each by their own link to their letter and to the people of their rounds', async () => {
    const there = await evening({ critics: 1 });
    await write(there.works[0]!.critics[0]!.assignmentId, 30);
    await slots(there, 'done', [1, 2, 3]);
    await endAt(there, '2026-10-19T20:55');
    await passTime(api, at('2026-10-19T20:55'));
    const mail = (await letters(there)).find(({ subject }) => subject === 'Your letter is here');
    const [, token] = /critique\/([0-9a-f.]+)#letter/.exec(mail!.text)!;
    const path = `/api/v1/critique/${token!}/sessions/${there.critiqueSessionId}/picks`;
    await api.setTime(at('2026-10-26T20:00').toISOString());
    const { body } = await api.http.get(path).expect(200);
    expect(body).toMatchObject({ open: true, people: [{ name: 'Author 2' }, { name: 'Author 3' }] });
    expect(mail!.text).toContain('until Monday 26 October 2026, 20:55, Los Angeles time (PDT)');
  });

  it('comes two hours after the evening where nobody ended it: what runs was heard, the rest waits on', async () => {
    const there = await evening({ authors: 4 });
    await slots(there, 'done', [1]);
    await slots(there, 'running', [2]);
    await sql(
      `insert into credit_entries (id, organization_id, person_id, amount, reason, subject_id, created_at)
       select gen_random_uuid(), organization_id, person_id, -3, 'submitted', id, app_now() from submissions
       where critique_session_id = $1`,
      [there.critiqueSessionId],
    );
    await passTime(api, at('2026-10-19T22:59'));
    expect(await letters(there)).toEqual([]);
    await passTime(api, at('2026-10-19T23:00'));
    expect(await statesOf('critique_slots', there)).toEqual(['done', 'done', 'skipped', 'skipped']);
    expect(await statesOf('submissions', there)).toEqual(['heard', 'heard', 'waitlisted', 'waitlisted']);
    expect(await balances(there)).toEqual([
      { reason: 'returned', amount: 6 },
      { reason: 'submitted', amount: -12 },
    ]);
    const unheard = (await letters(there)).filter(({ text }) => text.includes('There was no time for'));
    expect(unheard).toHaveLength(2);
    // Nobody missed what was not heard.
    expect((await statesOf('assignments', there)).filter((state) => state === 'assigned')).toHaveLength(4);
  });

  it('holds it against nobody that the author of a work they were to hear at home is gone', async () => {
    const there = await evening({ format: 'written', critics: 1 });
    const [work] = there.works;
    await api.db.write({ kind: 'system' }, (tx) => erasePerson(tx, api.config.keys, work!.author.personId));
    await endAt(there, '2026-10-19T20:55');
    await passTime(api, at('2026-10-19T20:55'));
    const [theirs] = await sql<{ state: string }>('select state from assignments where id = $1', [
      work!.critics[0]!.assignmentId,
    ]);
    expect(theirs?.state).toBe('assigned');
    expect((await statesOf('assignments', there)).filter((state) => state === 'missed')).toHaveLength(1);
  });

  it('happens once, however often and by how many at once', async () => {
    const there = await evening();
    await slots(there, 'done', [1, 2, 3]);
    for (const { critics } of there.works)
      for (const { assignmentId } of critics) await write(assignmentId, 40);
    await endAt(there, '2026-10-19T20:55');
    await api.setTime(at('2026-10-19T20:55').toISOString());
    await Promise.all([releaseNow(there), releaseNow(there), releaseNow(there)]);
    await releaseNow(there);
    expect(await balances(there)).toEqual([{ reason: 'critique', amount: 6 }]);
    expect(await mailCount(there)).toBe(3);
    expect(await sql(`select 1 from audit where subject_id = $1`, [there.critiqueSessionId])).toHaveLength(1);
  });

  it('that stops halfway has not happened, and is whole the next time', async () => {
    const there = await evening();
    await slots(there, 'done', [1, 2, 3]);
    await write(there.works[0]!.critics[0]!.assignmentId, 40);
    await endAt(there, '2026-10-19T20:55');
    await api.setTime(at('2026-10-19T20:55').toISOString());
    await sql(`alter table mails add constraint breaks check (kind <> 'critique-feedback') not valid`);
    await expect(releaseNow(there)).rejects.toThrow();
    await sql('alter table mails drop constraint breaks');
    expect(await balances(there)).toEqual([]);
    expect(await statesOf('submissions', there)).toEqual(['accepted', 'accepted', 'accepted']);
    await releaseNow(there);
    expect(await balances(there)).toEqual([{ reason: 'critique', amount: 1 }]);
    expect(await mailCount(there)).toBe(3);
  });

  it('lets files go 30 days after the end, but for those that their authors keep', async () => {
    const there = await evening();
    await slots(there, 'done', [1, 2, 3]);
    const fileOf = async (work: { id: string }, keeps: boolean) => {
      const [id, key] = [newId(), newId()];
      await sql(
        `insert into files (id, organization_id, event_id, critique_session_id, person_id, state, name, bytes, received, storage_key,
           touched_at, created_at)
         select $2, organization_id, event_id, critique_session_id, person_id, 'ready', 'a.wav', 10, 10, $3, now(), app_now()
         from submissions where id = $1`,
        [work.id, id, key],
      );
      await sql('update submissions set file_id = $2, keeps_file = $3 where id = $1', [work.id, id, keeps]);
      return id;
    };
    const [goes, stays] = [await fileOf(there.works[0]!, false), await fileOf(there.works[1]!, true)];
    await endAt(there, '2026-10-19T20:55');
    await passTime(api, at('2026-10-19T20:55'));
    const rows = await sql<{ id: string; at: Date | null }>(
      'select id, delete_at as at from files where id = any ($1)',
      [[goes, stays]],
    );
    expect(new Map(rows.map((row) => [row.id, row.at]))).toEqual(
      new Map([
        [goes, new Date(at('2026-10-19T20:55').getTime() + 30 * 86_400_000)],
        [stays, null],
      ]),
    );
  });

  it('does not come before its time, nor to a session that never began', async () => {
    const there = await evening();
    await releaseNow(there);
    await changeSession(api, there.critiqueSessionId, `state = 'planned', release_at = app_now()`);
    await releaseNow(there);
    expect(await mailCount(there)).toBe(0);
  });

  it('writes to nobody who cancelled, left, stopped mail of events, or whose evening is cancelled', async () => {
    const there = await evening({ authors: 4 });
    const [gone, stopped, erased] = there.people;
    await slots(there, 'done', [1, 2, 3, 4]);
    await endAt(there, '2026-10-19T20:55');
    await sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
      [gone!.attendeeId],
    );
    await sql(`insert into mail_stops values (gen_random_uuid(), $1, null, 'events', app_now())`, [
      stopped!.personId,
    ]);
    await api.db.write({ kind: 'system' }, (tx) => erasePerson(tx, api.config.keys, erased!.personId));
    await passTime(api, at('2026-10-19T20:55'));
    expect(await letters(there)).toHaveLength(1);
    const cancelled = await evening();
    await sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      cancelled.event.id,
    ]);
    await endAt(cancelled, '2026-10-19T20:55');
    await passTime(api, at('2026-10-19T20:56'));
    expect(await letters(cancelled)).toEqual([]);
  });
});
