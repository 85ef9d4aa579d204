import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '#libs/database';
import { dataFolderFor, startPostgres } from '#libs/embedded-postgres';
import pg from 'pg';

const appRole = 'acquaint_app_bench';
/** What the api is started with; sessions need none of it. */
export const secretKeys = `b1:${Buffer.alloc(32, 7).toString('base64url')}`;

/** A database of this run's own, on the product's Postgres with everything durable and its settings as shipped. */
export interface Ground {
  appUrl: string;
  ownerUrl: string;
  /** As the owner, for arranging and for counting rows. */
  sql: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** The built api as a process of its own, ready; or another entry that starts it. Each call starts one more. */
  api(environment?: Record<string, string>, entry?: string): Promise<BenchApi>;
  stop(): Promise<void>;
}

export interface BenchApi {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const server = await startPostgres({
    dataDir: dataFolderFor(process.cwd(), 'bench-postgres'),
    durable: true,
  });
  const name = `bench_${randomBytes(4).toString('hex')}`;
  const ownerUrl = server.url(name);
  await inServer(server.url('postgres'), `create database ${name}`);
  const appUrl = new URL(ownerUrl);
  appUrl.username = appRole;
  appUrl.password = 'bench';
  await migrate(ownerUrl, appUrl.href);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  pool.on('error', () => undefined);
  await refuseFastAndLoose(pool);
  const apis: BenchApi[] = [];
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await Promise.all(apis.map((api) => api.stop()));
    await pool.end();
    await inServer(server.url('postgres'), `drop database ${name} with (force)`);
    await server.stop();
  };
  const ground: Ground = {
    appUrl: appUrl.href,
    ownerUrl,
    sql: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    api: async (environment = {}, entry = 'dist/apps/api/src/main.js') => {
      const api = await startApi(appUrl.href, environment, entry);
      apis.push(api);
      return api;
    },
    stop: () => (stopping ??= stop()),
  };
  // Postgres would outlive a run that is broken off.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void ground.stop().finally(() => process.exit(1)));
  }
  return ground;
}

/** A figure measured without the disk would be no figure. */
async function refuseFastAndLoose(pool: pg.Pool): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await pool.query<Record<string, string>>(`show ${setting}`);
    if (rows[0]?.[setting] !== 'on') throw new Error(`${setting} is not on`);
  }
}

async function startApi(
  databaseUrl: string,
  environment: Record<string, string>,
  entry: string,
): Promise<BenchApi> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [entry], {
    env: {
      NODE_ENV: 'production',
      ACQUAINT_MODE: 'live',
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: url,
      SECRET_KEYS: secretKeys,
      PORT: String(port),
      ...environment,
    },
    // The channel ends it with us, however we end.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await ready(child, `${url}/readyz`);
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  while ((await fetch(url).catch(() => null))?.ok !== true) {
    if (child.exitCode !== null) throw new Error('The api did not start: npm run build:server first.');
    await pause(50);
  }
}

async function inServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
