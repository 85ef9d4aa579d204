import { DomainError, found, newId } from '#libs/domain';
import { hashToken, keyedHash, newCode, newToken, sameHash } from './tokens.ts';
import type { Keys } from './tokens.ts';
import type { Reader, Tx } from './tx.ts';

// A grant is used once: to sign in, to confirm an RSVP, to set up the first owner (rule 9). It is written when it is
// asked for and gets its token when its mail is rendered, so that no token waits in a queue.

export type GrantPurpose = 'sign-in' | 'confirm-rsvp' | 'first-owner';

/** Sessions run on real time, RSVPs on product time; a grant follows what it leads to. */
const nowOf: Record<GrantPurpose, string> = {
  'sign-in': 'clock_timestamp()',
  'first-owner': 'clock_timestamp()',
  'confirm-rsvp': 'app_now()',
};

export const signInMinutes = 10;

export interface NewGrant {
  purpose: GrantPurpose;
  /** From now; a sign-in counts again from the moment its mail is rendered. */
  minutes: number;
  personId: string | null;
  organizationId?: string;
  /** What it acts on: the attendee of an RSVP. */
  subjectId?: string;
  /** A path of ours to go to afterwards. */
  returnTo?: string;
  /** SHA-256 of the asking browser's cookie: only that browser may use the link or the code. */
  browserHash?: Buffer;
}

export interface Grant {
  id: string;
  purpose: GrantPurpose;
  organizationId: string | null;
  personId: string | null;
  subjectId: string | null;
  returnTo: string | null;
  browserHash: Buffer | null;
}

const columns = `id, purpose, organization_id as "organizationId", person_id as "personId", subject_id as "subjectId",
  return_to as "returnTo", browser_hash as "browserHash"`;

/** Writes a grant without a token. @returns its id, the subject of the mail that will carry the token */
export async function newGrant(tx: Tx, grant: NewGrant): Promise<string> {
  return found((await newGrants(tx, [grant]))[0]);
}

/** Writes many of one purpose. @returns their ids, in order */
export async function newGrants(tx: Tx, grants: readonly NewGrant[]): Promise<string[]> {
  const [first] = grants;
  if (first === undefined) return [];
  const rows = grants.map(({ browserHash, ...grant }) => {
    return { ...grant, id: newId(), browserHash: browserHash?.toString('hex') };
  });
  const now = nowOf[first.purpose];
  await tx.query(
    `insert into grants (id, purpose, organization_id, person_id, subject_id, return_to, browser_hash, created_at, expires_at)
     select id, purpose, "organizationId", "personId", "subjectId", "returnTo", decode("browserHash", 'hex'),
       ${now}, ${now} + make_interval(mins => minutes)
     from jsonb_to_recordset($1::jsonb) as given(id uuid, purpose text, "organizationId" uuid, "personId" uuid,
       "subjectId" uuid, "returnTo" text, "browserHash" text, minutes int)`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

/**
 * Gives a grant its token, for the one mail that carries it; minting again makes the token before it void.
 * @throws DomainError link-unusable when there is no such grant or it was used
 */
export async function mintGrant(tx: Tx, grantId: string): Promise<string> {
  const token = newToken();
  const rows = await tx.query(
    'update grants set token_hash = $2 where id = $1 and used_at is null returning id',
    [grantId, hashToken(token)],
  );
  if (rows.length === 0) throw new DomainError('link-unusable');
  return token;
}

/**
 * Token and six-digit code of a sign-in; its ten minutes begin here, when the mail is about to leave.
 * @throws DomainError link-unusable when there is no such grant or it was used
 */
export async function mintSignIn(
  tx: Tx,
  keys: Keys,
  grantId: string,
): Promise<{ token: string; code: string }> {
  const token = await mintGrant(tx, grantId);
  const code = newCode();
  await tx.query(
    `update grants set code_hash = $2, expires_at = clock_timestamp() + make_interval(mins => $3)
     where id = $1 and purpose = 'sign-in'`,
    [grantId, codeHash(keys, keys.current.id, grantId, code), signInMinutes],
  );
  return { token, code };
}

/** Whether its time is over, or it is gone: what carries its token leads nowhere. */
export async function isGrantOver(reader: Reader, purpose: GrantPurpose, grantId: string): Promise<boolean> {
  const live = await reader.query(
    `select 1 from grants where id = $1 and purpose = $2 and expires_at > ${nowOf[purpose]}`,
    [grantId, purpose],
  );
  return live.length === 0;
}

/** The usable grant of a token, looked at and not used: what a GET may do. Null when used, expired or never there. */
export async function openGrant(reader: Reader, purpose: GrantPurpose, token: string): Promise<Grant | null> {
  const [grant] = await reader.query<Grant>(
    `select ${columns} from grants
     where token_hash = $1 and purpose = $2 and used_at is null and expires_at > ${nowOf[purpose]}`,
    [hashToken(token), purpose],
  );
  return grant ?? null;
}

/** A grant that was used, until it would have expired: what it was for stands, and it does nothing any more. */
export async function openUsedGrant(
  reader: Reader,
  purpose: GrantPurpose,
  token: string,
): Promise<Grant | null> {
  const [grant] = await reader.query<Grant>(
    `select ${columns} from grants
     where token_hash = $1 and purpose = $2 and used_at is not null and expires_at > ${nowOf[purpose]}`,
    [hashToken(token), purpose],
  );
  return grant ?? null;
}

/**
 * Uses a grant, once whoever comes at the same moment. Null when it was used, expired or never there, or when it is
 * bound to another browser.
 */
export async function redeemGrant(
  tx: Tx,
  purpose: GrantPurpose,
  token: string,
  browserHash: Buffer | null = null,
): Promise<Grant | null> {
  const [grant] = await tx.query<Grant>(
    `update grants set used_at = ${nowOf[purpose]}
     where token_hash = $1 and purpose = $2 and used_at is null and expires_at > ${nowOf[purpose]}
       and (browser_hash is null or browser_hash = $3)
     returning ${columns}`,
    [hashToken(token), purpose, browserHash],
  );
  return grant ?? null;
}

/**
 * Tries a code against the newest sign-in this browser asked for this address. Each call is one of five tries, so the
 * caller commits also after a null.
 */
export async function redeemCode(
  tx: Tx,
  keys: Keys,
  email: string,
  code: string,
  browserHash: Buffer,
): Promise<Grant | null> {
  const [grant] = await tx.query<Grant & { codeHash: Buffer }>(
    `update grants set code_tries = code_tries + 1
     where id = (
         select g.id from grants g join people p on p.id = g.person_id
         where p.email = $1 and g.purpose = 'sign-in' and g.browser_hash = $2 and g.code_hash is not null
         order by g.created_at desc limit 1)
       and code_tries < 5 and used_at is null and expires_at > clock_timestamp()
     returning ${columns}, code_hash as "codeHash"`,
    [email, browserHash],
  );
  if (grant === undefined) return null;
  const { codeHash: kept, ...rest } = grant;
  const fits = [...keys.all.keys()].some((keyId) => sameHash(kept, codeHash(keys, keyId, grant.id, code)));
  if (!fits) return null;
  await tx.query('update grants set used_at = clock_timestamp() where id = $1', [grant.id]);
  return rest;
}

function codeHash(keys: Keys, keyId: string, grantId: string, code: string): Buffer {
  return keyedHash(keys, 'sign-in-code', `${grantId}\n${code}`, keyId);
}
