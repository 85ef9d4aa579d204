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
import { type Language, isLanguage } from '#libs/words';
import type { ClaimedMail } from './mail-row.ts';
import { topicFor } from './topic.ts';

/** Where a claimed mail goes, and whose it is; null: the installation's own. */
export interface Address {
  address: string;
  organization: { name: string; accent: string | null; replyTo: string | null } | null;
  /** The reader's own choice, else that of the organization. */
  language: Language;
}

interface ReaderRow {
  id: string;
  email: string;
  erased: boolean;
  suppressed: SuppressionReason | null;
  organization: string | null;
  accent: string | null;
  replyTo: string | null;
  language: string | null;
}

/** Or why nothing goes there; 'lost' when the claim no longer stands. */
export type Found = Address | { refusal: string } | 'lost';

/**
 * The readers of claimed mails, in their order; the rows are then locked until the transaction ends. One statement, because
 * every mail asks it. The transaction need not be on disk when it commits: what a crash of the database takes back is done
 * again, and the flush before the last bytes of a mail that must not come twice covers it.
 */
export async function readersOf(tx: Tx, mails: readonly ClaimedMail[], keys: Keys): Promise<Found[]> {
  const rows = await tx.prepared<ReaderRow>(
    'mail-readers',
    `select m.id, p.email, p.erased_at is not null as erased, o.name as organization, o.accent, o.reply_to as "replyTo",
       coalesce(p.language, o.language) as language,
       (select s.reason from suppressions s where s.email_hash = any (string_to_array(given.hashes, ' ')) limit 1) as suppressed,
       set_config('synchronous_commit', 'off', true)
     from unnest($1::uuid[], $2::int[], $3::text[]) as given(id, fence, hashes) join mails m on m.id = given.id
       join people p on p.id = m.person_id left join organizations o on o.id = m.organization_id
     where m.fence = given.fence and m.state = 'sending' and m.lease_until > clock_timestamp() for update of m`,
    [
      mails.map(({ id }) => id),
      mails.map(({ fence }) => fence),
      mails.map(({ email }) => suppressionHashes(keys, email).join(' ')),
    ],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found: Found[] = [];
  for (const mail of mails) {
    const row = byId.get(mail.id);
    found.push(row === undefined ? 'lost' : await readerOf(tx, mail, row, keys));
  }
  return found;
}

async function readerOf(tx: Tx, mail: ClaimedMail, row: ReaderRow, keys: Keys): Promise<Found> {
  if (row.erased) return { refusal: 'erased' };
  const address = normaliseEmail(row.email);
  if (address === null) return { refusal: 'address-unusable' };
  const suppressed = row.email === mail.email ? row.suppressed : await suppressionOf(tx, keys, address);
  if (suppressed !== null && !staysOpen(mail, suppressed)) return { refusal: 'suppressed-address' };
  const refusal = await refusedBy(tx, mail, address, keys);
  if (refusal !== null) return { refusal };
  const { organization, accent, replyTo, language } = row;
  return {
    address,
    organization: organization === null ? null : { name: organization, accent, replyTo },
    language: isLanguage(language) ? language : 'en',
  };
}

/**
 * The way in stays open to an address that a report called dead: whoever was forwarded a whole mail can write one. If it is dead,
 * the server says so itself, and then nothing goes there.
 */
const staysOpen = ({ kind }: ClaimedMail, suppressed: SuppressionReason): boolean =>
  kind === 'sign-in' && suppressed !== 'refused';

/** What a reader may refuse: mails that do not answer something they did. Whoever was put on a list did nothing. */
async function refusedBy(tx: Tx, mail: ClaimedMail, address: string, keys: Keys): Promise<string | null> {
  const topic = await topicFor(tx, mail);
  if (topic === null) return null;
  // Somebody who left is not written to because a list or a host names them again; only their own word brings them back.
  await meetFormerSelves(tx, keys, [{ id: mail.personId, email: address }]);
  if (await isErasedAddress(tx, mail.personId)) return 'erased';
  return (await hasStopped(tx, mail.personId, mail.organizationId, topic)) ? 'stopped' : null;
}
