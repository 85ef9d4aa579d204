import { words } from '#libs/words';
import { mailParts, quotable } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, following } from '../mail-type.ts';

const { glad, together } = words.mail.months;

/** To each of two people, once both have said the same. */
export interface BothFacts {
  otherName: string;
  eventTitle: string;
}

const sample = { otherName: 'Tomás Reyes', eventTitle: 'Sound after the cut: a panel and a mixer' };

/** M6. */
export const introductionGlad: MailType<BothFacts> = {
  ...following,
  render: ({ otherName, eventTitle }, frame) =>
    mailParts(
      glad.subject,
      [{ paragraph: glad.lead(otherName, clipped(eventTitle, 10)) }, { paragraph: glad.close }],
      quotable(frame),
    ),
  sample,
};

/** M7: two lines. */
export const introductionTogether: MailType<BothFacts> = {
  ...following,
  render: ({ otherName, eventTitle }, frame) =>
    mailParts(
      together.subject,
      [{ paragraph: together.lead(otherName) }, { paragraph: together.close(clipped(eventTitle, 10)) }],
      quotable(frame),
    ),
  sample,
};
