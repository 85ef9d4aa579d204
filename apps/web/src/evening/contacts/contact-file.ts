/** An address book's entry (vCard 3.0, RFC 2426): what every phone opens. */
export function contactFile({ name, email, note }: { name: string; email: string; note: string }): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    // Which part of a name is which, nobody was asked: all of it stands where the given name does.
    `N:;${escaped(name)};;;`,
    `FN:${escaped(name)}`,
    `EMAIL;TYPE=INTERNET:${escaped(email)}`,
    `NOTE:${escaped(note)}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|[\r\n]/g, '\\n');

/** Bytes of a line without its break. */
const mostBytes = 75;
const bytes = new TextEncoder();

/** Between characters, never within one: a continued line begins with a blank. */
function folded(line: string): string {
  const parts: string[] = [''];
  for (const character of line) {
    const part = parts.at(-1) ?? '';
    if (bytes.encode(part + character).length > mostBytes) parts.push(` ${character}`);
    else parts[parts.length - 1] = part + character;
  }
  return parts.join('\r\n');
}

/** Of letters that every file system takes. */
export const fileNameOf = (name: string): string =>
  `${
    name
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'contact'
  }.vcf`;
