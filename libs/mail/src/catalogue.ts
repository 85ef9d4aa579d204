import { eventCancelled } from './kinds/event-cancelled.ts';
import { introductionAsk } from './kinds/introduction-ask.ts';
import { introductionReminder } from './kinds/introduction-reminder.ts';
import { introduction } from './kinds/introduction.ts';
import { memberAdded } from './kinds/member-added.ts';
import { rsvpCancelled } from './kinds/rsvp-cancelled.ts';
import { rsvpConfirm } from './kinds/rsvp-confirm.ts';
import { rsvpConfirmed, rsvpPromoted, rsvpWaitlisted } from './kinds/rsvp-settled.ts';
import { signIn } from './kinds/sign-in.ts';
import type { MailKind } from './kinds.ts';
import type { MailType } from './mail-type.ts';

/** Kind → its declaration; a kind without one does not compile. */
export const mailTypes = {
  'sign-in': signIn,
  'rsvp-confirm': rsvpConfirm,
  'rsvp-confirmed': rsvpConfirmed,
  'rsvp-waitlisted': rsvpWaitlisted,
  'rsvp-promoted': rsvpPromoted,
  'rsvp-cancelled': rsvpCancelled,
  'event-cancelled': eventCancelled,
  'member-added': memberAdded,
  'introduction-ask': introductionAsk,
  'introduction-reminder': introductionReminder,
  introduction,
} as const satisfies { [Kind in MailKind]: MailType<never> };

/** What the mail of a kind is made of. */
export type FactsOf<Kind extends MailKind> =
  (typeof mailTypes)[Kind] extends MailType<infer Facts> ? Facts : never;
