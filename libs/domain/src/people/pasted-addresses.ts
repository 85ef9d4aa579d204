import { normaliseEmail } from './email.ts';

export interface PastedAddresses {
  /** As the product keeps them, each once, in the order they stood in. */
  emails: string[];
  /** What is no address we can write to; `line` counts from 1, or is the place in the list. */
  unusable: { line: number; text: string }[];
}

/** How much of an unusable line is said back. */
const shownOfLine = 100;

/**
 * The addresses in what somebody pasted: one a line, a column of a sheet, or what a mail program gives
 * ("Ines Okafor <ines@example.org>, bo@example.org"). Names beside an address are passed over.
 */
export function readPasted(pasted: string | readonly string[]): PastedAddresses {
  const emails = new Set<string>();
  const unusable: PastedAddresses['unusable'] = [];
  const lines = typeof pasted === 'string' ? pasted.split(/\r\n|\r|\n/) : pasted;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    for (const candidate of candidatesIn(line)) {
      const email = normaliseEmail(candidate);
      if (email === null) unusable.push({ line: at + 1, text: candidate.trim().slice(0, shownOfLine) });
      else emails.add(email);
    }
  }
  return { emails: [...emails], unusable };
}

/** What might be an address: every word with an "@"; the line itself when there is none. */
function candidatesIn(line: string): string[] {
  const words = line.split(/[\s,;<>()"]+/).filter((word) => word.includes('@'));
  return words.length === 0
    ? [line]
    : words.map((word) => word.replace(/^mailto:/i, '').replace(/[.:]$/, ''));
}
