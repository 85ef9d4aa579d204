import { DomainError, Person, found, newId, normaliseEmail } from '#libs/domain';
import type { Reader, Tx } from './tx.ts';

/**
 * The person of an address, made when there is none yet. An address that somebody typed proves nothing, so an existing
 * row is neither shown nor changed by this (product.md, People).
 * @throws DomainError address-unusable, pointing at `/email`
 */
export async function personByEmail(tx: Tx, email: string): Promise<Person> {
  const address = normaliseEmail(email);
  if (address === null) throw unusableAddress();
  await tx.query(
    'insert into people (id, email, created_at) values ($1, $2, $3) on conflict (email) do nothing',
    [newId(), address, tx.now],
  );
  return found(await tx.one(Person, { email: address }));
}

/**
 * The same for many addresses that are normalised already, in their order so that two of these never wait for each
 * other in a circle. @returns person id by address
 */
export async function peopleByEmail(tx: Tx, emails: readonly string[]): Promise<Map<string, string>> {
  const sorted = [...new Set(emails)].sort();
  if (sorted.length === 0) return new Map();
  await tx.prepared(
    'people-make',
    `insert into people (id, email, created_at) select id, email, $3 from unnest($1::uuid[], $2::text[]) as p(id, email)
     order by email on conflict (email) do nothing`,
    [sorted.map(() => newId()), sorted, tx.now],
  );
  const rows = await tx.prepared<{ id: string; email: string }>(
    'people-find',
    'select id, email from people where email = any ($1)',
    [sorted],
  );
  return new Map(rows.map(({ id, email }) => [email, id]));
}

function unusableAddress(): DomainError {
  const error = new DomainError('address-unusable');
  return new DomainError('address-unusable', [{ pointer: '/email', detail: error.message }]);
}

/**
 * The address answered: a link or code that was sent there came back. The first name given stays.
 * @param asked the language in which they answered, which is that of their mails until they choose one
 */
export async function confirmPerson(
  tx: Tx,
  personId: string,
  { name = null, asked = null }: { name?: string | null; asked?: string | null } = {},
): Promise<void> {
  await tx.query(
    `update people set confirmed_at = coalesce(confirmed_at, $2), name = coalesce(name, $3),
       language = coalesce(language, $4) where id = $1`,
    [personId, tx.now, name, asked],
  );
}

/** Ends every session of a person at their next request (rule 10): after a change of role, address or standing. */
export async function bumpSessionEpoch(tx: Tx, personId: string): Promise<void> {
  await tx.query('update people set session_epoch = session_epoch + 1 where id = $1', [personId]);
}

export async function personById(reader: Reader, personId: string): Promise<Person> {
  return found(await reader.one(Person, { id: personId }));
}
