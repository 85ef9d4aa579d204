import type { Letter } from './mail-row.ts';

/** What became of one attempt. Only `doubt` leaves open whether the server has it. */
export type Answer =
  | { kind: 'accepted' }
  /** The server said no to this mail with this code, 4xx for now and 5xx for good, and its finer code ("5.1.1") if it named one. */
  | { kind: 'refused'; code: number; finer: string | null; to: 'sender' | 'recipient' | 'message' }
  /** The server does not take our name and password: no mail's fault. */
  | { kind: 'sign-in-refused'; code: number }
  /** Nobody answered, or not in SMTP, before the mail was named (`server`) or in the middle of it (`mail`). */
  | { kind: 'unreachable'; reason: string; met: 'server' | 'mail' }
  | { kind: 'doubt' }
  /** The claim was lost on the way, or the mail was taken back; the last bytes stayed here. */
  | { kind: 'lost' };

/** Thrown by `handed` when the claim is no longer ours, or the mail must not leave any more. */
export class ClaimLost extends Error {}

/** A letter with its envelope sender, which reports come back to. */
export interface Outgoing extends Letter {
  returnPath: string;
}

export interface Transport {
  /** Sends one letter. `handed` is awaited before its last bytes leave, and never called twice. */
  send(letter: Outgoing, handed: () => Promise<void>): Promise<Answer>;
  /** Ends an attempt that is under way, at once. */
  abort(): void;
  close(): void;
}

/** Without a mail server: the mail stays in the table, where /dev/mail shows it. The states are walked through all the same. */
export class Mailbox implements Transport {
  async send(_letter: Outgoing, handed: () => Promise<void>): Promise<Answer> {
    try {
      await handed();
      return { kind: 'accepted' };
    } catch (error) {
      if (error instanceof ClaimLost) return { kind: 'lost' };
      throw error;
    }
  }

  abort(): void {
    // Nothing is ever under way for longer than a statement.
  }

  close(): void {
    // Nothing is open.
  }
}
