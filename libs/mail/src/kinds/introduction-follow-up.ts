import { words } from '#libs/words';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { clipped, firstName } from '../layout/plain.ts';
import { type MailType, following } from '../mail-type.ts';

const sentences = words.mail.months.followUp;

export interface FollowedPair {
  name: string;
  eventTitle: string;
  /** Each opens the reader's own page, which shows the buttons: opening a link answers nothing. */
  talkedUrl: string;
  metUrl: string;
  togetherUrl: string;
  laterUrl: string;
  stopUrl: string;
}

/** M5: to one person alone, about everybody of one organization whom it is due to ask about. */
export interface FollowUpFacts {
  pairs: readonly FollowedPair[];
}

export const introductionFollowUp: MailType<FollowUpFacts> = {
  ...following,
  render: ({ pairs }, frame) => {
    const [only] = pairs.length === 1 ? pairs : [];
    return mailParts(
      only === undefined ? sentences.subject.more : sentences.subject.one(firstName(only.name)),
      [
        { paragraph: only === undefined ? sentences.lead.more : sentences.lead.one },
        ...pairs.flatMap(pairBlocks),
        { rule: true },
        { paragraph: sentences.close },
      ],
      frame,
    );
  },
  sample: {
    pairs: ['Tomás Reyes', 'Ines Okafor'].map((name, index) => {
      const page = `https://acquaint.example/follow-up/018f?introduction=${index}&mark=`;
      return {
        name,
        eventTitle: 'Sound after the cut: a panel and a mixer',
        talkedUrl: `${page}talked`,
        metUrl: `${page}met`,
        togetherUrl: `${page}working-together`,
        laterUrl: `${page}later`,
        stopUrl: `${page}stop`,
      };
    }),
  },
};

function pairBlocks({ name, eventTitle, ...urls }: FollowedPair): Block[] {
  return [
    { heading: name },
    { paragraph: sentences.met(clipped(eventTitle, 10)) },
    {
      actions: [
        { label: sentences.marks.talked, url: urls.talkedUrl },
        { label: sentences.marks.met, url: urls.metUrl },
        { label: sentences.marks.together, url: urls.togetherUrl },
      ],
      alike: true,
    },
    {
      actions: [
        { label: sentences.later, url: urls.laterUrl },
        { label: sentences.stop, url: urls.stopUrl },
      ],
      alike: true,
    },
  ];
}
