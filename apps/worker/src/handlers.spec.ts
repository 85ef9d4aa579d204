import { Database, openDataSource, parseKeys } from '#libs/database';
import { newId } from '#libs/domain';
import { Arriving, openStorage } from '#libs/files';
import { SuggestionThreads } from '#libs/suggestions';
import type { JobHelpers } from 'graphile-worker';
import { pino } from 'pino';
import { testKeys } from '../../../test/support/api.ts';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.ts';
import { taskList } from './handlers.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createDatabase();
  db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

describe('a job that fails', () => {
  it('leaves its kind, its code and its place in the log and in the queue, and never what the database quoted', async () => {
    const lines: string[] = [];
    const tasks = taskList({
      db,
      log: pino({}, { write: (line: string) => void lines.push(line) }),
      keys: parseKeys(testKeys),
      publicUrl: 'http://127.0.0.1',
      storage: openStorage({ folder: '.data/none', s3: null, maxBytes: 1, quotaBytes: 1 }),
      arriving: new Arriving('.data/none'),
      threads: new SuggestionThreads(),
      stopping: new AbortController().signal,
    });
    const payload = { organizationId: newId(), eventId: 'Ada <ada@example.org>' };
    // The control: the database does quote it.
    const quoting = db.read({ kind: 'system' }, (reader) =>
      reader.query('select $1::uuid', [payload.eventId]),
    );
    await expect(quoting).rejects.toThrow('ada@example.org');
    const failed: unknown = await Promise.resolve(
      tasks['attendees.expire']?.(payload, {} as JobHelpers),
    ).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    const kept = [String(failed), (failed as Error).stack, ...lines].join('\n');
    expect(kept).not.toContain('ada@example.org');
    expect(kept).toContain('22P02');
    expect(kept).toContain('attendees.expire');
  });
});
