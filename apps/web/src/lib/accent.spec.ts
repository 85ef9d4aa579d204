import { accentProperties, contrast, readable } from './accent.ts';

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it.each(['#ffe600', '#1f5f5b', '#b4532a', '#000000', '#ffffff', '#7f7f7f'])(
  'makes %s readable by day and by night, with words on it',
  (hex) => {
    expect(contrast(readable(hex, 'day'), '#fbf8f3')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(readable(hex, 'night'), '#171412')).toBeGreaterThanOrEqual(4.5);
    for (const scheme of ['day', 'night'] as const) {
      const properties = accentProperties(hex, scheme);
      expect(contrast(properties['--accent'] ?? '', properties['--on-accent'] ?? '')).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  },
);

it('leaves a colour alone that can be read already', () => {
  expect(readable('#1f5f5b', 'day')).toBe('#1f5f5b');
});
