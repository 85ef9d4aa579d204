import { words } from '#libs/words';
import { type RsvpFacts, eventBlocks, hello, inSubject, sampleRsvp } from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';

interface Sentences {
  subject: (title: string) => string;
  lead: string;
}

/** Three mails that say where the reader stands, with the page where they can change their mind. */
function settled(sentences: Sentences, sample: RsvpFacts): MailType<RsvpFacts> {
  return {
    ...answering,
    render: ({ name, event, manageUrl }, frame) =>
      mailParts(
        sentences.subject(inSubject(event.title)),
        [
          hello(name),
          { paragraph: sentences.lead },
          ...eventBlocks(event),
          { actions: [{ label: words.mail.lookAtRsvp, url: manageUrl }] },
          { paragraph: words.mail.cannotMakeIt },
        ],
        frame,
      ),
    sample,
  };
}

export const rsvpConfirmed = settled(words.mail.rsvpConfirmed, sampleRsvp);
export const rsvpPromoted = settled(words.mail.rsvpPromoted, sampleRsvp);
export const rsvpWaitlisted = settled(words.mail.rsvpWaitlisted, {
  ...sampleRsvp,
  event: { ...sampleRsvp.event, privatePlace: null },
});
