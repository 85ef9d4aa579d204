import { type Scope, newId } from '#libs/domain';
import { makeOrganization, makePerson } from '../../../test/support/factories.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { forgive, spend } from './budgets.ts';
import { setClock } from './clock.ts';
import { Database } from './database.ts';
import { mintGrant, newGrant, openGrant, redeemGrant } from './grants.ts';
import { type NewHandle, handleFor, openHandle, revokeHandles } from './handles.ts';
import { openDataSource } from './open.ts';
import { parseKeys } from './tokens.ts';

const secret = (byte: number): string => Buffer.alloc(32, byte).toString('base64url');
const keys = parseKeys(`k1:${secret(1)}`);
const rotated = parseKeys(`k2:${secret(2)},k1:${secret(1)}`);
const replaced = parseKeys(`k2:${secret(2)}`);
const scope: Scope = { kind: 'installation' };

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
const setTime = (instant: string): Promise<void> =>
  db.write({ kind: 'system' }, (tx) => setClock(tx, new Date(instant)));

async function somebodysRsvp(): Promise<NewHandle> {
  const [organization, person] = [await makeOrganization(database), await makePerson(database)];
  return {
    purpose: 'rsvp',
    organizationId: organization.id,
    personId: person.id,
    subjectId: newId(),
    expiresAt: null,
  };
}

describe('the link of a handle', () => {
  const mint = (handle: NewHandle, by = keys): Promise<string> =>
    db.write(scope, (tx) => handleFor(tx, by, handle));
  const open = (token: string, by = keys, purpose: NewHandle['purpose'] = 'rsvp') =>
    db.read(scope, (reader) => openHandle(reader, by, purpose, token));
  const unusable = { code: 'link-unusable' };

  it('leads to its subject as often as it is opened, and is the same in every mail', async () => {
    const handle = await somebodysRsvp();
    const token = await mint(handle);
    expect(await mint(handle)).toBe(token);
    expect(await open(token)).toMatchObject(handle);
    expect(await open(token)).toMatchObject(handle);
  });

  it('cannot be made up, changed, or used for something else', async () => {
    const token = await mint(await somebodysRsvp());
    const other = await mint(await somebodysRsvp());
    const [id = '', seal = ''] = token.split('.');
    const lastTurned = seal.slice(0, -1) + (seal.endsWith('0') ? '1' : '0');
    const made = [
      `${id}.${lastTurned}`,
      `${other.split('.')[0] ?? ''}.${seal}`,
      `${id}.`,
      id,
      '',
      `${token}0`,
      "' or 1=1",
    ];
    for (const text of made) await expect(open(text)).rejects.toMatchObject(unusable);
    await expect(open(token, keys, 'unsubscribe')).rejects.toMatchObject(unusable);
    await expect(open(token, parseKeys(`k1:${secret(9)}`))).rejects.toMatchObject(unusable);
  });

  it('ends at its time in product time, and when it is revoked', async () => {
    await setTime('2026-10-20T15:00:00Z');
    const expiring = await mint({ ...(await somebodysRsvp()), expiresAt: new Date('2026-10-26T00:00:00Z') });
    const revoked = await somebodysRsvp();
    const token = await mint(revoked);
    await open(expiring);
    await open(token);
    await setTime('2026-10-26T00:00:01Z');
    await db.write(scope, (tx) => revokeHandles(tx, 'rsvp', revoked.subjectId));
    await expect(open(expiring)).rejects.toMatchObject(unusable);
    await expect(open(token)).rejects.toMatchObject(unusable);
    // Writing another mail does not bring a revoked link back.
    expect(await mint(revoked)).toBe(token);
    await expect(open(token)).rejects.toMatchObject(unusable);
  });

  it('survives a new key, and dies with its own', async () => {
    const handle = await somebodysRsvp();
    const token = await mint(handle);
    expect(await open(token, rotated)).toMatchObject(handle);
    expect(await mint(handle, rotated)).toBe(token);
    await expect(open(token, replaced)).rejects.toMatchObject(unusable);
    expect(await open(await mint(handle, replaced), replaced)).toMatchObject(handle);
  });
});

describe('a grant', () => {
  it('of an RSVP follows product time, is looked at as often as one likes and used once', async () => {
    await setTime('2026-11-02T10:00:00Z');
    const person = await makePerson(database);
    const [grantId, token] = await db.write(scope, async (tx) => {
      const id = await newGrant(tx, {
        purpose: 'confirm-rsvp',
        minutes: 30,
        personId: person.id,
        subjectId: newId(),
      });
      return [id, await mintGrant(tx, id)] as const;
    });
    const look = () => db.read(scope, (reader) => openGrant(reader, 'confirm-rsvp', token));
    const use = () => db.write(scope, (tx) => redeemGrant(tx, 'confirm-rsvp', token));
    await setTime('2026-11-02T10:31:00Z');
    expect(await look()).toBeNull();
    expect(await use()).toBeNull();
    await setTime('2026-11-02T10:29:00Z');
    expect(await look()).toMatchObject({ id: grantId, personId: person.id });
    expect(await db.write(scope, (tx) => redeemGrant(tx, 'sign-in', token))).toBeNull();
    const uses = await Promise.all([use(), use(), use()]);
    expect(uses.filter((grant) => grant !== null)).toHaveLength(1);
    expect(await look()).toBeNull();
  });

  it('is kept as a hash, and minting again makes the first token void', async () => {
    const grantId = await db.write(scope, (tx) =>
      newGrant(tx, { purpose: 'first-owner', minutes: 10, personId: null }),
    );
    const mint = () => db.write(scope, (tx) => mintGrant(tx, grantId));
    const [first, second] = [await mint(), await mint()];
    const look = (token: string) => db.read(scope, (reader) => openGrant(reader, 'first-owner', token));
    expect(await look(first)).toBeNull();
    expect(await look(second)).toMatchObject({ id: grantId });
    const kept = await database.sql('select * from grants where id = $1', [grantId]);
    expect(JSON.stringify(kept)).not.toContain(second);
    await db.write(scope, (tx) => redeemGrant(tx, 'first-owner', second));
    await expect(mint()).rejects.toMatchObject({ code: 'link-unusable' });
  });
});

describe('a budget', () => {
  it('is never overspent by many who come at once', async () => {
    const spends = Array.from({ length: 12 }, () => db.write(scope, (tx) => spend(tx, 'crowd', 5)));
    expect((await Promise.all(spends)).filter((spent) => spent)).toHaveLength(5);
  });

  it('counts any hour, not the hours of the clock', async () => {
    const spendNow = () => db.write(scope, (tx) => spend(tx, 'sliding', 3));
    const age = (minutes: number) =>
      database.sql(
        `update budgets set spent_at = array(select spent - make_interval(mins => $1) from unnest(spent_at) spent) where key = 'sliding'`,
        [minutes],
      );
    expect(await spendNow()).toBe(true);
    await age(40);
    expect([await spendNow(), await spendNow(), await spendNow()]).toEqual([true, true, false]);
    await age(21);
    // The first is over an hour ago, the other two are not.
    expect([await spendNow(), await spendNow()]).toEqual([true, false]);
    await db.write(scope, (tx) => forgive(tx, 'sliding'));
    expect(await spendNow()).toBe(true);
  });
});
