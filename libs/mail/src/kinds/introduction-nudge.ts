import { normaliseEmail } from '#libs/domain';
import { words } from '#libs/words';
import { type Block, mailParts, quotable } from '../layout/mail-parts.ts';
import { clipped, firstName } from '../layout/plain.ts';
import { type MailType, following } from '../mail-type.ts';

const sentences = words.mail.months.nudge;

/** M4: to the one who writes first, once, when nobody has marked anything for 72 hours. */
export interface NudgeFacts {
  otherName: string;
  eventTitle: string;
  /** The smaller of the two steps. */
  step: keyof typeof sentences.line;
  /** What the other chose with their yes: usually their address. */
  contact: string;
}

export const introductionNudge: MailType<NudgeFacts> = {
  ...following,
  render: ({ otherName, eventTitle, step, contact }, frame) => {
    const called = firstName(otherName);
    return mailParts(
      sentences.subject(called),
      [
        { paragraph: sentences.lead(otherName, clipped(eventTitle, 10)) },
        { heading: sentences.line[step](called) },
        contactBlock(sentences.contact(called), contact),
        { paragraph: sentences.close },
      ],
      quotable(frame),
    );
  },
  sample: {
    otherName: 'Tomás Reyes',
    eventTitle: 'Sound after the cut: a panel and a mixer',
    step: 'call',
    contact: 'tomas@example.org',
  },
};

function contactBlock(label: string, contact: string): Block {
  const address = normaliseEmail(contact);
  return address === null ? { label, value: contact } : { label, address };
}
