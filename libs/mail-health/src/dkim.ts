import { type RecordCheck, type SenderFacts, domainOf, tagsOf } from './record-check.ts';
import type { Resolver } from './resolver.ts';

/** Whether the key in the DNS is the one that the worker signs with, for the domain that mails come from. */
export async function checkDkim(sender: SenderFacts, resolver: Resolver): Promise<RecordCheck> {
  const { dkim, smtpHost, mailFrom } = sender;
  const check = { record: 'dkim', name: null, found: null, add: null } as const;
  if (smtpHost === null) return { ...check, state: 'no-server' };
  if (dkim === null) return { ...check, state: 'not-signed' };
  const name = `${dkim.selector}._domainkey.${dkim.domain}`;
  const wanted = `v=DKIM1; k=rsa; p=${dkim.publicKey}`;
  const records = (await resolver.txt(name)).filter((record) => tagsOf(record).has('p'));
  const [found] = records;
  if (found === undefined) return { ...check, name, state: 'missing', add: wanted };
  if (records.length > 1)
    return { ...check, name, found: records.join(' · '), state: 'several', add: wanted };
  // An empty key is one that was taken back.
  const key = tagsOf(found).get('p')?.replace(/\s/g, '') ?? '';
  if (key !== dkim.publicKey) return { ...check, name, found, state: 'other-key', add: wanted };
  return { ...check, name, found, state: isOf(domainOf(mailFrom), dkim.domain) ? 'good' : 'other-domain' };
}

/** Relaxed alignment (RFC 7489, 3.1.1), without a list of public suffixes: the one lies within the other. */
const isOf = (from: string, signed: string): boolean =>
  from === signed.toLowerCase() ||
  from.endsWith(`.${signed.toLowerCase()}`) ||
  signed.toLowerCase().endsWith(`.${from}`);
