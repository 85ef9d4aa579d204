import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CeilingRun {
  databaseUrl: string;
  /** In pgbench's own words: `\set name random(from, to)` lines, then statements with `:name`, each ended by `;`. */
  script: string;
  clients: number;
  /** One of the two. */
  seconds?: number;
  transactionsPerClient?: number;
  /** What the door would say at the start of a transaction, for row-level security: `app.scope` and its like. */
  settings?: Record<string, string>;
}

export interface CeilingResult {
  perSecond: number;
  transactions: number;
}

/** pgbench where it is installed, else a client of ours that does the same less well; every figure says which. */
export const ceilingTool: 'pgbench' | 'node client' =
  spawnSync('pgbench', ['--version']).status === 0 ? 'pgbench' : 'node client';

/** What Postgres can do with these statements when nobody is in between: the same SQL, prepared, nothing else. */
export function ceiling(run: CeilingRun): Promise<CeilingResult> {
  return ceilingTool === 'pgbench' ? pgbench(run) : nodeClient(run);
}

async function pgbench(run: CeilingRun): Promise<CeilingResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, run.script);
    const length =
      run.seconds === undefined ? ['-t', String(run.transactionsPerClient)] : ['-T', String(run.seconds)];
    const threads = String(Math.min(2, run.clients));
    const text = await outputOf(
      'pgbench',
      ['-n', '-M', 'prepared', '-c', String(run.clients), '-j', threads, ...length, '-f', file],
      pgEnvironment(run),
    );
    const figure = (pattern: RegExp): number => Number(pattern.exec(text)?.[1]);
    return {
      perSecond: figure(/tps = ([\d.]+) \(without/),
      transactions: figure(/transactions actually processed: (\d+)/),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pgEnvironment({ databaseUrl, settings = {} }: CeilingRun): Record<string, string> {
  const url = new URL(databaseUrl);
  return {
    PATH: process.env['PATH'] ?? '',
    PGHOST: url.hostname,
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: url.pathname.slice(1),
    PGOPTIONS: optionsOf(settings),
  };
}

export function optionsOf(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

async function outputOf(program: string, args: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 || err.includes('aborted')) throw new Error(`${program} failed: ${err}`);
  return out;
}

async function nodeClient(run: CeilingRun): Promise<CeilingResult> {
  const child = fork(fileURLToPath(new URL('ceiling-client.ts', import.meta.url)));
  child.send(run);
  const [result] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The client ended with ${String(code)}.`);
    }),
  ])) as [CeilingResult];
  return result;
}
