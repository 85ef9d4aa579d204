import { normaliseEmail } from '#libs/domain';
import { words } from '#libs/words';
import { hello } from '../event-facts.ts';
import { type Block, mailParts, quotable } from '../layout/mail-parts.ts';
import { type MailType, circling } from '../mail-type.ts';
import { momentOf, nearDayOf } from '../when.ts';

const { opened: sentences, meeting } = words.mail.circles;

export interface CircleMate {
  name: string;
  crafts: readonly string[];
  contact: string;
}

export interface CircleOpenedFacts {
  name: string;
  circle: string;
  /** Everybody who is in it, the reader included. */
  people: readonly CircleMate[];
  timeZone: string;
  /** Until when dates can be ticked; null once one stands. */
  pollEndsAt: Date | null;
  /** The date that stands; null while it is asked for. */
  meetsAt: Date | null;
  circleUrl: string;
}

export const circleOpened: MailType<CircleOpenedFacts> = {
  ...circling,
  render: ({ name, circle, people, circleUrl, ...dates }, frame) =>
    mailParts(
      sentences.subject,
      [
        hello(name),
        { paragraph: sentences.lead(circle, people.length) },
        ...people.map(mateBlock),
        ...nextBlocks(circle, dates, circleUrl),
      ],
      quotable(frame),
    ),
  sample: {
    name: 'Ines Okafor',
    circle: 'Field recording in the city',
    people: [
      { name: 'Ines Okafor', crafts: ['mastering'], contact: 'ines@example.org' },
      { name: 'Tomás Reyes', crafts: ['film sound', 'foley'], contact: 'tomas@example.org' },
      { name: 'Mina Park', crafts: [], contact: '+1 213 555 0100' },
      { name: 'Jo Lindqvist', crafts: ['live sound'], contact: 'jo@example.org' },
    ],
    timeZone: 'America/Los_Angeles',
    pollEndsAt: new Date('2026-10-30T17:00:00Z'),
    meetsAt: null,
    circleUrl: 'https://acquaint.example/circle/018f',
  },
};

function nextBlocks(
  circle: string,
  { timeZone, pollEndsAt, meetsAt }: Pick<CircleOpenedFacts, 'timeZone' | 'pollEndsAt' | 'meetsAt'>,
  url: string,
): Block[] {
  if (pollEndsAt !== null) {
    return [
      { paragraph: sentences.question(nearDayOf(pollEndsAt, timeZone)) },
      { actions: [{ label: sentences.action, url }] },
    ];
  }
  const stands = meetsAt === null ? [] : [{ paragraph: meeting.lead(circle, momentOf(meetsAt, timeZone)) }];
  return [...stands, { actions: [{ label: meeting.action, url }] }];
}

function mateBlock({ name, crafts, contact }: CircleMate): Block {
  const label = sentences.reach(name, crafts.join(', '));
  const address = normaliseEmail(contact);
  return address === null ? { label, value: contact } : { label, address };
}
