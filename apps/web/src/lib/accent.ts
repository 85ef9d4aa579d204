/**
 * An organization sets one colour; day and night each get the nearest shade of it that can be read. WCAG AA asks for
 * 4.5:1; 5.2 on the paper leaves that much on the slightly darker grounds too.
 */
const paper = { day: '#fbf8f3', night: '#171412' } as const;
const enough = 5.2;

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const mix = (from: Rgb, to: Rgb, part: number): Rgb =>
  from.map((value, at) => value + ((to[at] ?? 0) - value) * part) as unknown as Rgb;

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The WCAG contrast ratio of two "#rrggbb" colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour, moved towards black by day or white by night in steps of 2 % until it reads on the paper. */
export function readable(hex: string, scheme: 'day' | 'night'): string {
  const end = rgbOf(scheme === 'day' ? '#000000' : '#ffffff');
  for (let part = 0; part <= 1; part += 0.02) {
    const shade = hexOf(mix(rgbOf(hex), end, part));
    if (contrast(shade, paper[scheme]) >= enough) return shade;
  }
  return hexOf(end);
}

/** Custom properties for tokens.css: the accent, its stronger and its palest form, and what is written on it. */
export function accentProperties(hex: string, scheme: 'day' | 'night'): Record<string, string> {
  const accent = readable(hex, scheme);
  const end = rgbOf(scheme === 'day' ? '#000000' : '#ffffff');
  return {
    '--accent': accent,
    '--accent-strong': hexOf(mix(rgbOf(accent), end, 0.25)),
    '--accent-wash': hexOf(mix(rgbOf(paper[scheme]), rgbOf(accent), 0.12)),
    '--on-accent': scheme === 'day' ? '#ffffff' : '#171412',
  };
}
