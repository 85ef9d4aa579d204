import { readPasted } from './pasted-addresses.ts';

describe('pasted addresses', () => {
  it('are read from lines, from columns and from what a mail program gives', () => {
    const pasted = [
      'ines@example.org',
      ' Bo@Example.org ;tam@example.org',
      'Lopez, Ana <ana@example.org>, "Kim (LA)" <kim@example.org>',
      'Jo Park\tjo@example.org\tsound designer',
      'mailto:max@example.org.',
    ].join('\r\n');
    expect(readPasted(pasted)).toEqual({
      emails: ['ines', 'bo', 'tam', 'ana', 'kim', 'jo', 'max'].map((name) => `${name}@example.org`),
      unusable: [],
    });
  });

  it('come once each, whatever their case', () => {
    expect(readPasted(['ines@example.org', 'INES@example.org']).emails).toEqual(['ines@example.org']);
  });

  it('name the lines that hold none, and what cannot be written to', () => {
    expect(readPasted('Email\n\nines@example.org\nbo@example, søren@example.org')).toEqual({
      emails: ['ines@example.org'],
      unusable: [
        { line: 1, text: 'Email' },
        { line: 4, text: 'bo@example' },
        { line: 4, text: 'søren@example.org' },
      ],
    });
  });

  it('say back only the beginning of a long line, and refuse what would break a header', () => {
    expect(readPasted('x'.repeat(5000)).unusable).toEqual([{ line: 1, text: 'x'.repeat(100) }]);
    expect(readPasted(['a\0@example.org', 'a@example.org\r\nBcc: b@example.org']).emails).toEqual([
      'a@example.org',
      'b@example.org',
    ]);
  });
});
