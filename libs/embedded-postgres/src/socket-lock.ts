import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { PostgresError, errnoOf } from './errors.ts';

/**
 * The name of a local socket for one data folder. Whoever listens on it holds the lock, and the kernel lets go of
 * it when that process dies, which a lock file cannot promise. Linux: an abstract socket; elsewhere a pipe or a file.
 */
export function lockName(dataDir: string, purpose: 'starting' | 'owner'): string {
  const real = join(realpathSync(dirname(dataDir)), basename(dataDir));
  const name = `acquaint-${createHash('sha256').update(real).digest('hex').slice(0, 24)}-${purpose}`;
  if (platform() === 'linux') return `\0${name}`;
  return platform() === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
}

export interface Held {
  /** The others who wait, or who use what we hold. */
  guests: Set<Socket>;
  release(): Promise<void>;
}

/** Takes the lock, or connects to its holder: the connection closes when the holder lets go or dies. */
export async function holdOrJoin(name: string): Promise<Held | Socket> {
  for (;;) {
    const held = await listen(name);
    if (held) return held;
    const socket = await joinHolder(name);
    if (socket) return socket;
    if (platform() !== 'linux' && platform() !== 'win32') await rm(name, { force: true });
  }
}

/** Runs `work` while nobody else, in this or another process, runs any under the same name. */
export async function exclusively<T>(name: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = AbortSignal.timeout(timeoutMs);
  for (;;) {
    const held = await holdOrJoin(name);
    if ('release' in held) {
      try {
        return await work();
      } finally {
        await held.release();
      }
    }
    held.ref();
    await closed(held, deadline);
  }
}

async function closed(socket: Socket, deadline: AbortSignal): Promise<void> {
  if (socket.closed) return;
  try {
    await once(socket, 'close', { signal: deadline });
  } catch (error) {
    socket.destroy();
    throw new PostgresError(
      'failed',
      'Another process has been starting or stopping this database for too long.',
      error,
    );
  }
}

async function listen(name: string): Promise<Held | undefined> {
  const guests = new Set<Socket>();
  const server: Server = createServer((socket) => {
    guests.add(socket);
    socket.unref();
    socket.on('error', () => guests.delete(socket));
    socket.on('end', () => guests.delete(socket));
    socket.on('close', () => guests.delete(socket));
    socket.resume();
    socket.write('.'); // the guest waits for this: from now on we know of it
  });
  try {
    server.listen(name);
    await once(server, 'listening');
  } catch (error) {
    if (errnoOf(error) === 'EADDRINUSE') return undefined;
    throw error;
  }
  server.unref();
  const release = async (): Promise<void> => {
    const gone = once(server, 'close');
    server.close();
    for (const guest of guests) guest.destroy();
    await gone;
  };
  return { guests, release };
}

async function joinHolder(name: string): Promise<Socket | undefined> {
  const socket = createConnection(name);
  socket.on('error', () => undefined); // a close follows, and is the news
  await Promise.race([once(socket, 'data'), once(socket, 'close')]).catch(() => undefined);
  if (socket.closed || socket.destroyed) return undefined;
  socket.resume();
  socket.unref();
  return socket;
}
