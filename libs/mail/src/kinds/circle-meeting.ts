import { words } from '#libs/words';
import { hello } from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { type MailType, circling } from '../mail-type.ts';
import { momentOf } from '../when.ts';

const sentences = words.mail.circles.meeting;

export interface CircleMeetingFacts {
  name: string;
  circle: string;
  /** 1 for the first. */
  number: number;
  startsAt: Date;
  timeZone: string;
  /** "" when the host named none. */
  place: string;
  circleUrl: string;
}

export const circleMeeting: MailType<CircleMeetingFacts> = {
  ...circling,
  render: ({ name, circle, number, startsAt, timeZone, place, circleUrl }, frame) =>
    mailParts(
      number === 1 ? sentences.subject.first : sentences.subject.next,
      [
        hello(name),
        { paragraph: sentences.lead(circle, momentOf(startsAt, timeZone)) },
        ...placeBlocks(place),
        ...(number === 1 ? [{ paragraph: sentences.rhythm }] : []),
        { actions: [{ label: sentences.action, url: circleUrl }] },
      ],
      frame,
    ),
  sample: {
    name: 'Ines Okafor',
    circle: 'Field recording in the city',
    number: 1,
    startsAt: new Date('2026-11-11T02:30:00Z'),
    timeZone: 'America/Los_Angeles',
    place: 'The back room of Stories, Echo Park',
    circleUrl: 'https://acquaint.example/circle/018f',
  },
};

const placeBlocks = (place: string): Block[] =>
  place === '' ? [] : [{ label: sentences.where, value: place }];
