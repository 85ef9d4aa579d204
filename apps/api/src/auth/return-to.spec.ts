import { localPath } from './return-to.ts';

describe('where a sign-in leads afterwards', () => {
  it.each(['/me', '/app/organizations/1?tab=guests#row', '/e/an-evening', '/'])('is our own %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'me',
    '',
    `/${'a'.repeat(500)}`,
    undefined,
    ['/me'],
  ])('is never %j', (text) => {
    expect(localPath(text)).toBeNull();
  });
});
