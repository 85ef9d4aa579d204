/** A header, status or yes/no cell without case, accents and punctuation: "E-mail address" is "e mail address". */
export function foldWords(text: string): string {
  return text
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same without blanks, for words that are written in one, two or snake_case: "checkedin". */
export const foldWord = (text: string): string => foldWords(text).replaceAll(' ', '');

const yesWords = [
  'yes',
  'y',
  'yes please',
  'true',
  '1',
  'x',
  'on',
  'i do',
  'agree',
  'i agree',
  'agreed',
  'opt in',
  'opted in',
];
const noWords = [
  'no',
  'n',
  'no thanks',
  'no thank you',
  'false',
  '0',
  'off',
  'i do not',
  'opt out',
  'opted out',
];

/**
 * Yes, no, or null for anything else. Whole answers only: consent must not be read into "yes, but only by phone".
 */
export function readYesNo(cell: string): 'yes' | 'no' | null {
  const answer = /^[✓✔]$/u.test(cell.trim()) ? 'yes' : foldWords(cell);
  if (yesWords.includes(answer)) return 'yes';
  return noWords.includes(answer) ? 'no' : null;
}
