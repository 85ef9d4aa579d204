import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { compose } from './compose.ts';
import { heldBack } from './held-back.ts';
import type { Letter } from './mail-row.ts';
import { type Answer, ClaimLost, type Transport } from './transport.ts';

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

/** The server announces that it goes away; after the last bytes that is no answer to them. */
const serviceClosing = 421;
const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/**
 * One connection to a mail server, kept for the next letter while all goes well. SMTPConnection rather than nodemailer's
 * transports or pool, because only here is it known when the last bytes leave.
 */
export class SmtpTransport implements Transport {
  private connection: SMTPConnection | undefined;
  private fail: ((error: Error) => void) | undefined;

  constructor(
    private readonly server: SmtpServer,
    /** One attempt, from connecting to the answer, takes at most this long: less than the lease of its claim. */
    private readonly deadlineSeconds: number,
  ) {}

  async send(letter: Letter, handed: () => Promise<void>): Promise<Answer> {
    const kept = this.connection !== undefined;
    let asked = false;
    const once = (): Promise<void> => {
      asked = true;
      return handed();
    };
    const wasAsked = (): boolean => asked;
    const answer = await this.attempt(letter, once);
    // A server may end an idle connection; that says nothing about the next one.
    const asNew = kept && answer.kind === 'unreachable' && !wasAsked();
    return asNew ? this.attempt(letter, once) : answer;
  }

  private async attempt(letter: Letter, handed: () => Promise<void>): Promise<Answer> {
    const bytes = await compose(letter);
    let given = false;
    let timer: NodeJS.Timeout | undefined;
    try {
      // A connection may fail at any moment, not only when it is asked something.
      const failed = new Promise<never>((_, reject) => {
        this.fail = reject;
        timer = setTimeout(() => {
          reject(new Error('deadline'));
        }, this.deadlineSeconds * 1000);
      });
      const connection = await Promise.race([this.connected(), failed]);
      const body = heldBack(bytes, async () => {
        await handed();
        given = true;
      });
      await Promise.race([sendOn(connection, letter, body), failed]);
      return { kind: 'accepted' };
    } catch (error) {
      this.close();
      return answerOf(error, given);
    } finally {
      clearTimeout(timer);
      this.fail = undefined;
    }
  }

  abort(): void {
    this.fail?.(new Error('stopped'));
    this.close();
  }

  close(): void {
    this.connection?.close();
    this.connection = undefined;
  }

  private async connected(): Promise<SMTPConnection> {
    if (this.connection !== undefined) return this.connection;
    const { host, port, secure, credentials } = this.server;
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      // A password never travels in the clear.
      requireTLS: credentials !== null && !secure && !isLocal(host),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    });
    connection.on('error', (error: Error) => {
      if (this.connection === connection) this.connection = undefined;
      this.fail?.(error);
    });
    connection.on('end', () => {
      if (this.connection === connection) this.connection = undefined;
    });
    this.connection = connection;
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
}

/** The envelope is explicit, never read from headers (rule 18). */
function sendOn(connection: SMTPConnection, letter: Letter, body: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.send({ from: letter.headers.from.address, to: [letter.to] }, body, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

/** Only an answer to these is about the mail; one to the greeting or the login is about the server. */
const aboutTheMail = ['MAIL FROM', 'RCPT TO', 'DATA'];

function answerOf(error: unknown, given: boolean): Answer {
  if (error instanceof ClaimLost) return { kind: 'lost' };
  const { responseCode, code, command } = error as {
    responseCode?: unknown;
    code?: unknown;
    command?: unknown;
  };
  const isAnswer = typeof responseCode === 'number' && aboutTheMail.includes(String(command));
  if (isAnswer && !(given && responseCode === serviceClosing)) return { kind: 'refused', code: responseCode };
  if (given) return { kind: 'doubt' };
  if (typeof responseCode === 'number') return { kind: 'unreachable', reason: `smtp-${responseCode}` };
  return { kind: 'unreachable', reason: typeof code === 'string' ? code.toLowerCase() : 'error' };
}
