import { keepPicks } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { later } from '#libs/jobs';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type PersonThere, makeCritiqueEvening } from '../../../../test/support/critique-evening.ts';
import { at } from '../../../../test/support/evening.ts';
import { moveClock, startTestWorker } from '../../../../test/support/worker.ts';
import type { RunningWorker } from '../worker.ts';

let api: Api;
let worker: RunningWorker;

beforeAll(async () => {
  api = await startApi({ time: at('2026-10-19T21:05').toISOString() });
  worker = await startTestWorker({ database: api.database });
});

afterAll(async () => {
  await worker.stop();
  await api.stop();
});

async function ended() {
  const evening = await makeCritiqueEvening(api, { state: 'ended', released: true });
  const { critiqueSessionId } = evening;
  await api.database.sql(`update submissions set state = 'heard' where critique_session_id = $1`, [
    critiqueSessionId,
  ]);
  const [ana, ben] = evening.people as [PersonThere, PersonThere];
  const organizationId = evening.organization.id;
  const choose = (who: PersonThere, whom: PersonThere) =>
    api.db.write(inOrganization(organizationId, system), async (tx) => {
      const { personId } = who;
      await keepPicks(tx, { organizationId, critiqueSessionId, ...who }, evening.event.id, [whom]);
      const payload = { organizationId, critiqueSessionId, personId };
      const key = `settle-picks:${critiqueSessionId}:${personId}`;
      await later(tx, 'critique.settle-picks', payload, { key, runAt: new Date(tx.now.getTime() + 60_000) });
    });
  const introduced = () =>
    api.database.sql<{ introducedAt: Date | null }>(
      `select introduced_at as "introducedAt" from introductions where organization_id = $1`,
      [organizationId],
    );
  return { ana, ben, choose, introduced };
}

describe('two who choose each other', () => {
  it('are found a minute later, and a clock that is moved waits for that', async () => {
    const { ana, ben, choose, introduced } = await ended();
    await choose(ana, ben);
    await choose(ben, ana);
    expect(await introduced()).toEqual([]);
    await moveClock(api.db, at('2026-10-20T12:00'));
    const [pair] = await introduced();
    expect(pair?.introducedAt?.toISOString().slice(0, 16)).toBe('2026-10-20T17:00');
  });
});
