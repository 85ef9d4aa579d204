import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bonusOf, openRows, type First, type Peer, type PeerResult } from './peer.ts';
import type { Room } from './rooms.ts';

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** LEMON's blossom, compiled here where g++ and its headers are; exact, and in C++. */
export const lemon: Peer = (room, first) =>
  (program ??= compiled()) ? asked(program, [], room, first) : nothing;

/** networkx's blossom, where python3 has it; exact. */
export const networkx: Peer = (room, first) => asked('python3', [beside('./peer-networkx.py')], room, first);

const nothing = Promise.resolve(undefined);
let program: string | undefined;

function compiled(): string {
  const target = join(mkdtempSync(join(tmpdir(), 'peer-')), 'lemon');
  const { status } = spawnSync('g++', ['-O2', '-std=c++17', '-o', target, beside('./peer-lemon.cpp')]);
  return status === 0 ? target : '';
}

function asked(file: string, args: string[], room: Room, first: First): Promise<PeerResult | undefined> {
  return new Promise((resolve) => {
    const child = execFile(file, args, (error, stdout) => {
      resolve(error === null ? (JSON.parse(stdout) as PeerResult) : undefined);
    });
    child.stdin?.on('error', () => undefined).end(written(room, first));
  });
}

/** People, pairs and bonus; caps; then each pair with its score. */
function written(room: Room, first: First): string {
  const rows = openRows(room);
  return (
    [room.caps.length, rows.length / 3, bonusOf(room, first), ...room.caps].join(' ') + '\n' + rows.join(' ')
  );
}
