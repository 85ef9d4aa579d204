import { words } from '#libs/words';
import { type EventFacts, eventBlocks, inSubject, samplePublicEvent } from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { type MailType, inviting } from '../mail-type.ts';
import { momentOf } from '../when.ts';

/** The reader's name is not in it: an address that somebody typed says nothing about who reads there. */
export interface InvitationFacts {
  event: EventFacts;
  organization: string;
  /** The member who invites; null when they have no name or are no member any more. */
  inviter: string | null;
  invitationUrl: string;
  /** When registration opens, while that lies ahead. */
  answerFrom: Date | null;
}

export type InvitationReminderFacts = Omit<InvitationFacts, 'inviter'>;

const sentences = words.mail.invitation;

function body(lead: string, { event, invitationUrl, answerFrom }: InvitationReminderFacts): Block[] {
  const opens: Block[] =
    answerFrom === null
      ? []
      : [{ label: words.mail.labels.answerFrom, value: momentOf(answerFrom, event.timeZone) }];
  return [
    { paragraph: words.mail.helloUnnamed },
    { paragraph: lead },
    ...eventBlocks(event),
    ...opens,
    { actions: [{ label: sentences.action, url: invitationUrl }] },
    { paragraph: sentences.how },
  ];
}

export const invitation: MailType<InvitationFacts> = {
  ...inviting,
  render: (facts, frame) => {
    const { inviter, organization, event } = facts;
    const lead = inviter === null ? sentences.lead(organization) : sentences.leadFrom(inviter, organization);
    return mailParts(sentences.subject(inSubject(event.title)), body(lead, facts), frame);
  },
  sample: {
    event: samplePublicEvent,
    organization: 'Los Angeles Sound Guild',
    inviter: 'Mara Lind',
    invitationUrl: 'https://acquaint.example/invited/018f',
    answerFrom: null,
  },
};

export const invitationReminder: MailType<InvitationReminderFacts> = {
  ...inviting,
  render: (facts, frame) =>
    mailParts(
      words.mail.invitationReminder.subject(inSubject(facts.event.title)),
      body(words.mail.invitationReminder.lead(facts.organization), facts),
      frame,
    ),
  sample: {
    event: samplePublicEvent,
    organization: 'Los Angeles Sound Guild',
    invitationUrl: 'https://acquaint.example/invited/018f',
    answerFrom: null,
  },
};
