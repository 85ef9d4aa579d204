import { normaliseEmail, readEmail } from './email.ts';

describe('an e-mail address', () => {
  it('is one address whatever its case and the blanks around it', () => {
    expect(normaliseEmail('  SREN.Fischer@Example.NET\t')).toBe('sren.fischer@example.net');
  });

  it.each(["o'brien+evening@studio-b.co.uk", 'a@b.io', 'x_y@sub.example.museum', 'k@xn--bcher-kva.example'])(
    'takes %s',
    (address) => {
      expect(normaliseEmail(address)).toBe(address);
    },
  );

  it.each([
    'a@example.org\r\nBcc: all@example.org',
    'a@example.org\n',
    'a\0@example.org',
    'a b@example.org',
    '"a b"@example.org',
    'a@example.org, b@example.org',
    'a@example.org;b@example.org',
    'A <a@example.org>',
    'a@@example.org',
    'a@b@example.org',
    '.a@example.org',
    'a.@example.org',
    'a..b@example.org',
    '=?utf-8?q?b=40evil.example?=@example.org',
    'a@example',
    'a@-example.org',
    'a@example-.org',
    'a@example..org',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    '@example.org',
    'not-an-address',
    `${'a'.repeat(65)}@example.org`,
  ])('refuses %j', (text) => {
    expect(readEmail(text)).toEqual({ fault: 'not-an-address' });
  });

  it('says why when it is missing, too long or not in ASCII', () => {
    expect(readEmail(' ')).toEqual({ fault: 'missing' });
    expect(readEmail(`a@${'b.'.repeat(126)}org`)).toEqual({ fault: 'too-long' });
    expect(readEmail('søren@example.org')).toEqual({ fault: 'not-ascii' });
    expect(readEmail('a@bücher.example')).toEqual({ fault: 'not-ascii' });
  });

  it('takes an address of 254 characters and refuses one more', () => {
    const domain = `${'b'.repeat(61)}.`.repeat(3);
    const longest = `${'a'.repeat(64)}@${domain}org`;
    expect(longest).toHaveLength(254);
    expect(normaliseEmail(longest)).toBe(longest);
    expect(normaliseEmail(`a${longest}`)).toBeNull();
  });
});
