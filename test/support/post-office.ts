import { Database, openDataSource } from '#libs/database';
import { createDatabase } from './postgres.ts';
import { startTestWorker } from './worker.ts';

/** A worker over a database of its own, on Tuesday 20 October 2026, 10:00 in Los Angeles; its mails end in their table. */
export async function openPostOffice() {
  const database = await createDatabase();
  const db = new Database(await openDataSource(database.appUrl, 'test', 'spec', 2));
  await database.sql(`update installation set clock_offset = '2026-10-20T17:00:00Z'::timestamptz - now()`);
  const worker = await startTestWorker({ database, publicUrl: 'https://acquaint.example' });
  const close = async (): Promise<void> => {
    await worker.stop();
    await db.close();
    await database.drop();
  };
  return { database, db, close };
}
