import { publicCss, publicCssPath } from './public.css.ts';

describe('the style sheet of public pages', () => {
  it('weighs at most 10 KB, as sent', () => {
    expect(Buffer.byteLength(publicCss)).toBeLessThanOrEqual(10_000);
  });

  it('has an address that changes with it', () => {
    expect(publicCssPath).toMatch(/^\/public\.css\?v=[0-9a-f]{12}$/);
  });

  /** WCAG relative luminance and contrast, of the colours as they stand in the sheet. */
  const contrast = (one: string, other: string): number => {
    const luminance = (hex: string): number => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5]
        .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  const [day = '', night = ''] = publicCss
    .split('prefers-color-scheme:dark')
    .map((part) => part.slice(0, 400));
  const colour = (scheme: string, name: string): string =>
    new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(scheme)?.[1] ?? '';

  it.each([
    ['by day', day],
    ['at night', night],
  ])('can be read %s', (_, scheme) => {
    for (const ground of ['paper', 'raised']) {
      for (const ink of ['ink', 'quiet', 'accent', 'fault', 'good']) {
        expect({
          ink,
          ground,
          contrast: contrast(colour(scheme, ink), colour(scheme, ground)) >= 4.5,
        }).toEqual({
          ink,
          ground,
          contrast: true,
        });
      }
      // Edges of fields have to be seen, not read.
      expect(contrast(colour(scheme, 'edge'), colour(scheme, ground))).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(colour(scheme, 'ink'), colour(scheme, 'line'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(scheme, 'accent'), colour(scheme, 'line'))).toBeGreaterThan(3);
  });
});
