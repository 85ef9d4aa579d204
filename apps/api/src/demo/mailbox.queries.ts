import type { Reader } from '#libs/database';

export type MailState = 'queued' | 'sending' | 'handed' | 'sent' | 'failed' | 'suppressed' | 'unsure';

export interface MailLine {
  id: string;
  kind: string;
  to: string;
  subject: string | null;
  state: MailState;
  outcome: string | null;
  dueAt: Date;
  finalAt: Date | null;
  createdAt: Date;
}

export interface WholeMail extends MailLine {
  text: string | null;
  html: string | null;
  messageId: string | null;
  headers: {
    from: { name: string; address: string };
    replyTo: string | null;
    date: string;
    unsubscribe: string | null;
    /** A PNG in base64. */
    ticket?: string;
  } | null;
}

const columns = `m.id, m.kind, coalesce(m.to_address, p.email) as "to", m.subject, m.state, m.outcome, m.due_at as "dueAt",
  m.final_at as "finalAt", m.created_at as "createdAt"`;

/** Newest first, from `before` on; served by mails_newest. */
export function mailLines(
  reader: Reader,
  { to, before, limit }: { to: string | null; before: readonly string[] | null; limit: number },
): Promise<MailLine[]> {
  const [at, id] = before ?? [null, null];
  return reader.query<MailLine>(
    `select ${columns} from mails m join people p on p.id = m.person_id
     where ($1::text is null or p.email = $1)
       and ($2::timestamptz is null or (date_trunc('milliseconds', m.created_at), m.id) < ($2, $3::uuid))
     order by date_trunc('milliseconds', m.created_at) desc, m.id desc limit $4`,
    [to, at ?? null, id ?? null, limit],
  );
}

export async function wholeMail(reader: Reader, id: string): Promise<WholeMail | undefined> {
  const [mail] = await reader.query<WholeMail>(
    `select ${columns}, m.text_part as text, m.html_part as html, m.message_id as "messageId", m.headers
     from mails m join people p on p.id = m.person_id where m.id = $1`,
    [id],
  );
  return mail;
}
