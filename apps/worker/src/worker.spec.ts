import { Database, expireKey, beat, openDataSource } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { later } from '#libs/jobs';
import { post } from '#libs/mail';
import { makeAttendee, makePerson } from '../../../test/support/factories.ts';
import { mailRows, makeComingEvent } from '../../../test/support/mails.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { moveClock, startTestWorker, until } from '../../../test/support/worker.ts';
import { wakeDueWork } from './sweep.ts';
import type { RunningWorker } from './worker.ts';

let database: TestDatabase;
let db: Database;
let worker: RunningWorker | undefined;
let event: Awaited<ReturnType<typeof makeComingEvent>>;

beforeEach(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  await database.sql(`update installation set clock_offset = '2026-10-20T17:00:00Z'::timestamptz - now()`);
  event = await makeComingEvent(database);
});

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await db.close();
  await database.drop();
});

const everything = { kind: 'system' } as const;
const jobs = () =>
  database.sql<{ task: string; key: string; locked: boolean; late: boolean }>(
    `select task_identifier as task, key, locked_at is not null as locked, run_at <= now() as late from graphile_worker.jobs order by id`,
  );

/** An RSVP whose address nobody confirms, and the job that will end its hold, half an hour from now. */
/** All holds that end within one minute end by one job, at the next. */
const minuteAfterHold = new Date('2026-10-20T17:31:00Z');

async function makeHold() {
  const attendee = await makeAttendee(database, event, { status: 'held', came: false });
  const { organizationId } = event;
  await db.write(inOrganization(organizationId, system), (tx) =>
    later(
      tx,
      'attendees.expire',
      { organizationId, eventId: event.id },
      {
        key: expireKey(event.id, minuteAfterHold),
        runAt: minuteAfterHold,
      },
    ),
  );
  return attendee;
}

const statusOf = async (id: string) =>
  (await database.sql<{ status: string }>('select status from attendees where id = $1', [id]))[0]?.status;

describe('moving the clock', () => {
  it('does on the way what becomes due, each thing at its own moment', async () => {
    const attendee = await makeHold();
    const person = await makePerson(database);
    const guest = await makeAttendee(database, event, { person, came: false });
    const { organizationId } = event;
    const dueAt = new Date('2026-10-21T09:00:00Z');
    await db.write(inOrganization(organizationId, system), (tx) =>
      post(tx, [{ organizationId, kind: 'rsvp-confirmed', subjectId: guest.id, personId: person.id, dueAt }]),
    );
    worker = await startTestWorker({ database });
    await moveClock(db, '2026-10-22T17:00:00Z');
    expect(await statusOf(attendee.id)).toBe('cancelled');
    const [mail] = await mailRows(database);
    expect(mail?.state).toBe('sent');
    const [ended] = await database.sql<{ sent: Date; held: Date }>(
      `select m.final_at as sent, (select at from audit where action = 'attendee.hold-expired') as held from mails m`,
    );
    expect(minute(ended?.held)).toBe('2026-10-20T17:31');
    expect(minute(ended?.sent)).toBe('2026-10-21T09:00');
  });

  it('never goes back', async () => {
    worker = await startTestWorker({ database });
    await expect(moveClock(db, '2026-10-20T16:00:00Z')).rejects.toMatchObject({ code: 'clock-only-forward' });
  });
});

describe('a lost job', () => {
  it('is late, not lost: the sweep finds what is due without it', async () => {
    const attendee = await makeHold();
    await database.sql('delete from graphile_worker._private_jobs');
    await database.sql(`update installation set clock_offset = '2026-10-20T18:00:00Z'::timestamptz - now()`);
    worker = await startTestWorker({ database });
    await db.write(everything, (tx) => later(tx, 'sweep', {}, { key: 'sweep' }));
    await until(async () => (await statusOf(attendee.id)) !== 'held', 'The hold did not end');
    expect(await statusOf(attendee.id)).toBe('cancelled');
  });

  it('is not doubled while it runs or waits to be tried again', async () => {
    await makeHold();
    await database.sql(`update installation set clock_offset = '2026-10-20T18:00:00Z'::timestamptz - now()`);
    for (const state of [
      `locked_at = now(), locked_by = 'w'`,
      `locked_at = null, locked_by = null, attempts = 3, run_at = now() + interval '1 hour'`,
    ]) {
      await database.sql(`update graphile_worker._private_jobs set ${state}`);
      await db.write(everything, wakeDueWork);
      expect(await jobs()).toHaveLength(1);
    }
  });

  it('is woken when the clock passed its moment', async () => {
    await makeHold();
    await db.write(everything, wakeDueWork);
    expect(await jobs()).toMatchObject([{ late: false }]);
    await database.sql(`update installation set clock_offset = '2026-10-20T18:00:00Z'::timestamptz - now()`);
    await db.write(everything, wakeDueWork);
    expect(await jobs()).toMatchObject([{ late: true }]);
  });
});

describe('a worker that fell silent', () => {
  const lockedBy = (pool: string, secondsAgo: number) =>
    database.sql(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2)`,
      [pool, secondsAgo],
    );

  it('loses its jobs to the others', async () => {
    await makeHold();
    await lockedBy('dead', 16);
    await database.sql(
      `insert into worker_heartbeats (pool_id, seen_at) values ('dead', now() - interval '16 seconds')`,
    );
    expect(await db.write(everything, (tx) => beat(tx, 'alive'))).toBe(1);
    expect(await jobs()).toMatchObject([{ locked: false }]);
  });

  it('(control) keeps them while it is heard of, however long they take', async () => {
    await makeHold();
    await lockedBy('busy', 600);
    await database.sql(
      `insert into worker_heartbeats (pool_id, seen_at) values ('busy', now() - interval '6 seconds')`,
    );
    expect(await db.write(everything, (tx) => beat(tx, 'alive'))).toBe(0);
    expect(await jobs()).toMatchObject([{ locked: true }]);
  });

  it('is known by the name under which it locks its jobs', async () => {
    const person = await makePerson(database);
    const guest = await makeAttendee(database, event, { person, came: false });
    const { organizationId } = event;
    await db.write(inOrganization(organizationId, system), (tx) =>
      post(tx, [{ organizationId, kind: 'rsvp-confirmed', subjectId: guest.id, personId: person.id }]),
    );
    // The clock waits for a mail that waits for its server, so its job goes on for as long as we look.
    await database.sql(`update mails set not_before = now() + interval '1 hour'`);
    worker = await startTestWorker({ database });
    const moving = moveClock(db, '2026-10-21T17:00:00Z');
    await until(async () => (await jobs()).some(({ locked }) => locked), 'No job began');
    const names = await database.sql(
      'select j.locked_by = h.pool_id as same from graphile_worker.jobs j, worker_heartbeats h where j.locked_by is not null',
    );
    expect(names).toEqual([{ same: true }]);
    await database.sql(`with woken as (update mails set not_before = now()) select pg_notify('mail', '')`);
    await moving;
  });
});

describe('frozen words of a mail', () => {
  it('are emptied 30 days after its end; that it was sent stays', async () => {
    const person = await makePerson(database);
    const guest = await makeAttendee(database, event, { person, came: false });
    const { organizationId } = event;
    await db.write(inOrganization(organizationId, system), (tx) =>
      post(tx, [{ organizationId, kind: 'rsvp-confirmed', subjectId: guest.id, personId: person.id }]),
    );
    worker = await startTestWorker({ database });
    await until(async () => (await mailRows(database))[0]?.state === 'sent', 'It was not sent');
    await database.sql(`update mails set final_at = app_now() - interval '29 days'`);
    const sweep = () => db.write(everything, (tx) => later(tx, 'sweep', {}, { key: 'sweep' }));
    await sweep();
    await until(async () => (await jobs()).length === 0, 'The sweep did not end');
    expect(await mailRows(database)).toMatchObject([{ to: person.email }]);
    await database.sql(`update mails set final_at = app_now() - interval '31 days'`);
    await sweep();
    await until(async () => (await mailRows(database))[0]?.to === null, 'The words stayed');
    expect(await mailRows(database)).toMatchObject([{ state: 'sent', subject: null, messageId: null }]);
  });
});

const minute = (at: Date | undefined): string | undefined => at?.toISOString().slice(0, 16);
