import { words } from '#libs/words';
import { type CritiqueWork, sampleWorks, workBlocks, workTitle } from '../critique-works.ts';
import { hello } from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, critiquing } from '../mail-type.ts';
import { momentOf } from '../when.ts';

const sentences = words.mail.critique.place;

/** To an author, after the plan and after each new one that changes their evening. */
export interface CritiquePlaceFacts {
  name: string;
  eventTitle: string;
  workTitle: string;
  timeZone: string;
  /** Where and about when it is heard; null on the waitlist. */
  slot: { table: number | null; place: number; startsAt: Date } | null;
  /** In the order of the plan among those that wait; 0 when it is heard. */
  waiting: number;
  /** What its author hears as a critic. */
  hears: readonly CritiqueWork[];
  critiqueUrl: string;
}

export const critiquePlace: MailType<CritiquePlaceFacts> = {
  ...critiquing,
  render: (facts, frame) => {
    const { name, slot, critiqueUrl } = facts;
    const which = slot === null ? 'waiting' : 'accepted';
    return mailParts(
      sentences.subject[which],
      [
        hello(name),
        ...(slot === null ? waitingBlocks(facts) : slotBlocks(facts, slot)),
        ...workBlocks(facts.hears),
        { actions: [{ label: sentences.action[which], url: critiqueUrl }] },
      ],
      frame,
    );
  },
  sample: {
    name: 'Ines Okafor',
    eventTitle: 'Listening circle, October',
    workTitle: 'Low tide',
    timeZone: 'America/Los_Angeles',
    slot: { table: 2, place: 3, startsAt: new Date('2026-10-20T01:50:00Z') },
    waiting: 0,
    hears: sampleWorks,
    critiqueUrl: 'https://acquaint.example/critique/018f',
  },
};

const slotBlocks = (
  { workTitle: title, eventTitle, timeZone }: CritiquePlaceFacts,
  { table, place, startsAt }: NonNullable<CritiquePlaceFacts['slot']>,
): Block[] => [
  { paragraph: sentences.accepted(workTitle(title), clipped(eventTitle, 10)) },
  { label: sentences.when, value: sentences.about(momentOf(startsAt, timeZone)) },
  ...(table === null ? [] : [{ label: sentences.table, value: String(table) }]),
  { label: sentences.place, value: String(place) },
  { paragraph: sentences.prepare },
];

const waitingBlocks = ({ workTitle: title, eventTitle, waiting }: CritiquePlaceFacts): Block[] => [
  { paragraph: sentences.waiting(workTitle(title), clipped(eventTitle, 10), waiting) },
];
