import { words } from '#libs/words';
import type { Block } from './layout/mail-parts.ts';
import { firstName, shortened } from './layout/plain.ts';
import { eventTime, momentOf } from './when.ts';

export interface EventFacts {
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** The public place. */
  place: string;
  city: string;
  /** Street or join link; given for mails to confirmed people only (product.md, RSVP rule 11). */
  privatePlace: string | null;
}

export interface RsvpFacts {
  name: string;
  event: EventFacts;
  /** The reader's page of this RSVP. */
  manageUrl: string;
  /** The host's words to this reader, when they approved; null when there are none. */
  note: string | null;
  /** Where a work can be brought to this evening, and until when; null where none can. */
  critique: { url: string; until: Date } | null;
  /** What their ticket is when it is said aloud; null while they have no seat. */
  letters: string | null;
  /** Whether the mail brings the evening as a calendar entry. */
  inCalendar: boolean;
}

/** Under which the picture of a ticket travels with a mail. */
export const ticketPicture = 'ticket@acquaint';

/** What, when, where. */
export function eventBlocks(event: EventFacts): Block[] {
  const where = [event.place, event.city].filter((part) => part !== '').join(', ');
  const blocks: Block[] = [
    { heading: event.title },
    { label: words.mail.labels.when, value: eventTime(event.startsAt, event.endsAt, event.timeZone) },
  ];
  if (where !== '') blocks.push({ label: words.mail.labels.where, value: where });
  if (event.privatePlace !== null) blocks.push(privateBlock(event.privatePlace));
  return blocks;
}

/** A link in the private place would not survive being kept from linking, so it stays on the page. */
function privateBlock(privatePlace: string): Block {
  if (/:\/\/|\bwww\./i.test(privatePlace)) return { paragraph: words.mail.joinOnPage };
  return { label: words.mail.labels.address, value: privatePlace };
}

/** What the host wrote to this reader alone. */
export const noteBlocks = (note: string | null): Block[] =>
  note === null || note === '' ? [] : [{ label: words.mail.labels.note, value: note }];

export const hello = (name: string): Block => ({
  paragraph: firstName(name) === '' ? words.mail.helloUnnamed : words.mail.hello(firstName(name)),
});

/** What opens the door, for a place without a network: the letters, and the picture that goes with the mail. */
export const ticketBlocks = (letters: string | null): Block[] =>
  letters === null
    ? []
    : [
        { heading: words.mail.ticket.title },
        { paragraph: words.mail.ticket.lead },
        { picture: ticketPicture, alt: words.mail.ticket.alt },
        // Below the picture, as on the page of their RSVP: the kiosk says where to look.
        { code: letters },
      ];

/** That the evening is attached, and where the other ways are. */
export const calendarBlocks = ({ inCalendar, manageUrl }: RsvpFacts): Block[] =>
  inCalendar
    ? [
        { paragraph: words.calendar.mail.attached },
        { actions: [{ label: words.calendar.mail.link, url: `${manageUrl}#calendar` }], alike: true },
      ]
    : [];

/** That a work can be brought. */
export const critiqueBlocks = ({ critique, event }: Pick<RsvpFacts, 'critique' | 'event'>): Block[] =>
  critique === null
    ? []
    : [
        { paragraph: words.critiqueInvitation.mineText(momentOf(critique.until, event.timeZone)) },
        { actions: [{ label: words.critiqueInvitation.mine, url: critique.url }], alike: true },
      ];

/** A title as a part of a subject: 60 characters are what a phone shows. */
export const inSubject = (title: string): string => shortened(title, 60);

export const sampleEvent: EventFacts = {
  title: 'Sound after the cut: a panel and a mixer',
  startsAt: new Date('2026-10-20T01:00:00Z'),
  endsAt: new Date('2026-10-20T04:00:00Z'),
  timeZone: 'America/Los_Angeles',
  place: 'Arts District',
  city: 'Los Angeles',
  privatePlace: '1200 East 5th Street, second yard',
};

/** As anybody may read it. */
export const samplePublicEvent: EventFacts = { ...sampleEvent, privatePlace: null };

export const sampleRsvp: RsvpFacts = {
  name: 'Ines Okafor',
  event: sampleEvent,
  manageUrl: 'https://acquaint.example/my/018f',
  note: null,
  critique: null,
  letters: 'K7QM-2XHD',
  inCalendar: true,
};
