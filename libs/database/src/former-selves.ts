import { type Keys, keyedHash } from './tokens.ts';
import type { Tx } from './tx.ts';

// Who comes back after an erasure has a new row and none of their data. What others are owed stays: blocks, "introduced
// before" and an organization's refusal hold for the earlier id, which the address leads to by its keyed hash.

/** The only trace of an address that was erased; by each key, newest first. */
export function hashesOfErased(keys: Keys, email: string): string[] {
  const ids = [keys.current.id, ...[...keys.all.keys()].filter((id) => id !== keys.current.id)];
  return ids.map((keyId) => keyedHash(keys, 'erased', email, keyId).toString('hex'));
}

/**
 * Finds out whether these people were somebody here before. To be called where an address becomes part of what people are
 * introduced by: at its proof, at an import, and before a mail leaves. Harmless when repeated.
 */
export async function meetFormerSelves(
  tx: Tx,
  keys: Keys,
  people: readonly { id: string; email: string }[],
): Promise<void> {
  const asked = people.flatMap(({ id, email }) => hashesOfErased(keys, email).map((hash) => ({ id, hash })));
  const found = await tx.query<{ id: string; former: string }>(
    `insert into former_selves (person_id, former_id)
     select asked.id, e.person_id from unnest($1::uuid[], $2::text[]) as asked(id, hash)
       join erased_people e on e.email_hash = asked.hash where e.person_id <> asked.id
     on conflict do nothing returning person_id as id, former_id as former`,
    [asked.map(({ id }) => id), asked.map(({ hash }) => hash)],
  );
  for (const [id, formers] of Map.groupBy(found, (one) => one.id)) {
    await tx.query('select carry_bars($1::uuid[], $2)', [formers.map(({ former }) => former), id]);
  }
}

/** Whether the address of this person was erased and nobody has proven it since: nothing unasked goes there. */
export async function isErasedAddress(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from former_selves s join people p on p.id = s.person_id where s.person_id = $1 and p.confirmed_at is null`,
    [personId],
  );
  return rows.length > 0;
}
