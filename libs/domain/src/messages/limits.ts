import { DomainError } from '../errors.ts';

/** What an organization sends besides reminders and changes within 24 hours. */
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
 * @param lately what left within the 24 hours before it, or will
 * @throws DomainError too-many-messages
 */
export function refuseTooManyMessages(
  lately: SentLately,
  recipients: number,
  organizationSince: Date,
  now: Date,
): void {
  const limit = now.getTime() - organizationSince.getTime() < newFor ? mostWhileNew : most;
  if (lately.messages + 1 > limit.messages || lately.recipients + recipients > limit.recipients)
    throw new DomainError('too-many-messages');
}
