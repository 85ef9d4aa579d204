import { words } from '#libs/words';
import {
  type EventFacts,
  eventBlocks,
  hello,
  inSubject,
  samplePublicEvent,
  ticketBlocks,
} from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { type MailType, answering } from '../mail-type.ts';

const sentences = words.mail.rsvpConfirm;

/** The page says the same to everybody; only this mail says new, already going, or refused (product.md, RSVP rule 1). */
export type RsvpConfirmFacts = { name: string; event: EventFacts } & (
  | { answer: 'new'; confirmUrl: string; holds: keyof typeof sentences.lead }
  | { answer: 'already'; status: keyof typeof sentences.already; manageUrl: string; letters: string | null }
  | { answer: 'refused'; reason: keyof typeof sentences.refused }
);

export const rsvpConfirm: MailType<RsvpConfirmFacts> = {
  ...answering,
  render: (facts, frame) => mailParts(subjectOf(facts), [hello(facts.name), ...answerOf(facts)], frame),
  sample: {
    name: 'Ines Okafor',
    event: samplePublicEvent,
    answer: 'new',
    holds: 'seat',
    confirmUrl: 'https://acquaint.example/rsvp/confirm/4Q0Yk2',
  },
};

function subjectOf({ answer, event }: RsvpConfirmFacts): string {
  const title = inSubject(event.title);
  if (answer === 'new') return sentences.subject(title);
  return answer === 'already' ? sentences.subjectAlready(title) : sentences.subjectRefused(title);
}

function answerOf(facts: RsvpConfirmFacts): Block[] {
  const event = eventBlocks(facts.event);
  switch (facts.answer) {
    case 'new':
      return [
        { paragraph: sentences.lead[facts.holds] },
        ...event,
        { actions: [{ label: sentences.action, url: facts.confirmUrl }] },
        { paragraph: sentences.until },
      ];
    case 'already':
      return [
        { paragraph: sentences.already[facts.status] },
        ...event,
        { actions: [{ label: words.mail.lookAtRsvp, url: facts.manageUrl }] },
        ...ticketBlocks(facts.letters),
      ];
    case 'refused':
      return [{ paragraph: sentences.refused[facts.reason] }, ...event];
  }
}
