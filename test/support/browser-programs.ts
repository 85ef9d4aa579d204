import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface BrowserProgram {
  executablePath: string;
  /** What to add to the environment. */
  env: Record<string, string>;
}

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The system's Chromium where there is one, else the one inside the npm package. */
export async function findBrowser(): Promise<BrowserProgram> {
  const system = systemBrowsers.find((path) => existsSync(path));
  return system === undefined ? packagedBrowser() : { executablePath: system, env: {} };
}

/**
 * The Chromium of @sparticuz/chromium (Linux), unpacked once. It wants libnss3, libnspr4 and libexpat from the system;
 * where the linker does not find them, those that came in the package are used.
 * @param ownLibraries true to use the package's libraries even where the system has them
 */
export async function packagedBrowser(ownLibraries = false): Promise<BrowserProgram> {
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  if (!ownLibraries && !(await lacksLibraries(executablePath))) return { executablePath, env };
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
}

/**
 * The package unpacks into the temporary folder under fixed names: half done when two start at once, and somebody
 * else's when another user was first. So it is run with a temporary folder of its own, renamed when complete.
 */
async function unpacked(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = createRequire(import.meta.url)(join(dirname(main), '..', 'package.json')) as {
    version: string;
  };
  const cache = cacheFolder(main);
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const staging = `${folder}.new-${randomBytes(6).toString('hex')}`;
  await mkdir(staging);
  const script = `import chromium from ${JSON.stringify(main)}; await chromium.executablePath();`;
  // AWS_EXECUTION_ENV makes the package unpack its libraries too.
  const env = { TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env });
    await writeFile(join(staging, 'fonts.conf'), fontsOf(folder));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** `node_modules/.cache/acquaint`, or where that may not be written a folder of ours alone in the temporary folder. */
function cacheFolder(main: string): string {
  const nodeModules = main.slice(0, main.lastIndexOf('node_modules') + 'node_modules'.length);
  const inside = join(nodeModules, '.cache', 'acquaint');
  try {
    mkdirSync(inside, { recursive: true });
    accessSync(inside, constants.W_OK);
    return inside;
  } catch {
    const uid = process.getuid?.() ?? 0;
    const own = join(tmpdir(), `acquaint-cache-${uid}`);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const found = lstatSync(own);
    if (!found.isDirectory() || found.uid !== uid) throw new Error(`${own} belongs to somebody else.`);
    chmodSync(own, 0o700);
    return own;
  }
}

/** Asks the dynamic linker; where there is no ldd the answer is yes, as the package's libraries do no harm. */
async function lacksLibraries(executablePath: string): Promise<boolean> {
  const result = await promisify(execFile)('ldd', [executablePath]).catch(() => undefined);
  return result === undefined || result.stdout.includes('not found');
}

/** The package's own settings look for its fonts in `/tmp/fonts` only; a machine may have none of its own. */
function fontsOf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
