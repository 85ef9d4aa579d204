import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Ground, secretKeys } from './ground.ts';

/** What came to the sink in one pass, from the first envelope to the last body. */
export interface Received {
  bodies: number;
  /** How many recipients there were. */
  different: number;
  seconds: number;
}

export interface BenchSink {
  url: string;
  begin(): Promise<void>;
  tell(): Promise<Received>;
  stop(): void;
}

/** @param answerMs how long it thinks about each body, as a server across a network does */
export async function startSink(answerMs: number): Promise<BenchSink> {
  const child = fork(fileURLToPath(new URL('mail-sink.ts', import.meta.url)), [String(answerMs)]);
  const answer = async <Answer>(): Promise<Answer> => ((await once(child, 'message')) as [Answer])[0];
  const { url } = await answer<{ url: string }>();
  return {
    url,
    begin: async () => {
      child.send('begin');
      await answer();
    },
    tell: () => {
      child.send('tell');
      return answer();
    },
    stop: () => void child.kill(),
  };
}

export interface BenchWorker {
  stop(): Promise<void>;
}

/** The built worker as a process of its own, in live mode. */
export async function startWorker({ appUrl, sql }: Ground, smtpUrl: string): Promise<BenchWorker> {
  await sql('delete from worker_heartbeats');
  const child = spawn(process.execPath, ['dist/apps/worker/src/main.js'], {
    env: {
      NODE_ENV: 'production',
      ACQUAINT_MODE: 'live',
      DATABASE_URL: appUrl,
      PUBLIC_URL: 'https://acquaint.example',
      SECRET_KEYS: secretKeys,
      SMTP_URL: smtpUrl,
    },
    // The channel ends it with us, however we end; its lines of each delivery go nowhere.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await beating(child, sql);
  return {
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function beating(child: ChildProcess, sql: Ground['sql']): Promise<void> {
  while ((await sql('select 1 from worker_heartbeats')).length === 0) {
    if (child.exitCode !== null) throw new Error('The worker did not start: npm run build:server first.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
