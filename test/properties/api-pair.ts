import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, testKeys } from '../support/api.ts';
import type { TestDatabase } from '../support/postgres.ts';

export interface Sent {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  cookie?: string;
  json?: object;
  form?: Record<string, string>;
  /** A file, as a browser uploads it. */
  csv?: string;
  /** Whose network it comes from; asks without a session have a budget each. */
  network?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

const source = [
  '--conditions=source',
  '--import',
  './test/support/run-typescript.mjs',
  'apps/api/src/main.ts',
];

/**
 * Two processes of the api on one database, either of which may be killed. A request goes to either, and once more to the
 * other where the connection breaks or the queue was full: nobody knows then whether the first one was heard.
 */
export class ApiPair {
  /** How often 503 was answered and asked again. */
  shed = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });
  private turn = 0;
  private killing: Promise<void> | null = null;

  private constructor(
    private readonly database: TestDatabase,
    private readonly processes: { port: number; child: ChildProcess; up: boolean }[],
  ) {}

  static async start(database: TestDatabase): Promise<ApiPair> {
    const ports = [await freePort(), await freePort()];
    const processes = ports.map((port) => ({ port, child: spawnApi(database, port), up: true }));
    const pair = new ApiPair(database, processes);
    try {
      await Promise.all(processes.map(({ child, port }) => ready(child, port)));
      return pair;
    } catch (error) {
      await pair.stop();
      throw error;
    }
  }

  /** Takes the first of the two down without a word, and starts it again; while it is down, once is enough. */
  killOne(): Promise<void> {
    this.killing ??= this.kill().finally(() => (this.killing = null));
    return this.killing;
  }

  private async kill(): Promise<void> {
    const [victim] = this.processes;
    if (victim === undefined) return;
    victim.up = false;
    victim.child.kill('SIGKILL');
    await once(victim.child, 'exit');
    victim.child = spawnApi(this.database, victim.port);
    await ready(victim.child, victim.port);
    victim.up = true;
  }

  /** @throws Error when neither process answers, or one keeps shedding for a minute */
  async send(sent: Sent): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      const up = this.processes.filter((one) => one.up);
      const { port } = up[this.turn++ % up.length] ?? { port: 0 };
      try {
        const answer = await exchange(this.agent, port, sent);
        if (answer.status !== 503) return answer;
        this.shed += 1;
        if (attempt > 300) throw new Error(`503 again and again: ${answer.text}`);
        await pause(200);
      } catch (error) {
        if (!isBroken(error) || attempt > 20) throw error;
        await pause(20);
      }
    }
  }

  async stop(): Promise<void> {
    await this.killing;
    this.agent.destroy();
    for (const { child } of this.processes) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
}

function spawnApi(database: TestDatabase, port: number): ChildProcess {
  return spawn(process.execPath, source, {
    env: {
      PATH: process.env['PATH'],
      ACQUAINT_MODE: 'test',
      DATABASE_URL: database.appUrl,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SECRET_KEYS: testKeys,
      TRUSTED_PROXIES: '127.0.0.1',
      PORT: String(port),
    },
    // The channel ends it with us, however we end.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('The api did not start.');
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await pause(50);
  }
}

/** By its code alone: under jest an error of Node's own is no instance of our Error. */
const isBroken = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes((error as { code?: string }).code ?? '');

function exchange(agent: Agent, port: number, sent: Sent): Promise<Answer> {
  const { method, path, cookie, network } = sent;
  const { type, body } = bodyOf(sent);
  const headers: OutgoingHttpHeaders = {};
  if (network !== undefined) headers['x-forwarded-for'] = network;
  if (cookie !== undefined) headers.cookie = cookie;
  if (body !== undefined) {
    headers['content-type'] = type;
    headers['content-length'] = Buffer.byteLength(body);
  }
  return new Promise((resolve, reject) => {
    const asking = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

const boundary = 'a-line-no-list-has';

function bodyOf({ json, form, csv }: Sent): { type: string; body: string | undefined } {
  if (form !== undefined)
    return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
  if (csv === undefined) return { type: 'application/json', body: json && JSON.stringify(json) };
  const head = 'content-disposition: form-data; name="file"; filename="guests.csv"\r\ncontent-type: text/csv';
  const body = `--${boundary}\r\n${head}\r\n\r\n${csv}\r\n--${boundary}--\r\n`;
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
