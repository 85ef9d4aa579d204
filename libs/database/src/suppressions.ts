import { normaliseEmail } from '#libs/domain';
import { type Keys, keyedHash } from './tokens.ts';
import type { Reader, Tx } from './tx.ts';

/**
 * Why nothing goes to an address any more: it does not work. 'refused': a server said that there is no such address; the
 * bounces came back later; 'bounced' stands in rows of before. What somebody does not want is in mail_stops.
 */
export type SuppressionReason = 'refused' | 'hard-bounce' | 'soft-bounces';

/**
 * From now on nothing is sent there, also of what is queued. The first reason stays, but for a server's own word, which is more
 * than a report. An unusable address is none.
 */
export async function suppress(
  tx: Tx,
  keys: Keys,
  address: string,
  reason: SuppressionReason,
): Promise<void> {
  const email = normaliseEmail(address);
  if (email === null) return;
  if (reason === 'refused')
    await tx.query('update suppressions set reason = $2 where email_hash = any ($1)', [
      suppressionHashes(keys, email),
      reason,
    ]);
  if (await isSuppressed(tx, keys, email)) return;
  await tx.query(
    'insert into suppressions (email_hash, reason, created_at) values ($1, $2, $3) on conflict do nothing',
    [hashOf(keys, email, keys.current.id), reason, tx.now],
  );
}

/** Whether the address was suppressed, under any key that is still in use. */
export async function isSuppressed(reader: Reader, keys: Keys, address: string): Promise<boolean> {
  return (await suppressionOf(reader, keys, address)) !== null;
}

/** Why the address was suppressed, or null. */
export async function suppressionOf(
  reader: Reader,
  keys: Keys,
  address: string,
): Promise<SuppressionReason | null> {
  return (await suppressionsOf(reader, keys, [address])).get(address) ?? null;
}

/** The same for many addresses, in one statement; those that were not suppressed are not in the answer. */
export async function suppressionsOf(
  reader: Reader,
  keys: Keys,
  addresses: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  const asked = addresses.flatMap((address) =>
    suppressionHashes(keys, address).map((hash) => ({ address, hash })),
  );
  const rows = await reader.query<{ hash: string; reason: SuppressionReason }>(
    'select email_hash as hash, reason from suppressions where email_hash = any ($1::text[])',
    [asked.map(({ hash }) => hash)],
  );
  const reasons = new Map(rows.map(({ hash, reason }) => [hash, reason]));
  return new Map(
    asked.flatMap(({ address, hash }) => {
      const reason = reasons.get(hash);
      return reason === undefined ? [] : [[address, reason] as const];
    }),
  );
}

/** Mail goes there again, at the word of somebody who says that the address works. @returns whether it did not before */
export async function unsuppress(tx: Tx, keys: Keys, address: string): Promise<boolean> {
  const rows = await tx.query('delete from suppressions where email_hash = any ($1) returning 1', [
    suppressionHashes(keys, address),
  ]);
  return rows.length > 0;
}

/** How the table may name an address: one hash a key, so that changing the key forgets nobody. */
export function suppressionHashes(keys: Keys, address: string): string[] {
  const email = normaliseEmail(address);
  return email === null ? [] : [...keys.all.keys()].map((keyId) => hashOf(keys, email, keyId));
}

const hashOf = (keys: Keys, email: string, keyId: string): string =>
  keyedHash(keys, 'suppression', email, keyId).toString('hex');
