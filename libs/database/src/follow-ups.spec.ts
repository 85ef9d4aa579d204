import { makeComingEvent, makeIntroducedPair } from '../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { dataSource } from './data-source.ts';
import { FollowUps0013 } from './migrations/0013-follow-ups.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
  // As the tables stood before.
  await database.sql(
    'alter table introductions drop column lapse_at cascade, drop column glad_told_at, drop column together_told_at',
  );
  await database.sql('drop index mails_follow_ups');
  await database.sql('drop function last_follow_ups');
  const owner = `plain_owner_${process.pid}`;
  await database.sql(`create role ${owner} login password 'plain' nosuperuser nobypassrls`);
  const [row] = await database.sql<{ name: string }>('select current_database() as name');
  await database.sql(`alter database ${row?.name ?? ''} owner to ${owner}`);
  await database.sql(`grant all on schema public to ${owner}`);
  for (const table of ['introductions', 'introduction_sides', 'mails'])
    await database.sql(`alter table ${table} owner to ${owner}`);
  await database.sql(`grant select on all tables in schema public to ${owner}`);
  url = new URL(database.ownerUrl);
  url.username = owner;
  url.password = 'plain';
});

let url: URL;

afterAll(async () => {
  const role = url.username;
  await database.sql(`reassign owned by ${role} to current_user`);
  await database.sql(`drop owned by ${role}`);
  await database.sql(`drop role ${role}`);
  await database.drop();
});

describe('pairs that were introduced before there were follow-ups', () => {
  it('are asked at their next stage and lapse with all others, also where the owner of the tables is no superuser', async () => {
    const event = await makeComingEvent(database);
    const ages = ['2 days', '20 days', '5 months', '11 months', '2 years'];
    const pairs = [];
    for (const age of ages) {
      const { id } = await makeIntroducedPair(database, event);
      await database.sql('update introductions set introduced_at = app_now() - $2::interval where id = $1', [
        id,
        age,
      ]);
      pairs.push(id);
    }
    const source = await dataSource(url.href).initialize();
    const runner = source.createQueryRunner();
    await runner.startTransaction();
    await new FollowUps0013().up(runner);
    await runner.commitTransaction();
    await source.destroy();
    const rows = await database.sql(
      `select round(extract(epoch from s.follow_up_at - i.introduced_at) / 86400)::int as days, count(*)::int as sides,
         i.lapse_at is not null as lapses
       from introductions i join introduction_sides s on s.introduction_id = i.id
       where i.id = any ($1) group by i.id, days, lapses order by array_position($1, i.id)`,
      [pairs],
    );
    expect(rows.map(({ sides, lapses }) => [sides, lapses])).toEqual([
      [2, true],
      [2, true],
      [2, true],
      [2, true],
      [2, false],
    ]);
    const days = rows.map((row) => row['days'] as number | null);
    expect(days.slice(0, 2)).toEqual([14, 42]);
    expect(days[2]).toBeGreaterThan(180);
    expect(days[3]).toBeGreaterThan(364);
    expect(days[4]).toBeNull();
  });
});
