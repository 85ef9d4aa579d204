import { spokenDirection, spokenLanguage, words } from '#libs/words';
import type { Formatted } from './formatted.ts';
import { type Markup, markup } from './markup.ts';
import { line, unlinked } from './plain.ts';

/** What a reader gets. Text and HTML hold the same words, because both are made from the same blocks. */
export interface MailParts {
  subject: string;
  text: string;
  html: string;
}

/** What a reader can stop by itself; see `words.mail.stop`. */
export type StopTopic = keyof typeof words.mail.stop;

/** What stands around every mail. */
export interface Frame {
  /** The organization it is sent for; null for mails of the installation. */
  organization: string | null;
  /** "#rrggbb", checked for contrast when it was set. */
  accent: string | null;
  /** Where the reader stops this topic; null for mails that answer something the reader did. */
  stop: { topic: StopTopic; url: string } | null;
}

/**
 * For a mail that people answer or pass on to the other people it names, its words below: it carries no link of the reader's
 * own. The header, which no answer quotes, still stops it (RFC 8058).
 */
export const quotable = (frame: Frame): Frame => ({ ...frame, stop: null });

export type Block =
  | { paragraph: string }
  /** A name or title that stands out. */
  | { heading: string }
  | { label: string; value: string }
  | { code: string }
  /** One that travels with the mail under this Content-ID. The text part has none of it. */
  | { picture: string; alt: string }
  /** `alike`: no one of them is the one to press. */
  | { actions: readonly { label: string; url: string }[]; alike?: true }
  /** An address that its owner chose to show, as a link to write to. */
  | { label: string; address: string }
  /** A text that an organizer wrote. */
  | { formatted: Formatted }
  | { rule: true };

/** One mail from its blocks. Nothing but `actions` and `address` becomes a link, in any mail reader. */
export function mailParts(subject: string, blocks: readonly Block[], frame: Frame): MailParts {
  return {
    subject: line(subject),
    text: `${[...blocks.filter((block) => !('picture' in block)).map(textOf), footerText(frame)].join('\n\n')}\n`,
    html: page(line(subject), blocks, frame).source,
  };
}

function textOf(block: Block): string {
  if ('paragraph' in block) return unlinked(block.paragraph);
  if ('heading' in block) return unlinked(block.heading);
  if ('code' in block) return block.code;
  if ('formatted' in block) return block.formatted.text;
  if ('actions' in block) return block.actions.map(({ label, url }) => `${label}:\n${url}`).join('\n\n');
  if ('address' in block) return `${unlinked(block.label)}: ${block.address}`;
  if ('label' in block) return `${unlinked(block.label)}: ${unlinked(block.value)}`;
  return '– – –';
}

function footerText({ organization, stop }: Frame): string {
  const lines = ['--', unlinked(senderLine(organization))];
  if (stop !== null) lines.push(`${words.mail.stop[stop.topic]}:\n${stop.url}`);
  return lines.join('\n');
}

const senderLine = (organization: string | null): string =>
  organization === null ? words.mail.product : words.mail.from(organization);

// Inline styles: many readers drop a style sheet. The palette is that of the public pages; the system turns it at night.
const sans = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const serif = "font-family:Georgia,'Source Serif 4','Times New Roman',serif";

function markupOf(block: Block, accent: string): Markup {
  if ('paragraph' in block) return markup`<p style="margin:0 0 16px">${unlinked(block.paragraph)}</p>`;
  if ('heading' in block) {
    return markup`<p style="margin:24px 0 8px;font-size:20px;line-height:28px;${serif}">${unlinked(block.heading)}</p>`;
  }
  if ('formatted' in block) return block.formatted.html;
  if ('code' in block) {
    return markup`<p style="margin:0 0 16px;font-size:28px;line-height:36px;letter-spacing:4px;font-variant-numeric:tabular-nums">${block.code}</p>`;
  }
  if ('picture' in block) {
    return markup`<p style="margin:0 0 16px"><img src="cid:${block.picture}" alt="${block.alt}" style="display:block;max-width:100%;height:auto;background:#ffffff"></p>`;
  }
  if ('actions' in block) {
    return markup`<p style="margin:8px 0 16px">${block.actions.map((action, index) => buttonOf(action, index === 0 && block.alike !== true, accent))}</p>`;
  }
  if ('address' in block) {
    const mailto = `mailto:${encodeURIComponent(block.address).replace('%40', '@')}`;
    return markup`<p style="margin:0 0 8px">${unlinked(block.label)}: <a href="${mailto}" style="color:inherit">${block.address}</a></p>`;
  }
  if ('label' in block) {
    return markup`<p style="margin:0 0 8px"><span style="opacity:.7">${unlinked(block.label)}:</span> ${unlinked(block.value)}</p>`;
  }
  return markup`<hr style="margin:24px 0;border:0;border-top:1px solid #8886">`;
}

/**
 * The first action is the filled one, unless all are alike; the others are as easy to press and quieter. Few mail readers
 * know margins by the direction of reading, so it is looked up here.
 */
function buttonOf({ label, url }: { label: string; url: string }, isFilled: boolean, accent: string): Markup {
  const look = isFilled
    ? `background:${accent};border:1px solid ${accent};color:#ffffff`
    : 'border:1px solid;color:inherit';
  const gap = spokenDirection() === 'ltr' ? '0 12px 8px 0' : '0 0 8px 12px';
  return markup`<a href="${url}" style="display:inline-block;margin:${gap};padding:12px 20px;border-radius:6px;text-decoration:none;${look}">${label}</a>`;
}

function page(subject: string, blocks: readonly Block[], frame: Frame): Markup {
  const accent = frame.accent ?? '#1f5f5b';
  const { stop } = frame;
  const footer =
    stop === null
      ? markup``
      : markup`<br><a href="${stop.url}" style="color:inherit">${words.mail.stop[stop.topic]}</a>`;
  return markup`<!doctype html>
<html lang="${spokenLanguage()}" dir="${spokenDirection()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${unlinked(subject)}</title>
<style>@media (prefers-color-scheme:dark){body{background:#171412!important;color:#efe9e1!important}}</style>
</head>
<body style="margin:0;padding:24px 16px;background:#fbf8f3;color:#1b1714;font-size:16px;line-height:24px;${sans}">
<div style="max-width:544px;margin:0 auto">
${blocks.map(
  (block) => markup`${markupOf(block, accent)}
`,
)}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #8884;font-size:13px;line-height:20px;opacity:.75">${unlinked(senderLine(frame.organization))}${footer}</p>
</div>
</body>
</html>`;
}
