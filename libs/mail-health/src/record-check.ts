import type { MailSender } from '#libs/database';

/** What was found out about one record of the DNS; `words.mailHealth.records` says it and what to do. */
export interface RecordCheck {
  record: 'spf' | 'dkim' | 'dmarc';
  state: RecordState;
  /** Where the record stands, or would stand; null where nothing is looked up. */
  name: string | null;
  /** As it was found; null where there is none. */
  found: string | null;
  /** The whole record to put there, where we can say it. */
  add: string | null;
}

export const recordStates = [
  'good',
  'missing',
  /** More than one, so that receivers take none. */
  'several',
  /** SPF: the addresses of our mail server are not among those it allows. */
  'not-covered',
  /** SPF: it asks for more than the ten look-ups that receivers make. */
  'too-long',
  /** DKIM: another key stands there than the worker signs with. */
  'other-key',
  /** DKIM: we sign nothing ourselves; the mail server may. */
  'not-signed',
  /** DKIM: signed for another domain than mails come from. */
  'other-domain',
  /** DMARC: it says nothing about what to do. */
  'unreadable',
  /** The DNS did not answer. */
  'no-answer',
  /** Mails end in the table (the demo), so there is nothing to look up. */
  'no-server',
] as const;
export type RecordState = (typeof recordStates)[number];

/** What the worker sends with, for the checks. */
export interface SenderFacts extends Pick<MailSender, 'mailFrom' | 'envelopeDomain' | 'smtpHost'> {
  /** Null: the worker signs nothing. */
  dkim: { domain: string; selector: string; publicKey: string } | null;
}

export function senderFacts(sender: MailSender): SenderFacts {
  const { mailFrom, envelopeDomain, smtpHost, dkimDomain, dkimSelector, dkimKey } = sender;
  const signs = dkimDomain !== null && dkimSelector !== null && dkimKey !== null;
  const dkim = signs ? { domain: dkimDomain, selector: dkimSelector, publicKey: dkimKey } : null;
  return { mailFrom, envelopeDomain, smtpHost, dkim };
}

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** "v=DKIM1; k=rsa; p=…" as a map of its tags, lower-case. */
export function tagsOf(record: string): Map<string, string> {
  const tags = record.split(';').flatMap((part): [string, string][] => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()]];
  });
  return new Map(tags);
}
