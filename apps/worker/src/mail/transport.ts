import type { Letter } from './mail-row.ts';

/** What became of one attempt. Only `doubt` leaves open whether the server has it. */
export type Answer =
  | { kind: 'accepted' }
  /** The server said no with this code: 4xx for now, 5xx for good. */
  | { kind: 'refused'; code: number }
  /** Nobody answered, or not in SMTP. */
  | { kind: 'unreachable'; reason: string }
  | { kind: 'doubt' }
  /** The claim was lost on the way; the last bytes stayed here. */
  | { kind: 'lost' };

/** Thrown by `handed` when the claim is no longer ours. */
export class ClaimLost extends Error {}

export interface Transport {
  /** Sends one letter. `handed` is awaited before its last bytes leave, and never called twice. */
  send(letter: Letter, handed: () => Promise<void>): Promise<Answer>;
  /** Ends an attempt that is under way, at once. */
  abort(): void;
  close(): void;
}

/** Without a mail server: the mail stays in the table, where /dev/mail shows it. The states are walked through all the same. */
export class Mailbox implements Transport {
  async send(_letter: Letter, handed: () => Promise<void>): Promise<Answer> {
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
