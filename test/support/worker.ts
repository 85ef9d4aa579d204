import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, askClock, parseKeys } from '#libs/database';
import { later } from '#libs/jobs';
import type { Config } from '../../apps/worker/src/config.ts';
import { type RunningWorker, startWorker } from '../../apps/worker/src/worker.ts';
import { testKeys } from './api.ts';
import type { TestDatabase } from './postgres.ts';

export interface WorkerOptions {
  database: TestDatabase;
  /** Where links in mails lead; that of the api under test. */
  publicUrl?: string;
  /** Without it mails end in the table, as in the demo. */
  smtpUrl?: string | null;
  leaseSeconds?: number;
  /** Where reports come back to. */
  bounceAddress?: string;
  dkim?: Config['mail']['dkim'];
  /** The mailbox of reports. */
  bounceImapUrl?: string;
  /** Where the api under test keeps files. */
  filesFolder?: string;
}

const publicUrlOf = (options: WorkerOptions): string => options.publicUrl ?? 'http://127.0.0.1:3000';

/** The whole worker inside this process; journeys stop it at their end. */
export function startTestWorker(options: WorkerOptions): Promise<RunningWorker> {
  const config: Config = {
    mode: 'test',
    databaseUrl: options.database.appUrl,
    publicUrl: publicUrlOf(options),
    keys: parseKeys(testKeys),
    smtpUrl: options.smtpUrl ?? null,
    mailFrom: 'acquaint@example.org',
    bounceImapUrl: options.bounceImapUrl ?? null,
    mailLeaseSeconds: options.leaseSeconds ?? 60,
    mail: {
      connections: 4,
      pauseMs: 50,
      bounceAddress: options.bounceAddress ?? null,
      dkim: options.dkim ?? null,
    },
    files: {
      folder: options.filesFolder ?? join(tmpdir(), 'acquaint-files-none'),
      s3: null,
      maxBytes: 1,
      quotaBytes: 1,
    },
  };
  return startWorker(config);
}

/** The whole worker as a process of its own, which a test may kill. */
export interface WorkerProcess {
  /** SIGKILL, and gone when this resolves. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  terminate(): Promise<number | null>;
}

export function spawnWorker(options: WorkerOptions): WorkerProcess {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', './test/support/run-typescript.mjs', 'apps/worker/src/main.ts'],
    {
      env: {
        PATH: process.env['PATH'],
        ACQUAINT_MODE: 'test',
        DATABASE_URL: options.database.appUrl,
        PUBLIC_URL: publicUrlOf(options),
        SECRET_KEYS: testKeys,
        SMTP_URL: options.smtpUrl ?? '',
        MAIL_FROM: 'acquaint@example.org',
        MAIL_LEASE_SECONDS: String(options.leaseSeconds ?? 60),
        MAIL_PAUSE_SECONDS: '0',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await exitOf(child);
    },
    terminate: async () => {
      child.kill('SIGTERM');
      return exitOf(child);
    },
  };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Moves product time forward through every due moment, with a running worker, and waits until it has arrived. */
export async function moveClock(db: Database, target: string | Date, timeoutMs = 20_000): Promise<void> {
  await db.write({ kind: 'system' }, async (tx) => {
    await askClock(tx, new Date(target));
    await later(tx, 'clock.step', {}, { key: 'clock.step' });
  });
  await until(
    () =>
      db.read({ kind: 'system' }, async (reader) => {
        const [row] = await reader.query<{ moving: boolean }>(
          'select clock_target is not null as moving from installation',
        );
        return row?.moving === false;
      }),
    'The clock did not arrive',
    timeoutMs,
  );
}

/** Looks every 25 ms; for what another process does to the database there is nothing to listen to. */
export async function until(
  holds: () => Promise<boolean>,
  complaint: string,
  timeoutMs = 20_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${complaint} within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
