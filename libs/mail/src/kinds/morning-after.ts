import { words } from '#libs/words';
import { mailParts } from '../layout/mail-parts.ts';
import { clipped, firstName } from '../layout/plain.ts';
import { type MailType, afterwards } from '../mail-type.ts';

const sentences = words.mail.morning;

/** M8: to everybody who came, once. It names nobody else. */
export interface MorningAfterFacts {
  name: string;
  eventTitle: string;
  morningUrl: string;
}

export const morningAfterMail: MailType<MorningAfterFacts> = {
  ...afterwards,
  render: ({ name, eventTitle, morningUrl }, frame) =>
    mailParts(
      sentences.subject,
      [
        { paragraph: words.mail.hello(firstName(name)) },
        { paragraph: sentences.lead(clipped(eventTitle, 10)) },
        { actions: [{ label: sentences.action, url: morningUrl }] },
        { paragraph: sentences.close },
      ],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    eventTitle: 'Sound after the cut: a panel and a mixer',
    morningUrl: 'https://acquaint.example/morning/018f',
  },
};
