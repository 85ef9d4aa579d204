import { fillPlaceholders } from '#libs/domain';
import { words } from '#libs/words';
import { type EventFacts, eventBlocks, inSubject, sampleEvent, samplePublicEvent } from '../event-facts.ts';
import { formatted, type PlaceholderValues } from '../layout/formatted.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { firstName, unlinked } from '../layout/plain.ts';
import { type MailType, answering } from '../mail-type.ts';
import { clockAt, dayOf } from '../when.ts';

/** What an organizer wrote, and who reads it. */
export interface MessageFacts {
  subject: string;
  /** Markdown, with placeholders. */
  text: string;
  name: string;
  /** The private place is in it for people with a seat alone. */
  event: EventFacts;
  organization: string;
  /** The reader's own page, or that of the evening for whoever has none. */
  url: string;
}

/** The values of one reader. A way to join would not survive being kept from linking, so it stays on their page. */
export function valuesFor({ name, event, organization, url }: MessageFacts): PlaceholderValues {
  const join = event.privatePlace !== null && /:\/\/|\bwww\./i.test(event.privatePlace);
  const place = [event.place, event.city, join ? null : event.privatePlace];
  const known = place.filter((part) => part !== null && part !== '').join(', ');
  return {
    name: firstName(name) === '' ? words.messages.unnamed : firstName(name),
    event: event.title,
    date: dayOf(event.startsAt, event.timeZone),
    time: clockAt(event.startsAt, event.timeZone),
    place: known === '' ? words.messages.noPlace : known,
    link: url,
    organization,
  };
}

/** A title may be longer than what a phone shows of a subject. */
function subjectOf({ subject, event }: MessageFacts, values: PlaceholderValues): string {
  const short: PlaceholderValues = { ...values, event: inSubject(event.title) };
  // Subjects are shown to whoever looks on, and kept in lists: no way in stands in one.
  return fillPlaceholders(subject, (name) => (name === 'link' ? '{link}' : unlinked(short[name])));
}

const bodyOf = (facts: MessageFacts, values: PlaceholderValues): Block => ({
  formatted: formatted(facts.text, values),
});

/** In the organizer's words alone. */
const render: MailType<MessageFacts>['render'] = (facts, frame) => {
  const values = valuesFor(facts);
  return mailParts(subjectOf(facts, values), [bodyOf(facts, values)], frame);
};

const sample: MessageFacts = {
  subject: '{event}: where we meet',
  text: 'Hello {name},\n\nthe entrance is on the **east side** of the yard. [Your page]({link}) has the address.\n\nSee you on {date}.',
  name: 'Ines Okafor',
  event: samplePublicEvent,
  organization: 'Los Angeles Sound Guild',
  url: 'https://acquaint.example/my/018f',
};

/** As the product words it for an organizer, in their language. */
const usual = (kind: 'reminder' | 'thanks'): MessageFacts => {
  const { subject, text } = words.messages.usual[kind];
  return { ...sample, subject, text };
};

const announcing = { topic: 'announcements', onDoubt: 'never', hours: 'day' } as const;

export const eventAnnouncement: MailType<MessageFacts> = {
  ...announcing,
  render,
  sample,
};

export const eventThanks: MailType<MessageFacts> = {
  ...announcing,
  render,
  get sample() {
    return usual('thanks');
  },
};

/** With what, when and where, whatever the organizer left out. */
export const eventReminder: MailType<MessageFacts> = {
  ...announcing,
  topic: 'reminders',
  render: (facts, frame) => {
    const values = valuesFor(facts);
    const blocks: Block[] = [bodyOf(facts, values), ...eventBlocks(facts.event)];
    const actions = [{ label: words.mail.lookAtRsvp, url: facts.url }];
    return mailParts(subjectOf(facts, values), [...blocks, { actions }], frame);
  },
  get sample() {
    return { ...usual('reminder'), event: sampleEvent };
  },
};

/** To whoever wrote it. */
export const eventMessageTest: MailType<MessageFacts> = {
  ...answering,
  render: (facts, frame) => {
    const values = valuesFor(facts);
    const subject = words.messages.testSubject(subjectOf(facts, values));
    return mailParts(
      subject,
      [{ paragraph: words.messages.testLead }, { rule: true }, bodyOf(facts, values)],
      frame,
    );
  },
  sample,
};
