import { setImmediate as nextTurn } from 'node:timers/promises';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { compose } from './compose.ts';
import { type DkimKey, signed } from './dkim.ts';
import { heldBack } from './held-back.ts';
import { type SmtpServer, openConnection, resetConnection, sendOn } from './smtp-connection.ts';
import { answerOf } from './smtp-answer.ts';
import { type Answer, type Outgoing, type Transport } from './transport.ts';

/** Long enough for the next of many mails, and shorter than any server waits. */
const idleSeconds = 30;

export interface SmtpOptions {
  server: SmtpServer;
  /** One attempt, from connecting to the answer, takes at most this long: less than the lease of its claim. */
  deadlineSeconds: number;
  dkim: DkimKey | null;
  /** Told as soon as the server takes our name and the sender's address; for the mail that asks whether it does again. */
  onSenderTaken?: () => void;
}

/**
 * One connection to a mail server, kept for the next letter while all goes well. SMTPConnection rather than nodemailer's
 * transports or pool, because only here is it known when the last bytes leave.
 */
export class SmtpTransport implements Transport {
  private connection: SMTPConnection | undefined;
  private fail: ((error: Error) => void) | undefined;
  private idle: NodeJS.Timeout | undefined;
  private needsReset = false;

  constructor(private readonly options: SmtpOptions) {}

  async send(letter: Outgoing, handed: () => Promise<void>): Promise<Answer> {
    clearTimeout(this.idle);
    const kept = this.connection !== undefined;
    let asked = false;
    const once = (): Promise<void> => {
      asked = true;
      return handed();
    };
    const wasAsked = (): boolean => asked;
    const bytes = await this.bytesOf(letter);
    let answer = await this.attempt(letter, bytes, once);
    // A server may end an idle connection; that says nothing about the next one.
    if (kept && isUnreachable(answer) && !wasAsked()) answer = await this.attempt(letter, bytes, once);
    this.idle = setTimeout(() => {
      this.close();
    }, idleSeconds * 1000).unref();
    return answer;
  }

  private async bytesOf(letter: Outgoing): Promise<Buffer> {
    const { dkim } = this.options;
    if (letter.isWithheld === true) return Buffer.alloc(0);
    const bytes = await compose(letter);
    return dkim === null ? bytes : signed(bytes, dkim);
  }

  private async attempt(letter: Outgoing, bytes: Buffer, handed: () => Promise<void>): Promise<Answer> {
    let given = false;
    let named = false;
    let timer: NodeJS.Timeout | undefined;
    try {
      // A connection may fail at any moment, not only when it is asked something.
      const failed = new Promise<never>((_, reject) => {
        this.fail = reject;
        timer = setTimeout(() => {
          reject(brokenOff('deadline'));
        }, this.options.deadlineSeconds * 1000);
      });
      const connection = await Promise.race([this.connected(), failed]);
      const body = heldBack(bytes, async () => {
        await handed();
        // What the server did meanwhile is heard first: a connection that is gone now never had the last bytes.
        await nextTurn();
        if (this.connection !== connection) throw brokenOff('dropped');
        given = true;
      });
      named = true;
      await Promise.race([sendOn(connection, letter, body), failed]);
      return { kind: 'accepted' };
    } catch (error) {
      const answer = answerOf(error, { given, named });
      this.needsReset = answer.kind === 'refused' && answer.code !== 421;
      if (!this.needsReset) this.close();
      return answer;
    } finally {
      clearTimeout(timer);
      this.fail = undefined;
    }
  }

  abort(): void {
    this.fail?.(brokenOff('stopped'));
    this.close();
  }

  close(): void {
    clearTimeout(this.idle);
    this.connection?.close();
    this.connection = undefined;
    this.needsReset = false;
  }

  /** After a refusal the server still waits within the mail that it refused. */
  private async connected(): Promise<SMTPConnection> {
    const kept = this.connection;
    if (kept === undefined) return this.open();
    if (this.needsReset) await resetConnection(kept);
    this.needsReset = false;
    return kept;
  }

  private open(): Promise<SMTPConnection> {
    const forget = (connection: SMTPConnection, error?: Error): void => {
      if (this.connection !== connection) return;
      this.connection = undefined;
      if (error !== undefined) this.fail?.(error);
    };
    return openConnection(this.options, {
      opened: (connection) => (this.connection = connection),
      ended: forget,
    });
  }
}

const brokenOff = (code: 'deadline' | 'dropped' | 'stopped'): Error =>
  Object.assign(new Error(code), { code });

const isUnreachable = (answer: Answer): boolean =>
  answer.kind === 'unreachable' && !['deadline', 'stopped'].includes(answer.reason);
