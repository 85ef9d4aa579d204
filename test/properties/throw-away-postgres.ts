import { dataFolderFor, startPostgres } from '#libs/embedded-postgres';

/** Runs `work` with a server for databases that are thrown away, as `npm test` does; a given server is used as it is. */
export async function withPostgres(work: () => Promise<void>): Promise<void> {
  if (process.env['TEST_POSTGRES_URL'] !== undefined) return work();
  const dataDir = dataFolderFor(process.cwd(), 'test-postgres');
  const server = await startPostgres({ dataDir, durable: false });
  process.env['TEST_POSTGRES_URL'] = server.url('postgres');
  try {
    await work();
  } finally {
    await server.stop();
  }
}
