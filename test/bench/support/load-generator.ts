import { type Socket, connect } from 'node:net';
import type { Load, LoadResult } from './load.ts';

const statuses: Record<number, number> = {};
const latencies: number[] = [];
let bytes = 0;
let sent = 0;

process.once('message', (load: Load) => {
  run(load).then(
    (result) => process.send?.(result, undefined, {}, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});

async function run({ port, connections, requests, seconds }: Load): Promise<LoadResult> {
  const wire = requests.map((text) => Buffer.from(text));
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const began = performance.now();
  const end = seconds === undefined ? Infinity : began + seconds * 1000;
  const next = (): Buffer | undefined => {
    if (performance.now() >= end || (seconds === undefined && sent >= wire.length)) return undefined;
    return wire[sent++ % wire.length];
  };
  await Promise.all(sockets.map((socket) => converse(socket, next)));
  const elapsed = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const quantile = (q: number): number => latencies[Math.floor((latencies.length - 1) * q)] ?? 0;
  return {
    answered: latencies.length,
    perSecond: latencies.length / elapsed,
    statuses,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    bytes: bytes / latencies.length,
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      resolve(socket);
    });
    socket.setNoDelay();
    socket.once('error', reject);
  });
}

/** One request after the other until there is no next one. Only heads are read; bodies are counted. */
function converse(socket: Socket, next: () => Buffer | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let began = 0;
    let head = '';
    /** Bytes of the body that are yet to come; undefined while the head is. */
    let missing: number | undefined;
    const send = (): void => {
      const request = next();
      if (request === undefined) {
        socket.destroy();
        resolve();
        return;
      }
      head = '';
      missing = undefined;
      began = performance.now();
      socket.write(request);
    };
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      missing = missing === undefined ? readHead(chunk) : missing - chunk.length;
      if (missing !== 0) return;
      latencies.push(performance.now() - began);
      send();
    });
    const readHead = (chunk: Buffer): number | undefined => {
      const text = chunk.toString('latin1');
      const end = (head + text).indexOf('\r\n\r\n');
      const before = head.length;
      head += text;
      if (end < 0) return undefined;
      const status = Number(head.slice(9, 12));
      statuses[status] = (statuses[status] ?? 0) + 1;
      const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end))?.[1];
      if (length === undefined && status !== 304 && status !== 204) {
        throw new Error(`An answer of unknown length: ${head.slice(0, end)}`);
      }
      const body = status === 304 ? 0 : Number(length ?? 0);
      return body - (before + chunk.length - end - 4);
    };
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new Error('The api closed a connection.'));
    });
    send();
  });
}
