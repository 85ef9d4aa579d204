import { longestReport } from '#libs/mail-reports';
import { ImapFlow } from 'imapflow';
import { isLocal } from '../local-host.ts';

/** Where reports arrive. */
export interface ReportMailbox {
  /**
   * Hands over every message that was not read yet, oldest first, and marks it as read after `take` is through. One that
   * was marked too late comes again. @throws Error when the server is away or refuses, and when it is broken off
   */
  readNew(take: (bytes: Uint8Array) => Promise<void>, breakOff: AbortSignal): Promise<void>;
}

/** A minute's worth; the rest waits for the next look. */
const mostAtOnce = 200;
const patienceMs = 30_000;

/**
 * A mailbox by IMAP that is for reports alone: "imaps://user:password@host/INBOX"; imap:// must upgrade to TLS before it signs
 * in, but on this machine. One connection a look.
 */
export class ImapMailbox implements ReportMailbox {
  constructor(private readonly url: string) {}

  async readNew(take: (bytes: Uint8Array) => Promise<void>, breakOff: AbortSignal): Promise<void> {
    const { client, folder } = connectionTo(this.url);
    // What breaks off between two commands is told here; the command that comes next fails by itself.
    client.on('error', () => undefined);
    const close = (): void => {
      client.close();
    };
    breakOff.addEventListener('abort', close);
    try {
      await client.connect();
      await client.mailboxOpen(folder);
      const unread = await client.search({ seen: false }, { uid: true });
      for (const uid of (unread === false || unread === undefined ? [] : unread).slice(0, mostAtOnce)) {
        const message = await client.fetchOne(
          String(uid),
          { source: { start: 0, maxLength: longestReport } },
          { uid: true },
        );
        if (message === false || message.source === undefined) continue;
        await take(message.source);
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      }
      await client.logout();
    } finally {
      breakOff.removeEventListener('abort', close);
      client.close();
    }
  }
}

function connectionTo(text: string): { client: ImapFlow; folder: string } {
  const url = new URL(text);
  const secure = url.protocol === 'imaps:';
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port === '' ? (secure ? 993 : 143) : url.port),
    secure,
    ...(!secure && !isLocal(url.hostname) && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  const folder = decodeURIComponent(url.pathname.slice(1));
  return { client, folder: folder === '' ? 'INBOX' : folder };
}
