import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLocal } from '../local-host.ts';
import type { Outgoing } from './transport.ts';

export interface SmtpServer {
  host: string;
  port: number;
  secure: boolean;
  credentials: { user: string; pass: string } | null;
}

/** "smtp://user:password@host:587"; smtps:// speaks TLS from the first byte, smtp:// upgrades where the server can. */
export function smtpServer(url: string): SmtpServer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    credentials:
      username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}

interface Ends {
  opened: (connection: SMTPConnection) => void;
  /** With what went wrong, if anything did. */
  ended: (connection: SMTPConnection, error?: Error) => void;
}

/** Connects and signs in. @throws what SMTPConnection says, of the greeting, the handshake or the login */
export async function openConnection(
  given: { server: SmtpServer; deadlineSeconds: number; onSenderTaken?: () => void },
  { opened, ended }: Ends,
): Promise<SMTPConnection> {
  const { host, port, secure, credentials } = given.server;
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    // A password never travels in the clear.
    requireTLS: credentials !== null && !secure && !isLocal(host),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: given.deadlineSeconds * 1000,
    ...(given.onSenderTaken !== undefined && { logger: listener(given.onSenderTaken), transactionLog: true }),
  });
  connection.on('error', (error: Error) => {
    ended(connection, error);
  });
  connection.on('end', () => {
    ended(connection);
  });
  opened(connection);
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
  });
  if (credentials !== null) {
    await new Promise<void>((resolve, reject) => {
      connection.login({ credentials }, (error) => {
        // The types promise undefined on success, the code gives null.
        if (error) reject(error);
        else resolve();
      });
    });
  }
  return connection;
}

export function resetConnection(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.reset((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** The envelope is explicit, never read from headers (rule 18). */
export function sendOn(connection: SMTPConnection, letter: Outgoing, body: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.send({ from: letter.returnPath, to: [letter.to] }, body, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

/** Hears the server's first word after MAIL FROM, of which SMTPConnection tells nobody but its log. */
function listener(onSenderTaken: () => void) {
  let named = false;
  const debug = ({ tnx }: { tnx?: string }, text: unknown): void => {
    const line = String(text);
    if (tnx === 'client' && line.startsWith('MAIL FROM')) named = true;
    else if (tnx === 'server' && named) {
      named = false;
      if (line.startsWith('2')) onSenderTaken();
    }
  };
  const nothing = (): void => undefined;
  return {
    level: nothing,
    trace: nothing,
    debug,
    info: nothing,
    warn: nothing,
    error: nothing,
    fatal: nothing,
  };
}
