import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PlanCheck } from '#libs/matching';
import type { First } from './peer.ts';
import { writeRoom } from './room-file.ts';
import type { Room } from './rooms.ts';

/** A solved room, checked. */
export interface Solved extends PlanCheck {
  readonly leftOut: number;
  /** Of each round, the first one cold. */
  readonly milliseconds: readonly number[];
  /** The most the process ever held, itself, the room and the first solve. */
  readonly megabytes: number;
}

/**
 * Times a piece of work. The lesser of the processor's time and the clock's: the first counts the compiler's and the
 * collector's threads as well, the second whatever else the machine does meanwhile; neither is ever too little.
 */
export function timed<T>(work: () => T): { milliseconds: number; result: T } {
  const [processor, clock] = [process.cpuUsage(), performance.now()];
  const result = work();
  const { user, system } = process.cpuUsage(processor);
  return { milliseconds: Math.min((user + system) / 1000, performance.now() - clock), result };
}

/** Solves a room in a fresh process. */
export async function solvedApart(room: Room, first: First, rounds: number): Promise<Solved> {
  const folder = mkdtempSync(join(tmpdir(), 'room-'));
  try {
    const file = join(folder, 'room');
    writeRoom(file, room);
    return JSON.parse(await fresh([file, first, String(rounds)])) as Solved;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a process that solves nothing holds, in megabytes. */
export const emptyProcess = async (): Promise<number> => (JSON.parse(await fresh([])) as Solved).megabytes;

async function fresh(args: string[]): Promise<string> {
  const script = fileURLToPath(new URL('./solve-room.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, script, ...args]);
  return stdout;
}
