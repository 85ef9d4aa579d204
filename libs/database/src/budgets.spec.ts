import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { addSpent, forgiveMany, spend, spendMany } from './budgets.ts';
import { Database } from './database.ts';
import { openDataSource } from './open.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'budgets', 8));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const inTx = <Result>(work: Parameters<typeof db.write<Result>>[1]): Promise<Result> =>
  db.write({ kind: 'installation' }, work);

describe('budgets spent by many in one statement', () => {
  it('let the first askers of a key through and count the later ones not at all', async () => {
    await inTx((tx) => spend(tx, 'a', 3));
    const keys = ['a', 'b', 'a', 'a', 'b', 'a'];
    expect(await inTx((tx) => spendMany(tx, keys, 3))).toEqual([true, true, true, false, true, false]);
    const counted = await database.sql(
      'select key, cardinality(spent_at) as spent from budgets order by key',
    );
    expect(counted).toEqual([
      { key: 'a', spent: 3 },
      { key: 'b', spent: 2 },
    ]);
    expect(await inTx((tx) => spendMany(tx, ['a', 'b', 'b'], 3))).toEqual([false, true, false]);
  });

  it('never let more through than the limit, in whatever order batches meet', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `meet-${index % 8}`);
    const batches = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? keys : [...keys].reverse()));
    const answers = await Promise.all(batches.map((batch) => inTx((tx) => spendMany(tx, batch, 7))));
    expect(answers.flat().filter(Boolean)).toHaveLength(8 * 7);
  });

  it('are given back together', async () => {
    await inTx((tx) => spendMany(tx, ['back-1', 'back-2', 'back-3'], 1));
    await inTx((tx) => forgiveMany(tx, ['back-1', 'back-3']));
    expect(await inTx((tx) => spendMany(tx, ['back-1', 'back-2', 'back-3'], 1))).toEqual([true, false, true]);
  });
});

describe('spends that were let through before they are written', () => {
  it('are added on top of all others, and a key is only looked at when it has none', async () => {
    await inTx((tx) => spend(tx, 'gathered', 5));
    const times = new Map([
      ['gathered', 4],
      ['looked-at', 0],
      ['new', 2],
    ]);
    expect(await inTx((tx) => addSpent(tx, times))).toEqual(
      new Map([
        ['gathered', 5],
        ['new', 2],
      ]),
    );
    expect(await inTx((tx) => addSpent(tx, new Map([['gathered', 0]])))).toEqual(new Map([['gathered', 5]]));
    expect(await database.sql(`select key from budgets where key = 'looked-at'`)).toEqual([]);
    expect(await inTx((tx) => spend(tx, 'gathered', 5))).toBe(false);
  });
});
