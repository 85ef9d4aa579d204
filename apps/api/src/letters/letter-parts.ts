import { spokenLocale, words } from '#libs/words';
import { type Letter, type LetterCritique, clockOf } from './letter.ts';

/** A part of a critique with its heading, as it stands on paper and in a text. */
export type LetterPart =
  { heading: string; text: string } | { heading: string; marks: { time: string; text: string }[] };

/** The letter in the order in which it is read. */
export interface LetterSheet {
  title: string;
  /** When and where it was heard. */
  heard: string;
  questionHeading: string;
  question: string;
  critiques: { from: string; parts: LetterPart[] }[];
  /** What stands below everything. */
  notes: string[];
}

export function sheetOf(letter: Letter): LetterSheet {
  const { title, question, event, heardAt, timeZone, critiques, facilitatorReads } = letter;
  const day = new Intl.DateTimeFormat(spokenLocale(), { timeZone, dateStyle: 'long' }).format(heardAt);
  return {
    title: words.letter.title(title),
    heard: words.letter.heard(day, event),
    questionHeading: words.letter.question,
    question,
    critiques: critiques.map((critique) => ({ from: fromOf(critique), parts: partsOf(critique) })),
    notes: [
      ...(critiques.length === 0 ? [words.letter.none] : [words.letter.order]),
      facilitatorReads ? words.letter.facilitator : words.letter.nobodyElse,
    ],
  };
}

function fromOf({ critic, left }: LetterCritique): string {
  if (left) return words.letter.left;
  return critic === null ? words.letter.critic : words.letter.from(critic);
}

function partsOf(critique: LetterCritique): LetterPart[] {
  if (critique.left) return [{ heading: '', text: words.letter.leftWords }];
  const { parts } = words.letter;
  const written = (['meaning', 'answer', 'neutralQuestion', 'opinion'] as const).flatMap((part) =>
    critique[part].trim() === '' ? [] : [{ heading: parts[part], text: critique[part].trim() }],
  );
  const marks = critique.marks.map(({ at, text }) => ({ time: clockOf(at), text: text.trim() }));
  return marks.length === 0 ? written : [...written, { heading: parts.marks, marks }];
}
