import { words } from '#libs/words';
import { type CritiqueWork, sampleWorks, workLines } from '../critique-works.ts';
import { hello } from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, critiquing } from '../mail-type.ts';
import { momentOf } from '../when.ts';

const sentences = words.mail.critique.assigned;

/** To each critic of a written session: what they have 72 hours for. Before an evening: to a critic without a work of their own. */
export interface CritiqueAssignedFacts {
  name: string;
  eventTitle: string;
  works: readonly CritiqueWork[];
  /** null: heard at the evening. */
  dueAt: Date | null;
  startsAt: Date;
  timeZone: string;
  critiqueUrl: string;
}

export const critiqueAssigned: MailType<CritiqueAssignedFacts> = {
  ...critiquing,
  render: ({ name, eventTitle, works, dueAt, startsAt, timeZone, critiqueUrl }, frame) =>
    mailParts(
      sentences.subject(works.length),
      [
        hello(name),
        { paragraph: (dueAt === null ? sentences.leadThere : sentences.lead)(clipped(eventTitle, 10)) },
        ...workLines(works),
        {
          paragraph:
            dueAt === null
              ? sentences.there(momentOf(startsAt, timeZone))
              : sentences.due(momentOf(dueAt, timeZone)),
        },
        { actions: [{ label: dueAt === null ? sentences.actionThere : sentences.action, url: critiqueUrl }] },
      ],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    eventTitle: 'Written round, October',
    works: sampleWorks,
    dueAt: new Date('2026-10-23T17:00:00Z'),
    startsAt: new Date('2026-10-20T01:00:00Z'),
    timeZone: 'America/Los_Angeles',
    critiqueUrl: 'https://acquaint.example/critique/018f',
  },
};
