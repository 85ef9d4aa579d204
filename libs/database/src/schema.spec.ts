import { createDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { entities } from './data-source.ts';
import { dataSource } from './data-source.ts';
import { Database } from './database.ts';
import { openDataSource } from './open.ts';
import { makeAttendee, makeEvent, makeOrganization, makePerson } from '../../../test/support/factories.ts';
import { inOrganization, system, Attendee, Event } from '#libs/domain';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(async () => {
  await database.drop();
});

describe('the schema', () => {
  it('says the same as the entities, column by column', async () => {
    const source = dataSource(database.ownerUrl, { poolSize: 1 });
    await source.initialize();
    try {
      for (const entity of entities) {
        const metadata = source.getMetadata(entity);
        const columns = await database.sql<{ name: string; nullable: boolean }>(
          `select column_name as name, is_nullable = 'YES' as nullable from information_schema.columns
           where table_schema = 'public' and table_name = $1 order by column_name`,
          [metadata.tableName],
        );
        const mapped = metadata.columns
          .map((column) => ({ name: column.databaseName, nullable: column.isNullable }))
          .sort((left, right) => (left.name < right.name ? -1 : 1));
        expect({ table: metadata.tableName, columns: mapped }).toEqual({
          table: metadata.tableName,
          columns,
        });
      }
    } finally {
      await source.destroy();
    }
  });

  it('forces row-level security on every table that carries an organization', async () => {
    const open = await database.sql(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)
         and c.relname not in ('grants', 'handles', 'mail_stops')`,
    );
    expect(open).toEqual([]);
  });

  it('refuses to serve from a role that could see past row-level security', async () => {
    await expect(openDataSource(database.ownerUrl, 'test', 'strong')).rejects.toThrow(
      'neither superuser nor owner',
    );
  });
});

describe('a scope', () => {
  let db: Database;
  beforeAll(async () => {
    db = new Database(await openDataSource(database.appUrl, 'test', 'scopes', 2));
  });
  afterAll(async () => {
    await db.close();
  });

  it("never sees another organization's rows, and nothing at all without a scope of its own", async () => {
    const ours = await makeOrganization(database);
    const theirs = await makeOrganization(database);
    const event = await makeEvent(database, theirs.id, { state: 'draft' });
    await makeAttendee(database, event);

    const seen = (organizationId: string): Promise<number> =>
      db.read(
        inOrganization(organizationId, system),
        async (reader) => (await reader.find(Attendee, {})).length,
      );
    expect(await seen(ours.id)).toBe(0);
    expect(await seen(theirs.id)).toBe(1);
    expect(await db.read({ kind: 'installation' }, (reader) => reader.find(Attendee, {}))).toEqual([]);
    expect(await db.read({ kind: 'public' }, (reader) => reader.one(Event, { id: event.id }))).toBeNull();
    await expect(
      db.write(inOrganization(ours.id, system), (tx) =>
        tx.query('update attendees set name = $1 where organization_id = $2 returning id', [
          'Mallory',
          theirs.id,
        ]),
      ),
    ).resolves.toEqual([]);
  });

  it('of the public sees nothing that hangs on a draft, and of a person founds and joins nothing', async () => {
    const organization = await makeOrganization(database);
    const counts: Record<string, unknown> = {};
    for (const state of ['draft', 'published'] as const) {
      const event = await makeEvent(database, organization.id, { state });
      await database.sql(
        `with slug as (insert into event_slugs values ($3, $2, $1)),
           panel as (insert into panels values (gen_random_uuid(), $2, $1, 'Topic', 0, now()))
         insert into mixers values (gen_random_uuid(), $2, $1, 'open', now())`,
        [event.id, organization.id, event.slug],
      );
      counts[state] = await db.read({ kind: 'public' }, (reader) =>
        reader.query(
          `select (select count(*)::int from event_slugs where event_id = $1) as slugs,
             (select count(*)::int from event_seats where event_id = $1) as seats,
             (select count(*)::int from panels where event_id = $1) as panels,
             (select count(*)::int from mixers where event_id = $1) as mixers`,
          [event.id],
        ),
      );
    }
    expect(counts).toEqual({
      draft: [{ slugs: 0, seats: 0, panels: 0, mixers: 0 }],
      published: [{ slugs: 1, seats: 1, panels: 1, mixers: 1 }],
    });
    const person = await makePerson(database);
    const join = db.write({ kind: 'person', personId: person.id }, (tx) =>
      tx.query(`insert into members values (gen_random_uuid(), $1, $2, 'owner', null, now())`, [
        organization.id,
        person.id,
      ]),
    );
    await expect(join).rejects.toThrow('row-level security');
  });

  it('cannot write while it only looks', async () => {
    const write = db.read({ kind: 'system' }, (reader) => reader.query("update people set language = 'de'"));
    await expect(write).rejects.toThrow('read-only');
  });
});
