import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from './mail-row.ts';

/** The bytes of a letter: the same letter is always the same bytes, boundaries and date included. */
export function compose(letter: Letter): Promise<Buffer> {
  const { from, replyTo, date, unsubscribe } = letter.headers;
  const headers: Record<string, string | { prepared: boolean; value: string }> = {
    'Auto-Submitted': 'auto-generated',
  };
  if (unsubscribe !== null) {
    headers['List-Unsubscribe'] = { prepared: true, value: `<${unsubscribe}>` };
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  const composer = new MailComposer({
    from,
    to: letter.to,
    ...(replyTo === null ? {} : { replyTo }),
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
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
