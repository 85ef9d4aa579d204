import { DomainError } from '../errors.ts';
import type { MessageKind } from './event-message.ts';

/**
 * What an organization sends within 24 hours, as the limits count it: announcements and thank-yous, and all mail about an evening
 * to people who never asked to come.
 */
export interface SentLately {
  messages: number;
  recipients: number;
}

const day = 24 * 60 * 60_000;

/** An organization is new for two weeks: a stranger who got in cannot write to more people than one evening has. */
const newFor = 14 * day;
const mostWhileNew: SentLately = { messages: 3, recipients: 500 };
const most: SentLately = { messages: 20, recipients: 20_000 };

/** A list of messages that nobody would read through. */
export const mostMessagesOfEvent = 50;

/**
 * What a message counts for: a reminder goes once to whoever asked to come, so only the others count.
 * @param unasked those of its recipients who are on the list by somebody else's word alone
 */
export const countedOf = (kind: MessageKind, recipients: number, unasked: number): SentLately =>
  kind === 'reminder' ? { messages: 0, recipients: unasked } : { messages: 1, recipients };

/**
 * @param lately what left within the 24 hours before it, or will
 * @throws DomainError too-many-messages
 */
export function refuseTooManyMessages(
  lately: SentLately,
  { messages, recipients }: SentLately,
  organizationSince: Date,
  now: Date,
): void {
  const limit = limitOf(organizationSince, now);
  const tooMany = messages > 0 && lately.messages + messages > limit.messages;
  if (tooMany || (recipients > 0 && lately.recipients + recipients > limit.recipients))
    throw new DomainError('too-many-messages');
}

/** How many more may be written to who never asked to come. */
export const roomLeft = (lately: SentLately, organizationSince: Date, now: Date): number =>
  Math.max(0, limitOf(organizationSince, now).recipients - lately.recipients);

const limitOf = (since: Date, now: Date): SentLately =>
  now.getTime() - since.getTime() < newFor ? mostWhileNew : most;
