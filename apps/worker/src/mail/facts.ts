import { type Frame, type MailKind, type MailParts, type MailType, mailTypes } from '#libs/mail';
import { mailTestLoader, memberAddedLoader, signInLoader } from './account-facts.ts';
import {
  circleAskLoader,
  circleEndedLoader,
  circleMeetingLoader,
  circleOpenedLoader,
  circleUsefulLoader,
} from './circle-facts.ts';
import {
  critiqueAssignedLoader,
  critiqueFeedbackLoader,
  critiquePlaceLoader,
  critiqueReminderLoader,
} from './critique-facts.ts';
import { digestLoader } from './digest-facts.ts';
import { askLoader, introductionLoader, reminderLoader } from './introduction-facts.ts';
import { askTestLoader } from './introduction-test-facts.ts';
import type { Loaded, Loader } from './loader.ts';
import {
  invitationLoader,
  invitationReminderLoader,
  invitedEventCancelledLoader,
} from './invitation-facts.ts';
import {
  eventAnnouncementLoader,
  eventChangedLoader,
  eventMessageTestLoader,
  eventReminderLoader,
} from './message-facts.ts';
import { followUpLoader, gladLoader, nudgeLoader, togetherLoader } from './months-facts.ts';
import { morningAfterLoader } from './morning-facts.ts';
import {
  panelistCancelledLoader,
  panelistChangedLoader,
  panelistConfirmedLoader,
  panelistInvitationLoader,
  panelistReminderLoader,
} from './panelist-facts.ts';
import { rsvpConfirmLoader } from './rsvp-confirm-facts.ts';
import {
  eventCancelledLoader,
  rsvpCancelledLoader,
  rsvpConfirmedLoader,
  rsvpDeclinedLoader,
  rsvpOfferLapsedLoader,
  rsvpOfferRevokedLoader,
  rsvpOfferedLoader,
  rsvpOnPanelLoader,
  rsvpPendingLoader,
  rsvpPromotedLoader,
  rsvpWaitlistedLoader,
} from './rsvp-facts.ts';

/** What a mail has to say now, ready to be put into words. */
export interface Message extends Omit<Loaded<unknown>, 'facts'> {
  render(frame: Frame): MailParts;
}

type MessageLoader = (...given: Parameters<Loader<unknown>>) => Promise<Message | null>;

/** Kind → where its facts come from; a missing one does not compile. */
export const messages: Readonly<Record<MailKind, MessageLoader>> = {
  'sign-in': said(mailTypes['sign-in'], signInLoader),
  'rsvp-confirm': said(mailTypes['rsvp-confirm'], rsvpConfirmLoader),
  'rsvp-confirmed': said(mailTypes['rsvp-confirmed'], rsvpConfirmedLoader),
  'rsvp-waitlisted': said(mailTypes['rsvp-waitlisted'], rsvpWaitlistedLoader),
  'rsvp-promoted': said(mailTypes['rsvp-promoted'], rsvpPromotedLoader),
  'rsvp-pending': said(mailTypes['rsvp-pending'], rsvpPendingLoader),
  'rsvp-offered': said(mailTypes['rsvp-offered'], rsvpOfferedLoader),
  'rsvp-offer-lapsed': said(mailTypes['rsvp-offer-lapsed'], rsvpOfferLapsedLoader),
  'rsvp-offer-revoked': said(mailTypes['rsvp-offer-revoked'], rsvpOfferRevokedLoader),
  'rsvp-declined': said(mailTypes['rsvp-declined'], rsvpDeclinedLoader),
  'rsvp-cancelled': said(mailTypes['rsvp-cancelled'], rsvpCancelledLoader),
  'rsvp-on-panel': said(mailTypes['rsvp-on-panel'], rsvpOnPanelLoader),
  'event-cancelled': said(mailTypes['event-cancelled'], eventCancelledLoader),
  'event-changed': said(mailTypes['event-changed'], eventChangedLoader),
  'event-reminder': said(mailTypes['event-reminder'], eventReminderLoader),
  'event-thanks': said(mailTypes['event-thanks'], eventAnnouncementLoader),
  'event-announcement': said(mailTypes['event-announcement'], eventAnnouncementLoader),
  'event-message-test': said(mailTypes['event-message-test'], eventMessageTestLoader),
  invitation: said(mailTypes.invitation, invitationLoader),
  'invitation-reminder': said(mailTypes['invitation-reminder'], invitationReminderLoader),
  'invited-event-cancelled': said(mailTypes['invited-event-cancelled'], invitedEventCancelledLoader),
  'member-added': said(mailTypes['member-added'], memberAddedLoader),
  'mail-test': said(mailTypes['mail-test'], mailTestLoader),
  'morning-after': said(mailTypes['morning-after'], morningAfterLoader),
  'introduction-digest': said(mailTypes['introduction-digest'], digestLoader),
  'introduction-ask': said(mailTypes['introduction-ask'], askLoader),
  'introduction-test': said(mailTypes['introduction-test'], askTestLoader),
  'introduction-reminder': said(mailTypes['introduction-reminder'], reminderLoader),
  introduction: said(mailTypes.introduction, introductionLoader),
  'introduction-nudge': said(mailTypes['introduction-nudge'], nudgeLoader),
  'introduction-follow-up': said(mailTypes['introduction-follow-up'], followUpLoader),
  'introduction-glad': said(mailTypes['introduction-glad'], gladLoader),
  'introduction-together': said(mailTypes['introduction-together'], togetherLoader),
  'circle-ask': said(mailTypes['circle-ask'], circleAskLoader),
  'circle-opened': said(mailTypes['circle-opened'], circleOpenedLoader),
  'circle-meeting': said(mailTypes['circle-meeting'], circleMeetingLoader),
  'circle-useful': said(mailTypes['circle-useful'], circleUsefulLoader),
  'circle-ended': said(mailTypes['circle-ended'], circleEndedLoader),
  'critique-place': said(mailTypes['critique-place'], critiquePlaceLoader),
  'critique-assigned': said(mailTypes['critique-assigned'], critiqueAssignedLoader),
  'critique-reminder': said(mailTypes['critique-reminder'], critiqueReminderLoader),
  'critique-feedback': said(mailTypes['critique-feedback'], critiqueFeedbackLoader),
  'panelist-invitation': said(mailTypes['panelist-invitation'], panelistInvitationLoader),
  'panelist-confirmed': said(mailTypes['panelist-confirmed'], panelistConfirmedLoader),
  'panelist-changed': said(mailTypes['panelist-changed'], panelistChangedLoader),
  'panelist-cancelled': said(mailTypes['panelist-cancelled'], panelistCancelledLoader),
  'panelist-reminder': said(mailTypes['panelist-reminder'], panelistReminderLoader),
};

function said<Facts>(type: MailType<Facts>, load: Loader<Facts>): MessageLoader {
  return async (...given) => {
    const loaded = await load(...given);
    if (loaded === null) return null;
    const { facts, ...rest } = loaded;
    return { ...rest, render: (frame) => type.render(facts, frame) };
  };
}
