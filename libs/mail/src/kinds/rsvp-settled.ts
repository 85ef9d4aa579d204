import { words } from '#libs/words';
import {
  type RsvpFacts,
  calendarBlocks,
  critiqueBlocks,
  eventBlocks,
  hello,
  inSubject,
  noteBlocks,
  samplePublicEvent,
  sampleRsvp,
  ticketBlocks,
} from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';

interface Sentences {
  subject: (title: string) => string;
  lead: string;
}

/** Mails that say where the reader stands, with the page where they can change their mind. */
function settled(sentences: Sentences, sample: RsvpFacts): MailType<RsvpFacts> {
  return {
    ...answering,
    render: (facts, frame) => {
      const { name, event, note, manageUrl, critique, letters } = facts;
      return mailParts(
        sentences.subject(inSubject(event.title)),
        [
          hello(name),
          { paragraph: sentences.lead },
          ...noteBlocks(note),
          ...eventBlocks(event),
          { actions: [{ label: words.mail.lookAtRsvp, url: manageUrl }] },
          ...critiqueBlocks({ critique, event }),
          { paragraph: words.mail.cannotMakeIt },
          ...calendarBlocks(facts),
          ...ticketBlocks(letters),
        ],
        frame,
      );
    },
    sample,
  };
}

const sampleWaiting: RsvpFacts = {
  ...sampleRsvp,
  event: samplePublicEvent,
  letters: null,
  inCalendar: false,
};

export const rsvpConfirmed = settled(words.mail.rsvpConfirmed, {
  ...sampleRsvp,
  note: 'Glad you come. The door is on the left.',
  critique: { url: 'https://acquaint.example/critique/018f', until: new Date('2026-10-18T19:00:00Z') },
});
export const rsvpPromoted = settled(words.mail.rsvpPromoted, sampleRsvp);
export const rsvpWaitlisted = settled(words.mail.rsvpWaitlisted, sampleWaiting);
export const rsvpPending = settled(words.mail.rsvpPending, sampleWaiting);
export const rsvpOfferRevoked = settled(words.mail.rsvpOfferRevoked, sampleWaiting);
