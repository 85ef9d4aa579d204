import { inOrganization, system } from '#libs/domain';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import {
  type GivenAttendee,
  makeAttendee,
  makeEvent,
  makeOrganization,
  makePerson,
} from '../../../test/support/factories.ts';
import { Database } from './database.ts';
import { openDataSource } from './open.ts';
import { type ToldEntry, findTold, keepTold, readTold } from './told-people.ts';
import type { Tx } from './tx.ts';

let database: TestDatabase;
let db: Database;
let organizationId: string;

beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'told', 4));
});

beforeEach(async () => {
  organizationId = (await makeOrganization(database)).id;
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const write = <Result>(work: (tx: Tx) => Promise<Result>) =>
  db.write(inOrganization(organizationId, system), work);

type Guest = Awaited<ReturnType<typeof guest>>;

async function guest(event: { id: string }, name: string, given: GivenAttendee & { email?: string } = {}) {
  const person = given.person ?? (await makePerson(database, { ...given, name }));
  const made = await makeAttendee(database, { id: event.id, organizationId }, { ...given, person });
  return { ...made, organizationId, eventId: event.id };
}

async function tell(teller: Guest, kind: 'known' | 'talked' | 'wish', entries: readonly ToldEntry[]) {
  await write((tx) => keepTold(tx, teller, kind, entries));
  await find(teller.eventId);
}

const typed = (...names: string[]): ToldEntry[] => names.map((name) => ({ typed: name }));
const find = (eventId: string) => write((tx) => findTold(tx, organizationId, eventId));

/** The pairs that count as known here, each as its two people in order. */
async function known(): Promise<string[]> {
  const rows = await database.sql<{ pair: string }>(
    `select person_a || ' ' || person_b as pair from known_pairs where organization_id = $1 and source = 'told' order by 1`,
    [organizationId],
  );
  return rows.map(({ pair }) => pair);
}

const pair = (one: { personId: string }, other: { personId: string }) =>
  [one.personId, other.personId].sort().join(' ');

describe('Whom somebody knows', () => {
  it('is found by a name however it is written, and by the exact address', async () => {
    const event = await makeEvent(database, organizationId);
    const [me, ana, bo] = [
      await guest(event, 'Me'),
      await guest(event, 'Ana Muñoz-Løw'),
      await guest(event, 'Bo Lind', { email: 'bo@lind.example' }),
    ];
    await tell(me, 'known', typed('ANA munoz low', ' Bo@Lind.example '));
    expect(await known()).toEqual([pair(me, ana), pair(me, bo)].sort());
  });

  it('is nobody while nobody of that name is on the list, and found once somebody is', async () => {
    const event = await makeEvent(database, organizationId);
    const me = await guest(event, 'Me');
    await tell(me, 'known', typed('Cleo Park'));
    expect(await known()).toEqual([]);
    const cleo = await guest(event, 'Cleo Park', { status: 'pending', came: false });
    await find(event.id);
    expect(await known()).toEqual([pair(me, cleo)]);
  });

  it('is not somebody whose address is unproven, who cancelled, who is at another event, or the teller', async () => {
    const event = await makeEvent(database, organizationId);
    const elsewhere = await makeEvent(database, organizationId);
    const me = await guest(event, 'Dee Roy');
    await guest(event, 'Eli Moor', { status: 'held', came: false });
    await guest(event, 'Eli Moor', { status: 'cancelled', came: false });
    await guest(elsewhere, 'Eli Moor');
    await tell(me, 'known', typed('Eli Moor', 'Dee Roy'));
    expect(await known()).toEqual([]);
  });

  it('is everybody of a name that several bear', async () => {
    const event = await makeEvent(database, organizationId);
    const me = await guest(event, 'Me');
    const [one, other] = [await guest(event, 'Jo Kim'), await guest(event, 'Jo Kim')];
    await tell(me, 'known', typed('jo kim'));
    expect(await known()).toEqual([pair(me, one), pair(me, other)].sort());
  });

  it('reads back as it was told, found or not', async () => {
    const event = await makeEvent(database, organizationId);
    const [me, fay] = [await guest(event, 'Me'), await guest(event, 'Fay Oz')];
    await tell(me, 'known', typed('Fay Oz', '', 'fay oz', 'Nobody Here'));
    await tell(me, 'wish', [{ attendeeId: fay.id }]);
    expect(await write((tx) => readTold(tx, me.id))).toEqual([
      { kind: 'known', typed: 'fay oz' },
      { kind: 'known', typed: 'Nobody Here' },
      { kind: 'wish', attendeeId: fay.id, name: 'Fay Oz' },
    ]);
  });

  it('changes nothing when it is looked up again', async () => {
    const event = await makeEvent(database, organizationId);
    const [me] = [await guest(event, 'Me'), await guest(event, 'Gus Ek')];
    await tell(me, 'known', typed('Gus Ek', 'Not Here'));
    const look = () =>
      database.sql('select *, xmin from told_people where organization_id = $1 order by id', [
        organizationId,
      ]);
    const before = [await look(), await known()];
    await find(event.id);
    expect([await look(), await known()]).toEqual(before);
  });
});

describe('Somebody taken back', () => {
  it('is known no longer, unless the other told it too or it was told at another event', async () => {
    const [event, later] = [
      await makeEvent(database, organizationId),
      await makeEvent(database, organizationId),
    ];
    const [me, hal, ida, joe] = [
      await guest(event, 'Me'),
      await guest(event, 'Hal'),
      await guest(event, 'Ida'),
      await guest(event, 'Joe'),
    ];
    const meLater = await guest(later, 'Me', { person: { id: me.personId, name: 'Me' } });
    await guest(later, 'Joe', { person: { id: joe.personId, name: 'Joe' } });
    await tell(me, 'known', typed('Hal', 'Ida', 'Joe'));
    await tell(ida, 'known', typed('Me'));
    await tell(meLater, 'known', typed('Joe'));
    await tell(me, 'known', []);
    expect(await known()).toEqual([pair(me, ida), pair(me, joe)].sort());
    expect(await known()).not.toContain(pair(me, hal));
  });

  /** Both know each other by my word; Kay says so too and has not finished while I take mine back. */
  async function takeBackWhileToldBy(telling: (tx: Tx, kay: Guest, me: Guest) => Promise<unknown>) {
    const event = await makeEvent(database, organizationId);
    const [me, kay] = [await guest(event, 'Me'), await guest(event, 'Kay')];
    await tell(me, 'known', typed('Kay'));
    const [isTold, mayEnd] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const told = write(async (tx) => {
      await keepTold(tx, kay, 'known', typed('Me'));
      await telling(tx, kay, me);
      isTold.resolve(undefined);
      await mayEnd.promise;
    });
    await isTold.promise;
    const back = { isOver: false };
    const takenBack = write((tx) => keepTold(tx, me, 'known', [])).finally(() => (back.isOver = true));
    while (!back.isOver && !(await somebodyWaits()));
    mayEnd.resolve(undefined);
    await Promise.all([told, takenBack]);
    return (await known()).includes(pair(me, kay));
  }

  it('stays known if the other tells it in the same moment', async () => {
    expect(await takeBackWhileToldBy((tx, kay) => findTold(tx, organizationId, kay.eventId))).toBe(true);
  });

  it('would be lost in that moment if a pair that is there already were not locked (control)', async () => {
    const withoutLock = (tx: Tx, kay: Guest, me: Guest) =>
      tx.query(
        `insert into known_pairs values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'told', app_now())
         on conflict do nothing`,
        [organizationId, me.personId, kay.personId],
      );
    expect(await takeBackWhileToldBy(withoutLock)).toBe(false);
  });
});

describe('Somebody talked to', () => {
  it('counts as known, by an unmistakable name only', async () => {
    const event = await makeEvent(database, organizationId);
    const [me, lou] = [await guest(event, 'Me'), await guest(event, 'Lou')];
    await guest(event, 'Max');
    await guest(event, 'Max');
    await tell(me, 'talked', typed('Lou', 'Max'));
    expect(await known()).toEqual([pair(me, lou)]);
  });

  it('is not known to whoever talked to them and would like to meet them, even when that is told later', async () => {
    const event = await makeEvent(database, organizationId);
    const [me, ned, ola] = [await guest(event, 'Me'), await guest(event, 'Ned'), await guest(event, 'Ola')];
    await tell(me, 'wish', typed('Ned'));
    await tell(me, 'talked', typed('Ned', 'Ola'));
    expect(await known()).toEqual([pair(me, ola)]);
    await tell(me, 'wish', [{ attendeeId: ola.id }]);
    expect(await known()).toEqual([pair(me, ned)]);
    await tell(me, 'wish', []);
    await tell(me, 'known', typed('Ned'));
    expect(await known()).toEqual([pair(me, ned), pair(me, ola)].sort());
  });

  it('stays known whatever the other one wishes, because an ask would tell of the wish', async () => {
    const event = await makeEvent(database, organizationId);
    const [me, ola] = [await guest(event, 'Me'), await guest(event, 'Ola')];
    await tell(ola, 'wish', [{ attendeeId: me.id }]);
    await tell(me, 'talked', typed('Ola'));
    expect(await known()).toEqual([pair(me, ola)]);
    // Ola says so herself and wishes it: that is hers, and changes nothing about what was told to her.
    await tell(ola, 'talked', typed('Me'));
    expect(await known()).toEqual([pair(me, ola)]);
    // The control: what only Ola told, her own wish undoes.
    await tell(me, 'talked', []);
    expect(await known()).toEqual([]);
  });
});

it('Looking up an evening takes as many statements for two people as for forty', async () => {
  const count = async (people: number): Promise<number> => {
    const event = await makeEvent(database, organizationId);
    const guests: Guest[] = [];
    for (let i = 0; i < people; i++) guests.push(await guest(event, `Guest ${String(people)} ${String(i)}`));
    for (const one of guests) {
      await write((tx) => keepTold(tx, one, 'known', typed(...guests.slice(0, 10).map(({ name }) => name))));
    }
    return write(async (tx) => {
      let statements = 0;
      const query = tx.query.bind(tx);
      tx.query = (...given) => ((statements += 1), query(...given));
      await findTold(tx, organizationId, event.id);
      return statements;
    });
  };
  expect(await count(40)).toBe(await count(2));
});

async function somebodyWaits(): Promise<boolean> {
  const waiting = await database.sql(
    `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  );
  return waiting.length > 0;
}
