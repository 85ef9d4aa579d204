import { words } from '#libs/words';
import { hello } from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, circling } from '../mail-type.ts';
import { nearDayOf } from '../when.ts';

const sentences = words.mail.circles.useful;

export interface CircleUsefulFacts {
  name: string;
  circle: string;
  timeZone: string;
  endsAt: Date;
  yesUrl: string;
  noUrl: string;
}

export const circleUseful: MailType<CircleUsefulFacts> = {
  ...circling,
  render: ({ name, circle, timeZone, endsAt, yesUrl, noUrl }, frame) =>
    mailParts(
      sentences.subject,
      [
        hello(name),
        { paragraph: sentences.lead(circle) },
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
    timeZone: 'America/Los_Angeles',
    endsAt: new Date('2027-01-20T18:00:00Z'),
    yesUrl: 'https://acquaint.example/circle/018f?useful=yes',
    noUrl: 'https://acquaint.example/circle/018f?useful=no',
  },
};
