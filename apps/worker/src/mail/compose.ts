import { ticketPicture } from '#libs/mail';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from './mail-row.ts';

/** The bytes of a letter: the same letter is always the same bytes, boundaries and date included. */
export function compose(letter: Letter): Promise<Buffer> {
  const { from, replyTo, date, unsubscribe, calendar, ticket } = letter.headers;
  const headers: Record<string, string | { prepared: boolean; value: string }> = {
    'Auto-Submitted': 'auto-generated',
  };
  if (unsubscribe !== null) {
    headers['List-Unsubscribe'] = { prepared: true, value: `<${unsubscribe}>` };
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  const composer = new MailComposer({
    from: { name: unspelled(from.name), address: from.address },
    to: letter.to,
    ...(replyTo === null ? {} : { replyTo }),
    subject: unspelled(letter.subject),
    text: letter.text,
    html: letter.html,
    ...(calendar !== undefined && {
      icalEvent: { method: calendar.method, content: calendar.file, filename: 'evening.ics' },
    }),
    ...(ticket !== undefined && { attachments: [pictureOf(ticket)] }),
    messageId: letter.messageId,
    date: new Date(date),
    headers,
    baseBoundary: letter.messageId.replace(/[^a-z0-9-]/gi, ''),
    textEncoding: 'quoted-printable',
    newline: 'windows',
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, bytes) => {
      if (error === null) resolve(bytes);
      else reject(error);
    });
  });
}

/**
 * Text for a header that readers' programs take as it stands. "=?utf-8?q?…?=" is how headers spell what is not ASCII, and
 * would be read as something else; with a joiner nobody sees inside, it is text like any other and is spelled as a whole.
 */
export const unspelled = (text: string): string => text.replace(/=(?=\?)/g, '=\u2060');

/** Shown where the HTML names it; readers of the text part find it as a file. */
const pictureOf = (ticket: string) => ({
  filename: 'ticket.png',
  content: Buffer.from(ticket, 'base64'),
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  cid: ticketPicture,
});
