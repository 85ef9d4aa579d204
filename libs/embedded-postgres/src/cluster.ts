import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { PostgresError, errnoOf, faultIn } from './errors.ts';
import { postgresMajor } from './major.ts';
import { nobody, run, weAreRoot } from './programs.ts';

/**
 * Makes the data folder if it is not there yet, and gives the superuser's password, which lies beside it in a file
 * only its owner may read. The folder is made whole under another name first: a data folder seen is complete.
 */
export async function prepareCluster(binaries: Binaries, dataDir: string, durable: boolean): Promise<string> {
  if (!(await isCluster(dataDir))) await create(binaries, dataDir, durable);
  try {
    return (await readFile(passwordFile(dataDir), 'utf8')).trim();
  } catch (error) {
    const message = `The password of ${dataDir} cannot be read from ${passwordFile(dataDir)}. Put it back, or delete the data folder to start anew.`;
    throw new PostgresError('password-missing', message, error);
  }
}

async function isCluster(dataDir: string): Promise<boolean> {
  try {
    const major = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
    if (major === String(postgresMajor)) return true;
    throw new PostgresError('folder', `${dataDir} belongs to Postgres ${major}, not ${postgresMajor}.`);
  } catch (error) {
    if (error instanceof PostgresError) throw error;
    if (errnoOf(error) !== 'ENOENT') {
      throw new PostgresError('permission', `The data folder ${dataDir} cannot be read by this user.`, error);
    }
  }
  const content = await readdir(dataDir).catch(() => []);
  if (content.length === 0) return false;
  throw new PostgresError(
    'folder',
    `${dataDir} is not empty and is not a Postgres data folder; it is left alone.`,
  );
}

async function create(binaries: Binaries, dataDir: string, durable: boolean): Promise<void> {
  await removeUnfinished(dataDir);
  const staging = `${dataDir}.new-${randomBytes(6).toString('hex')}`;
  const password = `${staging}.password`;
  try {
    await mkdir(staging, { mode: 0o700 });
    await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    if (weAreRoot) await Promise.all([staging, password].map((path) => chown(path, nobody, nobody)));
    await initdb(binaries, staging, password, durable);
    await chmod(password, 0o600);
    await rename(password, passwordFile(dataDir));
    await rename(staging, dataDir);
  } catch (error) {
    await Promise.all([staging, password].map((path) => rm(path, { recursive: true, force: true })));
    throw error instanceof PostgresError ? error : faultIn('Making the data folder', String(error));
  }
}

/**
 * UTF-8, sorted by code point the same on every machine (builtin C.UTF-8). The libc character type matters to
 * pg_trgm and full text search, which drop accented letters under plain C: so C only where nothing better exists.
 */
async function initdb(binaries: Binaries, folder: string, password: string, durable: boolean): Promise<void> {
  let output = '';
  for (const characterType of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const result = await run(binaries.initdb, [
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      `--lc-ctype=${characterType}`,
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (result.code === 0) return;
    output = result.output;
    if (!/invalid locale|locale .* does not exist/i.test(output)) break;
  }
  throw faultIn('initdb', output);
}

async function removeUnfinished(dataDir: string): Promise<void> {
  const parent = dirname(dataDir);
  const left = (await readdir(parent)).filter((name) => name.startsWith(`${basename(dataDir)}.new-`));
  await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}

function passwordFile(dataDir: string): string {
  return `${dataDir}.password`;
}
