/** A piece of HTML that is known to be safe. Only `markup` makes one. */
export class Markup {
  constructor(readonly source: string) {}
}

type Part = string | number | Markup | readonly Markup[];

/** The one way HTML comes about in a mail: every value is escaped unless it is Markup already (rule 14). */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const sources = parts.map((part, index) => `${sourceOf(part)}${strings[index + 1] ?? ''}`);
  return new Markup(`${strings[0] ?? ''}${sources.join('')}`);
}

function sourceOf(part: Part): string {
  if (part instanceof Markup) return part.source;
  if (typeof part === 'object') return part.map(({ source }) => source).join('');
  return escape(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
