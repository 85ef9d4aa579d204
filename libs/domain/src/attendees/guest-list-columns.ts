import { DomainError } from '../errors.ts';
import { normaliseEmail } from '../people/email.ts';
import {
  bookkeeping,
  columnMeanings,
  knownHeaders,
  knownQuestions,
  privateHeaders,
} from './guest-list-headers.ts';
import type { ColumnMeaning } from './guest-list-headers.ts';
import { foldWord, foldWords, readYesNo } from './guest-list-words.ts';

/** Why a column was guessed so; the sentences stand in the words (`importWords.why`). */
export type WhyGuessed =
  'header' | 'question' | 'cells' | 'not-known' | 'not-needed' | 'private' | 'already' | 'no-header';

export interface GuessedColumn {
  header: string;
  guess: ColumnMeaning;
  why: WhyGuessed;
}

export interface ListColumn {
  header: string;
  meaning: ColumnMeaning;
}

interface Candidate {
  meaning: ColumnMeaning;
  why: WhyGuessed;
  /** Lower is surer; only columns of one meaning are compared. */
  rank: number;
}

/** Of these one column is enough; a second one is somebody else's (the buyer's) and is not kept. */
const oneOnly: readonly ColumnMeaning[] = ['email', 'name', 'firstName', 'lastName', 'status', 'checkedInAt'];

/**
 * What each column of a guest list probably is, one guess per header in the same order; the organizer may correct it.
 * @param headers the cells of the first line
 * @param samples a few rows after it: they find an unnamed address column, and keep "introduce yourself" from being
 *   taken for consent
 */
export function guessColumns(
  headers: readonly string[],
  samples: readonly (readonly string[])[] = [],
): GuessedColumn[] {
  const cellsOf = (index: number): string[] =>
    samples.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
  const candidates = headers.map((header, index) => candidateFor(header, cellsOf(index)));
  if (!candidates.some((candidate) => candidate.meaning === 'email')) {
    const index = headers.findIndex((_, at) => areAddresses(cellsOf(at)));
    if (index >= 0) candidates[index] = { meaning: 'email', why: 'cells', rank: 0 };
  }
  return headers.map((header, index) => guessed(header, index, candidates));
}

/**
 * The columns as they will be read: the guesses with the organizer's corrections by column index.
 * @throws DomainError list-no-usable-column when no column holds the e-mail address
 */
export function settleColumns(
  guesses: readonly GuessedColumn[],
  corrections: Readonly<Partial<Record<number, ColumnMeaning>>> = {},
): ListColumn[] {
  const columns = guesses.map(({ header, guess }, index) => ({
    header,
    meaning: corrections[index] ?? guess,
  }));
  if (!columns.some((column) => column.meaning === 'email')) throw new DomainError('list-no-usable-column');
  return columns;
}

/** Whether the first line is itself a person: then the list has no header line, and its first guest would be lost. */
export const headersAreMissing = (headers: readonly string[]): boolean =>
  headers.some((header) => normaliseEmail(header) !== null);

function candidateFor(header: string, cells: readonly string[]): Candidate {
  const word = foldWord(header);
  if (word === '') return { meaning: 'ignored', why: 'no-header', rank: 0 };
  // Eventbrite's "Order #" and "Attendee #" are numbers, not people.
  if (header.trim().endsWith('#') || bookkeeping.includes(word))
    return { meaning: 'ignored', why: 'not-needed', rank: 0 };
  if (privateHeaders.includes(word)) return { meaning: 'ignored', why: 'private', rank: 0 };
  const known = byHeader(word) ?? byQuestion(` ${foldWords(header)} `);
  if (
    known === null ||
    (known.meaning === 'introductions' && !cells.every((cell) => readYesNo(cell) !== null))
  ) {
    return { meaning: 'answer', why: 'not-known', rank: 0 };
  }
  return known;
}

function byHeader(word: string): Candidate | null {
  for (const meaning of columnMeanings) {
    const rank = knownHeaders[meaning]?.indexOf(word) ?? -1;
    if (rank >= 0) return { meaning, why: 'header', rank };
  }
  return null;
}

function byQuestion(header: string): Candidate | null {
  for (const meaning of columnMeanings) {
    if (knownQuestions[meaning]?.some((part) => header.includes(` ${part} `)) === true) {
      return { meaning, why: 'question', rank: 100 };
    }
  }
  return null;
}

function areAddresses(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => normaliseEmail(cell) !== null);
}

function guessed(header: string, index: number, candidates: readonly Candidate[]): GuessedColumn {
  const own = candidates[index] ?? { meaning: 'ignored', why: 'no-header', rank: 0 };
  if (own.meaning === 'ignored' || own.meaning === 'answer' || !isBeaten(own, index, candidates)) {
    return { header, guess: own.meaning, why: own.why };
  }
  return { header, guess: oneOnly.includes(own.meaning) ? 'ignored' : 'answer', why: 'already' };
}

function isBeaten(own: Candidate, index: number, candidates: readonly Candidate[]): boolean {
  return candidates.some(
    (other, at) =>
      other.meaning === own.meaning && (other.rank < own.rank || (other.rank === own.rank && at < index)),
  );
}
