import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import type { Room } from './rooms.ts';

/** Lays a room down for other processes, which then hold nothing but the room. */
export function writeRoom(file: string, { caps, candidates: { a, b, score }, forbidden }: Room): void {
  const bans = Int32Array.from(forbidden.flat());
  const head = Int32Array.of(caps.length, a.length, bans.length);
  writeFileSync(
    file,
    Buffer.concat([head, caps, a, b, score, bans].map(({ buffer }) => new Uint8Array(buffer))),
  );
}

export function readRoom(file: string): Room {
  const open = openSync(file, 'r');
  const column = (length: number): Int32Array => {
    const numbers = new Int32Array(length);
    readSync(open, numbers);
    return numbers;
  };
  const [people = 0, pairs = 0, bans = 0] = column(3);
  const [caps, a, b, score, flat] = [
    column(people),
    column(pairs),
    column(pairs),
    column(pairs),
    column(bans),
  ];
  closeSync(open);
  const forbidden = Array.from({ length: bans / 2 }, (_, at) => [flat[2 * at]!, flat[2 * at + 1]!] as const);
  return { caps, candidates: { a, b, score }, forbidden };
}
