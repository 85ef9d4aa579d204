import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { PostgresError, faultIn } from './errors.ts';
import { freePort } from './free-port.ts';
import { greet, readPostmaster, whoIs } from './postmaster.ts';
import { run } from './programs.ts';

const pause = 100;
const patience = 60_000;

/**
 * A server left by a crash: its port when it answers. One that only starts up or shuts down is waited for, one that
 * is silent for ten seconds is stopped. The file of a dead one stays for Postgres itself to judge: it also looks for
 * orphans still writing. Only when its number now belongs to another program does Postgres need help.
 */
export async function findRunning(binaries: Binaries, dataDir: string): Promise<number | undefined> {
  const start = Date.now();
  let lastWord = start;
  while (Date.now() - start < patience) {
    const found = await readPostmaster(dataDir);
    if (!found) return undefined;
    const who = await whoIs(found.pid, dataDir);
    if (who === 'dead') return undefined;
    if (who === 'foreign') {
      await rm(join(dataDir, 'postmaster.pid'), { force: true });
      return undefined;
    }
    const answer = found.port > 0 ? await greet(found.port) : 'silent';
    if (answer === 'ready') return found.port;
    if (answer === 'busy') lastWord = Date.now();
    if (Date.now() - lastWord > 10_000) break;
    await delay(pause);
  }
  await stopServer(binaries, dataDir);
  return undefined;
}

/** Starts the server and waits until it takes connections; gives its port. A given port that is taken is an error. */
export async function startServer(
  binaries: Binaries,
  dataDir: string,
  durable: boolean,
  wanted?: number,
): Promise<number> {
  const start = Date.now();
  for (let portsTried = 1; ;) {
    const port = wanted ?? (await freePort());
    const said = await tryToStart(binaries, dataDir, durable, port);
    if (said === undefined) return port;
    const fault = faultIn('Starting Postgres', said);
    if (fault.fault === 'port-taken' && wanted !== undefined) {
      throw new PostgresError(
        'port-taken',
        `Port ${wanted} of 127.0.0.1 is taken. Give another, or none.`,
        fault,
      );
    }
    if (fault.fault === 'port-taken' && portsTried++ < 10) continue;
    // After kill -9 its children need a moment to notice and go.
    const orphans = /pre-existing shared memory block|is still in use|another postmaster/i.test(said);
    if (!orphans || Date.now() - start > 15_000) throw fault;
    await delay(pause);
  }
}

/** Undefined when it runs, else what it said. */
async function tryToStart(
  binaries: Binaries,
  dataDir: string,
  durable: boolean,
  port: number,
): Promise<string | undefined> {
  const log = join(dataDir, 'server.log');
  await rename(log, `${log}.old`).catch(() => undefined);
  const options = Object.entries(settings(durable, port)).map(([name, value]) => `-c ${name}=${value}`);
  const result = await run(binaries.pgCtl, [
    'start',
    '--wait',
    `--timeout=${patience / 1000}`,
    '--silent',
    `--pgdata=${dataDir}`,
    `--log=${log}`,
    `--options=${options.join(' ')}`,
  ]);
  if (result.code === 0) return undefined;
  return `${result.output}\n${await readFile(log, 'utf8').catch(() => '')}`;
}

/** Values must need no quoting in a shell: pg_ctl hands them to one. */
function settings(durable: boolean, port: number): Record<string, string | number> {
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable
      ? { shared_buffers: '128MB' }
      : {
          shared_buffers: '64MB',
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
        }),
  };
}

/** Ends the sessions, writes everything down and stops; one that does not within a minute is cut off and recovers later. */
export async function stopServer(binaries: Binaries, dataDir: string): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const found = await readPostmaster(dataDir);
    if (!found || (await whoIs(found.pid, dataDir)) !== 'ours') return;
    const result = await run(binaries.pgCtl, [
      'stop',
      '--wait',
      `--timeout=${patience / 1000}`,
      '--silent',
      `--mode=${mode}`,
      `--pgdata=${dataDir}`,
    ]);
    if (result.code === 0) return;
    if (mode === 'immediate') throw faultIn('Stopping Postgres', result.output);
  }
}
