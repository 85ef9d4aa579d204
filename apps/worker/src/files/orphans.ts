import { type Database, type Tx, letStaleFilesGo, realNow } from '#libs/database';
import { type Scope } from '#libs/domain';
import type { Arriving, Storage, StoredBytes } from '#libs/files';
import type { Log } from '../log.ts';

/** Bytes younger than this may belong to an upload that is not in its row yet. */
const orphanAfterMs = 24 * 3_600_000;
const batch = 500;

interface Swept {
  db: Database;
  storage: Storage;
  arriving: Arriving;
  log: Log;
}

/**
 * Deletes bytes that no file has, which a process that was killed left behind, and reports files whose bytes are missing.
 * @param scope that of the system: files of every organization
 */
export async function sweepOrphans({ db, storage, arriving, log }: Swept, scope: Scope): Promise<void> {
  await db.write(scope, letStaleFilesGo);
  const before = await db.read(scope, async (reader) => (await realNow(reader)).getTime() - orphanAfterMs);
  for (const place of [storage, arriving]) {
    for await (const found of batchesOf(place.list())) {
      const old = found.filter(({ changedAt }) => changedAt.getTime() < before).map(({ key }) => key);
      const live = await db.read(scope, (reader) => liveKeys(reader, old));
      for (const key of old) if (!live.has(key)) await place.remove(key);
    }
  }
  await storage.giveUp(new Date(before));
  const missing = await missingFiles(db, storage, scope);
  if (missing.length > 0) log.error({ files: missing }, 'the bytes of these files are missing');
}

async function liveKeys(reader: Pick<Tx, 'query'>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader.query<{ key: string }>(
    `select storage_key as key from files where storage_key = any ($1) and state <> 'gone'
     union all select storage_key from slides where storage_key = any ($1)`,
    [[...keys]],
  );
  return new Set(rows.map(({ key }) => key));
}

async function missingFiles(db: Database, storage: Storage, scope: Scope): Promise<string[]> {
  const missing: string[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await db.read(scope, (reader) =>
      reader.query<{ id: string; key: string }>(
        `select id, storage_key as key from files where state = 'ready' and id > $1 order by id limit ${batch}`,
        [after],
      ),
    );
    for (const { id, key } of rows) if ((await storage.size(key)) === null) missing.push(id);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return missing;
    after = last.id;
  }
}

async function* batchesOf(all: AsyncIterable<StoredBytes>): AsyncGenerator<StoredBytes[]> {
  let some: StoredBytes[] = [];
  for await (const one of all) {
    some.push(one);
    if (some.length < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
