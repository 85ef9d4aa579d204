import { newId } from '#libs/domain';
import pg from 'pg';
import { type TestDatabase, createDatabase } from '../support/postgres.ts';
import { type Evening, makeSignedIn } from './evening.ts';
import { type Crowd, countFaults, openFor, signedInCrowd, unprovenCrowd } from './flash-crowd.ts';
import { type Ground, openGround } from './histories.ts';

// The long version is npm run test:crowd. Two processes start.
const patience = 90_000;
const crowd: Crowd = { people: 300, capacity: 20, inFlight: 100, seed: 1 };

describe('a crowd that comes at once', () => {
  let ground: Ground | undefined;
  beforeAll(async () => {
    ground = await openGround();
  }, patience);
  afterAll(() => ground?.stop());

  it(
    'fills exactly the seats there are, in the order of arrival',
    async () => {
      expect(await signedInCrowd(ground!, crowd)).toEqual([]);
    },
    patience,
  );

  it(
    'does so too when every address has yet to be proven',
    async () => {
      expect(await unprovenCrowd(ground!, { ...crowd, people: 150 })).toEqual([]);
    },
    patience,
  );
});

describe('the same crowd at a desk that counts and then inserts', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await createDatabase();
    pool = new pg.Pool({ connectionString: database.ownerUrl, max: 20 });
    await database.sql('alter table event_seats drop constraint event_seats_never_oversold');
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  async function countThenInsert({ eventId, organizationId }: Evening, personId: string): Promise<void> {
    const { rows } = await pool.query<{ full: boolean }>(
      `select (select count(*) from attendees where event_id = $1 and status = 'confirmed') >= capacity as full
       from event_seats where event_id = $1`,
      [eventId],
    );
    const seat = rows[0]?.full === false;
    await pool.query(
      `with counted as (
         update event_seats set arrivals = arrivals + 1, version = version + 1, taken = taken + $5::boolean::int,
           waiting = waiting + (not $5::boolean)::int where event_id = $1 returning arrivals)
       insert into attendees (id, organization_id, event_id, person_id, name, status, seat, arrival, source, version, created_at)
       select $3, $2, $1, $4, 'Guest', case when $5 then 'confirmed' else 'waitlisted' end, $5, arrivals, 'page', 1, app_now()
       from counted`,
      [eventId, organizationId, newId(), personId, seat],
    );
  }

  it('is seen to be oversold', async () => {
    const people = await makeSignedIn(database, crowd.people, 'crowd');
    const evening = await openFor(database, crowd);
    await Promise.all(people.map(({ id }) => countThenInsert(evening, id)));
    const faults = await countFaults(database, evening, crowd);
    expect(faults).toContainEqual(expect.stringMatching(/^\d+ are confirmed and there are 20 seats$/));
  });

  it('and is not when everybody waits for the one before', async () => {
    const people = await makeSignedIn(database, crowd.people, 'queue');
    const evening = await openFor(database, crowd);
    for (const { id } of people) await countThenInsert(evening, id);
    expect(await countFaults(database, evening, crowd)).toEqual([]);
  });
});
