import { statfs } from 'node:fs/promises';
import { batch, single } from './rsvp-statements.ts';
import { ceilingTool } from './support/ceiling.ts';
import { type Crowd, connections, people, signedIn } from './support/crowd.ts';
import type { BenchApi, Ground } from './support/ground.ts';
import { fire, request } from './support/load.ts';
import { interleaved, perSecond, say, tell } from './support/passes.ts';
import { eventId, idOf, organizationId, personId } from './support/seed.ts';

// P8 of the goals: what ten times the rows cost.

const few = 1_000_000;
const many = 10_000_000;
/** 10 million attendees with their indexes are 5 GB; Postgres keeps 1 GB of WAL and as much again is never wrong. */
const diskNeeded = 10e9;
/** In one piece of the seeding; its rows are of a hundred events that fill at the same time. */
const slice = 100_000;
const eventsOfSlice = 100;
/** Every twentieth row of the first slice is of one large event. */
const guestsOfLargest = slice / 20;
const batchSize = 32;
const seconds = 2;

interface Millions {
  ground: Ground;
  api: BenchApi;
  crowd: Crowd;
  /** The number of an event that nobody has been to. */
  next: () => string;
  /** The first so many fill up with the millions. */
  events: number;
}

type Figures = Record<string, number>;

/** @throws Error when the disk is too small, before anything is written */
export async function refuseSmallDisk({ sql }: Ground): Promise<void> {
  const [row] = await sql<{ folder: string }>(`select current_setting('data_directory') as folder`);
  const { bavail, bsize } = await statfs(row?.folder ?? '');
  const free = bavail * bsize;
  say(`P8 needs ${diskNeeded / 1e9} GB of disk for the time it runs; ${Math.floor(free / 1e9)} GB are free.`);
  if (free < diskNeeded) throw new Error('The disk is too small for P8.');
}

export async function measureMillions(bench: Millions): Promise<void> {
  if ((many / slice) * eventsOfSlice > bench.events) throw new Error('Too few events for so many rows');
  const { sql } = bench.ground;
  await sql('truncate attendees, audit, mails cascade');
  await sql('update event_seats set taken = 0, arrivals = 0, version = 0');
  const largest = bench.next();
  const list = await guestListOf(bench, largest);
  await seedAttendees(bench.ground, largest, 0, few);
  const before = await measureAt(bench, list);
  await seedAttendees(bench.ground, largest, few, many);
  const after = await measureAt(bench, list);
  tellGrowth(before, after);
  tellWal(`at ${million(few)}`, before);
  tellWal(`at ${million(many)}`, after);
}

async function measureAt({ ground, api, crowd, next }: Millions, list: GuestList): Promise<Figures> {
  // What the seeding left to be written down belongs to none of the passes.
  await ground.sql('checkpoint');
  await expectGuests(api, list);
  const onPostgres = async (script: (event: string) => string, size: number): Promise<number> => {
    const here = next();
    const transactionsPerClient = signedIn / size;
    const run = await crowd.onPostgres({ script: script(here), clients: 1, transactionsPerClient });
    await crowd.expectRows(`event_id = ${eventId(here)}`, signedIn);
    return run.perSecond * size;
  };
  const requests = [request('GET', list.path, { cookie: list.cookie })];
  return interleaved([
    async () => {
      const here = next();
      const { result, bytes } = await walOf(ground, () => crowd.rsvpTo(here, api));
      return { desk: result.perSecond, wal: bytes, disorder: await disorderOf(ground, here) };
    },
    async () => {
      const run = () => onPostgres((here) => batch(here, batchSize), batchSize);
      const { result, bytes } = await walOf(ground, run);
      return { batched: result, batchedWal: bytes };
    },
    async () => ({ aloneWal: (await walOf(ground, () => onPostgres(single, 1))).bytes }),
    async () => {
      const run = await fire({ port: api.port, connections, requests, seconds }, 200);
      return { list: run.perSecond };
    },
  ]);
}

/** Bytes of WAL an RSVP, counted to the end of the pass. */
async function walOf<Result>({ sql }: Ground, pass: () => Promise<Result>) {
  const position = async (): Promise<string> => {
    const [row] = await sql<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn');
    return row?.lsn ?? '';
  };
  const from = await position();
  const result = await pass();
  const [row] = await sql<{ bytes: number }>('select ($1::pg_lsn - $2::pg_lsn)::float8 as bytes', [
    await position(),
    from,
  ]);
  return { result, bytes: (row?.bytes ?? NaN) / signedIn };
}

/** How many rows have an id of an earlier millisecond than the one who arrived before them, or no time in it at all. */
async function disorderOf({ sql }: Ground, event: string): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select (count(*) filter (where time is null or time < before))::int as count
     from (select time, lag(time) over (order by arrival) as before
           from (select arrival, case when uuid_extract_version(id) = 7 then uuid_extract_timestamp(id) end as time
                 from attendees where event_id = ${eventId(event)}) timed) ordered`,
  );
  return row?.count ?? NaN;
}

function tellGrowth(before: Figures, after: Figures): void {
  const of = (name: string): string =>
    `${perSecond(after[name] ?? NaN)} of ${perSecond(before[name] ?? NaN)}`;
  const grown = (what: string, name: string, more: string): boolean =>
    tell({
      what: `P8 ${what} at ${million(many)} rows`,
      is: `${of(name)} at ${million(few)} (${more})`,
      value: (after[name] ?? NaN) / (before[name] ?? NaN),
      goal: 0.8,
      atLeast: true,
    });
  grown('RSVP', 'desk', `${ceilingTool}, batches of ${batchSize}, 1 client: ${of('batched')}`);
  grown(`list of ${guestsOfLargest} guests`, 'list', 'a page of 50 and all counts');
}

function tellWal(where: string, figures: Figures): void {
  const { wal = NaN, batchedWal = NaN, aloneWal = NaN, disorder = NaN } = figures;
  const bytes = (figure: number): string => `${Math.round(figure)} B`;
  tell({
    what: `P8 WAL ${where}`,
    is: `${bytes(wal)} an RSVP of ${bytes(batchedWal)} (${ceilingTool}, batches of ${batchSize}; one by one ${bytes(aloneWal)})`,
    value: wal / batchedWal,
    goal: 1.5,
    atLeast: false,
  });
  tell({ what: `P8 ids ${where}`, is: 'out of their time', value: disorder, goal: 0, atLeast: false });
}

interface GuestList {
  path: string;
  cookie: string;
}

/** The guest list of an event, as a member of its staff asks for it. */
async function guestListOf({ ground, crowd }: Millions, event: string): Promise<GuestList> {
  const [row] = await ground.sql<{ path: string }>(
    `insert into members (id, organization_id, person_id, role, created_at)
     select ${idOf(1, '8006')}, organization_id, ${personId(1)}, 'owner', now() from events where id = ${eventId(event)}
     returning '/api/v1/organizations/' || organization_id || '/events/' || ${eventId(event)} || '/attendees' as path`,
  );
  return { path: row?.path ?? '', cookie: `session=${crowd.tokens[0] ?? ''}` };
}

async function expectGuests({ port }: BenchApi, { path, cookie }: GuestList): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
  const { counts } = (await response.json()) as { counts?: { going: number } };
  if (counts?.going !== guestsOfLargest) throw new Error(`The list has ${String(counts?.going)} guests`);
}

/** Confirmed guests, from one number to another, in their events' order of arrival and with ids in the order of time. */
async function seedAttendees(ground: Ground, largest: string, from: number, to: number): Promise<void> {
  for (let done = from; done < to; done += slice) {
    // The rows are known to fit; looking up the event and the person of each would double the time.
    await ground.sql(`
      begin;
      set local session_replication_role = replica;
      insert into attendees (id, organization_id, event_id, person_id, name, status, seat, arrival, confirmed_at, source, version, created_at)
      select ${idOf('n', '8005')}, ${organizationId('1 + event % 100')}, ${eventId('event')}, ${personId('person')},
        'Guest ' || person, 'confirmed', true, arrival, now(), 'page', 1, now()
      from generate_series(${done}, ${done + slice - 1}) n,
      lateral (select n % ${slice} / ${eventsOfSlice} as turn, n % ${eventsOfSlice} as at) place,
      lateral (select 1 + (turn * 97 + at) % ${people} as person) who,
      lateral (select case when n < ${slice} and n % 20 = 0 then ${largest} else ${(done / slice) * eventsOfSlice} + 1 + at end as event,
        case when n < ${slice} and n % 20 = 0 then 1 + n / 20 else 1 + turn end as arrival) what;
      commit`);
    if ((done + slice) % few === 0) say(`${million(done + slice)} attendees of ${million(many)}`);
  }
  await ground.sql(
    `update event_seats s set taken = count, arrivals = count
     from (select event_id, count(*) from attendees group by event_id) c where c.event_id = s.event_id and taken <> count`,
  );
  await ground.sql('vacuum analyze');
  const [rows] = await ground.sql<{ count: number }>(`select count(*)::int as count from attendees`);
  if ((rows?.count ?? 0) < to) throw new Error(`${rows?.count ?? 0} rows instead of ${to}`);
}

const million = (rows: number): string => `${rows / 1e6} million`;
