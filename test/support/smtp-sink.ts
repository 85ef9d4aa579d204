import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import type { HeaderLines } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';

export interface SunkMail {
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  /** By lower-case name; the first where one comes twice. */
  headers: Map<string, string>;
  messageId: string;
  /** What MAIL FROM and RCPT TO said. */
  envelope: { from: string; to: string[] };
  raw: Buffer;
}

/** Where the sink may misbehave. At `data` the whole body has arrived and the 250 has not been said. */
export interface SmtpMoment {
  at: 'rcpt' | 'data';
  from: string;
  to: string[];
  /** The text of the mail so far; empty at `rcpt`. */
  raw: Buffer;
}

export type SmtpConduct =
  | { kind: 'accept' }
  | { kind: 'refuse'; code: number; message?: string }
  /** Cuts the connection without an answer; `keep` when the mail was accepted first and only the 250 is lost. */
  | { kind: 'drop'; keep?: boolean }
  /** Answers only when `until` resolves: then with a 250. `keep` counts the mail as accepted at once. */
  | { kind: 'stall'; until: Promise<unknown>; keep?: boolean };

export interface SmtpSink {
  /** `smtp://127.0.0.1:port` */
  url: string;
  port: number;
  /** In the order of acceptance. */
  messages: SunkMail[];
  /** The first mail, already here or still to come, that fits; rejects after `timeoutMs` and lists what came. */
  waitFor(fits: (mail: SunkMail) => boolean, timeoutMs?: number): Promise<SunkMail>;
  /** The next time, or the last time already, that a sender reached a moment for which `fits` holds. */
  waitForMoment(fits: (moment: SmtpMoment) => boolean, timeoutMs?: number): Promise<SmtpMoment>;
  /** From now on; without an argument it accepts everything again. */
  behave(conduct?: (moment: SmtpMoment) => SmtpConduct): void;
  stop(): Promise<void>;
}

/** A mail server on 127.0.0.1 that delivers nothing, keeps everything, and can behave badly. No TLS, no login. */
export async function startSink(): Promise<SmtpSink> {
  const mails = newTape<SunkMail>((mail) => `${mail.to.join(', ')}: ${mail.subject}`);
  const moments = newTape<SmtpMoment>((moment) => `${moment.at} ${moment.to.join(', ')}`);
  const sockets = new Set<Socket>();
  let conductAt: (moment: SmtpMoment) => SmtpConduct = () => ({ kind: 'accept' });

  const meet = async (
    moment: SmtpMoment,
    session: SMTPServerSession,
    keep: () => Promise<void>,
  ): Promise<void> => {
    const conduct = conductAt(moment);
    if (conduct.kind === 'refuse') {
      moments.add(moment);
      throw Object.assign(new Error(conduct.message ?? 'refused'), { responseCode: conduct.code });
    }
    if (conduct.kind === 'accept' || conduct.keep) await keep();
    moments.add(moment);
    if (conduct.kind === 'drop') return cut(sockets, session);
    if (conduct.kind === 'stall') {
      await conduct.until;
      if (!conduct.keep) await keep();
    }
  };

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    authOptional: true,
    closeTimeout: 100,
    onRcptTo(address, session, done) {
      const moment: SmtpMoment = {
        at: 'rcpt',
        from: senderOf(session),
        to: [address.address],
        raw: Buffer.alloc(0),
      };
      meet(moment, session, () => Promise.resolve()).then(() => {
        done();
      }, done);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const envelope = { from: senderOf(session), to: session.envelope.rcptTo.map((one) => one.address) };
        const keep = async (): Promise<void> => {
          mails.add(await parse(raw, envelope));
        };
        meet({ at: 'data', ...envelope, raw }, session, keep).then(() => {
          done();
        }, done);
      });
    },
  });
  server.on('error', () => undefined); // a sender that was killed, or that we cut off
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    messages: mails.items,
    waitFor: (fits, timeoutMs = 10_000) => mails.waitFor(fits, timeoutMs),
    waitForMoment: (fits, timeoutMs = 10_000) => moments.waitFor(fits, timeoutMs),
    behave: (conduct) => {
      conductAt = conduct ?? (() => ({ kind: 'accept' }));
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function senderOf(session: SMTPServerSession): string {
  return session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
}

function cut(sockets: Set<Socket>, session: SMTPServerSession): Promise<never> {
  for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  return new Promise(() => undefined);
}

async function parse(raw: Buffer, envelope: SunkMail['envelope']): Promise<SunkMail> {
  const mail = await simpleParser(raw);
  const to = [mail.to ?? []].flat().flatMap((group) => group.value.map((one) => one.address ?? ''));
  return {
    to,
    from: mail.from?.value[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html === false ? '' : (mail.html ?? ''),
    headers: headersOf(mail.headerLines),
    messageId: mail.messageId ?? '',
    envelope,
    raw,
  };
}

function headersOf(lines: HeaderLines): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { key, line } of lines) {
    if (!headers.has(key))
      headers.set(
        key,
        line
          .slice(line.indexOf(':') + 1)
          .replace(/\r?\n\s+/g, ' ')
          .trim(),
      );
  }
  return headers;
}

interface Tape<T> {
  items: T[];
  add(item: T): void;
  waitFor(fits: (item: T) => boolean, timeoutMs: number): Promise<T>;
}

/** A list one can wait on. */
function newTape<T>(describe: (item: T) => string): Tape<T> {
  const items: T[] = [];
  const listeners = new Set<(item: T) => void>();
  return {
    items,
    add(item) {
      items.push(item);
      for (const listener of listeners) listener(item);
    },
    waitFor(fits, timeoutMs) {
      const here = items.find(fits);
      if (here !== undefined) return Promise.resolve(here);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          listeners.delete(listener);
          const came = items.map((item) => `\n  ${describe(item)}`).join('') || ' nothing';
          reject(new Error(`Nothing that fits came within ${timeoutMs} ms. What came:${came}`));
        }, timeoutMs);
        const listener = (item: T): void => {
          if (!fits(item)) return;
          clearTimeout(timer);
          listeners.delete(listener);
          resolve(item);
        };
        listeners.add(listener);
      });
    },
  };
}
