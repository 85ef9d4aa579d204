import { severityOf } from '#libs/mail-reports';
import type { Answer } from './transport.ts';

/** What an answer means for its mail. Outcomes are codes, as the mail log shows them. */
export type Verdict =
  | { is: 'sent' }
  /** `deadAddress`: there is no such address, so nothing goes there any more. */
  | { is: 'failed'; outcome: string; deadAddress: boolean }
  /** Surely not accepted: again after a wait that grows. */
  | { is: 'later'; outcome: string }
  /** Surely not accepted, and not the mail's fault: again when there is a server; the attempt does not count. */
  | { is: 'without-server'; outcome: string }
  /** As if it had never been tried. */
  | { is: 'given-back' }
  | { is: 'in-doubt' }
  | { is: 'over' };

export function verdictOf(answer: Answer): Verdict {
  switch (answer.kind) {
    case 'accepted':
      return { is: 'sent' };
    case 'refused':
      return refusal(answer);
    case 'sign-in-refused':
      return { is: 'given-back' };
    case 'unreachable':
      return {
        is: answer.met === 'server' ? 'without-server' : 'later',
        outcome: `unreachable-${answer.reason}`.slice(0, 60),
      };
    case 'doubt':
      return { is: 'in-doubt' };
    case 'lost':
      return { is: 'over' };
  }
}

type Refusal = Extract<Answer, { kind: 'refused' }>;

function refusal(answer: Refusal): Verdict {
  // What was refused once the server had read it says nothing of the reader: the mail log has to know (0034).
  const outcome = `refused-${answer.code}${answer.to === 'message' ? '-message' : ''}`;
  if (isForNow(answer)) return { is: 'later', outcome };
  return { is: 'failed', outcome, deadAddress: namesNoMailbox(answer) };
}

/** A full mailbox is emptied some day, though servers say it with the code of "never" (RFC 3463, 5.2.2). */
export function isForNow({ code, finer }: Refusal): boolean {
  return code < 500 || finer === '5.2.2' || (code === 552 && (finer === null || finer.startsWith('4.')));
}

/** Whatever is said to MAIL FROM speaks of the sender. */
const namesNoMailbox = ({ finer, to }: Refusal): boolean =>
  to !== 'sender' && finer !== null && severityOf(finer) === 'hard';
