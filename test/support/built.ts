import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatIsStale } from '../../apps/start/src/build.ts';
import { Processes } from '../../apps/start/src/processes.ts';
import { alone } from './postgres.ts';

/** The web app as it is served, built if its sources changed; a build takes about ten seconds. @returns its folder */
export async function builtWeb(): Promise<string> {
  await alone(buildWeb);
  return 'dist/web';
}

const buildWeb = () => buildWhatIsStale(process.cwd(), new Processes(), () => undefined, ['web']);

/** The same for a test that lasts: meanwhile another may build the web anew. @returns a folder of the caller's own */
export async function copyOfBuiltWeb(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-web-'));
  await alone(async () => {
    await buildWeb();
    cpSync('dist/web', folder, { recursive: true });
  });
  return folder;
}
