import type { CritiqueView, Mark } from '../calls.ts';

/** What a critic types. */
export type Parts = Pick<CritiqueView, TextPart | 'marks'>;
export const textParts = ['meaning', 'answer', 'neutralQuestion', 'opinion'] as const;
export type TextPart = (typeof textParts)[number];
export const longest: Record<TextPart, number> = {
  meaning: 4000,
  answer: 4000,
  neutralQuestion: 500,
  opinion: 2000,
};
export const longestMark = 200;
export const mostMarks = 50;

export const noWords: Parts = { meaning: '', answer: '', neutralQuestion: '', opinion: '', marks: [] };

export const partsOf = ({ meaning, answer, neutralQuestion, opinion, marks }: Parts): Parts => ({
  meaning,
  answer,
  neutralQuestion,
  opinion,
  marks,
});

/** A part that was typed here and in another window, and what the other one has. */
export type Doubled = Partial<Record<TextPart, string>>;

export interface Merged {
  parts: Parts;
  doubled: Doubled;
}

/**
 * What was typed here since `base`, and what another window has kept meanwhile, part by part: whichever changed wins. A
 * part that both changed stays as it is here, with the other beside it, unless one goes on where the other stops.
 */
export function merge(base: Parts, typed: Parts, theirs: Parts): Merged {
  const merged: Merged = { parts: { ...typed }, doubled: {} };
  for (const part of textParts) {
    const [was, here, there] = [base[part], typed[part], theirs[part]];
    if (there === was) continue;
    if (here === was || there.startsWith(here)) merged.parts[part] = there;
    else if (!here.startsWith(there)) merged.doubled[part] = there;
  }
  merged.parts.marks = mergeMarks(base.marks, typed.marks, theirs.marks);
  return merged;
}

const nameOf = ({ at, text }: Mark): string => `${at} ${text}`;
const without = (marks: readonly Mark[], others: readonly Mark[]): Mark[] => {
  const names = new Set(others.map(nameOf));
  return marks.filter((mark) => !names.has(nameOf(mark)));
};

/** What either side added is there, what either side took away is not. */
function mergeMarks(base: readonly Mark[], here: readonly Mark[], there: readonly Mark[]): Mark[] {
  const gone = [...without(base, here), ...without(base, there)];
  return inOrder([...without(there, gone), ...without(without(here, there), gone)]).slice(0, mostMarks);
}

/** As the server keeps them. */
export const inOrder = (marks: readonly Mark[]): Mark[] => marks.toSorted((one, other) => one.at - other.at);

export const sameMarks = (one: readonly Mark[], other: readonly Mark[]): boolean =>
  one.length === other.length &&
  one.every((mark, at) => nameOf(mark) === nameOf(other[at] ?? { at: -1, text: '' }));

/** The parts that differ from what the server has. */
export function changed(base: Parts, typed: Parts): Partial<Parts> {
  const texts = textParts.filter((part) => base[part] !== typed[part]).map((part) => [part, typed[part]]);
  const marks = inOrder(typed.marks);
  return {
    ...(Object.fromEntries(texts) as Partial<Parts>),
    ...(sameMarks(base.marks, marks) ? {} : { marks }),
  };
}
