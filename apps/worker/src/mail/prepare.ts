import { type Tx, handleFor, isErasedAddress, keyedHash, meetFormerSelves } from '#libs/database';
import { calendarFile, inPostHours, nextPostHour, normaliseEmail, releaseFrom } from '#libs/domain';
import type { Frame, MailKind } from '#libs/mail';
import { words } from '#libs/words';
import { type Message, messages } from './facts.ts';
import type { Tools } from './loader.ts';
import { type ClaimedMail, type Letter, rulesOf } from './mail-row.ts';
import { freeze, frozenLetter, holdsClaim, markFinal, postpone } from './queue.ts';
import { qrPicture } from './ticket-picture.ts';

export interface Sender extends Tools {
  /** The address mails come from. */
  mailFrom: string;
}

/**
 * Decides in one transaction whether a claimed mail may leave now, and freezes its parts. Mails that speak of other
 * people's consent are looked at again, and said again, at every claim: they only come back here when no server can have
 * the earlier words, or when staff had an unsure one sent again. All others keep the bytes of their first claim.
 * @returns null when it may not leave, or not yet; the row then says why
 */
export async function prepare(tx: Tx, mail: ClaimedMail, sender: Sender): Promise<Letter | null> {
  if (!(await holdsClaim(tx, mail))) return null;
  const to = await addressOf(tx, mail, sender);
  if ('refusal' in to) return suppress(tx, mail, to.refusal);
  const again = mail.frozen && rulesOf(mail.kind).topic === null;
  if (again) return frozenLetter(tx, mail);
  return render(tx, mail, to.address, sender);
}

async function render(tx: Tx, mail: ClaimedMail, to: string, sender: Sender): Promise<Letter | null> {
  const message = await messages[mail.kind](tx, mail, sender);
  if (message === null) return suppress(tx, mail, 'no-longer-true');
  const later = nextHour(mail.kind, message.timeZone, tx.now);
  if (later !== null) {
    await postpone(tx, mail, later);
    return null;
  }
  const letter = await letterOf(tx, mail, message, to, sender);
  await freeze(tx, mail, letter);
  return letter;
}

async function suppress(tx: Tx, mail: ClaimedMail, why: string): Promise<null> {
  await markFinal(tx, mail, 'suppressed', why);
  return null;
}

/** The reader's address, or why nothing goes there. */
async function addressOf(
  tx: Tx,
  mail: ClaimedMail,
  { keys }: Sender,
): Promise<{ address: string } | { refusal: string }> {
  const [person] = await tx.query<{ email: string; erased: boolean }>(
    'select email, erased_at is not null as erased from people where id = $1',
    [mail.personId],
  );
  if (person === undefined || person.erased) return { refusal: 'erased' };
  const address = normaliseEmail(person.email);
  if (address === null) return { refusal: 'address-unusable' };
  const hashes = [...keys.all.keys()].map((keyId) =>
    keyedHash(keys, 'suppression', address, keyId).toString('hex'),
  );
  const [suppressed] = await tx.query('select 1 from suppressions where email_hash = any ($1::text[])', [
    hashes,
  ]);
  if (suppressed !== undefined) return { refusal: 'suppressed-address' };
  if (rulesOf(mail.kind).topic === null) return { address };
  // Somebody who left is not written to because a list or a host names them again; only their own word brings them back.
  await meetFormerSelves(tx, keys, [{ id: mail.personId, email: address }]);
  if (await isErasedAddress(tx, mail.personId)) return { refusal: 'erased' };
  return (await isStopped(tx, mail)) ? { refusal: 'stopped' } : { address };
}

/** A stop is of one topic or of all, at one organization or everywhere. */
async function isStopped(tx: Tx, { kind, personId, organizationId }: ClaimedMail): Promise<boolean> {
  const { topic } = rulesOf(kind);
  if (topic === null) return false;
  const [stop] = await tx.query(
    `select 1 from mail_stops where person_id = $1 and (organization_id is null or organization_id = $2)
       and topic in ('all', $3)`,
    [personId, organizationId, topic],
  );
  return stop !== undefined;
}

/** Introductions, and what both said alike, leave at a release time. */
const released: readonly MailKind[] = ['introduction', 'introduction-glad', 'introduction-together'];

/** When a kind of working hours may leave, if not now: at the next release, or at 10:00. */
function nextHour(kind: MailKind, timeZone: string | null, now: Date): Date | null {
  if (rulesOf(kind).hours === 'any' || timeZone === null || inPostHours(now, timeZone)) return null;
  return released.includes(kind) ? releaseFrom(now, timeZone) : nextPostHour(now, timeZone);
}

async function letterOf(
  tx: Tx,
  mail: ClaimedMail,
  message: Message,
  to: string,
  sender: Sender,
): Promise<Letter> {
  const frame = await frameOf(tx, mail, sender);
  return {
    ...message.render(frame),
    to,
    // The same at every attempt, so that a reader's program knows a second copy for what it is.
    messageId: `<${mail.id}@${sender.mailFrom.split('@')[1] ?? ''}>`,
    headers: {
      from: { name: frame.organization ?? words.mail.product, address: sender.mailFrom },
      replyTo: message.replyTo ?? null,
      date: tx.now.toISOString(),
      unsubscribe: frame.stop?.url ?? null,
      ...calendarOf(message, to, sender, tx.now),
      ...(message.ticket !== undefined && { ticket: qrPicture(message.ticket).toString('base64') }),
    },
  };
}

/** As an invitation from us to the reader (RFC 5546), who has answered already: calendars take changes of it by themselves. */
function calendarOf(
  { calendar }: Message,
  to: string,
  { mailFrom }: Sender,
  now: Date,
): Pick<Letter['headers'], 'calendar'> {
  if (calendar === undefined) return {};
  const { method, entry } = calendar;
  return { calendar: { method, file: calendarFile(entry, now, { method, from: mailFrom, to }) } };
}

async function frameOf(tx: Tx, mail: ClaimedMail, sender: Sender): Promise<Frame> {
  const { organizationId } = mail;
  if (organizationId === null) return { organization: null, accent: null, stop: null };
  const [organization] = await tx.query<{ name: string; accent: string | null }>(
    'select name, accent from organizations where id = $1',
    [organizationId],
  );
  if (organization === undefined) throw new Error(`Mail ${mail.id} is of no organization`);
  const stop = await stopOf(tx, mail, organizationId, sender);
  return { organization: organization.name, accent: organization.accent, stop };
}

async function stopOf(
  tx: Tx,
  mail: ClaimedMail,
  organizationId: string,
  sender: Sender,
): Promise<Frame['stop']> {
  const { topic } = rulesOf(mail.kind);
  if (topic === null) return null;
  const token = await handleFor(tx, sender.keys, {
    purpose: 'unsubscribe',
    organizationId,
    personId: mail.personId,
    subjectId: organizationId,
    expiresAt: null,
  });
  return { topic, url: `${sender.publicUrl}/unsubscribe/${token}?topic=${topic}` };
}
