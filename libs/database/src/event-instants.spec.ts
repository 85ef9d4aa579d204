import { instantOf } from '#libs/domain';
import { makeEvent, makeOrganization } from '../../../test/support/factories.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { setClock } from './clock.ts';
import { Database } from './database.ts';
import { recomputeEventInstants } from './event-instants.ts';
import { openDataSource } from './open.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'instants', 1));
  await db.write({ kind: 'system' }, (tx) => setClock(tx, new Date('2026-10-01T12:00:00Z')));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const recompute = () => db.write({ kind: 'system' }, recomputeEventInstants);

/** As an earlier zone file would have had it: the same local time, an hour off. */
const asIfZoneDataHadChanged = (eventId: string) =>
  database.sql(
    `update events set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour' where id = $1`,
    [eventId],
  );
const rowOf = async (eventId: string) => {
  const [row] = await database.sql<{ starts_at: Date; ends_at: Date; starts_local: string; version: number }>(
    'select starts_at, ends_at, starts_local, version from events where id = $1',
    [eventId],
  );
  return row!;
};

describe('new zone data', () => {
  it('moves the instants of future events, so that seven in the evening stays seven in the evening', async () => {
    const organization = await makeOrganization(database);
    const event = await makeEvent(database, organization.id);
    await asIfZoneDataHadChanged(event.id);
    const stale = await rowOf(event.id);
    expect(await recompute()).toEqual([
      {
        eventId: event.id,
        organizationId: organization.id,
        before: stale.starts_at,
        after: instantOf(event.startsLocal, event.timeZone),
      },
    ]);
    expect(await rowOf(event.id)).toEqual({
      starts_at: instantOf(event.startsLocal, event.timeZone),
      ends_at: instantOf(event.endsLocal, event.timeZone),
      starts_local: event.startsLocal,
      version: stale.version + 1,
    });
  });

  it('moves deadlines of critique sessions, those of evenings that began as well, and none that passed', async () => {
    const organization = await makeOrganization(database);
    const sessionWith = async (startsLocal: string, deadline: string) => {
      const event = await makeEvent(database, organization.id, { startsLocal });
      const [row] = await database.sql<{ id: string }>(
        `insert into critique_sessions (id, organization_id, event_id, format, critics_per_work, deadline_local, deadline_at, created_at)
         values (gen_random_uuid(), $1, $2, 'written', 3, $3, $4::timestamptz - interval '1 hour', app_now()) returning id`,
        [organization.id, event.id, deadline, instantOf(deadline, event.timeZone)],
      );
      return { id: row!.id, right: instantOf(deadline, event.timeZone) };
    };
    const coming = await sessionWith('2026-10-19T18:00', '2026-10-18T12:00');
    const begun = await sessionWith('2026-09-30T18:00', '2026-10-18T12:00');
    const passed = await sessionWith('2026-10-19T18:00', '2026-09-30T12:00');
    await recompute();
    const offOf = async ({ id, right }: { id: string; right: Date }) => {
      const [row] = await database.sql<{ at: Date; version: number }>(
        'select deadline_at as at, version from critique_sessions where id = $1',
        [id],
      );
      return [right.getTime() - row!.at.getTime(), row!.version];
    };
    expect(await offOf(coming)).toEqual([0, 2]);
    expect(await offOf(begun)).toEqual([0, 2]);
    expect(await offOf(passed)).toEqual([3_600_000, 1]);
  });

  it('moves the morning after and the digest with the evening', async () => {
    const organization = await makeOrganization(database);
    const event = await makeEvent(database, organization.id);
    await asIfZoneDataHadChanged(event.id);
    await recompute();
    const [row] = await database.sql('select morning_at, digest_at from events where id = $1', [event.id]);
    expect(row).toEqual({
      morning_at: instantOf('2026-10-20T09:00', event.timeZone),
      digest_at: instantOf('2026-10-21T09:00', event.timeZone),
    });
  });

  it('moves the times between which people may RSVP too', async () => {
    const organization = await makeOrganization(database);
    const event = await makeEvent(database, organization.id);
    const opens = '2026-10-10T09:00';
    await database.sql('update events set opens_local = $2, opens_at = $3 where id = $1', [
      event.id,
      opens,
      new Date('2026-10-10T15:00:00Z'),
    ]);
    await recompute();
    const [row] = await database.sql<{ opens_at: Date }>('select opens_at from events where id = $1', [
      event.id,
    ]);
    expect(row?.opens_at).toEqual(instantOf(opens, event.timeZone));
  });

  it('changes nothing where nothing changed, nothing of the past, and nothing in a zone nobody knows any more', async () => {
    const organization = await makeOrganization(database);
    const same = await makeEvent(database, organization.id);
    const past = await makeEvent(database, organization.id, {
      startsLocal: '2026-09-19T18:00',
      endsLocal: '2026-09-19T21:00',
    });
    await asIfZoneDataHadChanged(past.id);
    const lost = await makeEvent(database, organization.id);
    await database.sql(`update events set time_zone = 'Mars/Olympus' where id = $1`, [lost.id]);
    const before = await Promise.all([same.id, past.id, lost.id].map(rowOf));
    expect(await recompute()).toEqual([expect.objectContaining({ eventId: lost.id, after: null })]);
    expect(await Promise.all([same.id, past.id, lost.id].map(rowOf))).toEqual(before);
  });
});
