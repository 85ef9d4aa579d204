import { words } from '#libs/words';
import { type CritiqueWork, sampleWorks, workLines } from '../critique-works.ts';
import { hello } from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, critiquing } from '../mail-type.ts';
import { momentOf } from '../when.ts';

const sentences = words.mail.critique.reminder;

/** To a critic of a written session who has fewer than 150 words for some work after 48 hours; once. */
export interface CritiqueReminderFacts {
  name: string;
  eventTitle: string;
  /** Those that lack words. */
  works: readonly CritiqueWork[];
  dueAt: Date;
  timeZone: string;
  critiqueUrl: string;
}

export const critiqueReminder: MailType<CritiqueReminderFacts> = {
  ...critiquing,
  render: ({ name, eventTitle, works, dueAt, timeZone, critiqueUrl }, frame) =>
    mailParts(
      sentences.subject,
      [
        hello(name),
        { paragraph: sentences.lead(clipped(eventTitle, 10)) },
        ...workLines(works),
        { paragraph: sentences.due(momentOf(dueAt, timeZone)) },
        { actions: [{ label: sentences.action, url: critiqueUrl }] },
      ],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    eventTitle: 'Written round, October',
    works: sampleWorks.slice(0, 1),
    dueAt: new Date('2026-10-23T17:00:00Z'),
    timeZone: 'America/Los_Angeles',
    critiqueUrl: 'https://acquaint.example/critique/018f',
  },
};
