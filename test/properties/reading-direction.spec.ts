import { readFileSync, readdirSync } from 'node:fs';

// A language that is read from the right turns every page round by its direction alone, as long as no style says left or right.

const sheets = readdirSync('apps/web/src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => `apps/web/src/${name}`);
const styled = [...sheets, 'apps/api/src/pages/public.css.ts', 'libs/mail/src/layout/formatted.ts'];

const named = /\b(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/;
const placed = /(?:^|[;{\s])(?:left|right)\s*:/;
const aligned = /\b(?:text-align|float|clear|justify-content|justify-items)\s*:\s*(?:left|right)\b/;
const cornered = /\bborder-(?:top|bottom)-(?:left|right)-radius\b/;
const physical = [named, placed, aligned, cornered];

/** Of "padding: 1px 2px 3px 4px": whether the two sides differ. */
function isLopsided(declaration: string): boolean {
  const values = /^\s*(?:margin|padding)\s*:\s*(.*)$/.exec(declaration)?.[1] ?? '';
  const [, right, , left] = values.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];
  return left !== undefined && left !== right;
}

/** Declarations of a style sheet that say left or right where the direction of reading should. */
const physicalIn = (css: string): string[] =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/[;{}]/)
    .filter((one) => isLopsided(one) || physical.some((pattern) => pattern.test(one)));

it.each([
  'a { padding-left: 1px }',
  'a{left:-999px}',
  'a { text-align: right; }',
  'a { color: red; margin: 0 1rem 0 0 }',
  'a { padding: 0 calc(1px + (2px * 3)) 0 1px }',
  'a { border-top-left-radius: 2px }',
])('finds what would stay where it is: %s', (css) => {
  expect(physicalIn(css)).toHaveLength(1);
});

it.each([
  'a { padding-inline-start: 1px; text-align: start; inset-inline-end: 0 }',
  'a { padding: 1px 2px 3px 2px; margin: 0 0 1rem }',
  '/* left: over */ .left:hover { color: red }',
])('leaves alone what turns round: %s', (css) => {
  expect(physicalIn(css)).toEqual([]);
});

it('no style of the web app, of the pages and of the mails says left or right', () => {
  expect(sheets.length).toBeGreaterThan(50);
  const found = styled.flatMap((file) => physicalIn(readFileSync(file, 'utf8')).map((one) => [file, one]));
  expect(found).toEqual([]);
});
