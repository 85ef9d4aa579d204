import { words } from '#libs/words';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';
import { type AskFacts, askBlocks, askSubject, introductionAsk } from './introduction-ask.ts';

const sentences = words.mail.introduction.test;

/** M1 as a host sends it to themself: the same words below a line that says so. */
export interface AskTestFacts {
  ask: AskFacts;
  /** Where each of its links leads, the one that stops such mail included: nowhere. */
  link: string;
}

export const introductionTest: MailType<AskTestFacts> = {
  ...answering,
  render: ({ ask, link }, frame) =>
    mailParts(
      sentences.subject(askSubject(ask)),
      [{ paragraph: sentences.lead(ask.name) }, { rule: true }, ...askBlocks(ask)],
      { ...frame, stop: { topic: 'introductions', url: link } },
    ),
  sample: {
    ask: { ...introductionAsk.sample, suggestions: introductionAsk.sample.suggestions.slice(0, 1) },
    link: 'https://acquaint.example/ask/test',
  },
};
