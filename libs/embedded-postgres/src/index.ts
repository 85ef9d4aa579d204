import { dirname, resolve } from 'node:path';
import { prepareBinaries } from './binaries.ts';
import { prepareCluster } from './cluster.ts';
import { joinCompany } from './company.ts';
import { prepareParent } from './folders.ts';
import { findRunning, startServer, stopServer } from './server.ts';
import { exclusively, lockName } from './socket-lock.ts';

export { PostgresError } from './errors.ts';
export type { PostgresFault } from './errors.ts';
export { dataFolderFor } from './folders.ts';
export { postgresMajor } from './major.ts';

export interface PostgresOptions {
  /** Ends in `-18`; see `dataFolderFor`. Beside it lies its password, in `<dataDir>.password`. */
  dataDir: string;
  /** By default a free one under 32768; a running server keeps its own. */
  port?: number;
  /** False for tests: faster, and a power cut may lose everything. */
  durable: boolean;
  log?: (line: string) => void;
}

export interface RunningPostgres {
  /** The superuser's connection string for a database of this server. */
  url(database: string): string;
  port: number;
  /** The server ran already: left by a crash, or used by another process now. */
  adopted: boolean;
  /** Leaves the server; the last process to leave stops it cleanly. Twice does no harm. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded Postgres on 127.0.0.1, or joins the one that runs on this folder already. As root it runs as
 * `nobody`. Ctrl-C does not reach it: call `stop()`. Any number of processes may call this at once.
 * @throws PostgresError unsupported-platform, disk-full, port-taken, folder, permission, password-missing, failed
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  prepareParent(dataDir);
  const binaries = await prepareBinaries(dirname(dataDir));
  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    exclusively(lockName(dataDir, 'starting'), 120_000, work);

  return alone(async () => {
    const password = await prepareCluster(binaries, dataDir, options.durable);
    const running = await findRunning(binaries, dataDir);
    const port = running ?? (await startServer(binaries, dataDir, options.durable, options.port));
    options.log?.(
      `Postgres ${running === undefined ? 'started' : 'was running'} on 127.0.0.1:${port}, data in ${dataDir}`,
    );
    const company = await joinCompany(dataDir);
    let stopping: Promise<void> | undefined;
    return {
      port,
      adopted: running !== undefined,
      url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
      stop: () =>
        (stopping ??= alone(async () => {
          if (await company.leave()) await stopServer(binaries, dataDir);
        })),
    };
  });
}
