import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { testKeys } from './api.ts';
import type { TestDatabase } from './postgres.ts';

export interface ApiProcess {
  pid: number;
  /** SIGKILL, and gone when this resolves. */
  kill(): Promise<void>;
  /** SIGTERM, and gone when this resolves. */
  stop(): Promise<void>;
}

/**
 * The whole api as a process of its own, which a test may kill; ready when this resolves.
 * @param first a module that is loaded before it
 */
export async function spawnApi(
  database: TestDatabase,
  port: number,
  environment: Record<string, string> = {},
  first?: string,
): Promise<ApiProcess> {
  const before = first === undefined ? [] : ['--import', first];
  const loader = ['--conditions=source', '--import', './test/support/run-typescript.mjs', ...before];
  const child = spawn(process.execPath, [...loader, 'apps/api/src/main.ts'], {
    env: {
      PATH: process.env['PATH'],
      ACQUAINT_MODE: 'test',
      DATABASE_URL: database.appUrl,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SECRET_KEYS: testKeys,
      PORT: String(port),
      ...environment,
    },
    // The channel ends it with us, however we end.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await ready(child, port);
  return {
    pid: child.pid ?? 0,
    kill: () => ended(child, 'SIGKILL'),
    stop: () => ended(child, 'SIGTERM'),
  };
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('The api did not start.');
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await pause(50);
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
