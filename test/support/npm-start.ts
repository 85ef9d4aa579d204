import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { buildWhatIsStale } from '../../apps/start/src/build.ts';
import { Processes } from '../../apps/start/src/processes.ts';
import { alone } from './postgres.ts';
import { until } from './worker.ts';

export interface Start {
  child: ChildProcess;
  /** What stands on the terminal so far, both streams. */
  said(): string;
  /** Waits for a line of the terminal; fails with all of them when it ends without. */
  says(what: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal. @returns the exit code, null when the signal itself ended it */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** @returns the exit code of one that ends by itself */
  ended: Promise<number | null>;
}

/** Builds once what `npm start` would, so that a start under test takes seconds. */
export const buildEverything = (): Promise<void> =>
  alone(() => buildWhatIsStale(process.cwd(), new Processes(), () => undefined));

/** `npm start` as package.json has it, with this environment and nothing of ours. */
export function npmStart(environment: Record<string, string>): Start {
  const child = spawn(process.execPath, ['--conditions=source', 'apps/start/src/main.ts'], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    said: () => said,
    says: async (what) => {
      await until(
        () => Promise.resolve(what.test(said) || child.exitCode !== null),
        `npm start did not say ${String(what)}, but:\n${said}`,
        90_000,
      );
      const found = what.exec(said);
      if (found === null) throw new Error(`npm start ended without ${String(what)}:\n${said}`);
      return found;
    },
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

/** Whether anything listens there. */
export function listens(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
