import { words } from '#libs/words';
import { hello } from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, circling } from '../mail-type.ts';
import { nearDayOf } from '../when.ts';

const sentences = words.mail.circles.ask;

export interface CircleAskFacts {
  name: string;
  /** What the host calls it. */
  circle: string;
  eventTitle: string;
  timeZone: string;
  endsAt: Date;
  yesUrl: string;
  noUrl: string;
}

/** Names nobody: who else was asked shows to nobody before it begins. */
export const circleAsk: MailType<CircleAskFacts> = {
  ...circling,
  render: ({ name, circle, eventTitle, timeZone, endsAt, yesUrl, noUrl }, frame) =>
    mailParts(
      sentences.subject,
      [
        hello(name),
        { paragraph: sentences.lead(clipped(eventTitle, 12)) },
        { paragraph: sentences.about(circle) },
        { paragraph: sentences.question },
        {
          actions: [
            { label: sentences.yes, url: yesUrl },
            { label: sentences.no, url: noUrl },
          ],
        },
        { paragraph: sentences.close(nearDayOf(endsAt, timeZone)) },
      ],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    circle: 'Field recording in the city',
    eventTitle: 'Sound after the cut: a panel and a mixer',
    timeZone: 'America/Los_Angeles',
    endsAt: new Date('2026-10-28T17:00:00Z'),
    yesUrl: 'https://acquaint.example/circle/018f?answer=yes',
    noUrl: 'https://acquaint.example/circle/018f?answer=no',
  },
};
