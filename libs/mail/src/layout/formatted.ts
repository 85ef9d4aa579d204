import type { Placeholder } from '#libs/domain';
import MarkdownIt from 'markdown-it';
import sanitize from 'sanitize-html';
import { type Token, encodedLink, markdown, parsed } from './markdown.ts';
import { Markup, markup } from './markup.ts';
import { unlinked } from './plain.ts';

/** A text of an organizer, ready for both parts of a mail. */
export interface Formatted {
  text: string;
  html: Markup;
}

/** What stands in place of each placeholder, as plain text; `link` is an address of ours. */
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

const allowed: sanitize.IOptions = {
  allowedTags: ['p', 'br', 'em', 'strong', 'ul', 'ol', 'li', 'a', 'h3', 'blockquote', 'code', 'pre', 'hr'],
  allowedAttributes: { a: ['href', 'style'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: { h1: 'h3', h2: 'h3', h4: 'h3', h5: 'h3', h6: 'h3' },
};

/**
 * Markdown as HTML that can neither run, load nor restyle anything (rule 14), and as text that reads well. Placeholders are
 * filled after parsing, so that a name is never Markdown; no mail reader makes a link of one (rule 17).
 */
export function formatted(source: string, values: PlaceholderValues): Formatted {
  const tokens = parsed(source);
  for (const token of tokens) for (const child of token.children ?? []) leadSomewhere(child, values.link);
  return { text: textOf(tokens, values), html: new Markup(sanitize(htmlOf(tokens, values), allowed)) };
}

/** A link is one of three kinds with a whole address, or none. */
function leadSomewhere(token: Token, link: string): void {
  if (token.type !== 'link_open') return;
  const href = String(token.attrGet('href') ?? '');
  const target = href === encodedLink ? link : href;
  if (/^(https?:\/\/|mailto:)/i.test(target)) token.attrs = [['href', target]];
  else token.attrs = [];
}

const hrefOf = (token: Token): string => String(token.attrGet('href') ?? '');

function htmlOf(tokens: Token[], values: PlaceholderValues): string {
  const { rules, options } = { rules: { ...markdown.renderer.rules }, options: markdown.options };
  const renderer = new MarkdownIt().renderer;
  renderer.rules = {
    ...rules,
    placeholder: (list, index) => filledMarkup(list[index], values),
  };
  return renderer.render(tokens, options, {});
}

const nameOf = (token: Token | undefined): Placeholder => token?.content as Placeholder;

function filledMarkup(token: Token | undefined, values: PlaceholderValues): string {
  const [name, { link }] = [nameOf(token), values];
  const filled =
    name === 'link'
      ? markup`<a href="${link}" style="color:inherit">${link}</a>`
      : markup`${unlinked(values[name])}`;
  return filled.source;
}

function textOf(tokens: readonly Token[], values: PlaceholderValues): string {
  const lines: string[] = [];
  const lists: { next: number | null }[] = [];
  let marker = '';
  for (const token of tokens) {
    if (token.type === 'bullet_list_open') lists.push({ next: null });
    else if (token.type === 'ordered_list_open') lists.push({ next: Number(token.attrGet('start') ?? 1) });
    else if (token.type === 'list_item_open')
      marker = `${'  '.repeat(lists.length - 1)}${markerOf(lists.at(-1))}`;
    else if (token.type === 'inline') {
      lines.push(`${marker}${wordsOf(token.children ?? [], values)}`);
      marker = '';
    } else if (token.type === 'hr') lines.push('– – –', '');
    else if (token.type === 'fence' || token.type === 'code_block') lines.push(token.content.trimEnd(), '');
    else if (token.type.endsWith('_list_close')) {
      lists.pop();
      if (lists.length === 0) lines.push('');
    } else if (isEndOfParagraph(token)) lines.push('');
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const isEndOfParagraph = ({ type, hidden }: Token): boolean =>
  (type === 'paragraph_close' && !hidden) || type === 'heading_close';

function markerOf(list: { next: number | null } | undefined): string {
  if (list === undefined || list.next === null) return '- ';
  list.next += 1;
  return `${String(list.next - 1)}. `;
}

/** Where a link leads stands behind its words, between the brackets that no mail reader takes for a part of it. */
function wordsOf(children: readonly Token[], values: PlaceholderValues): string {
  let [text, linkAt, href] = ['', 0, ''];
  for (const child of children) {
    if (child.type === 'text' || child.type === 'code_inline') text += child.content;
    else if (child.type === 'placeholder')
      text += nameOf(child) === 'link' ? values.link : unlinked(values[nameOf(child)]);
    else if (child.type === 'softbreak' || child.type === 'hardbreak') text += '\n';
    else if (child.type === 'link_open') [linkAt, href] = [text.length, hrefOf(child)];
    else if (child.type === 'link_close' && href !== '' && !sameAddress(text.slice(linkAt), href))
      text += ` <${href}>`;
  }
  return text;
}

const sameAddress = (text: string, href: string): boolean => text === href || `mailto:${text}` === href;
