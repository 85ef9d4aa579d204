import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { Reader } from '#libs/database';
import { newId } from '#libs/domain';
import { Arriving, type Storage, openStorage } from '#libs/files';
import { seededRandom } from '../../../../libs/matching/src/random.ts';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeCritiqueEvening } from '../../../../test/support/critique-evening.ts';
import { makePerson } from '../../../../test/support/factories.ts';
import { type Bucket, openBucket } from '../../../../test/support/s3.ts';
import { deleteFile } from './delete.ts';
import { sweepOrphans } from './orphans.ts';

// Whatever a process that was killed left behind goes, and nothing that somebody has: random sets of files against a model.

const mostFiles = 12;
const day = 24 * 3_600_000;
const scope = { kind: 'system' } as const;

let api: Api;
let bucket: Bucket;
let folder: string;
let where: { organizationId: string; eventId: string; critiqueSessionId: string; attendeeId: string };
let people: string[];
beforeAll(async () => {
  api = await startApi({ time: '2026-10-10T17:00:00Z' });
  bucket = await openBucket();
  const { organization, event, critiqueSessionId, guest } = await makeCritiqueEvening(api);
  where = {
    organizationId: organization.id,
    eventId: event.id,
    critiqueSessionId,
    attendeeId: guest.attendeeId,
  };
  people = [];
  for (let at = 0; at < mostFiles; at += 1) people.push((await makePerson(api.database)).id);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orphans-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(async () => {
  await api.stop();
  await bucket.close();
});

const places = ['a folder', 'a bucket of S3'] as const;
type Place = (typeof places)[number];

/** Everything that can be true of a file and its bytes. */
interface Made {
  id: string;
  key: string;
  row: 'none' | 'arriving' | 'ready' | 'gone';
  arriving: boolean;
  kept: boolean;
  /** Bytes that changed longer than a day ago. */
  oldBytes: boolean;
  /** Nobody went on with it for a day. */
  oldRow: boolean;
  /** A work has it. */
  used: boolean;
  /** Its time is over. */
  due: boolean;
}

interface Left {
  row: string;
  arriving: boolean;
  kept: boolean;
}

const letGo = ({ row, oldRow, used, due }: Made): boolean =>
  (row === 'arriving' || row === 'ready') && (due || (oldRow && !used));

/** What is to be left of one, by what the rules say and nothing of the code. */
function expected(made: Made): Left {
  const { row, arriving, kept, oldBytes } = made;
  if (letGo(made)) return { row: 'gone', arriving: false, kept: false };
  const isOrphan = row === 'none' || row === 'gone';
  return { row, arriving: arriving && !(isOrphan && oldBytes), kept: kept && !(isOrphan && oldBytes) };
}

function someFiles(seed: string): Made[] {
  const random = seededRandom(seed);
  const one = <Value>(of: readonly Value[]): Value => of[Math.floor(random() * of.length)]!;
  const either = () => random() < 0.5;
  return Array.from({ length: 1 + Math.floor(random() * mostFiles) }, () => ({
    id: newId(),
    key: newId().replaceAll('-', ''),
    row: one(['none', 'arriving', 'ready', 'ready', 'gone'] as const),
    arriving: either(),
    kept: either(),
    oldBytes: either(),
    oldRow: either(),
    used: either(),
    due: random() < 0.25,
  }));
}

async function lay(made: readonly Made[], storage: Storage, arriving: Arriving): Promise<void> {
  for (const [at, file] of made.entries()) {
    if (file.row !== 'none') await layRow(file, people[at]!);
    if (file.kept) await keep(file, storage);
    if (file.arriving) await bytesAt(arriving.pathOf(file.key), file.oldBytes);
  }
}

async function layRow({ id, key, row, oldRow, used, due }: Made, personId: string): Promise<void> {
  const { organizationId, eventId, critiqueSessionId, attendeeId } = where;
  await api.database.sql(
    `insert into files (id, organization_id, event_id, critique_session_id, person_id, state, name, bytes, received, type, storage_key,
       touched_at, delete_at, created_at)
     values ($1, $2, $3, $4, $5, $6, 'work.wav', 10, 9, 'audio/wav', $7, clock_timestamp() - make_interval(hours => $8),
       case when $9 then app_now() end, app_now())`,
    [id, organizationId, eventId, critiqueSessionId, personId, row, key, oldRow ? 25 : 23, due],
  );
  if (!used) return;
  await api.database.sql(
    `insert into submissions (id, organization_id, event_id, critique_session_id, attendee_id, person_id, state, file_id, created_at)
     values ($1, $2, $3, $4, $5, $6, 'draft', $7, app_now())`,
    [newId(), organizationId, eventId, critiqueSessionId, attendeeId, personId, id],
  );
}

async function keep({ key, oldBytes }: Made, storage: Storage): Promise<void> {
  const path = join(folder, 'sent', key);
  await bytesAt(path, oldBytes);
  await storage.keep(key, path, 10);
  // A bucket dates what it keeps by itself: its files are aged behind its back.
  if (!oldBytes) return;
  for (const entry of await readdir(bucket.folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name.startsWith(key)) await age(join(entry.parentPath, entry.name));
}

async function bytesAt(path: string, isOld: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, 'ten bytes.');
  if (isOld) await age(path);
}

async function age(path: string): Promise<void> {
  const then = (Date.now() - 1.1 * day) / 1000;
  await utimes(path, then, then);
}

async function leftOf(made: readonly Made[], storage: Storage, arriving: Arriving): Promise<Left[]> {
  const rows = await api.database.sql<{ id: string; state: string }>('select id, state from files');
  return Promise.all(
    made.map(async ({ id, key }) => ({
      row: rows.find((row) => row.id === id)?.state ?? 'none',
      arriving: (await arriving.size(key)) > 0,
      kept: (await storage.size(key)) !== null,
    })),
  );
}

/** Lays some files, sweeps as the worker does, and tells what is left and which are reported to be missing. */
async function swept(place: Place, made: readonly Made[], times = 1) {
  await api.database.sql('delete from submissions where file_id is not null');
  await api.database.sql('delete from files');
  const s3 = place === 'a folder' ? null : bucket.settings;
  const [storage, arriving] = [openStorage({ folder, s3, maxBytes: 1, quotaBytes: 1 }), new Arriving(folder)];
  for await (const { key } of storage.list()) await storage.remove(key);
  await lay(made, storage, arriving);
  const lines: string[] = [];
  const context = {
    db: api.db,
    storage,
    arriving,
    log: pino({}, { write: (line) => void lines.push(line) }),
  };
  for (let time = 0; time < times; time += 1) {
    lines.length = 0;
    await sweepOrphans(context, scope);
    const due = await api.database.sql<{ organizationId: string; fileId: string }>(
      `select organization_id as "organizationId", subject_id as "fileId" from due_work where task = 'files.delete' and due_at <= app_now()`,
    );
    for (const payload of due) await deleteFile(payload, context);
  }
  const missing = lines.flatMap((line) => (JSON.parse(line) as { files: string[] }).files);
  return { left: await leftOf(made, storage, arriving), missing: missing.sort() };
}

/** Rows that say that all is here, while it is not. */
const missingOf = (made: readonly Made[]): string[] =>
  made
    .filter(({ row, kept }) => row === 'ready' && !kept)
    .map(({ id }) => id)
    .sort();

const seeds = (count: number) => Array.from({ length: count }, (_, at) => `orphans ${String(at)}`);

describe.each(places)('files in %s', (place) => {
  it('go when nobody has them, and stay when somebody has', async () => {
    for (const seed of seeds(place === 'a folder' ? 40 : 10)) {
      const made = someFiles(seed);
      const { left, missing } = await swept(place, made);
      expect({ seed, left }).toEqual({ seed, left: made.map(expected) });
      expect({ seed, missing }).toEqual({ seed, missing: missingOf(made) });
    }
  });

  it('are left alike by sweeping twice', async () => {
    for (const seed of seeds(5)) {
      const made = someFiles(seed);
      const { left, missing } = await swept(place, made, 2);
      expect({ seed, left }).toEqual({ seed, left: made.map(expected) });
      // What was let go in between is missing no more.
      const still = made.filter((file) => !letGo(file));
      expect({ seed, missing }).toEqual({ seed, missing: missingOf(still) });
    }
  });
});

it('Bytes that somebody has would be seen to go if nobody looked who has them (control)', async () => {
  type Query = Reader['query'];
  const query: Query = Reflect.get<Reader, 'query'>(Reader.prototype, 'query');
  Reader.prototype.query = function <Row>(
    this: Reader,
    ...[text, values]: Parameters<Query>
  ): Promise<Row[]> {
    if (text.includes('storage_key = any')) return Promise.resolve([]);
    return query.call<Reader, Parameters<Query>, Promise<Row[]>>(this, text, values);
  };
  try {
    const owned = { row: 'ready', kept: true, oldBytes: true, used: true, due: false } as const;
    const made = someFiles('orphans control').map((file) => ({ ...file, ...owned }));
    expect(made.map(expected).every(({ kept }) => kept)).toBe(true);
    expect((await swept('a folder', made)).left.every(({ kept }) => !kept)).toBe(true);
  } finally {
    Reader.prototype.query = query;
  }
});

it.each(places)(
  'A file that was let go loses its bytes in %s although the worker was killed in between',
  async (place) => {
    const killed = { ...someFiles('killed')[0]!, row: 'gone' as const, kept: true, oldBytes: true };
    expect((await swept(place, [killed])).left).toEqual([{ row: 'gone', arriving: false, kept: false }]);
  },
);

it('Parts of a file that was never put together go from a bucket after a day, and those of today stay', async () => {
  const uploads = join(bucket.folder, 'works', '._S3rver_uploads');
  for (const [id, isOld] of [
    ['old', true],
    ['new', false],
  ] as const) {
    const key = newId().replaceAll('-', '');
    await mkdir(join(uploads, id), { recursive: true });
    for (const [name, content] of [
      ['metadata', '{}'],
      ['1', 'ten bytes.'],
      ['key', `works/${key}`],
    ] as const)
      await writeFile(join(uploads, id, name), content);
    if (isOld) await age(join(uploads, id, 'key'));
  }
  await swept('a bucket of S3', []);
  expect(await readdir(uploads)).toEqual(['new']);
  await swept('a bucket of S3', []);
  expect(await readdir(uploads)).toEqual(['new']);
});
