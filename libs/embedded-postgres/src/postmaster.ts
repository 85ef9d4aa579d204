import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errnoOf } from './errors.ts';

export interface Postmaster {
  pid: number;
  port: number;
}

/** What `postmaster.pid` says: line 1 the process, line 4 the port. Undefined without the file. */
export async function readPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Math.abs(Number(lines[0] ?? '0')), port: Number(lines[3] ?? '0') };
}

/** `ours`: the server of this folder runs; `foreign`: the number now belongs to something else; `dead`: to nobody. */
export async function whoIs(pid: number, dataDir: string): Promise<'ours' | 'foreign' | 'dead'> {
  if (!isAlive(pid)) return 'dead';
  if (platform() === 'win32') return 'ours';
  if (platform() !== 'linux') {
    const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({
      stdout: '',
    }));
    return stdout.includes('postgres') ? 'ours' : 'foreign';
  }
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === (await realpath(dataDir)) ? 'ours' : 'foreign';
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

/**
 * Says hello as a client would: `ready` when it asks for the password, `busy` when it says it is starting up or
 * shutting down, `silent` when nothing that speaks Postgres answers within the time.
 */
export async function greet(port: number, timeoutMs = 2000): Promise<'ready' | 'busy' | 'silent'> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const settle = (answer: 'ready' | 'busy' | 'silent'): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => {
      settle('silent');
    });
    socket.on('error', () => {
      settle('silent');
    });
    socket.on('close', () => {
      settle('silent');
    });
    socket.on('connect', () => socket.write(hello()));
    socket.on('data', (answer) => {
      const kind = String.fromCharCode(answer[0] ?? 0); // R: authenticate; E: an error, 57P03 cannot connect now
      settle(kind === 'R' ? 'ready' : kind === 'E' && answer.includes('57P03') ? 'busy' : 'silent');
    });
  });
}

/** The start-up message of protocol 3.0 for the user and database `postgres`. */
function hello(): Buffer {
  const body = Buffer.from('user\0postgres\0database\0postgres\0\0');
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + body.length, 0);
  head.writeInt32BE(3 << 16, 4);
  return Buffer.concat([head, body]);
}
