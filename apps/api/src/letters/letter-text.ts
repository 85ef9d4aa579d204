import { type LetterPart, sheetOf } from './letter-parts.ts';
import type { Letter } from './letter.ts';

const widest = 72;

/** The letter as text for any editor: UTF-8, lines of at most 72 characters unless a single word is longer. */
export function letterText(letter: Letter): string {
  const { title, heard, questionHeading, question, critiques, notes } = sheetOf(letter);
  const lines = [
    ...wrapped(title),
    ...wrapped(heard),
    '',
    `${questionHeading}:`,
    ...wrapped(question),
    ...critiques.flatMap(({ from, parts }) => ['', '', ...underlined(from), ...parts.flatMap(partLines)]),
    '',
    '',
    ...notes.flatMap((note) => wrapped(note)),
  ];
  return `${lines.join('\n')}\n`;
}

function partLines(part: LetterPart): string[] {
  const heading = part.heading === '' ? [] : [`${part.heading}:`];
  const text =
    'marks' in part
      ? part.marks.flatMap(({ time, text }) => wrapped(`${time} ${text}`, ' '.repeat(time.length + 1)))
      : wrapped(part.text);
  return ['', ...heading, ...text];
}

const underlined = (text: string): string[] => {
  const lines = wrapped(text);
  return [...lines, '-'.repeat(Math.max(...lines.map(lengthOf)))];
};

const lengthOf = (line: string): number => Array.from(line).length;

/** Breaks at blanks; lines that somebody broke themselves stay broken. `indent` stands before each line but the first. */
function wrapped(text: string, indent = ''): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((paragraph, index) => {
    const lines: string[] = [];
    let line = index === 0 ? '' : indent;
    for (const word of paragraph.split(/[ \t]+/).filter((one) => one !== '')) {
      const isEmpty = line.trim() === '';
      if (!isEmpty && lengthOf(line) + 1 + lengthOf(word) > widest) {
        lines.push(line);
        line = indent + word;
      } else line = isEmpty ? line + word : `${line} ${word}`;
    }
    return [...lines, line.trimEnd()];
  });
}
