import { creditBalance, enterCredits } from '#libs/database';
import { everyOrganization, inOrganization, newId, system } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import {
  type CritiqueEvening,
  type GivenSession,
  makeCritiqueEvening,
} from '../../../../test/support/critique-evening.ts';
import { at } from '../../../../test/support/evening.ts';
import { makeMember } from '../../../../test/support/factories.ts';
import { wakeDueWork } from '../sweep.ts';
import { callOffMissed } from './call-off.ts';

// The evening is from seven to nine on 19 October.

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: at('2026-10-19T20:00').toISOString() });
});
afterAll(() => api.stop());

const sql = <Row extends object>(text: string, values: unknown[] = []) => api.database.sql<Row>(text, values);

async function planned(given: GivenSession = {}): Promise<CritiqueEvening> {
  await api.setTime(at('2026-10-19T20:00').toISOString());
  return makeCritiqueEvening(api, { authors: 3, ...given });
}

const wake = ({ organization, critiqueSessionId }: CritiqueEvening) =>
  callOffMissed({ organizationId: organization.id, critiqueSessionId }, { db: api.db });

async function sessionOf({ critiqueSessionId }: CritiqueEvening) {
  const [row] = await sql<{ state: string; calledOff: boolean }>(
    `select state, called_off_at is not null as "calledOff" from critique_sessions where id = $1`,
    [critiqueSessionId],
  );
  return row;
}

const works = ({ critiqueSessionId }: CritiqueEvening) =>
  sql<{ state: string; place: number | null }>(
    'select state, place from submissions where critique_session_id = $1 order by id',
    [critiqueSessionId],
  );

describe('a session that nobody starts', () => {
  it('is called off the day after its evening: works keep their turn, and credits go back once', async () => {
    const there = await planned();
    const [author] = there.people;
    const account = { organizationId: there.organization.id, personId: author!.personId };
    const balance = () =>
      api.db.read(inOrganization(there.organization.id, system), (reader) => creditBalance(reader, account));
    await api.db.write(inOrganization(there.organization.id, system), (tx) =>
      enterCredits(tx, account, {
        amount: -3,
        reason: 'submitted',
        subjectId: there.works[0]!.id,
        createdBy: null,
      }),
    );
    await api.setTime(at('2026-10-20T20:59').toISOString());
    await wake(there);
    expect(await sessionOf(there)).toEqual({ state: 'planned', calledOff: false });
    await api.setTime(at('2026-10-20T21:00').toISOString());
    await wake(there);
    expect(await sessionOf(there)).toEqual({ state: 'ended', calledOff: true });
    expect(await works(there)).toEqual(Array(3).fill({ state: 'waitlisted', place: null }));
    expect(await balance()).toBe(3);
    await wake(there);
    expect(await balance()).toBe(3);
    const due = await sql('select 1 from due_work where subject_id = $1', [there.critiqueSessionId]);
    expect(due).toEqual([]);
    const mails = await sql('select 1 from mails where organization_id = $1', [there.organization.id]);
    expect(mails).toEqual([]);
  });

  it('is woken by the sweep', async () => {
    const there = await planned();
    await api.setTime(at('2026-10-20T21:00').toISOString());
    await api.db.write(everyOrganization, wakeDueWork);
    const jobs = await sql('select 1 from graphile_worker.jobs where key = $1', [
      `critique-call-off:${there.critiqueSessionId}`,
    ]);
    expect(jobs).toHaveLength(1);
  });

  it('stays when it has begun, and for a month when works are heard at home', async () => {
    const running = await planned({ state: 'running' });
    const home = await planned({ format: 'written', state: 'open' });
    // By winter time, so an hour earlier on the wall.
    await api.setTime(at('2026-11-18T19:59').toISOString());
    await wake(running);
    await wake(home);
    expect([(await sessionOf(running))?.state, (await sessionOf(home))?.state]).toEqual(['running', 'open']);
    await api.setTime(at('2026-11-18T20:00').toISOString());
    await wake(home);
    expect(await sessionOf(home)).toEqual({ state: 'ended', calledOff: true });
  });

  it('lets its files go 30 days after its evening, those of drafts as well', async () => {
    const there = await planned();
    const [work, draft] = there.works;
    const files = [await fileOf(there, work!.id), await fileOf(there, draft!.id)];
    await sql(`update submissions set state = 'draft' where id = $1`, [draft!.id]);
    await api.setTime(at('2026-10-20T21:00').toISOString());
    await wake(there);
    const rows = await sql<{ deleteAt: Date }>(
      'select delete_at as "deleteAt" from files where id = any ($1)',
      [files],
    );
    expect(rows.map(({ deleteAt }) => deleteAt)).toEqual(Array(2).fill(at('2026-11-18T20:00')));
  });

  it('is called off at once when its evening is cancelled', async () => {
    const there = await planned();
    await api.setTime(at('2026-10-18T12:00').toISOString());
    const { personId } = await makeMember(api.database, there.organization.id, 'editor');
    await api.http
      .post(`/api/v1/organizations/${there.organization.id}/events/${there.event.id}/cancel`)
      .set('cookie', await api.cookieOf(personId))
      .send({ reason: 'No heating' })
      .expect(200);
    const jobs = await sql<{ due: boolean }>(
      'select run_at <= now() as due from graphile_worker.jobs where key = $1',
      [`critique-call-off:${there.critiqueSessionId}`],
    );
    expect(jobs).toEqual([{ due: true }]);
    await wake(there);
    expect(await sessionOf(there)).toEqual({ state: 'ended', calledOff: true });
  });
});

async function fileOf(there: CritiqueEvening, workId: string): Promise<string> {
  const id = newId();
  await sql(
    `insert into files (id, organization_id, event_id, critique_session_id, person_id, state, name, bytes, received, type,
       storage_key, touched_at, created_at)
     values ($1, $2, $3, $4, $5, 'ready', 'song.mp3', 9, 9, 'audio/mpeg', $6, clock_timestamp(), app_now())`,
    [
      id,
      there.organization.id,
      there.event.id,
      there.critiqueSessionId,
      there.people[0]?.personId,
      `key-${id}`,
    ],
  );
  await sql('update submissions set file_id = $2 where id = $1', [workId, id]);
  return id;
}
