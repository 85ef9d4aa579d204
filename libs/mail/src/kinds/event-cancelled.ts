import { words } from '#libs/words';
import { type EventFacts, eventBlocks, hello, inSubject, sampleEvent } from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';

export interface EventCancelledFacts {
  name: string;
  event: EventFacts;
  /** In the organizer's words; may be empty. */
  reason: string;
}

const sentences = words.mail.eventCancelled;

export const eventCancelled: MailType<EventCancelledFacts> = {
  ...answering,
  render: ({ name, event, reason }, frame) => {
    const why: Block[] = reason === '' ? [] : [{ label: words.mail.labels.reason, value: reason }];
    return mailParts(
      sentences.subject(inSubject(event.title)),
      [hello(name), { paragraph: sentences.lead }, ...why, ...eventBlocks(event)],
      frame,
    );
  },
  sample: {
    name: 'Ines Okafor',
    event: { ...sampleEvent, privatePlace: null },
    reason: 'The venue has no power this week.',
  },
};
