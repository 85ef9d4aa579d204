// Values of an .ics file (RFC 5545): each keeps what people typed from writing lines of its own.

/** "20261020T010000Z". */
export const utcStamp = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** A text value: what would end it or the line is escaped, other control characters are left out. */
export function escaped(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n');
}

/** A parameter value between quotes has no escape for a quote, and no line breaks. */
export const quotable = (text: string): string =>
  withoutControls(text.replace(/\s+/g, ' ')).replaceAll('"', '’');

/** A mail address as a calendar names a person. */
export const mailto = (address: string): string => `mailto:${withoutControls(address.replaceAll('\n', ''))}`;

const withoutControls = (text: string): string =>
  text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '').toWellFormed();

/** Lines as the bytes of a file: each at most 75 bytes long, the rest of it going on after a space. */
export const fileOf = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('');

/** Never cut inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = byteLength(character);
    if (bytes + size > 75) {
      parts.push(part);
      part = '';
      // The space that continues a line is one of its bytes.
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

function byteLength(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}
