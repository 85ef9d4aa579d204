import type { Reader, Tx } from './tx.ts';

/** What the worker sends with, as far as the DNS may tell it: no password, no private key. */
export interface MailSender {
  mailFrom: string;
  /** The domain of the envelope. */
  envelopeDomain: string;
  /** Null: mails end in the table. */
  smtpHost: string | null;
  dkimDomain: string | null;
  dkimSelector: string | null;
  /** The public key, RSA: base64 of its DER (SPKI). */
  dkimKey: string | null;
}

/** Said by each worker that starts, so that what is checked is what it sends with and not what another process was told. */
export async function tellMailSender(tx: Tx, sender: MailSender): Promise<void> {
  await tx.query(
    `insert into mail_sender (mail_from, envelope_domain, smtp_host, dkim_domain, dkim_selector, dkim_key, told_at)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp())
     on conflict (id) do update set mail_from = excluded.mail_from, envelope_domain = excluded.envelope_domain,
       smtp_host = excluded.smtp_host, dkim_domain = excluded.dkim_domain, dkim_selector = excluded.dkim_selector,
       dkim_key = excluded.dkim_key, told_at = excluded.told_at`,
    [
      sender.mailFrom,
      sender.envelopeDomain,
      sender.smtpHost,
      sender.dkimDomain,
      sender.dkimSelector,
      sender.dkimKey,
    ],
  );
}

/** What the worker that started last sends with; null: none has ever started. */
export async function mailSender(reader: Reader): Promise<MailSender | null> {
  const [row] = await reader.query<MailSender>(
    `select mail_from as "mailFrom", envelope_domain as "envelopeDomain", smtp_host as "smtpHost",
       dkim_domain as "dkimDomain", dkim_selector as "dkimSelector", dkim_key as "dkimKey"
     from mail_sender`,
  );
  return row ?? null;
}
