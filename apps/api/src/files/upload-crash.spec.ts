import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import supertest from 'supertest';
import { openStorage } from '#libs/files';
import { type Api, freePort, startApi } from '../../../../test/support/api.ts';
import { type ApiProcess, spawnApi } from '../../../../test/support/api-process.ts';
import { type CritiqueEvening, makeCritiqueEvening } from '../../../../test/support/critique-evening.ts';
import { noise } from '../../../../test/support/made-files.ts';
import { type Bucket, openBucket } from '../../../../test/support/s3.ts';
import { Sending, Uploader } from '../../../../test/support/uploads.ts';
import { until } from '../../../../test/support/worker.ts';

// The process that takes a file is killed; another one on the same database and disk goes on with it. What was sent may be
// lost and is sent again, but what is said to be there is there, and what comes out is what went in.

const megabyte = 1024 * 1024;
const piece = 64 * 1024;
/** Five processes start one after the other. */
const slowly = 300_000;

/** For arranging and for looking; what is killed is another process on the same database and folder. */
let here: Api;
let bucket: Bucket;
let evening: CritiqueEvening;
let api: ApiProcess | undefined;
let url: string;
let me: Uploader;
beforeAll(async () => {
  here = await startApi({ time: '2026-10-10T17:00:00Z' });
  bucket = await openBucket();
});
afterAll(async () => {
  await here.stop();
  await bucket.close();
});
beforeEach(async () => {
  evening = await makeCritiqueEvening(here, { state: 'open', authors: 2, critics: 1 });
  bucket.letGo();
});
afterEach(async () => {
  await api?.stop();
  api = undefined;
});

const author = () => evening.people[0]!;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** What is on the disk of a file on its way. */
const diskBytes = async (id: string): Promise<Buffer> =>
  readFile(join(here.config.files.folder, 'arriving', (await rowOf(id)).storageKey)).catch(() =>
    Buffer.alloc(0),
  );

async function rowOf(id: string) {
  const [row] = await here.database.sql<{ state: string; received: number; storageKey: string }>(
    'select state, received::int as received, storage_key as "storageKey" from files where id = $1',
    [id],
  );
  return row!;
}

async function start(environment: Record<string, string> = {}): Promise<void> {
  const port = await freePort();
  api = await spawnApi(here.database, port, { FILES_FOLDER: here.config.files.folder, ...environment });
  use(`http://127.0.0.1:${port}`);
}

function use(address: string): void {
  url = address;
  me = new Uploader({ http: supertest(url) }, author().token, evening.critiqueSessionId);
}

const kill = () => api!.kill();

/** The pen of whoever was killed is given up after 20 seconds of real time; they are over now. */
const waitForThePen = (id: string) =>
  here.database.sql(`update files set touched_at = touched_at - interval '20 seconds' where id = $1`, [id]);

async function begin(bytes: Buffer): Promise<string> {
  const { body } = await me.begin(bytes.length).expect(201);
  return (body as { id: string }).id;
}

const offsetOf = async (id: string): Promise<number> =>
  Number((await me.head(id).expect(200)).headers['upload-offset']);

/** What its author hears of it. */
async function heard(id: string): Promise<Buffer> {
  const [work] = evening.works;
  await here.database.sql('update submissions set file_id = $2 where id = $1', [work!.id, id]);
  const path = `/api/v1/critique/${author().token}/sessions/${evening.critiqueSessionId}/submissions/${work!.id}/listen`;
  // One browser, which keeps its mark.
  const browser = supertest.agent(url);
  const { body } = await browser.post(path).expect(200);
  return (await browser.get((body as { url: string }).url).expect(200)).body as Buffer;
}

/** As tus clients do: ask where it stands, and go on there. */
async function finish(id: string, bytes: Buffer): Promise<void> {
  const offset = await offsetOf(id);
  await me.append(id, offset, bytes.subarray(offset)).expect(204);
  expect((await rowOf(id)).state).toBe('ready');
  expect(sha256(await heard(id))).toBe(sha256(bytes));
}

/** Sends until something holds, and leaves the connection open. */
async function sendUntil(
  id: string,
  bytes: Buffer,
  offset: number,
  holds: () => Promise<boolean>,
): Promise<Sending> {
  const sending = new Sending(`${url}${me.pathOf(id)}`, offset, bytes.length - offset);
  for (let at = offset; at < bytes.length && !(await holds()); at += piece)
    await sending.write(bytes.subarray(at, at + piece));
  await until(holds, 'Nothing came');
  return sending;
}

it(
  'An api that is killed while bytes come says afterwards what it truly has, and goes on from there',
  async () => {
    await start();
    const bytes = noise(24 * megabyte + 7);
    const id = await begin(bytes);
    const moments = [
      async () => (await diskBytes(id)).length > 0,
      async () => (await rowOf(id)).received > 8 * megabyte,
    ];
    for (const moment of moments) {
      const sending = await sendUntil(id, bytes, await offsetOf(id), moment);
      await kill();
      expect(await sending.answer).toBeNull();

      await start();
      const [there, offset] = [await diskBytes(id), await offsetOf(id)];
      expect(there.length).toBeGreaterThanOrEqual(offset);
      expect(there.subarray(0, offset).equals(bytes.subarray(0, offset))).toBe(true);
      await waitForThePen(id);
    }
    expect(await offsetOf(id)).toBeGreaterThan(8 * megabyte);
    await finish(id, bytes);
  },
  slowly,
);

it(
  'An api that is killed between two parts on their way to S3 keeps nothing there, and all of it after the last byte again',
  async () => {
    await start(bucket.environment);
    const bytes = noise(17 * megabyte);
    const id = await begin(bytes);
    const second = bucket.hold(
      ({ method, url }) => method === 'PUT' && url?.includes('partNumber=2') === true,
    );
    const sending = new Sending(`${url}${me.pathOf(id)}`, 0, bytes.length);
    for (let at = 0; at < bytes.length; at += piece) await sending.write(bytes.subarray(at, at + piece));
    sending.end();
    await second;
    await kill();
    bucket.letGo();
    const storage = openStorage({ ...here.config.files, s3: bucket.settings });
    const { state, storageKey } = await rowOf(id);
    expect([state, await storage.size(storageKey)]).toEqual(['arriving', null]);

    await start(bucket.environment);
    const offset = await offsetOf(id);
    expect([offset < bytes.length, offset <= (await diskBytes(id)).length]).toEqual([true, true]);
    await waitForThePen(id);
    await finish(id, bytes);
    expect(await storage.size(storageKey)).toBe(bytes.length);
  },
  slowly,
);

it.each(['a folder', 'a bucket of S3'])(
  'An upload that stopped after its bytes were put in %s and before anybody said so is sent once more, and nothing is made up',
  async (place) => {
    const { database } = here;
    const files = { folder: here.config.files.folder, s3: place === 'a folder' ? null : bucket.settings };
    const another = await startApi({ database, files });
    try {
      use(another.url);
      const bytes = noise(9 * megabyte);
      const id = await begin(bytes);
      await me.append(id, 0, bytes).expect(204);
      // What a kill between the storage and the row leaves.
      await database.sql(
        `update files set state = 'arriving', received = bytes - 1, type = null, length_ms = null, writer = gen_random_uuid()
         where id = $1`,
        [id],
      );
      expect(await offsetOf(id)).toBe(0);
      expect((await me.append(id, 0, bytes).expect(409)).body.code).toBe('upload-busy');
      await waitForThePen(id);
      // A client that goes on without asking is told to ask.
      const late = await me.append(id, bytes.length - 1, bytes.subarray(-1)).expect(409);
      expect(late.body.code).toBe('upload-elsewhere');
      await finish(id, bytes);
    } finally {
      await another.stop();
    }
  },
);
