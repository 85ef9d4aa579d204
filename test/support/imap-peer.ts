import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { createInterface } from 'node:readline';

export interface ImapPeer {
  /** `imap://reports:secret@127.0.0.1:port/INBOX` */
  url: string;
  /** What lies in its INBOX; uids count from 1. */
  messages: { bytes: Buffer; seen: boolean }[];
  /** Every command so far, without its tag. */
  heard: string[];
  /** How many connections were opened. */
  connections(): number;
  /** Cuts the connection at the first command that fits, before it is answered. */
  cutAt(fits: (command: string) => boolean): void;
  stop(): Promise<void>;
}

const inbox = '* LIST (\\HasNoChildren) "/" INBOX';

/** A mail server with one mailbox: as much of IMAP (RFC 3501) as a reader of reports says. No TLS. */
export async function startImapPeer(): Promise<ImapPeer> {
  const messages: ImapPeer['messages'] = [];
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let opened = 0;
  let cut: (command: string) => boolean = () => false;

  const uidsOf = (command: string): number => Number(/^UID \w+ (\d+)/.exec(command)?.[1]);
  const answersTo = (command: string): (string | Buffer)[] | null => {
    const [verb = '', second = ''] = command.toUpperCase().split(' ');
    if (verb === 'LOGIN') return /^LOGIN "?reports"? "?secret"?$/.test(command) ? [] : null;
    if (verb === 'CAPABILITY') return ['* CAPABILITY IMAP4rev1'];
    if (verb === 'LIST' || verb === 'LSUB') return [inbox];
    if (verb === 'SELECT')
      return [
        `* ${messages.length} EXISTS`,
        '* FLAGS (\\Seen)',
        '* OK [UIDVALIDITY 1] x',
        '* OK [UIDNEXT 999] x',
      ];
    if (verb === 'LOGOUT') return ['* BYE'];
    if (verb === 'NOOP' || verb === 'CLOSE') return [];
    if (verb !== 'UID') return null;
    const uid = uidsOf(command);
    const message = messages[uid - 1];
    switch (second) {
      case 'SEARCH':
        return [`* SEARCH${messages.map(({ seen }, at) => (seen ? '' : ` ${at + 1}`)).join('')}`];
      case 'FETCH': {
        const longest = Number(/<\d+\.(\d+)>/.exec(command)?.[1] ?? Infinity);
        const bytes = message?.bytes.subarray(0, longest) ?? Buffer.alloc(0);
        return [
          Buffer.concat([
            Buffer.from(`* ${uid} FETCH (UID ${uid} BODY[]<0> {${bytes.length}}\r\n`),
            bytes,
            Buffer.from(')'),
          ]),
        ];
      }
      case 'STORE':
        if (message !== undefined) message.seen = true;
        return [];
      default:
        return null;
    }
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    opened += 1;
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    const read = createInterface({ input: socket });
    // Whoever is read from may be gone when the answer is written.
    read.on('error', () => undefined);
    read.on('line', (line) => {
      const [tag = '', ...rest] = line.split(' ');
      const command = rest.join(' ');
      heard.push(command);
      if (cut(command)) {
        cut = () => false;
        socket.destroy();
        return;
      }
      const answers = answersTo(command);
      for (const answer of answers ?? []) {
        socket.write(answer);
        socket.write('\r\n');
      }
      socket.write(`${tag} ${answers === null ? 'NO' : 'OK'} done\r\n`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://reports:secret@127.0.0.1:${port}/INBOX`,
    messages,
    heard,
    connections: () => opened,
    cutAt: (fits) => {
      cut = fits;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
