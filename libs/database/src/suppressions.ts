import { normaliseEmail } from '#libs/domain';
import { type Keys, keyedHash } from './tokens.ts';
import type { Reader, Tx } from './tx.ts';

/**
 * Why nothing goes to an address any more. 'refused': a server said that there is no such address; the bounces and the
 * complaint came back later; 'bounced' stands in rows of before.
 */
export type SuppressionReason = 'refused' | 'hard-bounce' | 'soft-bounces' | 'complaint';

/** From now on nothing is sent there, also of what is queued. The first reason stays; an unusable address is none. */
export async function suppress(
  tx: Tx,
  keys: Keys,
  address: string,
  reason: SuppressionReason,
): Promise<void> {
  const email = normaliseEmail(address);
  if (email === null || (await isSuppressed(tx, keys, email))) return;
  await tx.query(
    'insert into suppressions (email_hash, reason, created_at) values ($1, $2, $3) on conflict do nothing',
    [hashOf(keys, email, keys.current.id), reason, tx.now],
  );
}

/** Whether the address was suppressed, under any key that is still in use. */
export async function isSuppressed(reader: Reader, keys: Keys, address: string): Promise<boolean> {
  const [row] = await reader.query('select 1 from suppressions where email_hash = any ($1)', [
    suppressionHashes(keys, address),
  ]);
  return row !== undefined;
}

/** Mail goes there again, at the word of somebody who says that the address works. @returns whether it was suppressed */
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
