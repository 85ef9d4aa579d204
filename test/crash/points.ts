import type { SmtpStep } from '../support/smtp-peer.ts';
import type { RowStop } from './held-line.ts';

/** What must have come of a mail in the end, and how many copies the server has. */
export interface End {
  state: 'sent' | 'unsure';
  copies: 0 | 1 | 2;
}

export interface CrashPoint {
  name: string;
  /** Where the worker stands when it is killed. */
  stands: string;
  at: RowStop | { step: SmtpStep; keep?: boolean };
  /** What the dead worker leaves in the table: proof that it was killed there. */
  leaves: 'queued' | 'sending' | 'handed';
  /** Of a kind that must never come twice, and of one that may come again when in doubt. */
  ends: { never: End; again: End };
}

const sentOnce: End = { state: 'sent', copies: 1 };
const surelyNotTaken = { never: sentOnce, again: sentOnce };
/** The one window in which a mail may come twice: from the last bytes to the commit of `sent`. */
const taken = { never: { state: 'unsure', copies: 1 }, again: { state: 'sent', copies: 2 } } as const;
const notTaken = { never: { state: 'unsure', copies: 0 }, again: sentOnce } as const;

/** Twelve points of the exchange, in its order; `unanswered` by turns with a server that took the mail and one that did not. */
export const crashPoints: readonly CrashPoint[] = [
  {
    name: 'claiming',
    stands: 'the claim is written and not committed',
    at: { change: 'sending', commit: 'before' },
    leaves: 'queued',
    ends: surelyNotTaken,
  },
  {
    name: 'claimed',
    stands: 'the claim is committed, nothing is prepared',
    at: { change: 'sending', commit: 'after' },
    leaves: 'sending',
    ends: surelyNotTaken,
  },
  {
    name: 'prepared',
    stands: 'the parts are frozen, no connection is open',
    at: { change: 'frozen', commit: 'after' },
    leaves: 'sending',
    ends: surelyNotTaken,
  },
  {
    name: 'connected',
    stands: 'the server has not greeted',
    at: { step: 'greeting' },
    leaves: 'sending',
    ends: surelyNotTaken,
  },
  {
    name: 'EHLO',
    stands: 'EHLO is not answered',
    at: { step: 'ehlo' },
    leaves: 'sending',
    ends: surelyNotTaken,
  },
  {
    name: 'MAIL FROM',
    stands: 'MAIL FROM is not answered',
    at: { step: 'mail' },
    leaves: 'sending',
    ends: surelyNotTaken,
  },
  {
    name: 'RCPT TO',
    stands: 'RCPT TO is not answered',
    at: { step: 'rcpt' },
    leaves: 'sending',
    ends: surelyNotTaken,
  },
  {
    name: 'DATA',
    stands: 'DATA is not answered with 354',
    at: { step: 'data' },
    leaves: 'sending',
    ends: surelyNotTaken,
  },
  {
    name: 'handing',
    stands: 'all but the last bytes are out, handed is not committed',
    at: { change: 'handed', commit: 'before' },
    leaves: 'sending',
    ends: surelyNotTaken,
  },
  {
    name: 'handed',
    stands: 'handed is committed, the last bytes are here',
    at: { change: 'handed', commit: 'after' },
    leaves: 'handed',
    ends: notTaken,
  },
  {
    name: 'unanswered',
    stands: 'the last bytes are out, the 250 has not come',
    at: { step: 'body', keep: true },
    leaves: 'handed',
    ends: taken,
  },
  {
    name: 'answered',
    stands: 'the 250 is here, sent is not committed',
    at: { change: 'sent', commit: 'before' },
    leaves: 'handed',
    ends: taken,
  },
];

/** The same point with a server that lost what it had not answered. */
export const lostUnanswered = (point: CrashPoint): CrashPoint =>
  point.name === 'unanswered' ? { ...point, at: { step: 'body' }, ends: notTaken } : point;
