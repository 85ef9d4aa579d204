import { words } from '#libs/words';
import { type EventFacts, eventBlocks, hello, inSubject, sampleEvent } from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';

export interface RsvpCancelledFacts {
  name: string;
  event: EventFacts;
  by: 'person' | 'host';
  eventUrl: string;
}

const sentences = words.mail.rsvpCancelled;

export const rsvpCancelled: MailType<RsvpCancelledFacts> = {
  ...answering,
  render: ({ name, event, by, eventUrl }, frame) =>
    mailParts(
      sentences.subject(inSubject(event.title)),
      [
        hello(name),
        { paragraph: by === 'person' ? sentences.byPerson : sentences.byHost },
        ...eventBlocks(event),
        { actions: [{ label: sentences.eventPage, url: eventUrl }] },
      ],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    event: { ...sampleEvent, privatePlace: null },
    by: 'person',
    eventUrl: 'https://acquaint.example/e/sound-after-the-cut',
  },
};
