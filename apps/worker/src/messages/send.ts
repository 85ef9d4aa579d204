import {
  type Database,
  type Recipient,
  type Tx,
  lockSender,
  record,
  recipientsOf,
  sentLately,
  spendMany,
  unansweredMails,
} from '#libs/database';
import {
  DomainError,
  Event,
  EventMessage,
  countedOf,
  inOrganization,
  refuseTooManyMessages,
  system,
} from '#libs/domain';
import type { Jobs } from '#libs/jobs';
import { post } from '#libs/mail';

/** As many mails a statement: 5,000 rows are 1.5 MB of values. */
const batch = 5000;

/**
 * The moment of a message has come: one mail to everybody of its segment as it is now, in one transaction, so that a kill leaves
 * all of them or none. 10,000 take 3 s on two busy cores. The message is locked, so that two at once write once.
 */
export async function sendMessage(
  { organizationId, messageId }: Jobs['messages.send'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const message = await tx.locked(EventMessage, { id: messageId, organizationId });
    if (message?.state !== 'scheduled') return;
    const event = await tx.one(Event, { id: message.eventId, organizationId });
    if (event === null || event.state === 'draft') return;
    if (message.isReady(event, tx.now)) await leave(tx, message);
    message.version += 1;
    await tx.save(message);
  });
}

async function leave(tx: Tx, message: EventMessage): Promise<void> {
  const { id: subjectId, organizationId, eventId, kind, dueAt, segment } = message;
  if (kind === 'change' || dueAt === null) return;
  const chosen = await recipientsOf(tx, { organizationId, eventId }, segment);
  // Published late, its moment has gone by before anybody could come; whoever comes now has just read when and where.
  if (kind === 'reminder' && chosen.length === 0) {
    message.callOff('nobody');
    return;
  }
  if (await isTooMuch(tx, message, chosen)) {
    message.callOff('too-many-messages');
    return;
  }
  const people = await withinTheirBudgets(tx, chosen);
  for (let from = 0; from < people.length; from += batch) {
    const mails = people.slice(from, from + batch).map(({ personId }) => {
      return { organizationId, kind: `event-${kind}` as const, subjectId, personId, dueAt };
    });
    await post(tx, mails);
  }
  message.leave(people.length, tx.now);
  await record(tx, system, 'message.left', subjectId, { kind, recipients: people.length });
}

/** Somebody who never answered gets three mails an hour at most, whatever they are (rule 13). */
async function withinTheirBudgets(tx: Tx, people: readonly Recipient[]): Promise<Recipient[]> {
  const strangers = people.filter(({ confirmed }) => !confirmed);
  const could = await spendMany(
    tx,
    strangers.map(({ personId }) => unansweredMails.key(personId)),
    unansweredMails.limit,
  );
  const refused = new Set(strangers.filter((_, index) => could[index] !== true));
  return people.filter((person) => !refused.has(person));
}

/** More may have come since it was scheduled than the organization may write to. */
async function isTooMuch(tx: Tx, message: EventMessage, people: readonly Recipient[]): Promise<boolean> {
  const unasked = people.filter(({ asked }) => !asked).length;
  const since = await lockSender(tx, message.organizationId);
  const lately = await sentLately(tx, message.organizationId, tx.now, message.id);
  try {
    refuseTooManyMessages(lately, countedOf(message.kind, people.length, unasked), since, tx.now);
    return false;
  } catch (error) {
    if (error instanceof DomainError) return true;
    throw error;
  }
}
