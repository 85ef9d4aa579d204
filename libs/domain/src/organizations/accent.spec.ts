import * as fc from 'fast-check';
import { accentShades, contrast, refuseFaintAccent } from './accent.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the accent of an organization', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(['#0f766e', '#b45309', '#2563eb'])('takes %s, which can be seen by day and by night', (accent) => {
    expect(() => {
      refuseFaintAccent(accent);
    }).not.toThrow();
  });

  it.each([
    ['#ffff00', 'day'],
    ['#111111', 'night'],
    ['#9a3412', 'night'],
  ])('refuses %s, which vanishes by %s', (accent) => {
    expect(() => {
      refuseFaintAccent(accent);
    }).toThrow(
      expect.objectContaining({
        code: 'accent-too-faint',
        shapes: [expect.objectContaining({ pointer: '/accent' })],
      }),
    );
  });

  it('carries text of at least 4.5 : 1 on both papers, whatever colour was chosen', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const { day, night } = accentShades(accent);
        expect(contrast(day, '#fbf8f3')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(night, '#171412')).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('leaves a colour alone where it already carries text', () => {
    expect(accentShades('#0f766e').day).toBe('#0f766e');
  });
});
