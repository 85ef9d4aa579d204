import { type Server, createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** The way of one phone into the network, which can break in the middle of whatever it carries. */
export interface Way {
  /** For the browser, as its proxy. */
  proxy: { server: string; bypass: string };
  /** Every connection breaks now, and new ones are refused until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openWay(): Promise<Way> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((asked, answered) => {
    const { method, headers } = asked;
    const onward = request(asked.url ?? '', { method, headers, agent: false }, (answer) => {
      answered.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => answered.destroy());
      answer.pipe(answered);
    });
    onward.on('error', () => answered.destroy());
    // Whoever hears a stream of events through this way has left with it.
    answered.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  server.on('connection', (socket) => {
    if (isCut) socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // Without the bypass rule a browser goes to this machine directly.
    proxy: { server: `http://127.0.0.1:${String(port)}`, bypass: '<-loopback>' },
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
