import type { RsvpFacts } from './event-facts.ts';
import { type CircleAskFacts, circleAsk } from './kinds/circle-ask.ts';
import { type CircleEndedFacts, circleEnded } from './kinds/circle-ended.ts';
import { type CircleMeetingFacts, circleMeeting } from './kinds/circle-meeting.ts';
import { type CircleOpenedFacts, circleOpened } from './kinds/circle-opened.ts';
import { type CircleUsefulFacts, circleUseful } from './kinds/circle-useful.ts';
import { type CritiqueAssignedFacts, critiqueAssigned } from './kinds/critique-assigned.ts';
import { type CritiqueFeedbackFacts, critiqueFeedback } from './kinds/critique-feedback.ts';
import { type CritiquePlaceFacts, critiquePlace } from './kinds/critique-place.ts';
import { type CritiqueReminderFacts, critiqueReminder } from './kinds/critique-reminder.ts';
import {
  type EventCancelledFacts,
  type InvitedEventCancelledFacts,
  eventCancelled,
  invitedEventCancelled,
} from './kinds/event-cancelled.ts';
import { type EventChangedFacts, eventChanged } from './kinds/event-changed.ts';
import {
  type MessageFacts,
  eventAnnouncement,
  eventMessageTest,
  eventReminder,
  eventThanks,
} from './kinds/event-message.ts';
import { type AskFacts, introductionAsk } from './kinds/introduction-ask.ts';
import { type BothFacts, introductionGlad, introductionTogether } from './kinds/introduction-both.ts';
import { type DigestFacts, introductionDigest } from './kinds/introduction-digest.ts';
import { type FollowUpFacts, introductionFollowUp } from './kinds/introduction-follow-up.ts';
import { type NudgeFacts, introductionNudge } from './kinds/introduction-nudge.ts';
import { type ReminderFacts, introductionReminder } from './kinds/introduction-reminder.ts';
import { type AskTestFacts, introductionTest } from './kinds/introduction-test.ts';
import { type IntroductionFacts, introduction } from './kinds/introduction.ts';
import {
  type InvitationFacts,
  type InvitationReminderFacts,
  invitation,
  invitationReminder,
} from './kinds/invitation.ts';
import { type MailTestFacts, mailTest } from './kinds/mail-test.ts';
import { type MemberAddedFacts, memberAdded } from './kinds/member-added.ts';
import { type MorningAfterFacts, morningAfterMail } from './kinds/morning-after.ts';
import {
  type PanelistCancelledFacts,
  type PanelistFacts,
  panelistCancelled,
  panelistChanged,
  panelistConfirmed,
  panelistInvitation,
  panelistReminder,
} from './kinds/panelist.ts';
import { type RsvpCancelledFacts, rsvpCancelled } from './kinds/rsvp-cancelled.ts';
import { type RsvpConfirmFacts, rsvpConfirm } from './kinds/rsvp-confirm.ts';
import { type RsvpOfferedFacts, rsvpOffered } from './kinds/rsvp-offered.ts';
import { type RsvpOnPanelFacts, rsvpOnPanel } from './kinds/rsvp-on-panel.ts';
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
  'rsvp-on-panel': RsvpOnPanelFacts;
  'event-cancelled': EventCancelledFacts;
  'event-changed': EventChangedFacts;
  'event-reminder': MessageFacts;
  'event-thanks': MessageFacts;
  'event-announcement': MessageFacts;
  'event-message-test': MessageFacts;
  invitation: InvitationFacts;
  'invitation-reminder': InvitationReminderFacts;
  'invited-event-cancelled': InvitedEventCancelledFacts;
  'member-added': MemberAddedFacts;
  'mail-test': MailTestFacts;
  'morning-after': MorningAfterFacts;
  'introduction-digest': DigestFacts;
  'introduction-ask': AskFacts;
  'introduction-test': AskTestFacts;
  'introduction-reminder': ReminderFacts;
  introduction: IntroductionFacts;
  'introduction-nudge': NudgeFacts;
  'introduction-follow-up': FollowUpFacts;
  'introduction-glad': BothFacts;
  'introduction-together': BothFacts;
  'circle-ask': CircleAskFacts;
  'circle-opened': CircleOpenedFacts;
  'circle-meeting': CircleMeetingFacts;
  'circle-useful': CircleUsefulFacts;
  'circle-ended': CircleEndedFacts;
  'critique-place': CritiquePlaceFacts;
  'critique-assigned': CritiqueAssignedFacts;
  'critique-reminder': CritiqueReminderFacts;
  'critique-feedback': CritiqueFeedbackFacts;
  'panelist-invitation': PanelistFacts;
  'panelist-confirmed': PanelistFacts;
  'panelist-changed': PanelistFacts;
  'panelist-cancelled': PanelistCancelledFacts;
  'panelist-reminder': PanelistFacts;
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
  'rsvp-on-panel': rsvpOnPanel,
  'event-cancelled': eventCancelled,
  'event-changed': eventChanged,
  'event-reminder': eventReminder,
  'event-thanks': eventThanks,
  'event-announcement': eventAnnouncement,
  'event-message-test': eventMessageTest,
  invitation,
  'invitation-reminder': invitationReminder,
  'invited-event-cancelled': invitedEventCancelled,
  'member-added': memberAdded,
  'mail-test': mailTest,
  'morning-after': morningAfterMail,
  'introduction-digest': introductionDigest,
  'introduction-ask': introductionAsk,
  'introduction-test': introductionTest,
  'introduction-reminder': introductionReminder,
  introduction,
  'introduction-nudge': introductionNudge,
  'introduction-follow-up': introductionFollowUp,
  'introduction-glad': introductionGlad,
  'introduction-together': introductionTogether,
  'circle-ask': circleAsk,
  'circle-opened': circleOpened,
  'circle-meeting': circleMeeting,
  'circle-useful': circleUseful,
  'circle-ended': circleEnded,
  'critique-place': critiquePlace,
  'critique-assigned': critiqueAssigned,
  'critique-reminder': critiqueReminder,
  'critique-feedback': critiqueFeedback,
  'panelist-invitation': panelistInvitation,
  'panelist-confirmed': panelistConfirmed,
  'panelist-changed': panelistChanged,
  'panelist-cancelled': panelistCancelled,
  'panelist-reminder': panelistReminder,
};
