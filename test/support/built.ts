import { buildWhatIsStale } from '../../apps/start/src/build.ts';
import { Processes } from '../../apps/start/src/processes.ts';
import { alone } from './postgres.ts';

/** The web app as it is served, built if its sources changed; a build takes about ten seconds. @returns its folder */
export async function builtWeb(): Promise<string> {
  await alone(() => buildWhatIsStale(process.cwd(), new Processes(), () => undefined, ['web']));
  return 'dist/web';
}
