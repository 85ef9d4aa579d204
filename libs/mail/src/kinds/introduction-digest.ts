import { words } from '#libs/words';
import { mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import type { MailType } from '../mail-type.ts';
import { weekdayOf } from '../when.ts';

const sentences = words.mail.digest;

/** M0: to whoever decides about an evening's introductions, once. It names nobody. */
export interface DigestFacts {
  /** How many wait for the hosts. */
  count: number;
  eventTitle: string;
  /** The event's one format, or an evening of several. */
  format: 'panel' | 'mixer' | 'critique' | 'evening';
  startsAt: Date;
  timeZone: string;
  boardUrl: string;
}

export const introductionDigest: MailType<DigestFacts> = {
  topic: 'digests',
  onDoubt: 'never',
  hours: 'working',
  render: ({ count, eventTitle, format, startsAt, timeZone, boardUrl }, frame) => {
    const weekday = weekdayOf(startsAt, timeZone);
    return mailParts(
      sentences.subject(count, weekday, format),
      [
        { paragraph: sentences.lead(count, weekday, format) },
        { label: sentences.event, value: clipped(eventTitle, 12) },
        { actions: [{ label: sentences.action, url: boardUrl }] },
      ],
      frame,
    );
  },
  sample: {
    count: 12,
    eventTitle: 'Sound after the cut: a panel and a mixer',
    format: 'panel',
    startsAt: new Date('2026-10-21T01:00:00Z'),
    timeZone: 'America/Los_Angeles',
    boardUrl: 'https://acquaint.example/app/018f/events/018f/introductions',
  },
};
