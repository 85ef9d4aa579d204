import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makePerson } from '../../../../test/support/factories.ts';
import { makeGuild } from '../../../../test/support/series.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
afterAll(() => api.stop());

/** Looks until a statement waits for a row that another has locked. */
async function untilSomebodyWaits(): Promise<void> {
  const end = performance.now() + 10_000;
  const look = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await api.database.sql(look)).length === 0) {
    if (performance.now() > end) throw new Error('The end waits for nobody');
  }
}

/**
 * Ends a series while an RSVP to its date of 17 November is under way: written, and not yet there for anybody else.
 * @param atDesk whether the RSVP holds the counter row of the evening, as every RSVP does
 */
async function endDuringAnRsvp(atDesk: boolean) {
  const { organization, repeat, send } = await makeGuild(api);
  const series = await repeat();
  const eventId = series.dates.find(({ day }) => day === '2026-11-17')!.eventId;
  const { id: personId } = await makePerson(api.database);
  let ending: Promise<{ body: { cancelled: number; kept: { day: string }[] } }> | undefined;
  await api.db.write({ kind: 'system' }, async (tx) => {
    if (atDesk) await tx.query('select from event_seats where event_id = $1 for update', [eventId]);
    await tx.query(
      `insert into attendees (id, organization_id, event_id, person_id, name, status, seat, arrival, confirmed_at, source, version,
         created_at)
       values ($1, $2, $3, $4, 'Ada', 'confirmed', true, 1, app_now(), 'page', 1, app_now())`,
      [newId(), organization.id, eventId, personId],
    );
    ending = Promise.resolve(
      send('post', `/series/${series.id}/end`, { from: '2026-11-10', version: series.version }).expect(200),
    );
    await untilSomebodyWaits();
  });
  const { body } = (await ending)!;
  const { state } = (await send('get', `/events/${eventId}`).expect(200)).body;
  return { cancelled: body.cancelled, kept: body.kept.map(({ day }) => day), state };
}

describe('a series that ends while somebody answers', () => {
  it('waits for the answer, and keeps the date', async () => {
    expect(await endDuringAnRsvp(true)).toEqual({ cancelled: 2, kept: ['2026-11-17'], state: 'published' });
  });

  it('would cancel the date under them if it did not wait at the desk (control)', async () => {
    expect(await endDuringAnRsvp(false)).toEqual({ cancelled: 3, kept: [], state: 'cancelled' });
  });
});
