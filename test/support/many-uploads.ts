import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { wav } from './made-files.ts';

const megabyte = 1024 * 1024;
const piece = 64 * 1024;
const tus = { 'tus-resumable': '1.0.0' };

export interface Senders {
  url: string;
  critiqueSessionId: string;
  tokens: readonly string[];
}

export interface SentFile {
  id: string;
  sha256: string;
}

/** Everybody sends a file of their own at once, made while it is sent. @throws Error when one of them is not taken */
export function everybodySends(
  { url, critiqueSessionId, tokens }: Senders,
  bytes: number,
): Promise<SentFile[]> {
  return Promise.all(
    tokens.map(async (token) => {
      const answer = await fetch(`${url}/api/v1/critique/${token}/sessions/${critiqueSessionId}/uploads`, {
        method: 'POST',
        headers: { ...tus, 'upload-length': String(bytes) },
      });
      if (answer.status !== 201) throw new Error(`Not begun: ${answer.status} ${await answer.text()}`);
      const { id } = (await answer.json()) as { id: string };
      return { id, sha256: await send(`${url}/api/v1/critique/${token}/uploads/${id}`, bytes) };
    }),
  );
}

/** @returns the sum of what was sent */
async function send(url: string, bytes: number): Promise<string> {
  const sum = createHash('sha256');
  const patch = request(url, {
    method: 'PATCH',
    agent: false,
    headers: {
      ...tus,
      'upload-offset': 0,
      'content-type': 'application/offset+octet-stream',
      'content-length': bytes,
    },
  });
  Readable.from(noisePieces(bytes, sum), { objectMode: false, highWaterMark: piece }).pipe(patch);
  const [{ statusCode }] = (await once(patch, 'response')) as [{ statusCode: number }];
  if (statusCode !== 204) throw new Error(`Not taken: ${statusCode}`);
  return sum.digest('hex');
}

/** A WAV of noise, which is never there as a whole. */
function* noisePieces(bytes: number, sum: { update(bytes: Buffer): unknown }): Generator<Buffer> {
  const block = randomBytes(megabyte);
  const header = headerOf(bytes);
  for (let at = 0, turn = 0; at < bytes; turn += 1) {
    // Other places of the block each time, so that a piece that is lost or doubled changes the sum.
    const from = (turn * 7919) % (megabyte - piece);
    const some = turn === 0 ? header : block.subarray(from, from + Math.min(piece, bytes - at));
    sum.update(some);
    at += some.length;
    yield some;
  }
}

function headerOf(bytes: number): Buffer {
  const header = wav(0);
  header.writeUInt32LE(bytes - 8, 4);
  header.writeUInt32LE(bytes - header.length, 40);
  return header;
}

export interface Memory {
  /** MB, before anything was sent. */
  base: number;
  /** MB at most. */
  peak: number;
}

/** Looks four times a second at the memory that a process holds (its resident set), until it is asked. Linux tells it. */
export function watchMemory(pid: number): () => Memory {
  const residentMB = (): number => {
    const [, kB = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kB) / 1024;
  };
  const base = residentMB();
  let peak = base;
  const look = (): void => {
    peak = Math.max(peak, residentMB());
  };
  const looking = setInterval(look, 250);
  return () => {
    clearInterval(looking);
    look();
    return { base, peak };
  };
}
