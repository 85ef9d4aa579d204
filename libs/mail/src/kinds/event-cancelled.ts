import { words } from '#libs/words';
import {
  type EventFacts,
  eventBlocks,
  hello,
  inSubject,
  sampleEvent,
  samplePublicEvent,
} from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { type MailType, concerning, inviting } from '../mail-type.ts';

export interface EventCancelledFacts {
  name: string;
  event: EventFacts;
  /** In the organizer's words; may be empty. */
  reason: string;
}

/** The reader's name is not in it: they were invited by an address that somebody typed. */
export interface InvitedEventCancelledFacts extends Omit<EventCancelledFacts, 'name'> {
  organization: string;
}

const sentences = words.mail.eventCancelled;

const why = (reason: string): Block[] =>
  reason === '' ? [] : [{ label: words.mail.labels.reason, value: reason }];

export const eventCancelled: MailType<EventCancelledFacts> = {
  ...concerning,
  render: ({ name, event, reason }, frame) =>
    mailParts(
      sentences.subject(inSubject(event.title)),
      [hello(name), { paragraph: sentences.lead }, ...why(reason), ...eventBlocks(event)],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    event: { ...sampleEvent, privatePlace: null },
    reason: 'The venue has no power this week.',
  },
};

/** Stopped at will like the invitation, and sent once more when in doubt: who hears nothing may stand before a closed door. */
export const invitedEventCancelled: MailType<InvitedEventCancelledFacts> = {
  ...inviting,
  onDoubt: 'again',
  render: ({ organization, event, reason }, frame) =>
    mailParts(
      sentences.subject(inSubject(event.title)),
      [
        { paragraph: words.mail.helloUnnamed },
        { paragraph: sentences.leadInvited(organization) },
        ...why(reason),
        ...eventBlocks(event),
      ],
      frame,
    ),
  sample: {
    event: samplePublicEvent,
    organization: 'Los Angeles Sound Guild',
    reason: 'The venue has no power this week.',
  },
};
