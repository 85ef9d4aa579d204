/** Every mail the product sends. A kind is one file in `kinds/`; the catalogue does not compile while one is missing. */
export const mailKinds = [
  'sign-in',
  'rsvp-confirm',
  'rsvp-confirmed',
  'rsvp-waitlisted',
  'rsvp-promoted',
  'rsvp-pending',
  'rsvp-offered',
  'rsvp-offer-lapsed',
  'rsvp-offer-revoked',
  'rsvp-declined',
  'rsvp-cancelled',
  'event-cancelled',
  'invitation',
  'invitation-reminder',
  'invited-event-cancelled',
  'member-added',
  'introduction-ask',
  'introduction-reminder',
  'introduction',
] as const;

export type MailKind = (typeof mailKinds)[number];

export const isMailKind = (text: string): text is MailKind => (mailKinds as readonly string[]).includes(text);
