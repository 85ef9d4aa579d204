import type { RsvpFacts } from './event-facts.ts';
import {
  type EventCancelledFacts,
  type InvitedEventCancelledFacts,
  eventCancelled,
  invitedEventCancelled,
} from './kinds/event-cancelled.ts';
import { type AskFacts, introductionAsk } from './kinds/introduction-ask.ts';
import { type ReminderFacts, introductionReminder } from './kinds/introduction-reminder.ts';
import { type IntroductionFacts, introduction } from './kinds/introduction.ts';
import {
  type InvitationFacts,
  type InvitationReminderFacts,
  invitation,
  invitationReminder,
} from './kinds/invitation.ts';
import { type MemberAddedFacts, memberAdded } from './kinds/member-added.ts';
import { type RsvpCancelledFacts, rsvpCancelled } from './kinds/rsvp-cancelled.ts';
import { type RsvpConfirmFacts, rsvpConfirm } from './kinds/rsvp-confirm.ts';
import { type RsvpOfferedFacts, rsvpOffered } from './kinds/rsvp-offered.ts';
import {
  type RsvpDeclinedFacts,
  type RsvpOfferLapsedFacts,
  rsvpDeclined,
  rsvpOfferLapsed,
} from './kinds/rsvp-over.ts';
import {
  rsvpConfirmed,
  rsvpOfferRevoked,
  rsvpPending,
  rsvpPromoted,
  rsvpWaitlisted,
} from './kinds/rsvp-settled.ts';
import { type SignInFacts, signIn } from './kinds/sign-in.ts';
import type { MailKind } from './kinds.ts';
import type { MailType } from './mail-type.ts';

/** What the mail of a kind is made of. */
interface FactsByKind {
  'sign-in': SignInFacts;
  'rsvp-confirm': RsvpConfirmFacts;
  'rsvp-confirmed': RsvpFacts;
  'rsvp-waitlisted': RsvpFacts;
  'rsvp-promoted': RsvpFacts;
  'rsvp-pending': RsvpFacts;
  'rsvp-offered': RsvpOfferedFacts;
  'rsvp-offer-lapsed': RsvpOfferLapsedFacts;
  'rsvp-offer-revoked': RsvpFacts;
  'rsvp-declined': RsvpDeclinedFacts;
  'rsvp-cancelled': RsvpCancelledFacts;
  'event-cancelled': EventCancelledFacts;
  invitation: InvitationFacts;
  'invitation-reminder': InvitationReminderFacts;
  'invited-event-cancelled': InvitedEventCancelledFacts;
  'member-added': MemberAddedFacts;
  'introduction-ask': AskFacts;
  'introduction-reminder': ReminderFacts;
  introduction: IntroductionFacts;
}

export type FactsOf<Kind extends MailKind> = FactsByKind[Kind];

/** Kind → its declaration; a kind without one does not compile. */
export const mailTypes: { readonly [Kind in MailKind]: MailType<FactsOf<Kind>> } = {
  'sign-in': signIn,
  'rsvp-confirm': rsvpConfirm,
  'rsvp-confirmed': rsvpConfirmed,
  'rsvp-waitlisted': rsvpWaitlisted,
  'rsvp-promoted': rsvpPromoted,
  'rsvp-pending': rsvpPending,
  'rsvp-offered': rsvpOffered,
  'rsvp-offer-lapsed': rsvpOfferLapsed,
  'rsvp-offer-revoked': rsvpOfferRevoked,
  'rsvp-declined': rsvpDeclined,
  'rsvp-cancelled': rsvpCancelled,
  'event-cancelled': eventCancelled,
  invitation,
  'invitation-reminder': invitationReminder,
  'invited-event-cancelled': invitedEventCancelled,
  'member-added': memberAdded,
  'introduction-ask': introductionAsk,
  'introduction-reminder': introductionReminder,
  introduction,
};
