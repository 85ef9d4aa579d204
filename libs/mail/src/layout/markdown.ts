import { type Placeholder, fillPlaceholders, placeholdersIn } from '#libs/domain';
import MarkdownIt from 'markdown-it';
import { printable } from './plain.ts';

export type Token = ReturnType<typeof markdown.parse>[number];

/** No pictures: they would tell who reads. Whole addresses become links, parts of one do not. */
export const markdown = new MarkdownIt('commonmark', { html: false, linkify: true })
  .enable('linkify')
  .disable('image');
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.core.ruler.push('placeholders', (state) => {
  for (const token of state.tokens)
    if (token.children !== null)
      token.children = placed(token.children, (type, content) =>
        Object.assign(new state.Token(type, '', 0), { content }),
      );
});

/** Where it may be filled, a placeholder is a token of its own, whose content is its name. */
export const parsed = (source: string): Token[] =>
  markdown.parse(
    // A place where a link leads has no room for white space.
    fillPlaceholders(printable(source), (name) => `{${name}}`),
    {},
  );

/** As the parser writes "{link}" where a link leads. */
export const encodedLink = '%7Blink%7D';

/**
 * The first placeholder of a text that would go out as it was typed: within an address, taken apart by formatting, or {link}
 * where it would not stand alone. What is shown as code is meant as it stands.
 */
export function firstUnfilled(source: string): string | null {
  const left = parsed(source).flatMap(({ children }) =>
    placeholdersIn((children ?? []).map(asTyped).join('')),
  );
  return left[0]?.whole ?? null;
}

function asTyped(token: Token): string {
  if (token.type === 'placeholder' || token.type === 'code_inline') return ' ';
  return `${seen(token)}${token.type === 'link_open' ? ` ${leadsTo(token)} ` : ''}`;
}

function leadsTo(token: Token): string {
  const href = String(token.attrGet('href') ?? '');
  return href === encodedLink ? '' : href.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

type Make = (type: 'text' | 'placeholder', content: string) => Token;

/** The tokens of a paragraph with those placeholders taken out of its words that may be filled. */
function placed(children: readonly Token[], make: Make): Token[] {
  const wordAt = wordsOf(children.map(seen).join(''));
  let [before, isInLink] = [0, false];
  return children.flatMap((child) => {
    const start = before;
    before += seen(child).length;
    if (child.type.startsWith('link_')) isInLink = child.type === 'link_open';
    if (child.type !== 'text') return [child];
    const mayFill = ({ at, name }: { at: number; name: Placeholder | null }): boolean =>
      name !== null && fits(name, wordAt(start + at), isInLink);
    return apart(child.content, placeholdersIn(child.content).filter(mayFill), make);
  });
}

function apart(text: string, found: ReturnType<typeof placeholdersIn>, make: Make): Token[] {
  let end = 0;
  const tokens = found.flatMap(({ at, whole, name }) => {
    const words = make('text', text.slice(end, at));
    end = at + whole.length;
    return [words, make('placeholder', name ?? '')];
  });
  return [...tokens, make('text', text.slice(end))];
}

/**
 * What leads to one reader's own page is a word of its own: as the end of somebody else's address it would tell them
 * the way in, since mail programs make links of what looks like an address.
 */
const fits = (name: Placeholder, word: string, isInLink: boolean): boolean =>
  name === 'link'
    ? !isInLink && /^\(?\{link\}[.,;:!?)]*$/.test(word)
    : !/:\/\/|\bwww\.|\bmailto:/i.test(word);

/** What a reader sees of a token. Where a link begins or ends is no white space. */
function seen({ type, content }: Token): string {
  if (type === 'text' || type === 'code_inline') return content;
  if (type.endsWith('break')) return '\n';
  return type.startsWith('link_') ? '|' : '';
}

/** The word around a place. White space that only some programs take for such is none. */
function wordsOf(text: string): (at: number) => string {
  const words = [...text.matchAll(/[^ \t\n]+/g)].map(({ 0: word, index }) => ({
    word,
    end: index + word.length,
  }));
  return (at) => words.find(({ end }) => at < end)?.word ?? '';
}
