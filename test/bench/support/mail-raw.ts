import nodemailer from 'nodemailer';

/** The parts of a mail as they are frozen in its row. */
export interface RawLetter {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: {
    from: { name: string; address: string };
    replyTo: string | null;
    date: string;
    calendar?: { method: string; file: string };
    ticket?: string;
  };
}

/** As many as the worker has. */
const connections = 4;

/** What anybody would do who has the messages in memory: nodemailer with its pool, everything handed over at once. */
export async function sendRaw(url: string, letters: readonly RawLetter[]): Promise<void> {
  const { hostname, port } = new URL(url);
  const transport = nodemailer.createTransport({
    pool: true,
    host: hostname,
    port: Number(port),
    secure: false,
    maxConnections: connections,
    maxMessages: Infinity,
  });
  await Promise.all(
    letters.map(
      ({ messageId, to, subject, text, html, headers: { from, replyTo, date, calendar, ticket } }) =>
        transport.sendMail({
          from,
          to,
          ...(replyTo !== null && { replyTo }),
          subject,
          text,
          html,
          messageId,
          date: new Date(date),
          headers: { 'Auto-Submitted': 'auto-generated' },
          textEncoding: 'quoted-printable',
          ...(calendar !== undefined && {
            icalEvent: { method: calendar.method, content: calendar.file, filename: 'evening.ics' },
          }),
          ...(ticket !== undefined && {
            attachments: [
              {
                filename: 'ticket.png',
                content: Buffer.from(ticket, 'base64'),
                contentType: 'image/png',
                cid: 'ticket',
              },
            ],
          }),
        }),
    ),
  );
  transport.close();
}
