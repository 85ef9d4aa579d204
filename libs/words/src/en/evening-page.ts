import { spoken } from '../speech.ts';

/** What leads to that page from one's RSVP. */
export const eveningInvitation = {
  title: 'At the evening',
  questions: 'Ask the panel, and vote for what others ask.',
  tables: 'See which table is yours.',
  swaps: 'Swap contacts with people you talk to.',
  open: 'Open it on this phone',
} as const;

/** The page that somebody has open on their phone during an evening. */
export const eveningPage = /* @__PURE__ */ spoken('eveningPage', {
  title: (event: string) => `${event}: the evening`,
  loading: 'One moment…',
  again: 'Try again',
  you: (name: string) => `You are ${name}.`,
  eventPage: 'About the evening',
  parts: 'Parts of this page',
  sections: {
    moderate: 'Moderate',
    questions: 'Questions',
    table: 'Table',
    contacts: 'Contacts',
  },
  none: 'There is nothing here yet',
  noneText: 'Questions, your table and the contacts you swap show up here during the evening.',
  failed: 'This did not come through',
  unusable: 'This link does not work any more',
  unusableText:
    'It may be cut off, or it was replaced by a newer one. Open the newest mail of this evening and follow the link there.',
  seat: 'Your seat first',
  seatText:
    'This page is for people who have a seat. Confirm your RSVP or take the seat you are offered; then it opens.',
  away: 'No network at the moment. What you see is as it was.',
  lost: 'The connection was lost. We try again by ourselves; what you see may be a little old.',
  undo: 'Undo',
} as const);
