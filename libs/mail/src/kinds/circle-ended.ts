import { words } from '#libs/words';
import { hello } from '../event-facts.ts';
import { mailParts } from '../layout/mail-parts.ts';
import { type MailType, circling } from '../mail-type.ts';

const sentences = words.mail.circles.ended;

export interface CircleEndedFacts {
  name: string;
  circle: string;
}

export const circleEnded: MailType<CircleEndedFacts> = {
  ...circling,
  render: ({ name, circle }, frame) =>
    mailParts(sentences.subject, [hello(name), { paragraph: sentences.lead(circle) }], frame),
  sample: { name: 'Ines Okafor', circle: 'Field recording in the city' },
};
