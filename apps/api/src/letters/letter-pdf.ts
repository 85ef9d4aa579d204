import { words } from '#libs/words';
import { type Style, lacks } from '../print-lines.ts';
import { type LetterPart, type LetterSheet, sheetOf } from './letter-parts.ts';
import type { Letter } from './letter.ts';
import { PrintedPages, inks } from './printed-page.ts';

const title: Style = { family: 'serif', size: 13, leading: 1.35 };
const question: Style = { family: 'serif', size: 25, leading: 1.22 };
const critic: Style = { family: 'serif', size: 16, leading: 1.3 };
const label: Style = { family: 'sans', size: 8.5, leading: 1.5 };
const body: Style = { family: 'serif', size: 11, leading: 1.48 };
const note: Style = { family: 'sans', size: 8, leading: 1.5 };

/**
 * The letter to print: A4, titled and tagged, with its own typefaces. The same letter is the same bytes. What the typefaces
 * lack stands as its number, with a line that says so.
 */
export function letterPdf(letter: Letter): Promise<Buffer> {
  const sheet = sheetOf(letter);
  const pages = new PrintedPages({ title: sheet.title, subject: words.letter.subject, at: letter.heardAt });
  pages.write(sheet.title, 'H1', title, { after: 2 });
  pages.write(sheet.heard, 'P', label, { colour: inks.soft, after: 30 });
  pages.write(sheet.questionHeading, 'P', label, { colour: inks.accent, after: 4, keep: 40 });
  pages.write(sheet.question, 'P', question, { after: 20 });
  for (const { from, parts } of sheet.critiques) {
    pages.space(16);
    pages.write(from, 'H2', critic, { after: 8, keep: 70 });
    for (const part of parts) writePart(pages, part);
  }
  pages.space(18);
  for (const text of notesOf(sheet)) pages.write(text, 'P', note, { colour: inks.soft, after: 3 });
  return pages.end(label);
}

function writePart(pages: PrintedPages, part: LetterPart): void {
  if (part.heading !== '')
    pages.write(part.heading, 'H3', label, { colour: inks.accent, after: 2, keep: 36 });
  if ('text' in part) {
    pages.write(part.text, 'P', body, { after: 12 });
    return;
  }
  for (const { time, text } of part.marks) {
    pages.beside(time, text, body, { indent: 48, colour: inks.soft, after: 3 });
  }
  pages.space(9);
}

function notesOf({ title: heading, heard, question: asked, critiques, notes }: LetterSheet): string[] {
  const written = critiques.flatMap(({ from, parts }) => [
    from,
    ...parts.flatMap((part) => ('text' in part ? [part.text] : part.marks.map(({ text }) => text))),
  ]);
  const isWhole = ![heading, heard, asked, ...written].some(lacks);
  return isWhole ? notes : [...notes, words.letter.missingCharacters];
}
