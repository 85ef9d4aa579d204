import { DomainError, newId } from '#libs/domain';
import { isSealOf, readHandleToken, sealedToken } from './handles.ts';
import type { Keys } from './tokens.ts';
import type { Reader, Tx } from './tx.ts';

// The address of somebody's own calendar: like a handle it is a row's id and an HMAC of it, and it opens until the row has
// another id or is gone. It belongs to no organization.

/** The token of a person's calendar; null when they have none, or its key was retired. */
export async function calendarTokenOf(reader: Reader, keys: Keys, personId: string): Promise<string | null> {
  const [row] = await reader.query<{ id: string; keyId: string }>(
    'select id, key_id as "keyId" from calendar_feeds where person_id = $1',
    [personId],
  );
  if (row === undefined || !keys.all.has(row.keyId)) return null;
  return sealedToken(keys, { purpose: 'calendar-feed', ...row });
}

/** A new address; the one before opens nothing any more. */
export async function renewCalendar(tx: Tx, keys: Keys, personId: string): Promise<void> {
  await tx.query(
    `insert into calendar_feeds (person_id, id, key_id, created_at) values ($1, $2, $3, $4)
     on conflict (person_id) do update set id = excluded.id, key_id = excluded.key_id, created_at = excluded.created_at`,
    [personId, newId(), keys.current.id, tx.now],
  );
}

/** @returns whether there was one */
export async function endCalendar(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.query(
    'delete from calendar_feeds where person_id = $1 returning person_id as "personId"',
    [personId],
  );
  return rows.length > 0;
}

/**
 * Whose calendar a token opens. Changes nothing.
 * @throws DomainError link-unusable when it is forged, replaced, turned off or its key was retired
 */
export async function openCalendar(reader: Reader, keys: Keys, token: string): Promise<string> {
  const { id, seal } = readHandleToken(token);
  const [row] = await reader.query<{ personId: string; keyId: string }>(
    'select person_id as "personId", key_id as "keyId" from calendar_feeds where id = $1',
    [id],
  );
  if (row === undefined || !isSealOf(keys, { id, purpose: 'calendar-feed', keyId: row.keyId }, seal))
    throw new DomainError('link-unusable');
  return row.personId;
}
