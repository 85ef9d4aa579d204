import { createHash } from 'node:crypto';
import { openStorage } from '#libs/files';
import { type Api, freePort, startApi } from '../../../../test/support/api.ts';
import { spawnApi } from '../../../../test/support/api-process.ts';
import { type CritiqueEvening, makeCritiqueEvening } from '../../../../test/support/critique-evening.ts';
import { type SentFile, everybodySends, watchMemory } from '../../../../test/support/many-uploads.ts';

// A small copy of npm run bench:uploads: an api of its own process takes 20 files at once.

/** On a busy machine a process starts in half a minute. */
const slowly = 300_000;
const megabyte = 1024 * 1024;
const people = 20;
const eachMB = 16;
/** Half of what is sent: far above what waits to be given back, some 60 MB, and far below what holding it all takes. */
const ceilingMB = (people * eachMB) / 2;

let here: Api;
let evening: CritiqueEvening;
beforeAll(async () => {
  here = await startApi({ time: '2026-10-10T17:00:00Z' });
  evening = await makeCritiqueEvening(here, { state: 'open', authors: people, critics: 1 });
});
afterAll(() => here.stop());

/** How much an api grows while everybody sends at once, after it has taken 4 MB of each. */
async function grownMB(first?: string): Promise<number> {
  const port = await freePort();
  const { folder } = here.config.files;
  const api = await spawnApi(here.database, port, { FILES_FOLDER: folder }, first);
  try {
    const tokens = evening.people.map(({ token }) => token);
    const senders = { url: `http://127.0.0.1:${port}`, critiqueSessionId: evening.critiqueSessionId, tokens };
    await everybodySends(senders, 4 * megabyte);
    const memory = watchMemory(api.pid);
    const sent = await everybodySends(senders, eachMB * megabyte);
    const { base, peak } = memory();
    await refuseUnlessKept(sent);
    return peak - base;
  } finally {
    await api.stop();
  }
}

async function refuseUnlessKept(sent: readonly SentFile[]): Promise<void> {
  const storage = openStorage(here.config.files);
  for (const { id, sha256 } of sent) {
    const [row] = await here.database.sql<{ key: string; state: string; bytes: number }>(
      'select storage_key as key, state, bytes::int as bytes from files where id = $1',
      [id],
    );
    const sum = createHash('sha256');
    for await (const piece of await storage.read(row!.key, { start: 0, end: row!.bytes - 1 }))
      sum.update(piece as Buffer);
    expect([row!.state, sum.digest('hex')]).toEqual(['ready', sha256]);
  }
}

it(
  'Twenty people who send 16 MB at once cost the api less than half of that in memory, and every byte is kept',
  async () => {
    expect(await grownMB()).toBeLessThan(ceilingMB);
  },
  slowly,
);

it(
  'Uploads that were held in memory would be seen (control)',
  async () => {
    expect(await grownMB('./test/support/buffered-uploads.ts')).toBeGreaterThan(ceilingMB);
  },
  slowly,
);
