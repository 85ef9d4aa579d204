import type { Sniffed } from './sniffed.ts';
import type { Window } from './window.ts';

const pieceBytes = 256 * 1024;
/** What a written work needs none of: programs, other programs, other files. */
const active = /\/(?:JavaScript|Launch|EmbeddedFile|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** Of a name with every letter written as a number. */
const longestName = 60;

/** Pages to read from the first byte to the last, without anything that acts. */
export async function isPdf(window: Window): Promise<Sniffed | null> {
  const head = (await window.bytes(0, 8)).toString('latin1');
  if (!/^%PDF-[12]\.\d$/.test(head)) return null;
  const tail = (await window.bytes(Math.max(0, window.size - 1024), 1024)).toString('latin1');
  if (!/%%EOF\s*$/.test(tail) || !/startxref\s+\d+\s+%%EOF\s*$/.test(tail)) return null;
  return (await isActive(window)) ? null : { type: 'application/pdf', lengthMs: null };
}

async function isActive(window: Window): Promise<boolean> {
  for (let at = 0; at < window.size; at += pieceBytes) {
    const piece = await window.bytes(at, pieceBytes + longestName);
    if (active.test(unescaped(piece.toString('latin1')))) return true;
  }
  return false;
}

/** "/J#61vaScript" is "/JavaScript". */
const unescaped = (text: string): string =>
  text.replaceAll(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
