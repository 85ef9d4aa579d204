import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send } from './idempotency-key.ts';

interface Seen {
  method: string | undefined;
  key: string | string[] | undefined;
  body: string;
}

// A server that loses the connection of the first requests after it has read them, as a network does.
let server: Server;
let seen: Seen[] = [];
let lost = 0;

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());
beforeEach(() => {
  seen = [];
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const part of request) body += String(part);
  seen.push({ method: request.method, key: request.headers['idempotency-key'], body });
  if (seen.length <= lost) request.socket.destroy();
  else response.writeHead(request.url === '/refused' ? 409 : 200).end();
}

const request = (path: string, init: RequestInit): Request =>
  new Request(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);

it('sends a change once more with the same key and body when the network fails', async () => {
  lost = 1;
  const { status } = await send(request('/', { method: 'POST', body: '{"title":"Evening"}' }));
  expect(status).toBe(200);
  expect(seen).toHaveLength(2);
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]?.body).toBe('{"title":"Evening"}');
  expect(seen[0]?.key).toMatch(/^[0-9a-f]{32}$/);
});

it('gives up when the network fails twice', async () => {
  lost = 2;
  await expect(send(request('/', { method: 'DELETE' }))).rejects.toThrow('fetch failed');
  expect(seen).toHaveLength(2);
});

it('takes a refusal for an answer', async () => {
  lost = 0;
  const { status } = await send(request('/refused', { method: 'POST' }));
  expect(status).toBe(409);
  expect(seen).toHaveLength(1);
});

it('gives every change a key of its own, and none to what only looks', async () => {
  lost = 0;
  for (const method of ['POST', 'PATCH', 'GET']) await send(request('/', { method }));
  const keys = seen.map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
  expect(keys[2]).toBeUndefined();
});
