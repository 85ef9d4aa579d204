import { words } from '#libs/words';
import {
  type RsvpFacts,
  eventBlocks,
  hello,
  inSubject,
  samplePublicEvent,
  sampleRsvp,
} from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';
import { momentOf } from '../when.ts';

export interface RsvpOfferedFacts extends Omit<RsvpFacts, 'note' | 'critique' | 'letters' | 'inCalendar'> {
  /** Until when the seat is kept. */
  until: Date;
}

const sentences = words.mail.rsvpOffered;

/** The button that takes the seat is on the reader's page: a link alone changes nothing (rule 8). */
export const rsvpOffered: MailType<RsvpOfferedFacts> = {
  ...answering,
  render: ({ name, event, until, manageUrl }, frame) =>
    mailParts(
      sentences.subject(inSubject(event.title)),
      [
        hello(name),
        { paragraph: sentences.lead },
        { label: words.mail.labels.until, value: momentOf(until, event.timeZone) },
        ...eventBlocks(event),
        { actions: [{ label: sentences.action, url: manageUrl }] },
      ],
      frame,
    ),
  sample: {
    name: sampleRsvp.name,
    event: samplePublicEvent,
    manageUrl: sampleRsvp.manageUrl,
    until: new Date('2026-10-18T01:00:00Z'),
  },
};
