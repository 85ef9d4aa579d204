import { startPostgres, dataFolderFor } from '../../libs/embedded-postgres/src/index.ts';

/** One throw-away server for the whole run, unless one is given; runs side by side share it, the last to leave stops it. */
export default async function setup() {
  if (process.env.TEST_POSTGRES_URL !== undefined) return;
  const server = await startPostgres({
    dataDir: dataFolderFor(process.cwd(), 'test-postgres'),
    durable: false,
  });
  process.env.TEST_POSTGRES_URL = server.url('postgres');
  globalThis.stopTestPostgres = server.stop;
}
