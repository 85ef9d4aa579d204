import { counted, number } from './numbers.ts';

/** The page behind the link of an invitation. */
export const invitedWords = {
  eyebrow: 'You are invited',
  by: (organization: string) => `${organization} invites you.`,
  byFrom: (name: string, organization: string) => `${name} of ${organization} invites you.`,
  sentTo: (email: string) => `The invitation was sent to ${email}, and an RSVP here is for that address.`,
  more: 'More about the event',
  yesTitle: 'I am coming',
  yesLead: 'You are on the list at once while there is room; nothing has to be confirmed.',
  yesLeadFull: 'Every seat is taken at the moment, so you join the waitlist; nothing has to be confirmed.',
  yes: 'Yes, I am coming',
  yesFull: 'Join the waitlist',
  fullTitle: 'Every seat is taken',
  full: 'The waitlist is closed too. Come back to this page: it takes your answer as soon as there is room.',
  noTitle: 'Not this time?',
  no: 'No, thank you',
  saidNoTitle: 'You said no, thank you',
  saidNo:
    'The host knows, and we do not ask again. If you change your mind, answer below while the event is open.',
  aheadTitle: 'You can answer soon',
  ahead: (moment: string) => `Registration opens on ${moment}. Come back to this page then.`,
  answeredTitle: 'You have an RSVP for this event',
  answered: 'Your page shows how it stands, and there you can change or cancel it.',
  toRsvp: 'See my RSVP',
  refusedTitle: 'The host cannot offer you a seat',
  refused: 'Write to them if you think it is a mistake.',
  over: {
    revoked: {
      title: 'This invitation is no longer valid',
      text: 'The host has taken it back. The event page says whether you can come without one.',
    },
    'event-cancelled': {
      title: 'This event is cancelled',
      text: 'There is nothing you need to do.',
    },
    closed: {
      title: 'Registration is closed',
      text: 'The time to answer this invitation is over.',
    },
  },
  others: (organization: string) => `What comes next at ${organization}`,
} as const;

/** The screen of an event's invitations in the organizers' app. */
export const invitationsApp = {
  title: 'Invitations',
  lead: 'Somebody invited needs no approval, and can also come to an event that is by invitation. An invitation does not keep a seat.',
  paste: 'Addresses to invite',
  pasteHelp:
    'One a line, or separated by commas; a column of a sheet or “Name <address>” works too. At most 500 at a time.',
  count: (addresses: number) =>
    addresses === 0 ? 'No address yet' : counted(addresses, 'address', 'addresses'),
  tooMany: (most: number) => `At most ${number.format(most)} at a time.`,
  send: (addresses: number) =>
    addresses === 0 ? 'Invite' : `Invite ${counted(addresses, 'person', 'people')}`,
  result: {
    title: 'What became of the addresses',
    invited: (count: number) => `${counted(count, 'invitation', 'invitations')} on the way.`,
    none: 'Nobody new was invited.',
    others: (count: number) =>
      count === 1
        ? 'One address stayed as it was:'
        : `${number.format(count)} addresses stayed as they were:`,
    close: 'Put away',
  },
  outcomes: {
    invited: 'invited',
    'already-going': 'is going already',
    'already-waiting': 'is on the waitlist already; an invitation would not change their place',
    'already-asked': 'waits for your answer: approve them on the guest list instead',
    'already-invited': 'was invited before',
    'said-no': 'said no, thank you, and is not asked again',
    declined: 'was declined here: approve them on the guest list instead',
    barred: 'is barred by your organization',
    'too-often':
      'was written to within the last three days, or too many mails left this hour: try again later',
    unusable: 'is no address we can write to',
  },
  summary: (open: number, accepted: number, declined: number) =>
    `${counted(open, 'has', 'have')} not answered yet, ${number.format(accepted)} said yes, ${number.format(declined)} said no.`,
  remind: (count: number) => `Remind ${counted(count, 'person', 'people')}`,
  remindHelp: 'Everybody who did not answer for three days, at most twice each.',
  nobodyToRemind: 'Nobody is due a reminder: it takes three days without an answer, and two are the most.',
  reminded: (count: number) => `${counted(count, 'reminder', 'reminders')} on the way.`,
  remindedLater: (count: number, later: number) =>
    `${counted(count, 'reminder', 'reminders')} on the way; ${number.format(later)} more can go in an hour.`,
  willRemind: (count: number) => `${counted(count, 'person is', 'people are')} reminded in a moment.`,
  columns: {
    caption: 'People who are invited and have no RSVP yet',
    address: 'Address',
    state: 'State',
    actions: 'Actions',
  },
  states: { invited: 'Invited', reminded: 'Reminded', declined: 'Said no' },
  since: {
    invited: (day: string) => `on ${day}`,
    reminded: (day: string) => `last on ${day}`,
    declined: (day: string) => `invited on ${day}`,
  },
  revoke: 'Take back',
  revokeName: (email: string) => `Take back the invitation of ${email}`,
  leaving: 'Being taken back',
  willRevoke: (email: string) => `The invitation of ${email} is being taken back.`,
  more: 'Show more',
  empty: {
    draft: {
      title: 'Nobody is invited yet',
      text: 'Publish the event first: an invitation leads to its page.',
    },
    published: {
      title: 'Nobody is left to answer',
      text: 'Paste addresses above, and each gets a mail with a link to answer.',
    },
    cancelled: {
      title: 'This event is cancelled',
      text: 'Nobody can be invited to it any more.',
    },
  },
} as const;
