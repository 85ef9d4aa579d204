import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Load {
  port: number;
  /** Keep-alive connections; each sends its next request when it has its answer. */
  connections: number;
  /** Whole requests as they go over the wire; see `request`. */
  requests: string[];
  /** Over and over for this long; left out: each request once. */
  seconds?: number;
}

export interface LoadResult {
  answered: number;
  perSecond: number;
  /** How often each status came. */
  statuses: Record<number, number>;
  p50Ms: number;
  p99Ms: number;
  /** Bytes of an answer on average, head and all. */
  bytes: number;
}

/**
 * Sends requests from a process of its own, as raw bytes on plain sockets, so that making them costs the api nothing
 * of its core. @throws Error when a connection breaks or a status is none of `expected`
 */
export async function fire(load: Load, ...expected: number[]): Promise<LoadResult> {
  const child = fork(fileURLToPath(new URL('load-generator.ts', import.meta.url)), {
    serialization: 'advanced',
  });
  child.send(load);
  const [result] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The load generator ended with ${String(code)}.`);
    }),
  ])) as [LoadResult];
  const odd = Object.keys(result.statuses).filter((status) => !expected.includes(Number(status)));
  if (odd.length > 0) throw new Error(`Unexpected answers: ${JSON.stringify(result.statuses)}`);
  return result;
}

/** The bytes of one request. */
export function request(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: object,
): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const length = Buffer.byteLength(text);
  const all = {
    host: 'bench',
    ...headers,
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': String(length) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`;
}
