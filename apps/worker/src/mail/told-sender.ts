import { createPublicKey } from 'node:crypto';
import type { MailSender } from '#libs/database';
import type { Config } from '../config.ts';
import type { DkimKey } from './dkim.ts';
import { smtpServer } from './smtp-connection.ts';

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What this worker sends with, as far as the DNS may tell it. */
export function toldSender({
  mailFrom,
  smtpUrl,
  mail,
}: Pick<Config, 'mailFrom' | 'smtpUrl' | 'mail'>): MailSender {
  const { bounceAddress, dkim } = mail;
  return {
    mailFrom,
    envelopeDomain: domainOf(bounceAddress ?? mailFrom),
    smtpHost: smtpUrl === null ? null : smtpServer(smtpUrl).host,
    dkimDomain: dkim?.domain ?? null,
    dkimSelector: dkim?.selector ?? null,
    dkimKey: dkim === null ? null : recordKey(dkim),
  };
}

/** The public half, as its record in the DNS spells it: base64 of its DER. */
const recordKey = ({ privateKey }: DkimKey): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
