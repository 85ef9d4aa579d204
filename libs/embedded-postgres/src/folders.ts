import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PostgresError } from './errors.ts';
import { nobody, weAreRoot } from './programs.ts';
import { postgresMajor } from './major.ts';

/**
 * Where a project's database lives: `<projectDir>/.data/<name>-18`, or for root, whose folders `nobody` often
 * cannot enter, `/var/lib/acquaint/<hash of the project's path>/<name>-18`.
 * @param name a word of its own for each database, so that tests never meet the demo
 */
export function dataFolderFor(projectDir: string, name = 'postgres'): string {
  const project = realpathSync(resolve(projectDir));
  const folder = `${name}-${postgresMajor}`;
  if (!weAreRoot) return join(project, '.data', folder);
  const key = createHash('sha256').update(project).digest('hex').slice(0, 16);
  return join(folderOfRoot('lib'), key, folder);
}

/** A folder of root that everybody may enter and only root may write. */
export function folderOfRoot(kind: 'cache' | 'lib'): string {
  const candidates = [join('/var', kind, 'acquaint'), join(tmpdir(), `acquaint-root-${kind}`)];
  const folder = candidates.find((candidate) => usableByRoot(candidate));
  if (folder !== undefined) return folder;
  throw new PostgresError(
    'folder',
    `No folder for the embedded Postgres could be made: tried ${candidates.join(', ')}.`,
  );
}

function usableByRoot(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    const found = lstatSync(folder);
    if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) return false;
    chmodSync(folder, 0o755);
    return blockedBy(folder) === undefined;
  } catch {
    return false;
  }
}

/** The first folder on the way to `path`, itself included, that `nobody` may not enter. */
export function blockedBy(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid } = statSync(folder);
    if ((mode & (uid === nobody ? 0o100 : 0o001)) === 0) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Makes the folder that holds the data folder, and refuses names and places that cannot work. */
export function prepareParent(dataDir: string): void {
  const parent = dirname(dataDir);
  if (!dataDir.endsWith(`-${postgresMajor}`)) {
    throw new PostgresError(
      'folder',
      `The data folder ${dataDir} must end in -${postgresMajor}, the Postgres major.`,
    );
  }
  if (weAreRoot && platform() !== 'linux') {
    throw new PostgresError(
      'permission',
      'Postgres does not run as root here: start as an ordinary user, or set DATABASE_URL.',
    );
  }
  try {
    const made = mkdirSync(parent, { recursive: true, mode: weAreRoot ? 0o755 : 0o700 });
    if (made !== undefined && weAreRoot) chmodSync(parent, 0o755); // whatever the umask
  } catch (error) {
    throw new PostgresError('permission', `The folder ${parent} cannot be made.`, error);
  }
  const closed = weAreRoot ? blockedBy(parent) : undefined;
  if (closed !== undefined) {
    throw new PostgresError(
      'permission',
      `Postgres runs as nobody and may not enter ${closed}; use dataFolderFor().`,
    );
  }
}
