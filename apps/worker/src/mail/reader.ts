import {
  type Keys,
  type SuppressionReason,
  type Tx,
  hasStopped,
  isErasedAddress,
  meetFormerSelves,
  suppressionHashes,
  suppressionOf,
} from '#libs/database';
import { normaliseEmail } from '#libs/domain';
import { type ClaimedMail, rulesOf } from './mail-row.ts';

/** Where a claimed mail goes, and whose it is; null: the installation's own. */
export interface Address {
  address: string;
  organization: { name: string; accent: string | null } | null;
}

interface ReaderRow {
  email: string;
  erased: boolean;
  suppressed: SuppressionReason | null;
  organization: string | null;
  accent: string | null;
}

/**
 * The reader of a claimed mail, or why nothing goes to them; the row is then locked until the transaction ends. One
 * statement, because every mail asks it. The transaction need not be on disk when it commits: what a crash of the database
 * takes back is done again, and the flush before the last bytes of a mail that must not come twice covers it.
 * @returns 'lost' when the claim no longer stands
 */
export async function readerOf(
  tx: Tx,
  mail: ClaimedMail,
  keys: Keys,
): Promise<Address | { refusal: string } | 'lost'> {
  const [row] = await tx.prepared<ReaderRow>(
    'mail-reader',
    `select p.email, p.erased_at is not null as erased, o.name as organization, o.accent,
       (select s.reason from suppressions s where s.email_hash = any ($3::text[]) limit 1) as suppressed,
       set_config('synchronous_commit', 'off', true)
     from mails m join people p on p.id = m.person_id left join organizations o on o.id = m.organization_id
     where m.id = $1 and m.fence = $2 and m.state = 'sending' and m.lease_until > clock_timestamp() for update of m`,
    [mail.id, mail.fence, suppressionHashes(keys, mail.email)],
  );
  if (row === undefined) return 'lost';
  if (row.erased) return { refusal: 'erased' };
  const address = normaliseEmail(row.email);
  if (address === null) return { refusal: 'address-unusable' };
  const suppressed = row.email === mail.email ? row.suppressed : await suppressionOf(tx, keys, address);
  // Who called a mail spam looks to the organization like somebody who stopped it.
  if (suppressed !== null) return { refusal: suppressed === 'complaint' ? 'stopped' : 'suppressed-address' };
  const refusal = await refusedBy(tx, mail, address, keys);
  if (refusal !== null) return { refusal };
  const { organization, accent } = row;
  return { address, organization: organization === null ? null : { name: organization, accent } };
}

/** What a reader may refuse: mails that do not answer something they did. */
async function refusedBy(tx: Tx, mail: ClaimedMail, address: string, keys: Keys): Promise<string | null> {
  const { topic } = rulesOf(mail.kind);
  if (topic === null) return null;
  // Somebody who left is not written to because a list or a host names them again; only their own word brings them back.
  await meetFormerSelves(tx, keys, [{ id: mail.personId, email: address }]);
  if (await isErasedAddress(tx, mail.personId)) return 'erased';
  return (await hasStopped(tx, mail.personId, mail.organizationId, topic)) ? 'stopped' : null;
}
