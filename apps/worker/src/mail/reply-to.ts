import type { MailKind, MailType } from '#libs/mail';
import type { Message } from './facts.ts';
import { rulesOf } from './mail-row.ts';
import type { Address } from './reader.ts';

/** What somebody answers to these is between them and another guest: no host reads along, not even a no. */
const betweenGuests: readonly MailType<never>['topic'][] = [
  'introductions',
  'mornings',
  'follow-ups',
  'circles',
];

/** Where an answer goes: where the mail itself says, else to the organization, if it gave an address for that. */
export function replyToOf(
  kind: MailKind,
  message: Pick<Message, 'replyTo'>,
  organization: Address['organization'],
): string | null {
  if (message.replyTo !== undefined) return message.replyTo;
  return betweenGuests.includes(rulesOf(kind).topic) ? null : (organization?.replyTo ?? null);
}
