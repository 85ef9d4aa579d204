import { DomainError, newId } from '#libs/domain';
import { openHandle } from './handles.ts';
import { mailOfReturnPath } from './return-paths.ts';
import { type SuppressionReason, suppress } from './suppressions.ts';
import type { Keys } from './tokens.ts';
import type { Reader, Tx } from './tx.ts';

// A report comes from the open internet and proves nothing, but for the return path: only whoever handled a mail of ours can
// know it. So a report says something about the mail of its return path and that mail's reader, and about nobody else.

export type BounceKind = 'hard' | 'soft' | 'policy' | 'complaint';

/** A report as `#libs/mail-reports` reads it. */
export interface ReadReport {
  paths: readonly string[];
  unsubscribe: string;
  messageId: string;
  complaint: boolean;
  failures: readonly {
    recipient: string;
    original: string | null;
    severity: Exclude<BounceKind, 'complaint'>;
  }[];
}

/**
 * What came of a report: what is now known of its mail · `known`: it told nothing new · `forged`: not sent by us, or about
 * somebody else · `too-old`: its mail has no address any more.
 */
export type ReportOutcome = BounceKind | 'known' | 'forged' | 'too-old';

/** So many soft ones, each of another mail, and nothing is sent there any more. */
const softOnes = { most: 3, days: 14 };

/** Takes in what a server wrote. Of the whole installation, because a report names no organization. Twice is once. */
export async function takeReport(tx: Tx, keys: Keys, report: ReadReport): Promise<ReportOutcome> {
  const mailId = mailOf(keys, report.paths) ?? (await mailOfUnsubscribe(tx, keys, report));
  if (mailId === null) return 'forged';
  return told(tx, keys, mailId, (address) => (report.complaint ? 'complaint' : failureOf(report, address)));
}

/** The same from somebody we trust, who names the mail. @returns `forged` for a mail that is not ours */
export function takeBounce(tx: Tx, keys: Keys, mailId: string, kind: BounceKind): Promise<ReportOutcome> {
  return told(tx, keys, mailId, () => kind);
}

/** The mail of the first path that we wrote. */
export function mailOf(keys: Keys, paths: readonly string[]): string | null {
  for (const path of paths) {
    const mailId = mailOfReturnPath(keys, path);
    if (mailId !== null) return mailId;
  }
  return null;
}

/** The id in "<id@domain>", which is no secret: it counts only beside something that is. */
export function idOfMessage(messageId: string): string | null {
  return (
    /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/.exec(messageId.trim().toLowerCase())?.[1] ?? null
  );
}

/** Some who tell of complaints leave the return path out; the address at which one stops the mail is keyed as well. */
async function mailOfUnsubscribe(
  tx: Tx,
  keys: Keys,
  { unsubscribe, messageId }: ReadReport,
): Promise<string | null> {
  const [token] = /[0-9a-f]{32}\.[0-9a-f]{32}/.exec(unsubscribe) ?? [];
  const mailId = idOfMessage(messageId);
  if (token === undefined || mailId === null) return null;
  const handle = await openHandle(tx, keys, 'unsubscribe', token).catch((error: unknown) => {
    if (error instanceof DomainError) return null;
    throw error;
  });
  if (handle === null) return null;
  const [mail] = await tx.query<{ id: string }>(
    'select id from mails where id = $1 and person_id = $2 and organization_id = $3',
    [mailId, handle.personId, handle.organizationId],
  );
  return mail?.id ?? null;
}

const gravity: readonly BounceKind[] = ['policy', 'soft', 'hard', 'complaint'];

/**
 * What a report says about this address; null: nothing. Behind an alias or a forward somebody else failed, which is no proof
 * that the address itself is gone, so it weighs as soft at most.
 */
function failureOf({ failures }: ReadReport, address: string): BounceKind | null {
  const kinds = failures.flatMap(({ recipient, original, severity }): BounceKind[] => {
    if (recipient === address) return [severity];
    return original === address ? [severity === 'hard' ? 'soft' : severity] : [];
  });
  return gravity.findLast((kind) => kinds.includes(kind)) ?? null;
}

interface ToldMail {
  organizationId: string | null;
  personId: string;
  address: string | null;
}

async function told(
  tx: Tx,
  keys: Keys,
  mailId: string,
  kindFor: (address: string) => BounceKind | null,
): Promise<ReportOutcome> {
  const [mail] = await tx.query<ToldMail>(
    `select organization_id as "organizationId", person_id as "personId", lower(to_address) as address
     from mails where id = $1`,
    [mailId],
  );
  if (mail === undefined) return 'forged';
  if (mail.address === null) return 'too-old';
  const kind = kindFor(mail.address);
  if (kind === null) return 'forged';
  // People first, as everywhere; so two soft ones at once count one after the other.
  await tx.query('select 1 from people where id = $1 for update', [mail.personId]);
  if (!(await mark(tx, mailId, kind))) return 'known';
  if (kind === 'complaint') await stopAll(tx, mail);
  const reason = await reasonOf(tx, kind, mail);
  if (reason !== null) await suppress(tx, keys, mail.address, reason);
  return kind;
}

/** Why nothing goes there any more. A complaint says that the address works. */
async function reasonOf(tx: Tx, kind: BounceKind, mail: ToldMail): Promise<SuppressionReason | null> {
  if (kind === 'hard') return 'hard-bounce';
  return kind === 'soft' ? softReason(tx, mail) : null;
}

/** @returns whether it is graver than what was known */
async function mark(tx: Tx, mailId: string, kind: BounceKind): Promise<boolean> {
  const rows = await tx.query(
    `update mails set bounce_kind = $2, bounced_at = coalesce(bounced_at, $3)
     where id = $1 and coalesce(array_position($4::text[], bounce_kind::text), 0) < array_position($4::text[], $2::text)
     returning id`,
    [mailId, kind, tx.now, gravity],
  );
  return rows.length > 0;
}

async function softReason(tx: Tx, { personId, address }: ToldMail): Promise<SuppressionReason | null> {
  const rows = await tx.query(
    `select 1 from mails where person_id = $1 and lower(to_address) = $2 and bounce_kind = 'soft'
       and bounced_at > $3::timestamptz - make_interval(days => $4) limit $5`,
    [personId, address, tx.now, softOnes.days, softOnes.most],
  );
  return rows.length < softOnes.most ? null : 'soft-bounces';
}

/**
 * Whoever calls a mail spam gets none from that organization that can be stopped, also at another address. No more than its
 * link does, because whoever was forwarded a mail has all that a complaint needs: what a person asks for themselves, a code to
 * sign in first of all, goes on, and signed in they take the stop back. Mail of the installation has nothing to stop.
 */
async function stopAll(tx: Tx, { personId, organizationId }: ToldMail): Promise<void> {
  if (organizationId === null) return;
  await tx.query(
    `insert into mail_stops (id, person_id, organization_id, topic, created_at) values ($1, $2, $3, 'all', $4)
     on conflict do nothing`,
    [newId(), personId, organizationId, tx.now],
  );
}

export interface ComplaintRate {
  /** Mails of the last 30 days that a server took. */
  sent: number;
  /** Those of them that their readers called spam. */
  complaints: number;
  alarming: boolean;
}

/** Providers take offence at one in a thousand. A single complaint is a slip of a thumb and alarms nobody. */
export const isAlarming = (complaints: number, sent: number): boolean =>
  complaints >= 2 && complaints * sentPerComplaint >= sent;

/** So many mails to one complaint are in order. */
export const sentPerComplaint = 1000;

/** Of one organization, or with null of the whole installation, which only its own scope can see. */
export async function complaintRate(reader: Reader, organizationId: string | null): Promise<ComplaintRate> {
  const [row] = await reader.query<{ sent: number; complaints: number }>(
    `select count(*)::int as sent, (count(*) filter (where bounce_kind = 'complaint'))::int as complaints
     from mails where ($1::uuid is null or organization_id = $1) and created_at > $2::timestamptz - interval '30 days'
       and state = 'sent'`,
    [organizationId, reader.now],
  );
  const { sent, complaints } = row ?? { sent: 0, complaints: 0 };
  return { sent, complaints, alarming: isAlarming(complaints, sent) };
}
