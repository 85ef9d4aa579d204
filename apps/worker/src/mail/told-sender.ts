import { createPublicKey } from 'node:crypto';
import type { MailSender } from '#libs/database';
import type { Config } from '../config.ts';
import { smtpServer } from './smtp.ts';

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What this worker sends with, as far as the DNS may tell it. */
export function toldSender(config: Pick<Config, 'mailFrom' | 'smtpUrl'>): MailSender {
  const { mailFrom, smtpUrl } = config;
  return {
    mailFrom,
    envelopeDomain: domainOf(mailFrom),
    smtpHost: smtpUrl === null ? null : smtpServer(smtpUrl).host,
    ...unsigned,
  };
}

const unsigned = { dkimDomain: null, dkimSelector: null, dkimType: null, dkimKey: null } as const;

/** The public half of a private key, as its record in the DNS spells it. @param pem the private key */
export function dkimRecordKey(pem: string): { dkimType: 'rsa' | 'ed25519'; dkimKey: string } {
  const key = createPublicKey(pem);
  const der = key.export({ type: 'spki', format: 'der' });
  // RFC 8463: of Ed25519 the 32 bytes alone, which end its DER.
  if (key.asymmetricKeyType === 'ed25519')
    return { dkimType: 'ed25519', dkimKey: der.subarray(-32).toString('base64') };
  return { dkimType: 'rsa', dkimKey: der.toString('base64') };
}
