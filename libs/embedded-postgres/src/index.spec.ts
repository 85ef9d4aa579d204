import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, lchownSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, readlink, rm, stat, writeFile, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { completeBinaries } from './binaries.ts';
import { dataFolderFor, postgresMajor, startPostgres } from './index.ts';
import type { RunningPostgres } from './index.ts';
import { greet, readPostmaster } from './postmaster.ts';
import { nobody, weAreRoot } from './programs.ts';

let project: string;
let dataDir: string;
/** A data folder that was started and stopped once; a copy of it saves a test the second and more that initdb takes. */
let example: string;
let exampleProject: string;
const started: RunningPostgres[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  exampleProject = await mkdtemp(join(tmpdir(), 'acquaint-spec-'));
  example = dataFolderFor(exampleProject, 'example');
  await (await startPostgres({ dataDir: example, durable: false })).stop();
});

afterAll(async () => {
  await rm(dirname(example), { recursive: true, force: true });
  await rm(exampleProject, { recursive: true, force: true });
});

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'acquaint-spec-'));
  dataDir = dataFolderFor(project, 'spec');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of started.splice(0)) await server.stop();
  if (await running()) await (await start()).stop();
  await rm(dirname(dataDir), { recursive: true, force: true });
  await rm(project, { recursive: true, force: true });
});

async function start(options: { port?: number; durable?: boolean } = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, durable: false, ...options });
  started.push(server);
  return server;
}

/** Where it does not matter who made the data folder: the example's, with its password. */
function existing(): void {
  mkdirSync(dirname(dataDir), { recursive: true });
  cpSync(example, dataDir, { recursive: true });
  cpSync(`${example}.password`, `${dataDir}.password`);
  chmodSync(dataDir, 0o700);
  if (!weAreRoot) return;
  const inside = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
  for (const path of [`${dataDir}.password`, dataDir, ...inside.map((name) => join(dataDir, name))]) {
    lchownSync(path, nobody, nobody);
  }
}

async function running(): Promise<boolean> {
  const found = await readPostmaster(dataDir);
  return found !== undefined && (await greet(found.port)) === 'ready';
}

async function ask(server: RunningPostgres, sql: string): Promise<unknown> {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  try {
    const result = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return result.rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** A process of its own that starts the server, says so in one line of JSON and stays until it is killed or told to stop. */
async function starter(): Promise<{ child: ChildProcess; port: number; adopted: boolean }> {
  const script = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: true });
    console.log(JSON.stringify({ port: server.port, adopted: server.adopted }));
    process.stdin.once('data', async () => { await server.stop(); process.exit(0); });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
  if (line === undefined) throw new Error('The other process ended before its server ran.');
  return { child, ...(JSON.parse(line) as { port: number; adopted: boolean }) };
}

async function tell(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.stdin?.write('stop\n');
  await gone;
}

describe('the embedded Postgres', () => {
  it('starts in an empty folder, answers, and has its data again after a stop', async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    expect(first.port).toBeLessThan(32_768);
    expect(await ask(first, 'select 1')).toBe(1);
    expect(await ask(first, 'show server_version')).toMatch(new RegExp(`^${postgresMajor}\\.`));
    await ask(first, 'create table kept as select 42 as n');
    await first.stop();
    expect(await readPostmaster(dataDir)).toBeUndefined();

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second, 'select n from kept')).toBe(42);
  });

  it('lets nobody in without its password, and keeps that in a file only its owner reads', async () => {
    const server = await start();
    const url = new URL(server.url('postgres'));
    url.password = 'wrong';
    await expect(new pg.Client(url.href).connect()).rejects.toThrow('password authentication failed');
    expect((await stat(`${dataDir}.password`)).mode & 0o077).toBe(0);
    expect((await stat(dataDir)).mode & 0o077).toBe(0);
  });

  it('listens on this machine only, and on no socket file', async () => {
    existing();
    const server = await start();
    expect(await ask(server, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(server, 'show unix_socket_directories')).toBe('');
  });

  it('keeps the accented letters of a name when it looks for similar names', async () => {
    existing();
    const server = await start();
    await ask(server, 'create extension pg_trgm');
    expect(await ask(server, "select cardinality(show_trgm('é'))")).toBeGreaterThan(0);
    expect(await ask(server, "select upper('é')")).toBe('É');
  });

  it('recovers what was committed when the server is killed', async () => {
    existing();
    const server = await start({ durable: true });
    await ask(server, 'create table kept as select 42 as n');
    const found = await readPostmaster(dataDir);
    process.kill(found?.pid ?? 0, 'SIGKILL');

    const again = await start({ durable: true });
    expect(again.adopted).toBe(false);
    expect(await ask(again, 'select n from kept')).toBe(42);
  });

  it('takes over the server of a process that was killed, and stops it at the end', async () => {
    existing();
    const other = await starter();
    const gone = once(other.child, 'exit');
    other.child.kill('SIGKILL');
    await gone;
    expect(await running()).toBe(true);

    const server = await start();
    expect(server).toMatchObject({ adopted: true, port: other.port });
    expect(await ask(server, 'select 1')).toBe(1);
    await server.stop();
    expect(await running()).toBe(false);
  });

  it('starts once when two processes start at the same moment, and the last to leave stops it', async () => {
    const [one, two] = await Promise.all([starter(), starter()]);
    expect(one.port).toBe(two.port);
    expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
    const [owner, guest] = one.adopted ? [two, one] : [one, two];

    await tell(owner.child);
    expect(await running()).toBe(true);
    await tell(guest.child);
    expect(await running()).toBe(false);
  });

  it('is not stopped by a guest who leaves', async () => {
    existing();
    const owner = await start();
    const guest = await start();
    expect(guest.adopted).toBe(true);
    await guest.stop();
    expect(await ask(owner, 'select 1')).toBe(1);
    await owner.stop();
    expect(await running()).toBe(false);
  });

  it.each([
    ['nobody', 4_194_304 - 1],
    ['another program', process.pid],
  ])('starts over a leftover that names the process of %s', async (_who, pid) => {
    existing();
    await writeFile(join(dataDir, 'postmaster.pid'), `${pid}\n${dataDir}\n1790000000\n20001\n\n127.0.0.1\n`);
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await ask(server, 'select 1')).toBe(1);
  });

  it('says so when the wished port is taken', async () => {
    existing();
    const taken = createServer().unref().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(start({ port })).rejects.toMatchObject({
      fault: 'port-taken',
      message: `Port ${port} of 127.0.0.1 is taken. Give another, or none.`,
    });
    taken.close();
  });

  it('leaves a folder alone that holds something else', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'holiday.jpg'), 'x');
    await expect(start()).rejects.toMatchObject({ fault: 'folder' });
    expect(await readFile(join(dataDir, 'holiday.jpg'), 'utf8')).toBe('x');
  });

  it('refuses the data folder of another Postgres, by name or by content', async () => {
    await expect(startPostgres({ dataDir: join(project, 'data-17'), durable: false })).rejects.toMatchObject({
      fault: 'folder',
    });
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow('belongs to Postgres 17');
  });

  it('says what to do when the password file is lost', async () => {
    existing();
    await rm(`${dataDir}.password`);
    await expect(start()).rejects.toMatchObject({ fault: 'password-missing' });
  });

  it('makes the library links that a blocked install script left out, and only those', async () => {
    const native = join(project, 'native');
    await mkdir(join(native, 'bin'), { recursive: true });
    await mkdir(join(native, 'lib'));
    await writeFile(join(native, 'bin', 'postgres'), '', { mode: 0o644 });
    await writeFile(join(native, 'lib', 'libpq.so.5'), 'there');
    const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
      source: 'native/lib/libpq.so.5.18',
      target: `native/lib/${name}`,
    }));
    await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));

    expect(await completeBinaries(native)).toBe(true);
    expect(await completeBinaries(native)).toBe(true);
    expect(await readlink(join(native, 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
    expect(await readFile(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('there');
    expect((await stat(join(native, 'bin', 'postgres'))).mode & 0o111).toBe(0o111);
  });
});
