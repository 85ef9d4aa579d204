import { words } from '#libs/words';
import { mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, introducing } from '../mail-type.ts';
import { type Question, actionsOf } from './introduction-ask.ts';

const sentences = words.mail.introduction.reminder;

/** M2: the reader's own open questions, told apart by the sentence they got. It names nobody: see `reminderFacts`. */
export interface ReminderFacts {
  eventTitle: string;
  asks: readonly Question[];
}

export const introductionReminder: MailType<ReminderFacts> = {
  ...introducing,
  render: ({ eventTitle, asks }, frame) =>
    mailParts(
      sentences.subject,
      [
        { paragraph: sentences.lead(clipped(eventTitle, 10)) },
        ...asks.flatMap((ask) => [{ paragraph: ask.reason }, actionsOf(ask)]),
      ],
      frame,
    ),
  sample: {
    eventTitle: 'Sound after the cut: a panel and a mixer',
    asks: [
      {
        reason:
          'You look for vinyl preparation, they offer that; they look for room acoustics, you work in it.',
        yesUrl: 'https://acquaint.example/ask/018f?answer=yes',
        noUrl: 'https://acquaint.example/ask/018f?answer=no',
      },
    ],
  },
};
