import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Font, create } from 'fontkit';
import { TrueTypeSubset } from './true-type.ts';

// The product's own two typefaces for paper. Their packages hold one file a script, each read when a letter first needs it.

export const families = { serif: 'source-serif-4', sans: 'inter' } as const;
export type Family = keyof typeof families;

const scripts = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const;
/** What a package does not hold. */
const missing = new Set(['source-serif-4-greek-ext']);

export interface PrintFont {
  /** Its name in a document. */
  name: string;
  font: Font;
  characters: ReadonlySet<number>;
}

const resolve = createRequire(import.meta.url).resolve;
const opened = new Map<string, PrintFont>();

function open(name: string, family: string): PrintFont {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const font = create(
    readFileSync(resolve(`@fontsource-variable/${family}/files/${name}-wght-normal.woff2`)),
  );
  font.createSubset = () => new TrueTypeSubset(font);
  // It keeps a glyph with the characters it was first asked for, and asks for parts of composed ones without any: then a
  // text that is copied from the page would lack them.
  for (const code of usualFirst(font.characterSet)) font.glyphForCodePoint(code);
  const printFont = { name, font, characters: new Set(font.characterSet) };
  opened.set(name, printFont);
  return printFont;
}

/** Characters that share a glyph, as ’ and the letter ʼ do, are copied as the one that people type. */
const usualFirst = (codes: readonly number[]): number[] => {
  const isPunctuation = (code: number): boolean => code >= 0x2010 && code <= 0x205f;
  return [
    ...codes.filter((code) => code <= 0xff),
    ...codes.filter(isPunctuation),
    ...codes.filter((code) => code > 0xff && !isPunctuation(code)),
  ];
};

/** The fonts of a family that may have a character, then those of the other family; each opened when it is asked for. */
function* fontsFrom(family: Family): Generator<PrintFont> {
  const order: Family[] = family === 'serif' ? ['serif', 'sans'] : ['sans', 'serif'];
  for (const one of order) {
    for (const script of scripts) {
      const name = `${families[one]}-${script}`;
      if (!missing.has(name)) yield open(name, families[one]);
    }
  }
}

const chosen = { serif: new Map<number, PrintFont | null>(), sans: new Map<number, PrintFont | null>() };

/** The font in which a character is printed; null: neither family has it in any script. */
export function fontFor(family: Family, character: string): PrintFont | null {
  const code = character.codePointAt(0) ?? 0;
  const known = chosen[family].get(code);
  if (known !== undefined) return known;
  const font = firstWith(family, code);
  chosen[family].set(code, font);
  return font;
}

function firstWith(family: Family, code: number): PrintFont | null {
  for (const font of fontsFrom(family)) if (font.characters.has(code)) return font;
  return null;
}
