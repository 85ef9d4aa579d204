import { words } from '#libs/words';
import { inSubject } from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';

const sentences = words.mail.memberAdded;

export interface MemberAddedFacts {
  organization: string;
  role: keyof typeof sentences.roles;
  appUrl: string;
}

export const memberAdded: MailType<MemberAddedFacts> = {
  ...answering,
  render: ({ organization, role, appUrl }, frame) =>
    mailParts(
      sentences.subject(inSubject(organization)),
      [
        { paragraph: sentences.lead(organization, sentences.roles[role]) },
        { actions: [{ label: sentences.action, url: appUrl }] },
        { paragraph: sentences.hint },
      ],
      frame,
    ),
  sample: { organization: 'Los Angeles Sound Guild', role: 'host', appUrl: 'https://acquaint.example/app/' },
};
