import { words } from '#libs/words';
import { type Family, type PrintFont, fontFor } from './print-fonts.ts';

/** A stretch of a line in one font. */
export interface Run {
  font: PrintFont;
  text: string;
}

/** How wide a run is, in points. */
export type Measure = (run: Run, size: number) => number;

export interface Style {
  family: Family;
  /** In points. */
  size: number;
  /** Of a line, as a multiple of the size. */
  leading: number;
}

/** What leaves no mark on paper: joiners, directions, variation selectors, soft hyphens, and control characters. */
const markless = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]|\p{Cc}/gu;

const brokenByHand = /\r\n|[\r\n\u2028\u2029]/;

/** Breaks a text into lines of at most `width` points. A word that is wider than a line is broken between its letters. */
export function linesOf(text: string, { family, size }: Style, width: number, measure: Measure): Run[][] {
  return text.split(brokenByHand).flatMap((paragraph) => {
    const lines: Run[][] = [];
    let line = '';
    for (const word of wordsThatFit(paragraph, (one) => fits(one))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && !fits(longer)) {
        lines.push(runsOf(line, family));
        line = word;
      } else line = longer;
    }
    return [...lines, runsOf(line, family)];
  });

  function fits(line: string): boolean {
    return widthOf(runsOf(line, family), size, measure) <= width;
  }
}

export const widthOf = (runs: readonly Run[], size: number, measure: Measure): number =>
  runs.reduce((sum, run) => sum + measure(run, size), 0);

/** Whether something of it cannot be printed as it is. */
export const lacks = (text: string): boolean => {
  const printed = printable(text);
  return Array.from(printed).some((character) => !isBlank(character) && fontFor('serif', character) === null);
};

const printable = (text: string): string => text.replaceAll('\t', ' ').normalize('NFC');

const isBlank = (character: string): boolean => /^\s$/u.test(character) || character.search(markless) === 0;

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function wordsThatFit(paragraph: string, fits: (word: string) => boolean): string[] {
  return printable(paragraph)
    .replace(markless, '')
    .split(/[^\S\u00a0\u202f]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (fits(word) ? [word] : pieces(word, fits)));
}

function pieces(word: string, fits: (word: string) => boolean): string[] {
  const all: string[] = [];
  let piece = '';
  for (const { segment } of letters.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      all.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...all, piece];
}

/** What no font has stands as its number: nothing that somebody wrote vanishes. */
function runsOf(line: string, family: Family): Run[] {
  const runs: Run[] = [];
  for (const character of line) {
    const own = fontFor(family, character);
    const font = own ?? fontFor(family, ' ');
    if (font === null) throw new Error('No typeface has a blank.');
    const text = own === null ? words.letter.missingCharacter(character.codePointAt(0) ?? 0) : character;
    const last = runs.at(-1);
    if (last !== undefined && (last.font === font || (text === ' ' && last.font.characters.has(32))))
      last.text += text;
    else runs.push({ font, text });
  }
  return runs;
}
