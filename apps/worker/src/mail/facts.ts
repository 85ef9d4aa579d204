import { type Frame, type MailKind, type MailParts, type MailType, mailTypes } from '#libs/mail';
import { memberAddedLoader, signInLoader } from './account-facts.ts';
import { askLoader, introductionLoader, reminderLoader } from './introduction-facts.ts';
import type { Loaded, Loader } from './loader.ts';
import {
  invitationLoader,
  invitationReminderLoader,
  invitedEventCancelledLoader,
} from './invitation-facts.ts';
import { rsvpConfirmLoader } from './rsvp-confirm-facts.ts';
import {
  eventCancelledLoader,
  rsvpCancelledLoader,
  rsvpConfirmedLoader,
  rsvpDeclinedLoader,
  rsvpOfferLapsedLoader,
  rsvpOfferRevokedLoader,
  rsvpOfferedLoader,
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
  'event-cancelled': said(mailTypes['event-cancelled'], eventCancelledLoader),
  invitation: said(mailTypes.invitation, invitationLoader),
  'invitation-reminder': said(mailTypes['invitation-reminder'], invitationReminderLoader),
  'invited-event-cancelled': said(mailTypes['invited-event-cancelled'], invitedEventCancelledLoader),
  'member-added': said(mailTypes['member-added'], memberAddedLoader),
  'introduction-ask': said(mailTypes['introduction-ask'], askLoader),
  'introduction-reminder': said(mailTypes['introduction-reminder'], reminderLoader),
  introduction: said(mailTypes.introduction, introductionLoader),
};

function said<Facts>(type: MailType<Facts>, load: Loader<Facts>): MessageLoader {
  return async (...given) => {
    const loaded = await load(...given);
    if (loaded === null) return null;
    const { facts, ...rest } = loaded;
    return { ...rest, render: (frame) => type.render(facts, frame) };
  };
}
