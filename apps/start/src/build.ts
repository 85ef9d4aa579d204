import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Processes } from './processes.ts';

interface Part {
  name: string;
  sources: string[];
  command: string[];
}

const parts: Part[] = [
  {
    name: 'server',
    sources: [
      'apps/api',
      'apps/worker',
      'apps/setup',
      'libs',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
    ],
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  },
  {
    name: 'web',
    sources: ['apps/web', 'libs/words', 'package-lock.json'],
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
  },
];

/** Builds each part whose sources changed since its last build, side by side. A stamp in dist holds their hash. */
export async function buildWhatIsStale(
  project: string,
  processes: Processes,
  say: (line: string) => void,
  names: readonly string[] = parts.map(({ name }) => name),
): Promise<void> {
  const chosen = parts.filter(({ name }) => names.includes(name));
  await Promise.all(chosen.map((part) => buildIfStale(project, part, processes, say)));
}

async function buildIfStale(
  project: string,
  part: Part,
  processes: Processes,
  say: (line: string) => void,
): Promise<void> {
  const stamp = join(project, 'dist', `.${part.name}.stamp`);
  const hash = hashOf(part.sources.map((source) => join(project, source)));
  if (read(stamp) === hash) return;
  say(`Building the ${part.name}, once (about 20 seconds).`);
  // The same whoever asks: under the tests React would be built for its developers, half as large again.
  await processes.run(`Building the ${part.name}`, part.command, { ...process.env, NODE_ENV: 'production' });
  mkdirSync(join(project, 'dist'), { recursive: true });
  writeFileSync(stamp, hash);
}

/** Of names and contents: a checkout or a copy changes times, not what is built. */
function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow).sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true, recursive: true });
  } catch {
    return [path];
  }
  return entries
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
