import { type Once, type Scope, DomainError } from '#libs/domain';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { Database } from './database.ts';
import { keep, lookUp } from './once.ts';
import { openDataSource } from './open.ts';
import type { Tx } from './tx.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'acquaint-test', 4));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

let counter = 0;
let repeats = 0;

/** What the api makes of a request; the next one with the same key is another object. */
const request = (given: Partial<Once> = {}): Once => ({
  owner: 'person:1',
  key: `key-${(counter += 1)}`,
  fingerprint: Buffer.from('the same request'),
  step: 0,
  onRepeat: () => (repeats += 1),
  ...given,
});
const scopeOf = (once: Once | undefined): Scope => ({ kind: 'installation', once });

/** An effect that counts: one more time spent from the budget of this name. @returns how often it was */
const effect =
  (name: string) =>
  async (tx: Tx): Promise<{ times: number; at: Date; nothing: undefined }> => {
    const [row] = await tx.query<{ times: number }>(
      `insert into budgets values ($1, array[now()])
       on conflict (key) do update set spent_at = budgets.spent_at || now() returning array_length(spent_at, 1) as times`,
      [name],
    );
    return { times: row?.times ?? 0, at: tx.now, nothing: undefined };
  };
const timesOf = async (name: string): Promise<number> => {
  const [row] = await database.sql<{ times: number }>(
    'select array_length(spent_at, 1) as times from budgets where key = $1',
    [name],
  );
  return row?.times ?? 0;
};

describe('a keyed write', () => {
  it('that was answered by nobody, because the process died after it, gives the stored answer when asked again', async () => {
    const once = request();
    const first = await db.write(scopeOf(request(once)), effect('crash'));
    const again = await db.write(scopeOf(request(once)), effect('crash'));
    expect(again).toEqual(first);
    expect(again.at).toEqual(first.at);
    expect(Object.keys(again)).toEqual(['times', 'at', 'nothing']);
    expect(await timesOf('crash')).toBe(1);
  });

  it('says that its answer was given before, and only then', async () => {
    const once = request();
    repeats = 0;
    await db.write(scopeOf(request(once)), effect('told'));
    expect(repeats).toBe(0);
    await db.write(scopeOf(request(once)), effect('told'));
    expect(repeats).toBe(1);
  });

  it('happens twice without its key (control)', async () => {
    await db.write(scopeOf(undefined), effect('control'));
    await db.write(scopeOf(undefined), effect('control'));
    expect(await timesOf('control')).toBe(2);
  });

  it('that is refused stores nothing and runs again', async () => {
    const once = request();
    const refused = db.write(scopeOf(request(once)), async (tx) => {
      await effect('refused')(tx);
      throw new DomainError('last-owner');
    });
    await expect(refused).rejects.toThrow(new DomainError('last-owner'));
    expect(await db.write(scopeOf(request(once)), effect('refused'))).toMatchObject({ times: 1 });
  });

  it('is refused with another request, and runs for another person', async () => {
    const once = request();
    await db.write(scopeOf(request(once)), effect('owner'));
    const other = request({ ...once, fingerprint: Buffer.from('another request') });
    await expect(db.write(scopeOf(other), effect('owner'))).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
    const theirs = request({ ...once, owner: 'person:2' });
    expect(await db.write(scopeOf(theirs), effect('owner'))).toMatchObject({ times: 2 });
  });

  it('is refused while the first is at it, which is then not disturbed', async () => {
    const once = request();
    const first = db.write(scopeOf(request(once)), async (tx) => {
      const second = db.write(scopeOf(request(once)), effect('running'));
      await expect(second).rejects.toMatchObject({ code: 'request-running' });
      return effect('running')(tx);
    });
    expect(await first).toMatchObject({ times: 1 });
    expect(await db.write(scopeOf(request(once)), effect('running'))).toMatchObject({ times: 1 });
  });

  it('keeps its step when the door runs it again, so that the second write of a request stays the second', async () => {
    const once = request();
    const twoWrites = async (scope: Scope) => {
      let tries = 0;
      const first = await db.write(scope, async (tx) => {
        tries += 1;
        if (tries === 1)
          await tx.query(`do $$ begin raise exception using errcode = 'serialization_failure'; end $$`);
        return effect('first')(tx);
      });
      return [first, await db.write(scope, effect('second'))];
    };
    const answers = await twoWrites(scopeOf(request(once)));
    expect(await twoWrites(scopeOf(request(once)))).toEqual(answers);
    expect([await timesOf('first'), await timesOf('second')]).toEqual([1, 1]);
  });

  it('tells work that must not begin again what it gave, without running anything', async () => {
    const once = request();
    expect(await db.answeredBefore(scopeOf(request(once)))).toBeUndefined();
    const result = await db.write(scopeOf(request(once)), effect('before'));
    expect(await db.answeredBefore(scopeOf(request(once)))).toEqual({ result });
    const other = request({ ...once, fingerprint: Buffer.from('another request') });
    await expect(db.answeredBefore(scopeOf(other))).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});

describe('a batch of keyed writes', () => {
  it('says of each how it stands, in the order given, and of two with one key that the second is running', async () => {
    const [kept, taken, fresh] = [request(), request(), request()];
    await db.write({ kind: 'system' }, (tx) => keep(tx, [{ once: kept, result: { seat: 7 } }]));
    await db.write({ kind: 'system' }, async (elsewhere) => {
      await lookUp(elsewhere, [taken]);
      const standings = await db.write({ kind: 'system' }, (tx) =>
        lookUp(tx, [fresh, taken, { ...kept, fingerprint: Buffer.from('?') }, request(fresh), request()]),
      );
      expect(standings).toEqual(['fresh', 'running', 'reused', 'running', 'fresh']);
    });
    await db.write({ kind: 'system' }, async (tx) => {
      expect(await lookUp(tx, [taken, kept])).toEqual(['fresh', { result: { seat: 7 } }]);
    });
  });

  it('of none at all is nothing', async () => {
    await db.write({ kind: 'system' }, async (tx) => {
      expect(await lookUp(tx, [])).toEqual([]);
      await keep(tx, []);
    });
  });
});
