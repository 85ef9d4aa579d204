import { slugChoices, slugOf } from './slugs.ts';

describe('the address of a name', () => {
  it.each([
    ['Sound after the cut: a panel & a mixer', 'sound-after-the-cut-a-panel-and-a-mixer'],
    ['  Äther / Öl  ', 'aether-oel'],
    ['iOS & GameDev', 'ios-and-gamedev'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('makes of %j %s', (name, slug) => {
    expect(slugOf(name, 120, 'event')).toBe(slug);
  });

  it('falls back where nothing is left', () => {
    expect(slugOf('★★★', 120, 'event')).toBe('event');
  });

  it('leaves room for a suffix and ends in no hyphen', () => {
    const slug = slugOf(`${'a'.repeat(72)} b c d e f`, 80, 'event');
    const longest = Math.max(...[...slugChoices(slug)].map((choice) => choice.length));
    expect(slug).toMatch(/[a-z]$/);
    expect(longest).toBeLessThanOrEqual(80);
  });
});
