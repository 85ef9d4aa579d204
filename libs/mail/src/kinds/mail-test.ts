import { words } from '#libs/words';
import { mailParts } from '../layout/mail-parts.ts';
import type { MailType } from '../mail-type.ts';

export interface MailTestFacts {
  /** No trailing slash. */
  publicUrl: string;
}

const sentences = words.mail.mailTest;

/** Never twice: a test that nobody knows the end of says so, instead of hiding it behind a second try. */
export const mailTest: MailType<MailTestFacts> = {
  topic: null,
  onDoubt: 'never',
  hours: 'any',
  render: ({ publicUrl }, frame) =>
    mailParts(
      sentences.subject,
      [
        { paragraph: sentences.lead },
        { paragraph: sentences.reached },
        { actions: [{ label: sentences.action, url: `${publicUrl}/app/installation/mail` }] },
      ],
      frame,
    ),
  sample: { publicUrl: 'https://acquaint.example' },
};
