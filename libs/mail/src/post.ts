import { type Tx, queueMails } from '#libs/database';
import type { MailKind } from './kinds.ts';

/**
 * One mail to one person. (kind, subjectId, personId, step) is its identity: asking for the same mail twice is one mail.
 *
 * What `subjectId` is, by kind: sign-in, rsvp-confirm: the grant · rsvp-confirmed, -waitlisted, -promoted, -cancelled and
 * event-cancelled: the attendee · member-added: the member · introduction-ask, introduction-reminder: the asked side
 * that comes first · introduction: the introduction.
 */
export interface MailRequest {
  /** Whose mail it is; null for mails of the installation itself (sign-in). */
  organizationId: string | null;
  kind: MailKind;
  subjectId: string;
  personId: string;
  /** Tells repeats of one kind about one subject apart, such as a slot or a version; '' when absent. */
  step?: string;
  /** Product time before which it does not leave; now when absent. */
  dueAt?: Date;
  /** The ids of every introduction and person the mail speaks of, apart from its reader. */
  speaksOf?: readonly string[];
}

/** Queues mails in the caller's transaction: they exist exactly when the change does. */
export function post(tx: Tx, mails: readonly MailRequest[]): Promise<void> {
  return queueMails(tx, mails);
}
