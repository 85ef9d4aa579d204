import { checkDkim } from './dkim.ts';
import { checkDmarc } from './dmarc.ts';
import type { RecordCheck, SenderFacts } from './record-check.ts';
import type { Resolver } from './resolver.ts';
import { checkSpf } from './spf.ts';

/** What receivers look up about our mail. Each check stands alone: a DNS that is silent on one says nothing of the others. */
export function checkRecords(sender: SenderFacts, resolver: Resolver): Promise<RecordCheck[]> {
  const checks = { spf: checkSpf, dkim: checkDkim, dmarc: checkDmarc } as const;
  return Promise.all(
    (['spf', 'dkim', 'dmarc'] as const).map((record) =>
      checks[record](sender, resolver).catch((): RecordCheck => ({
        record,
        state: 'no-answer',
        name: null,
        found: null,
        add: null,
      })),
    ),
  );
}
