import { type StorageSettings, fileSettings, storageSettings } from '#libs/files';
import { type Keys, type Mode, parseKeys } from '#libs/database';
import { normaliseEmail } from '#libs/domain';
import { oneOf, parsed, readSettings, url, wholeNumber, withDefault } from '#libs/settings';
import { type MailSettings, mailSettings, mailValues } from './mail/settings.ts';

export interface Config {
  mode: Mode;
  databaseUrl: string;
  /** Every link in a mail starts here. No trailing slash. */
  publicUrl: string;
  keys: Keys;
  /** Null: mails end in the table and are read at /dev/mail. Never null in live mode. */
  smtpUrl: string | null;
  /** The address mails come from; the name beside it is the organization's. */
  mailFrom: string;
  /** The mailbox where reports of other mail servers arrive; null: none is looked into. */
  bounceImapUrl: string | null;
  /** How long a delivery may say nothing before its mail is another worker's. */
  mailLeaseSeconds: number;
  mail: MailSettings;
  /** Where the files of works are kept. */
  files: StorageSettings;
}

/** @throws SettingsError with every fault at once */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const smtp = url('smtp', 'smtps');
  const live = !['demo', 'test'].includes(environment['ACQUAINT_MODE'] ?? 'live');
  const read = readSettings(environment, {
    ACQUAINT_MODE: withDefault(oneOf('demo', 'live', 'test'), 'live'),
    DATABASE_URL: url('postgres', 'postgresql'),
    PUBLIC_URL: url('http', 'https'),
    SECRET_KEYS: parsed(parseKeys),
    SMTP_URL: live ? smtp : withDefault(smtp, null),
    MAIL_FROM: withDefault(parsed(mailAddress), null),
    BOUNCE_IMAP_URL: withDefault(url('imaps', 'imap'), null),
    MAIL_LEASE_SECONDS: withDefault(wholeNumber(2, 600), 60),
    ...mailValues(environment),
    ...fileSettings,
  });
  return {
    mode: read.ACQUAINT_MODE,
    databaseUrl: read.DATABASE_URL,
    publicUrl: read.PUBLIC_URL,
    keys: read.SECRET_KEYS,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM ?? addressAt(read.PUBLIC_URL),
    bounceImapUrl: read.BOUNCE_IMAP_URL,
    mailLeaseSeconds: read.MAIL_LEASE_SECONDS,
    mail: mailSettings(read),
    files: storageSettings(read),
  };
}

function mailAddress(text: string): string {
  const address = normaliseEmail(text);
  if (address === null) throw new Error('is not an e-mail address');
  return address;
}

/** A machine without a domain of its own (localhost, a bare address) still needs a well-formed sender. */
function addressAt(publicUrl: string): string {
  return normaliseEmail(`acquaint@${new URL(publicUrl).hostname}`) ?? 'acquaint@localhost.localdomain';
}
