import { normaliseEmail } from '#libs/domain';
import { wordList, words } from '#libs/words';
import { type Block, type Frame, type MailParts, mailParts, quotable } from '../layout/mail-parts.ts';
import { firstName, wordCount } from '../layout/plain.ts';
import { type MailType, introducing } from '../mail-type.ts';

const sentences = words.mail.introduction.made;

/** introductions.md, Mails. */
const mostWords = 125;

export interface Introduced {
  name: string;
  reason: string;
  canHelpWith: readonly string[];
  /** What they chose with their yes: usually their address. */
  contact: string;
}

/** M3: two messages of the same words, to each of the two. */
export interface IntroductionFacts {
  people: readonly [Introduced, Introduced];
  /** The index of the one who writes first. */
  first: 0 | 1;
  /** The smaller of the two steps. */
  step: keyof typeof sentences.step;
}

export const introduction: MailType<IntroductionFacts> = {
  ...introducing,
  render: (facts, frame) => {
    // The reasons are frozen and names are not cut, so what people can help with gives way.
    const attempts = [3, 2, 1].map((tags) => rendered(facts, tags, frame));
    return attempts.find(({ text }) => wordCount(text) <= mostWords) ?? rendered(facts, 0, frame);
  },
  sample: {
    people: [
      {
        name: 'Ines Okafor',
        reason:
          'You look for vinyl preparation, they offer that; they look for room acoustics, you work in it.',
        canHelpWith: ['room acoustics', 'field recording'],
        contact: 'ines@example.org',
      },
      {
        name: 'Tomás Reyes',
        reason:
          'You look for room acoustics, they work in it; they look for vinyl preparation, you offer that.',
        canHelpWith: ['vinyl preparation'],
        contact: 'tomas@example.org',
      },
    ],
    first: 0,
    step: 'call',
  },
};

function rendered({ people, first, step }: IntroductionFacts, tags: number, frame: Frame): MailParts {
  const [one, other] = people;
  const called = people.map(({ name }) => calledIn(people, name));
  return mailParts(
    sentences.subject(firstName(one.name), firstName(other.name)),
    [
      { paragraph: sentences.lead(one.name, other.name) },
      ...people.map(({ reason }, index) => ({ label: sentences.reason(called[index] ?? ''), value: reason })),
      ...people.flatMap((person, index) =>
        helpBlocks(called[index] ?? '', person.canHelpWith.slice(0, tags)),
      ),
      { paragraph: `${sentences.first(called[first] ?? '')} ${sentences.step[step]}` },
      ...people.map(({ contact }, index) => contactBlock(called[index] ?? '', contact)),
      { paragraph: sentences.close },
    ],
    quotable(frame),
  );
}

/** First names, unless both have the same. */
function calledIn([one, other]: IntroductionFacts['people'], name: string): string {
  const alike = firstName(one.name).toLowerCase() === firstName(other.name).toLowerCase();
  return alike ? name : firstName(name);
}

function helpBlocks(name: string, offers: readonly string[]): Block[] {
  return offers.length === 0 ? [] : [{ paragraph: sentences.help(name, wordList(offers)) }];
}

function contactBlock(name: string, contact: string): Block {
  const label = sentences.contact(name);
  const address = normaliseEmail(contact);
  return address === null ? { label, value: contact } : { label, address };
}
