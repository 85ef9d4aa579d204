import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';

/** The steps of an exchange at which the peer has something to answer. At `body` the whole mail has arrived. */
export const smtpSteps = ['greeting', 'ehlo', 'auth', 'mail', 'rcpt', 'data', 'body'] as const;
export type SmtpStep = (typeof smtpSteps)[number];

export interface Exchange {
  step: SmtpStep;
  /** What MAIL FROM and RCPT TO have said so far. */
  from: string;
  to: string[];
  /** The text of the mail, at `body` only. */
  raw: string;
}

export type PeerConduct =
  /** A code of its own in place of the good one. */
  | { say: number }
  /** Cuts the connection; `keep` when the mail was accepted and only the 250 is lost. */
  | { drop: true; keep?: boolean }
  /** Says nothing any more; `keep` as above. */
  | { silent: true; keep?: boolean }
  /** The good answer after so many milliseconds. */
  | { afterMs: number };

export interface AcceptedMail {
  from: string;
  to: string[];
  messageId: string;
  raw: string;
}

export interface SmtpPeer {
  url: string;
  port: number;
  accepted: AcceptedMail[];
  /** How many connections were opened. */
  connections: number;
  /** Undefined lets things take their course. */
  conduct: (exchange: Exchange) => PeerConduct | undefined;
  /** Every connection, now. */
  cut(): void;
  stop(): Promise<void>;
}

const goodCodes: Record<SmtpStep, number> = {
  greeting: 220,
  ehlo: 250,
  auth: 235,
  mail: 250,
  rcpt: 250,
  data: 354,
  body: 250,
};

export interface PeerOptions {
  /** Whether it asks for a login. */
  login?: boolean;
  port?: number;
  /** Off, the peer remembers ids only: for ten thousand mails. */
  keepRaw?: boolean;
}

/** A mail server on a bare socket: it can be bad at steps where a library's server cannot. No TLS. */
export async function startPeer({
  login = false,
  port = 0,
  keepRaw = true,
}: PeerOptions = {}): Promise<SmtpPeer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    peer.connections += 1;
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // a sender that was killed
    new Conversation(socket, peer, login, keepRaw).begin();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  const peer: SmtpPeer = {
    url: `smtp://${login ? 'post:secret@' : ''}127.0.0.1:${bound}`,
    port: bound,
    accepted: [],
    connections: 0,
    conduct: () => undefined,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    stop: async () => {
      peer.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return peer;
}

class Conversation {
  private text = '';
  private body = false;
  private from = '';
  private to: string[] = [];

  constructor(
    private readonly socket: Socket,
    private readonly peer: SmtpPeer,
    private readonly login: boolean,
    private readonly keepRaw: boolean,
  ) {}

  begin(): void {
    this.socket.setEncoding('latin1');
    this.socket.on('data', (chunk) => {
      this.text += String(chunk);
      this.read();
    });
    this.answer('greeting');
  }

  private read(): void {
    for (;;) {
      const end = this.text.indexOf(this.body ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const said = this.text.slice(0, this.body ? end + 2 : end);
      this.text = this.text.slice(end + (this.body ? 5 : 2));
      if (this.body) this.take(said.replace(/^\.\./gm, '.'));
      else this.hear(said);
    }
  }

  private hear(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    const address = /<(.*?)>/.exec(line)?.[1] ?? '';
    switch (verb) {
      case 'EHLO':
      case 'HELO':
        this.answer('ehlo', this.login ? '250-peer\r\n250 AUTH PLAIN' : undefined);
        return;
      case 'AUTH':
        this.answer('auth');
        return;
      case 'MAIL':
        [this.from, this.to] = [address, []];
        this.answer('mail');
        return;
      case 'RCPT':
        this.to.push(address);
        this.answer('rcpt');
        return;
      case 'DATA':
        this.answer('data');
        return;
      case 'QUIT':
        this.socket.end('221 bye\r\n');
        return;
      default:
        this.socket.write('250 ok\r\n');
    }
  }

  private take(raw: string): void {
    this.body = false;
    this.answer('body', undefined, raw);
  }

  private answer(step: SmtpStep, good = `${goodCodes[step]} ok`, raw = ''): void {
    const { from, to } = this;
    const conduct = this.peer.conduct({ step, from, to, raw }) ?? { afterMs: 0 };
    if ('say' in conduct) {
      this.socket.write(`${conduct.say} no\r\n`);
      if (conduct.say === 421) this.socket.end();
      return;
    }
    const keeps = 'afterMs' in conduct || conduct.keep === true;
    if (step === 'body' && keeps) this.keep(raw);
    if ('drop' in conduct) this.socket.destroy();
    if (!('afterMs' in conduct)) return;
    const say = (): void => {
      if (step === 'data') this.body = true;
      this.socket.write(`${good}\r\n`);
    };
    if (conduct.afterMs === 0) say();
    else setTimeout(say, conduct.afterMs);
  }

  private keep(raw: string): void {
    const messageId = /^message-id:\s*(.*)\r$/im.exec(raw)?.[1] ?? '';
    this.peer.accepted.push({ from: this.from, to: this.to, messageId, raw: this.keepRaw ? raw : '' });
  }
}
