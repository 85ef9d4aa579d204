import { app } from '#libs/words';
import { faultsByField } from '../../lib/problem.ts';

/** "gaffer, sparks," → ["gaffer", "sparks"]. */
export const wordsIn = (typed: string): string[] =>
  typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** A row as one line, also as it can be typed again. */
export const lineOf = (words: readonly string[]): string => words.join(', ');

/** A row by its first two words: it may hold twelve of forty characters. */
export function nameOf(words: readonly string[]): string {
  const shown = lineOf(words.slice(0, 2));
  return words.length > 2 ? app.synonyms.andMore(shown, words.length - 2) : shown;
}

/** What a refusal says of any of the words, each sentence once: all of them are typed in one field. */
export const faultsOfWords = (error: unknown): string[] => [
  ...new Set(
    Object.entries(faultsByField(error)).flatMap(([field, sentence]) =>
      field.startsWith('words') ? [sentence] : [],
    ),
  ),
];
