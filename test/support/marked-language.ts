import * as catalogue from '#libs/words';
import { type Lesson, learn, speaking } from '#libs/words';

// A made-up language that says every sentence of the catalogue between two marks. What a reader sees outside of them is either
// data or was never in the catalogue, so that no translation could reach it.

const [open, close] = ['⟦', '⟧'];

function marked(said: unknown): unknown {
  if (typeof said === 'string') return `${open}${said}${close}`;
  if (typeof said === 'function') return (...values: unknown[]) => marked(said(...values));
  if (Array.isArray(said)) return said.map(marked);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, marked(value)]));
}

/** From now on it is spoken in place of German. */
export function learnMarked(): void {
  const parts = Object.entries(catalogue).filter(([, part]) => typeof part === 'object');
  learn(
    'de',
    speaking('en', () => Object.fromEntries(parts.map(([name, part]) => [name, marked(part)])) as Lesson),
  );
}

/** What is read or heard of a page or a mail, one text after the other. */
function textsOf(html: string): string {
  const seen = html.replace(/<(style|script|svg)\b.*?<\/\1>|<!--.*?-->/gs, ' ');
  const spoken = [...seen.matchAll(/\s(?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(
    ([, text]) => text,
  );
  return [seen.replace(/<[^>]+>/g, ' '), ...spoken]
    .join(' \n ')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(quot|lt|gt|nbsp|amp);/g, (_, name: string) => entities[name] ?? ' ');
}

const entities: Record<string, string> = { quot: '"', lt: '<', gt: '>', nbsp: ' ', amp: '&' };

/** Days and months as Intl writes them in the language that this one stands in for, and short names of zones. */
const calendar = new Set(
  Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1 + month)).flatMap((at) =>
    (['long', 'short'] as const).flatMap((form) =>
      new Intl.DateTimeFormat('de-DE', { weekday: form, month: form, timeZone: 'UTC' })
        .format(at)
        .split(/[^\p{L}]+/u),
    ),
  ),
);

/**
 * The words of a page or a mail in this language that come from nowhere.
 * @param data what people wrote: texts whose words may stand on it
 */
export function unmarkedWords(html: string, data: readonly string[]): string[] {
  const known = new Set(data.flatMap(wordsOf));
  let rest = textsOf(html);
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return wordsOf(rest).filter((word) => !known.has(word) && !calendar.has(word));
}

/** Of two letters and more; addresses of people and of pages are none, nor are codes in capitals. */
const wordsOf = (text: string): string[] =>
  (text.replace(/\S+@\S+|https?:\S+/g, ' ').match(/\p{L}{2,}/gu) ?? []).filter(
    (word) => !/^\p{Lu}+$/u.test(word),
  );
