import { contactFile, fileNameOf } from './contact-file.ts';

const of = (name: string, note = 'Met at Sound after the cut') =>
  contactFile({ name, email: 'ada@example.org', note });

describe('a contact as a file', () => {
  it('holds the name, the address and where the two met', () => {
    expect(of('Ada Lovelace')).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        'N:;Ada Lovelace;;;',
        'FN:Ada Lovelace',
        'EMAIL;TYPE=INTERNET:ada@example.org',
        'NOTE:Met at Sound after the cut',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('takes signs of its own format and line breaks as text', () => {
    const file = of('Ada; Countess, of \\ L\nEMAIL:eve@example.org');
    expect(file).toContain('FN:Ada\\; Countess\\, of \\\\ L\\nEMAIL:eve@example.org\r\n');
    expect(file.match(/^EMAIL/gm)).toHaveLength(1);
  });

  it('breaks lines after 75 bytes without breaking a character', () => {
    const name = 'Żółć '.repeat(30).trim();
    const file = of(name);
    const lengths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`FN:${name}\r\n`);
  });

  it('is named after the person, by letters alone', () => {
    expect(fileNameOf('Łukasz “L” Żółć')).toBe('Łukasz-L-Żółć.vcf');
    expect(fileNameOf('../..')).toBe('contact.vcf');
  });
});
