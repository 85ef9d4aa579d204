import { openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dataFolderFor, postgresMajor } from '#libs/embedded-postgres';
import { buildWhatIsStale } from './build.ts';
import { type Installation, chooseInstallation } from './installation.ts';
import { Processes } from './processes.ts';

/**
 * npm start: everything on this machine. Builds what is stale, starts (or finds) Postgres, brings it up to date, runs the api
 * and the worker, and says what to open. Run by Node itself, before anything is built: only erasable TypeScript here.
 */
const processes = new Processes();
let choosing: Promise<Installation> | undefined;
let stopped: Promise<void> | undefined;

async function start(): Promise<void> {
  const project = process.cwd();
  say('Acquaint is starting.');
  choosing = chooseInstallation(process.env, dataFolder(project), say);
  const [chosen] = await Promise.all([choosing, buildWhatIsStale(project, processes, say)]);
  if (stopped !== undefined) return;
  if (chosen.logFile !== null) processes.log = openSync(chosen.logFile, 'w');
  await processes.run('setup', ['dist/apps/setup/src/main.js'], chosen.environment);
  const api = processes.keep('api', ['dist/apps/api/src/main.js'], chosen.environment);
  const worker = processes.keep('worker', ['dist/apps/worker/src/main.js'], chosen.environment);
  const ended = Promise.race([api, worker]);
  const first = await Promise.race([processes.answers(`${chosen.localUrl}/readyz`), ended]);
  if (first === undefined) say(whatToOpen(chosen));
  throw new Error(`The ${await ended} stopped.`);
}

/** DATA_FOLDER says where the embedded Postgres keeps its data, under its major; beside the project by default. */
function dataFolder(project: string): string {
  const folder = process.env['DATA_FOLDER'];
  return folder === undefined ? dataFolderFor(project) : join(resolve(folder), `postgres-${postgresMajor}`);
}

function whatToOpen({ localUrl, demo, logFile }: Installation): string {
  if (!demo) return `\nAcquaint runs at ${localUrl}/app/\nStop it with Ctrl-C.\n`;
  return `
Acquaint runs in demo mode: everybody who opens it here may sign in, so it answers on this machine only.

  The event page         ${localUrl}/e/the-quiet-room
  The organizer's app    ${localUrl}/app/      (one click on "Sign in as the organizer")
  The mailbox            ${localUrl}/dev/mail  (every mail as its reader sees it, and the clock)

What the api and the worker say is in ${logFile ?? ''}
Stop it with Ctrl-C.
`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function stop(code: number): Promise<void> {
  return (stopped ??= stopEverything(code));
}

async function stopEverything(code: number): Promise<void> {
  await processes.stop();
  // A Postgres that is still on its way up is waited for: it would stay behind.
  const chosen = await choosing?.catch(() => undefined);
  await chosen?.stop();
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
