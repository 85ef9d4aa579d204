import { words } from '#libs/words';
import { DomainError } from '../errors.ts';

/** The two papers of every page: warm white by day, near-black by night. */
const papers = { day: '#fbf8f3', night: '#171412' } as const;

/** WCAG 2.2, 1.4.3 (AA): text against its paper. */
const textContrast = 4.5;

/**
 * WCAG 2.2, 1.4.11 (AA): what marks a control or a line. The chosen colour has to reach this on both papers; more is
 * impossible to ask, because the papers are 17.3 : 1 apart and no one colour does better than the root of that, 4.2.
 */
const markContrast = 3;

export interface AccentShades {
  /** Readable as text on warm white, and warm white on it. */
  day: string;
  /** Readable as text on near-black, and near-black on it. */
  night: string;
}

/** @throws DomainError accent-too-faint, pointing at `/accent`, for a colour that cannot mark anything by day and by night */
export function refuseFaintAccent(accent: string): void {
  if (Object.values(papers).every((paper) => contrast(accent, paper) >= markContrast)) return;
  throw new DomainError('accent-too-faint', [
    { pointer: '/accent', detail: words.problems['accent-too-faint'] },
  ]);
}

/** The accent as it may carry text: darkened for day and lightened for night just as far as 4.5 : 1 asks. */
export function accentShades(accent: string): AccentShades {
  return { day: shadeFor(accent, papers.day, 0), night: shadeFor(accent, papers.night, 255) };
}

/** WCAG contrast of two colours "#rrggbb", 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** In steps of 2 %, towards black (0) or white (255); at the end stands black or white, which always fits. */
function shadeFor(accent: string, paper: string, towards: 0 | 255): string {
  for (let share = 0; share < 1; share += 0.02) {
    const shade = mixed(accent, towards, share);
    if (contrast(shade, paper) >= textContrast) return shade;
  }
  return mixed(accent, towards, 1);
}

function mixed(colour: string, towards: number, share: number): string {
  const parts = channels(colour).map((part) => Math.round(part + (towards - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** WCAG relative luminance of "#rrggbb", 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
