import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { Database, refusedBy } from './database.ts';
import { openDataSource } from './open.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'prepared', 1));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

describe('a prepared statement', () => {
  it('runs in the transaction of its handle and is planned once a connection', async () => {
    const seen = await db.read({ kind: 'public' }, async (reader) => {
      await reader.prepared('scope', 'select app_scope() as scope, $1::int as n', [1]);
      return reader.prepared<{ scope: string; n: number }>(
        'scope',
        'select app_scope() as scope, $1::int as n',
        [2],
      );
    });
    expect(seen).toEqual([{ scope: 'public', n: 2 }]);
    const planned = await db.read({ kind: 'public' }, (reader) =>
      reader.query<{ name: string }>(`select name from pg_prepared_statements where name = 'scope'`),
    );
    expect(planned).toHaveLength(1);
  });

  it('is undone with its transaction', async () => {
    const add = `insert into budgets (key, spent_at) values ($1, '{}')`;
    await expect(
      db.write({ kind: 'installation' }, async (tx) => {
        await tx.prepared('add-budget', add, ['undone']);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await database.sql(`select key from budgets where key = 'undone'`)).toEqual([]);
  });

  it('names the constraint that refused it, like any statement', async () => {
    const add = `insert into budgets (key, spent_at) values ($1, '{}')`;
    const refused = await db
      .write({ kind: 'installation' }, async (tx) => {
        await tx.prepared('add-budget', add, ['twice']);
        await tx.prepared('add-budget', add, ['twice']);
      })
      .catch(refusedBy);
    expect(refused).toBe('budgets_pkey');
  });
});
