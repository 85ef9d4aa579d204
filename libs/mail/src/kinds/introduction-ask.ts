import { words } from '#libs/words';
import { hello } from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, introducing } from '../mail-type.ts';
import { nearDayOf } from '../when.ts';

const sentences = words.mail.introduction.ask;

export interface Question {
  /** Why, in the reader's line: what they would get and what they could give. */
  reason: string;
  /** The reader's own page of this question; it shows the buttons, so that opening a link answers nothing. */
  yesUrl: string;
  noUrl: string;
}

export interface Suggestion extends Question {
  /** Null when they do not want to be named in asks: their crafts, or else their work, stand for them. */
  who: string | null;
  crafts: readonly string[];
  workingOn: string;
  step: keyof typeof sentences.step;
}

/** M1 of introductions.md: one person, up to two suggestions, one question each. */
export interface AskFacts {
  name: string;
  eventTitle: string;
  timeZone: string;
  /** When the reader's own ask ends: its day 7. */
  endsAt: Date;
  suggestions: readonly Suggestion[];
}

export const introductionAsk: MailType<AskFacts> = {
  ...introducing,
  render: (facts, frame) => mailParts(askSubject(facts), askBlocks(facts), frame),
  sample: {
    name: 'Ines Okafor',
    eventTitle: 'Sound after the cut: a panel and a mixer',
    timeZone: 'America/Los_Angeles',
    endsAt: new Date('2026-10-28T17:00:00Z'),
    suggestions: [
      {
        who: 'Tomás Reyes',
        crafts: ['mastering', 'vinyl'],
        workingOn: 'a label for field recordings',
        reason:
          'You look for vinyl preparation, they offer that; they look for room acoustics, you work in it.',
        step: 'call',
        yesUrl: 'https://acquaint.example/ask/018f?answer=yes',
        noUrl: 'https://acquaint.example/ask/018f?answer=no',
      },
      {
        who: null,
        crafts: [],
        workingOn: 'a first documentary',
        reason: 'You are both working on a first documentary.',
        step: 'mail',
        yesUrl: 'https://acquaint.example/ask/0190?answer=yes',
        noUrl: 'https://acquaint.example/ask/0190?answer=no',
      },
    ],
  },
};

export function askSubject({ suggestions }: AskFacts): string {
  return suggestions.length === 1 ? sentences.subject.one : sentences.subject.two;
}

export function askBlocks({ name, eventTitle, timeZone, endsAt, suggestions }: AskFacts): Block[] {
  return [
    hello(name),
    { paragraph: sentences.lead(clipped(eventTitle, 10)) },
    ...suggestions.flatMap(suggestionBlocks),
    { rule: true },
    { paragraph: sentences.close(nearDayOf(endsAt, timeZone)) },
  ];
}

function suggestionBlocks(suggestion: Suggestion): Block[] {
  return [
    { heading: whoOf(suggestion) },
    { paragraph: suggestion.reason },
    { paragraph: sentences.step[suggestion.step] },
    actionsOf(suggestion),
  ];
}

function whoOf({ who, crafts, workingOn }: Suggestion): string {
  const name = who ?? sentences.somebody;
  if (crafts.length > 0) return sentences.craft(name, crafts.join(', '));
  return who === null && workingOn !== '' ? sentences.craft(name, workingOn) : name;
}

export const actionsOf = ({ yesUrl, noUrl }: Question): Block => ({
  actions: [
    { label: sentences.yes, url: yesUrl },
    { label: sentences.no, url: noUrl },
  ],
});
