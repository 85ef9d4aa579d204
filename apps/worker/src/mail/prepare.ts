import { type Tx, handleFor } from '#libs/database';
import { calendarFile, inDaytime, inPostHours, nextPostHour, releaseFrom } from '#libs/domain';
import { type Frame, type MailKind, loggedTopics } from '#libs/mail';
import { speaking, words } from '#libs/words';
import { type Message, messages } from './facts.ts';
import type { Tools } from './loader.ts';
import { type ClaimedMail, type Letter, rulesOf } from './mail-row.ts';
import { endIfOver, frozenInTime, isMinted } from './minted.ts';
import { freeze, markFinal, postpone } from './queue.ts';
import { type Address, type Found, readersOf } from './reader.ts';
import { replyToOf } from './reply-to.ts';
import { qrPicture } from './ticket-picture.ts';
import { topicFor } from './topic.ts';

export interface Sender extends Tools {
  /** The address mails come from. */
  mailFrom: string;
  /** Where servers report to, a mailbox or a domain of its own (return-paths.ts); null: to `mailFrom`. */
  bounceAddress: string | null;
}

/**
 * Decides in one transaction whether claimed mails of one organization may leave now, and freezes their parts. Mails that
 * speak of other people's consent are looked at again, and said again, at every claim: they only come back here when no
 * server can have the earlier words, or when staff had an unsure one sent again. All others keep the bytes of their first
 * claim.
 * @returns in their order, null for one that may not leave, or not yet; the row then says why
 */
export async function prepareAll(
  tx: Tx,
  mails: readonly ClaimedMail[],
  sender: Sender,
): Promise<(Letter | null)[]> {
  const readers = await readersOf(tx, mails, sender.keys);
  const letters: (Letter | null)[] = [];
  const fresh: { mail: ClaimedMail; letter: Letter }[] = [];
  for (const [at, mail] of mails.entries()) {
    const to = readers[at] ?? 'lost';
    const again = mail.frozen && rulesOf(mail.kind).topic === null;
    const letter = await (again && isAddress(to) ? frozenInTime(tx, mail) : render(tx, mail, to, sender));
    letters.push(letter);
    if (letter !== null && !again && letter.isWithheld !== true) fresh.push({ mail, letter });
  }
  await freeze(tx, fresh);
  return letters;
}

const isAddress = (to: Found): to is Address => to !== 'lost' && 'address' in to;

/**
 * Looks once more at a prepared mail, in the transaction that lets its last bytes go: whether its reader still wants it and
 * it still says the truth. A mail whose words minted a code for the reader is not said again, since that would void the code.
 * @returns false when it is taken back, and the row then says why, or when the claim was lost
 */
export async function lookAgain(tx: Tx, mail: ClaimedMail, sender: Sender): Promise<boolean> {
  const [to = 'lost'] = await readersOf(tx, [mail], sender.keys);
  if (to === 'lost') return false;
  const refusal = 'refusal' in to ? to.refusal : null;
  if (refusal !== null && !isSecret(mail.kind, refusal)) {
    await suppress(tx, mail, refusal);
    return false;
  }
  if (await endIfOver(tx, mail)) return false;
  const isTrue = isMinted(mail.kind) || (await messages[mail.kind](tx, mail, sender)) !== null;
  if (isTrue && refusal === null) return true;
  await suppress(tx, mail, isTrue && refusal !== null ? refusal : 'taken-back');
  return false;
}

/** Of mail whose end the organization sees (docs/decisions/0034) nobody may learn who stopped it. */
const isSecret = (kind: MailKind, refusal: string): boolean =>
  refusal === 'stopped' && loggedTopics.includes(rulesOf(kind).topic);

async function render(tx: Tx, mail: ClaimedMail, to: Found, sender: Sender): Promise<Letter | null> {
  if (to === 'lost') return null;
  const refusal = 'refusal' in to ? to.refusal : null;
  if (refusal !== null && !isSecret(mail.kind, refusal)) return suppress(tx, mail, refusal);
  const message = await messages[mail.kind](tx, mail, sender);
  if (message === null) return suppress(tx, mail, 'no-longer-true');
  const later = nextHour(mail.kind, message.timeZone, tx.now);
  if (later !== null) {
    await postpone(tx, mail, later);
    return null;
  }
  return isAddress(to) ? letterOf(tx, mail, message, to, sender) : withheld(mail, tx.now, sender);
}

/** What the mail server hears of one that its reader stopped: from whom and to whom, and nothing of it. */
const withheld = ({ id, email }: ClaimedMail, now: Date, { mailFrom }: Sender): Letter => ({
  ...{ to: email, messageId: `<${id}>`, subject: '', text: '', html: '' },
  headers: {
    ...{ from: { name: '', address: mailFrom }, replyTo: null },
    ...{ date: now.toISOString(), unsubscribe: null },
  },
  isWithheld: true,
});

async function suppress(tx: Tx, mail: ClaimedMail, why: string): Promise<null> {
  await markFinal(tx, mail, 'suppressed', why);
  return null;
}

/** Introductions, and what both said alike, leave at a release time. */
const released: readonly MailKind[] = ['introduction', 'introduction-glad', 'introduction-together'];

/** When a kind with hours may leave, if not now: of working hours at the next release, or at 10:00. */
function nextHour(kind: MailKind, timeZone: string | null, now: Date): Date | null {
  const { hours } = rulesOf(kind);
  if (hours === 'any' || timeZone === null) return null;
  if (hours === 'day') {
    const at = inDaytime(now, timeZone);
    return at > now ? at : null;
  }
  if (inPostHours(now, timeZone)) return null;
  return released.includes(kind) ? releaseFrom(now, timeZone) : nextPostHour(now, timeZone);
}

async function letterOf(
  tx: Tx,
  mail: ClaimedMail,
  message: Message,
  to: Address,
  sender: Sender,
): Promise<Letter> {
  const frame = await frameOf(tx, mail, to.organization, sender);
  return {
    ...speaking(to.language, () => message.render(frame)),
    to: to.address,
    // The same at every attempt, so that a reader's program knows a second copy for what it is.
    messageId: `<${mail.id}@${sender.mailFrom.split('@')[1] ?? ''}>`,
    headers: {
      from: { name: frame.organization ?? words.mail.product, address: sender.mailFrom },
      replyTo: replyToOf(mail.kind, message, to.organization),
      date: tx.now.toISOString(),
      unsubscribe: frame.stop?.url ?? null,
      ...calendarOf(message, to.address, sender, tx.now),
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

async function frameOf(
  tx: Tx,
  mail: ClaimedMail,
  organization: Address['organization'],
  sender: Sender,
): Promise<Frame> {
  const { organizationId } = mail;
  if (organizationId === null) return { organization: null, accent: null, stop: null };
  if (organization === null) throw new Error(`Mail ${mail.id} is of no organization`);
  const stop = await stopOf(tx, mail, organizationId, sender);
  return { organization: organization.name, accent: organization.accent, stop };
}

async function stopOf(
  tx: Tx,
  mail: ClaimedMail,
  organizationId: string,
  sender: Sender,
): Promise<Frame['stop']> {
  const topic = await topicFor(tx, mail);
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
