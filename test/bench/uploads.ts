import './support/production.ts';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Database, openDataSource, parseKeys } from '#libs/database';
import { openStorage } from '#libs/files';
import { type Api, testKeys } from '../support/api.ts';
import { makeCritiqueEvening } from '../support/critique-evening.ts';
import { type SentFile, everybodySends, watchMemory } from '../support/many-uploads.ts';
import { type Ground, openGround } from './support/ground.ts';
import { median, say, tell } from './support/passes.ts';

// Memory stays flat while 20 people upload 200 MB at once: an api that takes ten times as much grows as much as one that
// takes a tenth. Each size has a process of its own, looked at from when it is ready, and the sizes take turns, so that a
// busy minute falls on both. Every byte that was sent is read again and summed.
//
// npm run bench:uploads -- --people 20 --megabytes 200 --rounds 3 --folder /somewhere/with/space

const megabyte = 1024 * 1024;
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '20' },
    megabytes: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const [people, largeMB, rounds] = [Number(values.people), Number(values.megabytes), Number(values.rounds)];
const smallMB = largeMB / 10;
/** What waits to be given back, some 60 MB of buffers, and a heap that has grown to its work. */
const mostMB = 150;
const mostRatio = 1.25;

interface Run {
  growthMB: number;
  perSecond: number;
}

const folder = await mkdtemp(join(values.folder, 'acquaint-uploads-'));
// Gigabytes, also where the run is broken off.
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const ground = await openGround();
try {
  const evening = await eveningOf(ground);
  say(`${people} people at once.`);
  const small: Run[] = [];
  const large: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    small.push(await measure(evening, smallMB));
    large.push(await measure(evening, largeMB));
  }
  if (!isFlat(small, large)) process.exitCode = 1;
} finally {
  await ground.stop();
}

type Evening = Awaited<ReturnType<typeof eveningOf>>;

/** A session a month from now, to which everybody may bring a work. */
async function eveningOf(ground: Ground) {
  const [day] = await ground.sql<{ then: string }>(
    `select to_char(now() + interval '30 days', 'YYYY-MM-DD') as then`,
  );
  const db = new Database(await openDataSource(ground.appUrl, 'live', 'bench'));
  try {
    const database = { ...ground, drop: () => Promise.resolve() };
    // Of an api it asks for its rows and its keys.
    const api = { database, db, config: { keys: parseKeys(testKeys) } } as unknown as Api;
    const times = { startsLocal: `${day?.then ?? ''}T18:00`, endsLocal: `${day?.then ?? ''}T21:00` };
    const { critiqueSessionId, people: all } = await makeCritiqueEvening(
      api,
      { state: 'open', authors: people, critics: 1 },
      times,
    );
    return { critiqueSessionId, tokens: all.map(({ token }) => token) };
  } finally {
    await db.close();
  }
}

async function measure(evening: Evening, each: number): Promise<Run> {
  const place = await mkdtemp(join(folder, 'sent-'));
  const api = await ground.api({ FILES_FOLDER: place, SECRET_KEYS: testKeys, FILE_MAX_MB: '2000' });
  const memory = watchMemory(api.pid);
  const start = performance.now();
  const sent = await everybodySends({ url: `http://127.0.0.1:${api.port}`, ...evening }, each * megabyte);
  const seconds = (performance.now() - start) / 1000;
  const { base, peak } = memory();
  await refuseUnlessKept(place, sent);
  await api.stop();
  await rm(place, { recursive: true, force: true });
  const run = { growthMB: peak - base, perSecond: (people * each) / seconds };
  say(
    `${people} × ${each} MB: ${whole(run.perSecond)} MB/s, base ${whole(base)} MB, peak ${whole(peak)} MB, ` +
      `growth ${whole(run.growthMB)} MB, ${sent.length} sums agree`,
  );
  return run;
}

/** @throws Error when what is kept is not what was sent */
async function refuseUnlessKept(place: string, sent: readonly SentFile[]): Promise<void> {
  const storage = openStorage({ folder: place, s3: null, maxBytes: 0, quotaBytes: 0 });
  for (const { id, sha256 } of sent) {
    const [row] = await ground.sql<{ key: string; bytes: string }>(
      `select storage_key as key, bytes from files where id = $1 and state = 'ready'`,
      [id],
    );
    if (row === undefined) throw new Error(`${id} is not there`);
    const sum = createHash('sha256');
    const stream = await storage.read(row.key, { start: 0, end: Number(row.bytes) - 1 });
    for await (const piece of stream) sum.update(piece as Buffer);
    if (sum.digest('hex') !== sha256) throw new Error(`${id} is not what was sent`);
  }
}

/**
 * By the least growth of each size: what a busy machine adds is garbage that waits longer for its collector, so the least is
 * nearest to what taking the bytes needs.
 */
function isFlat(small: readonly Run[], large: readonly Run[]): boolean {
  const growth = (runs: readonly Run[]): number => Math.min(...runs.map(({ growthMB }) => growthMB));
  const ratio = tell({
    what: 'Growth',
    is: `${people} × ${largeMB} MB against ${people} × ${smallMB} MB`,
    value: growth(large) / growth(small),
    goal: mostRatio,
    atLeast: false,
  });
  const most = tell({ what: 'Growth', is: 'MB', value: growth(large), goal: mostMB, atLeast: false });
  say(`${people} × ${largeMB} MB: ${whole(median(large.map(({ perSecond }) => perSecond)))} MB/s`);
  return ratio && most;
}

function whole(figure: number): string {
  return String(Math.round(figure));
}
