import { longestBounceMailbox } from '#libs/database';
import { normaliseEmail } from '#libs/domain';
import { type Setting, parsed, wholeNumber, withDefault } from '#libs/settings';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DkimKey } from './dkim.ts';

/** How mail leaves. */
export interface MailSettings {
  /** How many mails are sent at once; half as many more while servers are slow. */
  connections: number;
  /** The first pause of a server or a domain that says "not now"; it doubles from there. */
  pauseMs: number;
  /** Where servers report to: a mailbox, or a domain that is all ours; null: to the sender. */
  bounceAddress: string | null;
  /** Null: mails are not signed here. */
  dkim: DkimKey | null;
}

interface MailValues {
  MAIL_CONNECTIONS: number;
  MAIL_PAUSE_SECONDS: number;
  BOUNCE_ADDRESS: string | null;
  DKIM_DOMAIN: string | null;
  DKIM_SELECTOR: string | null;
  DKIM_PRIVATE_KEY: DkimKey['privateKey'] | null;
}

const dkimNames = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY'];

/** All three of DKIM or none. */
export function mailValues(environment: Record<string, string | undefined>): {
  [Name in keyof MailValues]: Setting<MailValues[Name]>;
} {
  const isSigned = dkimNames.some((name) => (environment[name]?.trim() ?? '') !== '');
  const ofDkim = <Value>(setting: Setting<Value>): Setting<Value | null> =>
    isSigned ? setting : withDefault(setting, null);
  return {
    MAIL_CONNECTIONS: withDefault(wholeNumber(1, 50), 4),
    MAIL_PAUSE_SECONDS: withDefault(wholeNumber(0, 600), 5),
    BOUNCE_ADDRESS: withDefault(parsed(bounceAddress), null),
    DKIM_DOMAIN: ofDkim(parsed(domain)),
    DKIM_SELECTOR: ofDkim(parsed(selector)),
    DKIM_PRIVATE_KEY: ofDkim(parsed(privateKey)),
  };
}

export function mailSettings(read: MailValues): MailSettings {
  const { DKIM_DOMAIN: ours, DKIM_SELECTOR: name, DKIM_PRIVATE_KEY: key } = read;
  return {
    connections: read.MAIL_CONNECTIONS,
    pauseMs: read.MAIL_PAUSE_SECONDS * 1000,
    bounceAddress: read.BOUNCE_ADDRESS,
    dkim:
      ours === null || name === null || key === null
        ? null
        : { domain: ours, selector: name, privateKey: key },
  };
}

function bounceAddress(text: string): string {
  if (!text.includes('@')) return domain(text);
  const address = normaliseEmail(text);
  if (address === null) throw new Error('is neither an e-mail address nor a domain');
  if (address.indexOf('@') > longestBounceMailbox)
    throw new Error(`must have at most ${longestBounceMailbox} characters before its @`);
  return address;
}

function domain(text: string): string {
  const address = normaliseEmail(`a@${text}`);
  if (address === null) throw new Error('is not a domain');
  return address.slice(2);
}

function selector(text: string): string {
  if (!/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/i.test(text)) throw new Error('is not a DKIM selector');
  return text;
}

/** A PEM, also on one line with \n in it, or the path of a file that holds one. */
function privateKey(text: string): DkimKey['privateKey'] {
  const key = createKey(text.includes('-----BEGIN') ? text.replaceAll('\\n', '\n') : fileOf(text));
  if (key.asymmetricKeyType !== 'rsa') throw new Error('must be an RSA key');
  return key;
}

function createKey(pem: string): DkimKey['privateKey'] {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Error('is not a private key in PEM');
  }
}

function fileOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error('is neither a PEM nor a file that can be read');
  }
}
