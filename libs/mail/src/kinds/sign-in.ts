import { words } from '#libs/words';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';

export interface SignInFacts {
  url: string;
  /** Six digits. */
  code: string;
  minutes: number;
}

const sentences = words.mail.signIn;

export const signIn: MailType<SignInFacts> = {
  ...answering,
  render: ({ url, code, minutes }, frame) =>
    mailParts(
      sentences.subject(code),
      [
        { paragraph: sentences.lead },
        { code },
        { actions: [{ label: sentences.action, url }] },
        { paragraph: sentences.until(minutes) },
      ],
      frame,
    ),
  sample: { url: 'https://acquaint.example/sign-in/link/4Q0Yk2', code: '402817', minutes: 10 },
};
