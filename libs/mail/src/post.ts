import { type QueuedMail, type Tx, queueMails } from '#libs/database';
import type { MailKind } from './kinds.ts';

/**
 * One mail to one person. (kind, subjectId, personId, step) is its identity: asking for the same mail twice is one mail.
 *
 * What `subjectId` is, by kind: sign-in, rsvp-confirm: the grant · every other rsvp kind and event-cancelled: the
 * attendee · invitation, invitation-reminder, invited-event-cancelled: the invitation · member-added: the member · mail-test: the test ·
 * event-changed, event-reminder, event-thanks, event-announcement, event-message-test: the message ·
 * morning-after: the attendee ·
 * introduction-digest: the event ·
 * introduction-test: the side whose question it shows ·
 * introduction-ask, introduction-reminder: the asked side that comes first · introduction,
 * introduction-nudge, introduction-glad, introduction-together: the introduction · introduction-follow-up: the organization ·
 * critique-place: the submission · critique-assigned, critique-reminder, critique-feedback: the critique session · panelist-…: the
 * person on the panel, whose step of a cancellation is "<event>:<revision>". `speaksOf`
 * holds the ids of every introduction and person it speaks of, apart from its reader. `dueAt` is product time, now when absent.
 */
export interface MailRequest extends QueuedMail {
  kind: MailKind;
}

/** Queues mails in the caller's transaction, in one statement, and wakes the worker once when that transaction commits. */
export function post(tx: Tx, mails: readonly MailRequest[]): Promise<void> {
  return queueMails(tx, mails);
}
