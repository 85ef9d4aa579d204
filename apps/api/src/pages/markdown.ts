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

/** At most 4 MB of texts and what they became. */
const rememberedTexts = 200;

/** The same text is on every view of its page, and rendering it is half of what the page costs. */
function remembered(render: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= rememberedTexts) known.clear();
    const rendered = render(text);
    known.set(text, rendered);
    return rendered;
  };
}

/** Somebody's Markdown as HTML that cannot run, load or restyle anything (rule 14). */
export const markdownToHtml = remembered((text) => sanitize(markdown.render(text), allowed));

/** What is left is text with its five characters escaped; it is unescaped here because an attribute escapes it again. */
const markdownToText = remembered((text) =>
  sanitize(markdown.render(text), { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** The same as one line of plain text of at most `length` characters, for the head of a page. */
export function markdownToLine(text: string, length: number): string {
  const plain = markdownToText(text);
  if (plain.length <= length) return plain;
  return `${plain
    .slice(0, length)
    .replace(/\s\S*$/, '')
    .trimEnd()} …`;
}
