import { Database, openDataSource } from '#libs/database';
import { jest } from '@jest/globals';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { Budgets } from './budgets.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'budgets', 4));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const network = { key: 'rsvp:192.0.2.0/24', limit: 10 };

/** How many of so many asks at once are let through. */
async function letThrough(budgets: Budgets, asks: number, ...given: { key: string; limit: number }[]) {
  const answers = await Promise.all(Array.from({ length: asks }, () => budgets.spend(...given)));
  return answers.filter(Boolean).length;
}

const written = async (key: string): Promise<number> => {
  const [row] = await database.sql<{ spent: number }>(
    'select cardinality(spent_at) as spent from budgets where key = $1',
    [key],
  );
  return row?.spent ?? 0;
};

describe('budgets that many people share', () => {
  it('let a crowd of 5,000 through up to the limit and not one further, in a few statements', async () => {
    const writes = jest.spyOn(db, 'write');
    const budgets = new Budgets(db);
    expect(await letThrough(budgets, 5_000, network)).toBe(10);
    await budgets.flush();
    expect(await written(network.key)).toBe(10);
    // Nobody knew the key yet, so all of them waited to read it, in batches of 256.
    expect(writes.mock.calls.length).toBeLessThan(25);
    writes.mockRestore();
  });

  it('count what another process has let through, once it has written', async () => {
    const shared = { key: 'rsvp:198.51.100.0/24', limit: 6 };
    const one = new Budgets(db);
    const two = new Budgets(db);
    expect(await letThrough(one, 4, shared)).toBe(4);
    await one.flush();
    expect(await letThrough(two, 4, shared)).toBe(2);
    await two.flush();
    expect(await written(shared.key)).toBe(6);
  });

  it('are spent together or not at all', async () => {
    const narrow = { key: 'rsvp:203.0.113.0/24', limit: 2 };
    const wide = { key: 'rsvp:organization', limit: 100 };
    const budgets = new Budgets(db);
    expect(await letThrough(budgets, 5, wide, narrow)).toBe(2);
    await budgets.flush();
    expect(await written(wide.key)).toBe(2);
  });

  it('come back an hour after they were spent', async () => {
    const slow = { key: 'rsvp:slow', limit: 1 };
    const first = new Budgets(db);
    expect(await first.spend(slow)).toBe(true);
    await first.flush();
    expect(await new Budgets(db).spend(slow)).toBe(false);
    await database.sql(`update budgets set spent_at = array[now() - interval '61 minutes'] where key = $1`, [
      slow.key,
    ]);
    const later = new Budgets(db);
    expect(await later.spend(slow)).toBe(true);
    await later.flush();
    expect(await written(slow.key)).toBe(1);
  });

  it('refuse nobody silently while the database is away, and keep what they had let through', async () => {
    const kept = { key: 'rsvp:kept', limit: 5 };
    const shaky = new Database(await openDataSource(database.appUrl, 'test', 'budgets', 1));
    const budgets = new Budgets(shaky);
    expect(await budgets.spend(kept)).toBe(true);
    await shaky.close();
    await budgets.flush();
    expect(await written(kept.key)).toBe(0);
    await expect(budgets.spend({ key: 'rsvp:other', limit: 5 })).rejects.toThrow();
  });
});
