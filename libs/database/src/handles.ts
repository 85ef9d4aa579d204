import { DomainError, madeAt, newId } from '#libs/domain';
import { type Keys, keyedHash, sameHash } from './tokens.ts';
import type { Reader, Tx } from './tx.ts';

// A handle acts on its one subject until it expires or is revoked, and repeating its POST is harmless (rule 9). Its
// link is the row's id and an HMAC of it, so nothing secret is stored and a new link needs no new row.

export type HandlePurpose =
  | 'rsvp'
  | 'ask'
  | 'follow-up'
  | 'unsubscribe'
  | 'resume'
  | 'invitation'
  | 'circle'
  | 'critique'
  | 'morning'
  | 'panelist';

export interface NewHandle {
  purpose: HandlePurpose;
  organizationId: string;
  personId: string;
  subjectId: string;
  /** Product time; null: for ever. */
  expiresAt: Date | null;
}

export interface Handle extends NewHandle {
  id: string;
}

/** A row whose id a token names; calendars have a table of their own. */
interface Sealed {
  id: string;
  purpose: HandlePurpose | 'calendar-feed';
  keyId: string;
}

/** The token "id.hmac" of the handle of this person and subject; the row is made once and its end kept up to date. */
export async function handleFor(tx: Tx, keys: Keys, handle: NewHandle): Promise<string> {
  const [row] = await tx.prepared<{ id: string; keyId: string }>(
    'make-handle',
    `insert into handles (id, purpose, organization_id, person_id, subject_id, key_id, expires_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (purpose, subject_id, person_id) do update set expires_at = excluded.expires_at,
       key_id = case when handles.key_id = any ($9) then handles.key_id else excluded.key_id end
     returning id, key_id as "keyId"`,
    [
      newId(),
      handle.purpose,
      handle.organizationId,
      handle.personId,
      handle.subjectId,
      keys.current.id,
      handle.expiresAt,
      tx.now,
      [...keys.all.keys()],
    ],
  );
  if (row === undefined) throw new Error('A handle was neither made nor found');
  return sealedToken(keys, { purpose: handle.purpose, ...row });
}

/**
 * What a handle's token stands for. Never changes anything, so a GET may call it.
 * @throws DomainError link-unusable when it is forged, for another purpose, expired, revoked or its key was retired
 */
export async function openHandle(
  reader: Reader,
  keys: Keys,
  purpose: HandlePurpose,
  token: string,
): Promise<Handle> {
  const { id, seal } = readHandleToken(token);
  const [row] = await reader.query<Handle & { keyId: string }>(
    `select id, purpose, organization_id as "organizationId", person_id as "personId", subject_id as "subjectId",
       key_id as "keyId", expires_at as "expiresAt"
     from handles where id = $1 and purpose = $2 and revoked_at is null and (expires_at is null or expires_at > $3)`,
    [id, purpose, reader.now],
  );
  if (row === undefined) throw new DomainError('link-unusable');
  const { keyId, ...handle } = row;
  if (!isSealOf(keys, { id, purpose, keyId }, seal)) throw new DomainError('link-unusable');
  return handle;
}

/**
 * The handle a token names, and its seal: to be looked for with many others, and then compared.
 * @throws DomainError link-unusable when it is no token
 */
export function readHandleToken(token: string): { id: string; seal: Buffer } {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([0-9a-f]{32})$/.exec(
    token,
  );
  if (parts === null) throw new DomainError('link-unusable');
  return { id: parts.slice(1, 6).join('-'), seal: Buffer.from(parts[6] ?? '', 'hex') };
}

/** Whether a token's seal is that of this handle; not when its key was retired. */
export function isSealOf(keys: Keys, { id, purpose, keyId }: Sealed, seal: Buffer): boolean {
  return keys.all.has(keyId) && sameHash(seal, sealOf(keys, keyId, purpose, id));
}

/**
 * A token like that of a handle of this person which was made this moment, for no row at all: whoever gets it must not learn
 * that nothing was made.
 */
export function tokenOfNothing(keys: Keys, personId: string): string {
  const id = newId();
  return `${id.replaceAll('-', '')}.${sealOfNothing(keys, keys.current.id, personId, id).toString('hex')}`;
}

/** Whether a token is one of those, made for this person at most so many real minutes ago. @throws DomainError link-unusable when it is no token */
export function isTokenOfNothing(keys: Keys, personId: string, token: string, minutes: number): boolean {
  const { id, seal } = readHandleToken(token);
  if (madeAt(newId()) - madeAt(id) >= minutes * 60_000) return false;
  return [...keys.all.keys()].some((keyId) => sameHash(seal, sealOfNothing(keys, keyId, personId, id)));
}

/** Ends every link of this purpose to the subject. */
export async function revokeHandles(tx: Tx, purpose: HandlePurpose, subjectId: string): Promise<void> {
  await tx.query(
    'update handles set revoked_at = $3 where purpose = $1 and subject_id = $2 and revoked_at is null',
    [purpose, subjectId, tx.now],
  );
}

/** The token "id.hmac" of a row. Its key must not be retired. */
export const sealedToken = (keys: Keys, { id, purpose, keyId }: Sealed): string =>
  `${id.replaceAll('-', '')}.${sealOf(keys, keyId, purpose, id).toString('hex')}`;

function sealOf(keys: Keys, keyId: string, purpose: Sealed['purpose'], id: string): Buffer {
  return sealed(keys, keyId, `${purpose}\n${id}`);
}

/** Of three lines, as no handle's. */
const sealOfNothing = (keys: Keys, keyId: string, personId: string, id: string): Buffer =>
  sealed(keys, keyId, `nothing\n${personId}\n${id}`);

/** 128 bits keep the link short enough for one line of a text mail. */
const sealed = (keys: Keys, keyId: string, text: string): Buffer =>
  keyedHash(keys, 'handle', text, keyId).subarray(0, 16);
