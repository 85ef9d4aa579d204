import { type RecordCheck, type SenderFacts, domainOf, tagsOf } from './record-check.ts';
import type { Resolver } from './resolver.ts';

const policies = ['none', 'quarantine', 'reject'];
const isDmarc = (record: string): boolean => /^v=DMARC1\s*(;|$)/i.test(record);

/** Whether the domain that mails come from, or one above it, says what to do with mail that only pretends to. */
export async function checkDmarc(sender: SenderFacts, resolver: Resolver): Promise<RecordCheck> {
  const check = { record: 'dmarc', name: null, found: null, add: null } as const;
  if (sender.smtpHost === null) return { ...check, state: 'no-server' };
  const domain = domainOf(sender.mailFrom);
  for (const one of andAbove(domain)) {
    const name = `_dmarc.${one}`;
    const records = (await resolver.txt(name)).filter(isDmarc);
    const [found] = records;
    if (found === undefined) continue;
    if (records.length > 1) return { ...check, name, found: records.join(' · '), state: 'several' };
    const policy = tagsOf(found).get('p')?.toLowerCase() ?? '';
    return { ...check, name, found, state: policies.includes(policy) ? 'good' : 'unreadable' };
  }
  return { ...check, name: `_dmarc.${domain}`, state: 'missing', add: 'v=DMARC1; p=none' };
}

/** "a.b.example.org" → itself, "b.example.org", "example.org": never a top-level domain, and eight at most. */
function andAbove(domain: string): string[] {
  const labels = domain.split('.');
  const most = Math.max(1, labels.length - 1);
  return Array.from({ length: most }, (_, at) => labels.slice(at).join('.')).slice(0, 8);
}
