import { words } from '#libs/words';
import {
  type EventFacts,
  eventBlocks,
  hello,
  inSubject,
  samplePublicEvent,
  sampleRsvp,
} from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';

export interface RsvpOnPanelFacts {
  name: string;
  event: EventFacts;
  manageUrl: string;
}

const sentences = words.calendar.mail.onPanel;

/** To a guest who said yes to a panel: what stood in their calendar for the seat is taken out. */
export const rsvpOnPanel: MailType<RsvpOnPanelFacts> = {
  ...answering,
  render: ({ name, event, manageUrl }, frame) =>
    mailParts(
      sentences.subject(inSubject(event.title)),
      [
        hello(name),
        { paragraph: sentences.lead },
        ...eventBlocks(event),
        { actions: [{ label: sentences.action, url: manageUrl }] },
      ],
      frame,
    ),
  sample: { name: sampleRsvp.name, event: samplePublicEvent, manageUrl: sampleRsvp.manageUrl },
};
