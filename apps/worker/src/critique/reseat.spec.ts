import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeCritiqueEvening } from '../../../../test/support/critique-evening.ts';
import { startTestWorker, until } from '../../../../test/support/worker.ts';
import type { RunningWorker } from '../worker.ts';

let api: Api;
let worker: RunningWorker;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-18T18:00:00Z' });
  worker = await startTestWorker({ database: api.database, publicUrl: api.url });
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

it('a seat that is given back frees its slot without anybody waking the worker', async () => {
  const there = await makeCritiqueEvening(api, { critics: 2 });
  const { author, critics } = there.works[0]!;
  await api.http
    .post(`/api/v1/me/rsvps/${author.attendeeId}/cancel`)
    .set('cookie', await api.cookieOf(author.personId))
    .expect(200);
  const hearings = (): Promise<{ works: string }[]> =>
    api.database.sql<{ works: string }>(
      `select count(*) as works from assignments where person_id = $1 and state = 'assigned'`,
      [there.guest.personId],
    );
  await until(async () => (await hearings())[0]?.works === '2', 'the guest hears both works');
  const { body } = await api.http
    .get(`/api/v1/critique/${critics[0]!.critic.token}/sessions/${there.critiqueSessionId}/now`)
    .expect(200);
  expect(body.slots.map(({ title }: { title: string }) => title)).not.toContain(there.works[0]!.title);
});
