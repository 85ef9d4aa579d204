import { words } from '#libs/words';
import { mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, introducing } from '../mail-type.ts';
import { type AskFacts, actionsOf, introductionAsk, whoOf } from './introduction-ask.ts';

const sentences = words.mail.introduction.reminder;

/** M2: day 3, once; one line and the same buttons. */
export const introductionReminder: MailType<AskFacts> = {
  ...introducing,
  render: ({ eventTitle, suggestions }, frame) =>
    mailParts(
      sentences.subject,
      [
        { paragraph: sentences.lead(clipped(eventTitle, 8)) },
        ...suggestions.flatMap((suggestion) => [{ heading: whoOf({ ...suggestion, crafts: [] }) }, actionsOf(suggestion)]),
      ],
      frame,
    ),
  sample: introductionAsk.sample,
};
