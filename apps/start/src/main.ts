import { openSync } from 'node:fs';
import { dataFolderFor } from '#libs/embedded-postgres';
import { buildWhatIsStale } from './build.ts';
import { type Installation, chooseInstallation } from './installation.ts';
import { Processes } from './processes.ts';

/**
 * npm start: everything on this machine. Builds what is stale, starts (or finds) Postgres, brings it up to date, runs the api
 * and the worker, and says what to open. Run by Node itself, before anything is built: only erasable TypeScript here.
 */
const processes = new Processes();
let installation: Installation | undefined;

async function start(): Promise<void> {
  const project = process.cwd();
  say('Acquaint is starting.');
  const [chosen] = await Promise.all([
    chooseInstallation(process.env, dataFolderFor(project), say),
    buildWhatIsStale(project, processes, say),
  ]);
  installation = chosen;
  if (chosen.logFile !== null) processes.log = openSync(chosen.logFile, 'w');
  await processes.run('setup', ['dist/apps/setup/src/main.js'], chosen.environment);
  const api = processes.keep('api', ['dist/apps/api/src/main.js'], chosen.environment);
  const worker = processes.keep('worker', ['dist/apps/worker/src/main.js'], chosen.environment);
  await Promise.race([processes.answers(`${chosen.localUrl}/readyz`), api, worker]);
  say(whatToOpen(chosen));
  throw new Error(`The ${await Promise.race([api, worker])} stopped.`);
}

function whatToOpen({ localUrl, demo, logFile }: Installation): string {
  if (!demo) return `\nAcquaint runs at ${localUrl}/app/\nStop it with Ctrl-C.\n`;
  return `
Acquaint runs in demo mode: everybody who opens it here may sign in, so it answers on this machine only.

  The event page         ${localUrl}/e/the-quiet-room
  The organizer's app    ${localUrl}/app/      (one click on "Sign in to the demo")
  The mailbox            ${localUrl}/dev/mail  (every mail as its reader sees it, and the clock)

What the api and the worker say is in ${logFile ?? ''}
Stop it with Ctrl-C.
`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

let stopped: Promise<void> | undefined;
function stop(code: number): Promise<void> {
  return (stopped ??= stopEverything(code));
}

async function stopEverything(code: number): Promise<void> {
  await processes.stop();
  await installation?.stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  await start();
} catch (error) {
  // A Ctrl-C on the way ends the children, which then looks like a failure: it is none.
  if (stopped === undefined)
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await stop(1);
}
