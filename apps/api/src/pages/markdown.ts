import MarkdownIt from 'markdown-it';
import sanitize from 'sanitize-html';

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable('image');

/** The page has its own h1 and h2, so headings of a text start below them. No pictures: they would tell who looks. */
const allowed: sanitize.IOptions = {
  allowedTags: [
    'p',
    'br',
    'em',
    'strong',
    's',
    'ul',
    'ol',
    'li',
    'a',
    'h3',
    'h4',
    'blockquote',
    'code',
    'pre',
    'hr',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: sanitize.simpleTransform('a', { rel: 'nofollow noopener noreferrer' }),
  },
};

/** Somebody's Markdown as HTML that cannot run, load or restyle anything (rule 14). */
export const markdownToHtml = (text: string): string => sanitize(markdown.render(text), allowed);

/** The same as one line of plain text of at most `length` characters, for the head of a page. */
export function markdownToLine(text: string, length: number): string {
  // What is left is text with its five characters escaped; it is unescaped here because an attribute escapes it again.
  const plain = sanitize(markdown.render(text), { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= length) return plain;
  return `${plain
    .slice(0, length)
    .replace(/\s\S*$/, '')
    .trimEnd()} …`;
}
