import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { type RunningPostgres, startPostgres } from '#libs/embedded-postgres';

type Environment = Record<string, string | undefined>;

export interface Installation {
  /** What setup, api and worker are started with. */
  environment: Environment;
  demo: boolean;
  /** Where to open it on this machine. */
  localUrl: string;
  /** The demo keeps its terminal quiet: the structured lines of api and worker go to this file. */
  logFile: string | null;
  stop(): Promise<void>;
}

const firstPort = 3000;
const appRole = 'acquaint_app';

/**
 * Demo mode when DATABASE_URL is unset or ACQUAINT_MODE says so. Without DATABASE_URL the embedded Postgres serves, with its
 * data and secrets beside each other. Settings that are given win over those made up here.
 */
export async function chooseInstallation(
  given: Environment,
  dataDir: string,
  say: (line: string) => void,
): Promise<Installation> {
  const demo = given['DATABASE_URL'] === undefined || given['ACQUAINT_MODE'] === 'demo';
  const port = given['PORT'] ?? String(await freePort(firstPort));
  const localUrl = `http://localhost:${port}`;
  const environment: Environment = {
    ...given,
    NODE_ENV: 'production',
    PORT: port,
    WEB_FOLDER: 'dist/web',
    ACQUAINT_MODE: demo ? 'demo' : (given['ACQUAINT_MODE'] ?? 'live'),
  };
  if (!demo) return { environment, demo, localUrl, logFile: null, stop: () => Promise.resolve() };

  const embedded = given['DATABASE_URL'] === undefined;
  // Before anything of ours is written there: it makes the folder so that nobody may enter it, whatever our umask.
  const postgres = embedded ? await startPostgres({ dataDir, durable: true, log: say }) : undefined;
  const stop = (): Promise<void> => postgres?.stop() ?? Promise.resolve();
  try {
    const secrets = readSecrets(`${dataDir}.secrets.json`);
    environment['FILES_FOLDER'] ??= `${dataDir}.files`;
    environment['PUBLIC_URL'] ??= localUrl;
    environment['SECRET_KEYS'] ??= secrets.keys;
    if (postgres !== undefined) {
      environment['DATABASE_OWNER_URL'] = postgres.url('postgres');
      environment['DATABASE_URL'] = appUrl(postgres, secrets.appPassword);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { environment, demo, localUrl, logFile: `${dataDir}.log`, stop };
}

function appUrl(postgres: RunningPostgres, password: string): string {
  const url = new URL(postgres.url('postgres'));
  url.username = appRole;
  url.password = password;
  return url.href;
}

interface Secrets {
  keys: string;
  appPassword: string;
}

/** Made once for this data folder, readable by its owner only. */
function readSecrets(path: string): Secrets {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secrets = {
      keys: `k1:${randomBytes(32).toString('base64url')}`,
      appPassword: randomBytes(24).toString('base64url'),
    };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(secrets), { mode: 0o600 });
    return secrets;
  }
}

/** The first free port from `port` on, so that a second checkout starts beside the first. */
function freePort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(freePort(port + 1));
    });
    server.listen(port, '127.0.0.1', () =>
      server.close(() => {
        resolve(port);
      }),
    );
  });
}
