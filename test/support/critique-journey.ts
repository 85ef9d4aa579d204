import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, handleFor, openDataSource, parseKeys } from '#libs/database';
import { inOrganization, instantOf, newId, system } from '#libs/domain';
import supertest from 'supertest';
import { cookieOf, freePort, testKeys } from './api.ts';
import { builtWeb } from './built.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization, makePerson } from './factories.ts';
import { listens } from './npm-start.ts';
import { type TestDatabase, createDatabase } from './postgres.ts';
import { moveClock, startTestWorker, until } from './worker.ts';

// A whole installation for one evening: the api as a process that can be killed, the worker, and an organization whose people
// have their seats. Everything else is done by those people, on their own screens.

export const zone = 'America/Los_Angeles';

export interface Seat {
  name: string;
  email: string;
  personId: string;
  attendeeId: string;
  /** Of their RSVP. */
  token: string;
}

export interface SentMail {
  kind: string;
  to: string;
  subject: string;
  text: string;
  personId: string;
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** @param local product time, in the zone of the evening */
export async function openHouse(local: string) {
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-evening-'));
  const [webFolder, filesFolder] = [join(folder, 'web'), join(folder, 'files')];
  // A copy: while the evening lasts another test may build the web anew.
  cpSync(await builtWeb(), webFolder, { recursive: true });
  const database = await createDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const db = new Database(await openDataSource(database.appUrl, 'test', 'acquaint-test', 3));
  const environment = {
    PATH: process.env['PATH'],
    ACQUAINT_MODE: 'test',
    DATABASE_URL: database.appUrl,
    PUBLIC_URL: url,
    PORT: String(port),
    SECRET_KEYS: testKeys,
    WEB_FOLDER: webFolder,
    FILES_FOLDER: filesFolder,
  };
  let api = await spawnApi(environment, port);
  const time = (): Promise<Date> =>
    database.sql<{ now: Date }>('select app_now() as now').then(([row]) => row?.now ?? new Date(0));
  const moveTo = (instant: Date): Promise<void> => moveClock(db, instant, 60_000);
  await database.sql(`update installation set clock_offset = $1::timestamptz - now()`, [
    instantOf(local, zone),
  ]);
  const worker = await startTestWorker({ database, publicUrl: url, filesFolder });
  return {
    url,
    database,
    http: supertest(url),
    time,
    /** A cookie of this person, as a browser takes it. */
    cookieOf: async (personId: string) => {
      const [name = '', value = ''] = (await cookieOf(database, personId)).split('=');
      return { name, value, url };
    },
    /** Product time moves on through everything that is due, with the worker at work. */
    moveTo: (toLocal: string) => moveTo(instantOf(toLocal, zone)),
    moveBy: async (seconds: number) => moveTo(new Date((await time()).getTime() + seconds * 1000)),
    /** SIGKILL, in the middle of whatever it does. */
    killApi: async () => {
      api.kill('SIGKILL');
      await exitOf(api);
    },
    startApi: async () => {
      api = await spawnApi(environment, port);
    },
    /** Names of what lies in the storage, and of what is still arriving. */
    stored: () =>
      readdirSync(filesFolder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
    sent: (kind?: string) => sentMails(database, kind),
    stop: async () => {
      await worker.stop();
      api.kill('SIGKILL');
      await exitOf(api);
      await db.close();
      rmSync(folder, { recursive: true, force: true });
      await database.drop();
    },
    db,
  };
}

async function spawnApi(environment: NodeJS.ProcessEnv, port: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', './test/support/run-typescript.mjs', 'apps/api/src/main.ts'],
    { env: environment, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  await until(
    () => {
      if (child.exitCode !== null) throw new Error('The api ended instead of listening');
      return listens(port);
    },
    'The api did not listen',
    60_000,
  );
  return child;
}

async function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function sentMails(database: TestDatabase, kind?: string): Promise<SentMail[]> {
  return database.sql<SentMail & Record<string, unknown>>(
    `select kind, to_address as "to", subject, text_part as text, person_id as "personId" from mails
     where state = 'sent' and ($1::text is null or kind = $1) order by final_at, id`,
    [kind ?? null],
  );
}

/** An evening of a hundred minutes, so many names with a seat, and two people who run it. */
export async function makeCircleEvening(house: House, names: readonly string[]) {
  const organization = await makeOrganization(house.database, { name: 'Harbour Songwriters' });
  const event = await makeEvent(house.database, organization.id, {
    title: 'Songs in progress',
    startsLocal: '2026-10-19T18:00',
    endsLocal: '2026-10-19T19:40',
  });
  const owner = await makePerson(house.database, { name: 'Olga Owner' });
  const host = await makePerson(house.database, { name: 'Hugo Host' });
  await makeMember(house.database, organization.id, 'owner', owner);
  await makeMember(house.database, organization.id, 'host', host);
  const seats: Seat[] = [];
  for (const name of names) seats.push(await takeSeat(house, event, name));
  return { organization, event, owner, host, seats };
}

async function takeSeat(
  { database, db }: House,
  event: { id: string; organizationId: string },
  name: string,
): Promise<Seat> {
  const person = await makePerson(database, {
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
  });
  const { id: attendeeId } = await makeAttendee(database, event, { person });
  const { organizationId } = event;
  const token = await db.write(inOrganization(organizationId, system), (tx) =>
    handleFor(tx, parseKeys(testKeys), {
      purpose: 'rsvp',
      organizationId,
      personId: person.id,
      subjectId: attendeeId,
      expiresAt: null,
    }),
  );
  return { name, email: person.email, personId: person.id, attendeeId, token };
}

/** A work of this person was heard at a session of this organization a month ago. */
export async function wasHeardBefore({ database }: House, organizationId: string, seat: Seat): Promise<void> {
  const event = await makeEvent(database, organizationId, {
    startsLocal: '2026-09-14T18:00',
    endsLocal: '2026-09-14T20:00',
  });
  const { id: attendeeId } = await makeAttendee(database, event, {
    person: { id: seat.personId, name: seat.name },
  });
  const sessionId = newId();
  await database.sql(
    `insert into critique_sessions (id, organization_id, event_id, format, title, state, started_at, ended_at, released_at, created_at)
     values ($1, $2, $3, 'live', 'The last circle', 'ended', $4, $4, $4, $4)`,
    [sessionId, organizationId, event.id, '2026-09-15T03:00Z'],
  );
  await database.sql(
    `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, title, medium, link,
       question, submitted_at, place, heard_at, created_at)
     values ($1, $2, $3, $4, $5, $6, 'heard', 'An older song', 'link', 'https://music.example/older', 'Too long?', $7, 1, $7, $7)`,
    [newId(), organizationId, event.id, sessionId, attendeeId, seat.personId, '2026-09-15T03:00Z'],
  );
}

/** A tone that dies away once a second, as WAV: 8,000 bytes a second. */
export function tone(seconds: number): Buffer {
  const rate = 8000;
  const sound = Buffer.from(
    Array.from({ length: seconds * rate }, (_, at) => {
      const fades = 1 - (at % rate) / rate;
      return Math.round(128 + 100 * fades * Math.sin((2 * Math.PI * 440 * at) / rate));
    }),
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + sound.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound]);
}
