import { words } from '#libs/words';
import {
  type EventFacts,
  eventBlocks,
  hello,
  inSubject,
  noteBlocks,
  samplePublicEvent,
} from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';

export interface RsvpDeclinedFacts {
  name: string;
  event: EventFacts;
  /** In the host's words; null when there are none. */
  note: string | null;
  /** What else the organization plans. */
  othersUrl: string;
}

export const rsvpDeclined: MailType<RsvpDeclinedFacts> = {
  ...answering,
  render: ({ name, event, note, othersUrl }, frame) =>
    mailParts(
      words.mail.rsvpDeclined.subject(inSubject(event.title)),
      [
        hello(name),
        { paragraph: words.mail.rsvpDeclined.lead },
        ...noteBlocks(note),
        ...eventBlocks(event),
        { actions: [{ label: words.mail.rsvpDeclined.others, url: othersUrl }] },
      ],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    event: samplePublicEvent,
    note: 'We keep this evening small. Please come to the next one.',
    othersUrl: 'https://acquaint.example/o/sound-guild',
  },
};

export interface RsvpOfferLapsedFacts {
  name: string;
  event: EventFacts;
  eventUrl: string;
}

export const rsvpOfferLapsed: MailType<RsvpOfferLapsedFacts> = {
  ...answering,
  render: ({ name, event, eventUrl }, frame) =>
    mailParts(
      words.mail.rsvpOfferLapsed.subject(inSubject(event.title)),
      [
        hello(name),
        { paragraph: words.mail.rsvpOfferLapsed.lead },
        ...eventBlocks(event),
        { actions: [{ label: words.mail.rsvpCancelled.eventPage, url: eventUrl }] },
      ],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    event: samplePublicEvent,
    eventUrl: 'https://acquaint.example/e/sound-after-the-cut',
  },
};
