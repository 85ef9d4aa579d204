import { circleMails } from './circles.ts';
import { critiqueMail, critiqueMailKinds } from './critique-mails.ts';
import { digestMail } from './digest-mail.ts';
import { messageMailKinds } from './messages.ts';
import { monthsMail, monthsMailKinds } from './months-mail.ts';
import { morningMail } from './mornings.ts';
import { panelistMail, panelistMailKinds } from './panelist-mails.ts';

/** Every sentence of every mail. Values are plain text; the layout escapes them and keeps mail readers from linking them. */
export const mailWords = {
  circles: circleMails,
  critique: critiqueMail,
  digest: digestMail,
  product: 'Acquaint',
  hello: (name: string) => `Hello ${name},`,
  helloUnnamed: 'Hello,',
  from: (organization: string) => `Sent for ${organization}.`,
  stop: {
    introductions: 'Pause or stop introductions',
    events: 'Stop mail about events',
    'follow-ups': 'Stop asking how it goes',
    mornings: 'Stop questions on the morning after',
    circles: 'Stop mail about circles',
    digests: 'Stop news of suggestions',
    reminders: 'Stop reminders of events',
    announcements: 'Stop announcements',
  },
  labels: {
    when: 'When',
    where: 'Where',
    address: 'Address',
    host: 'Host',
    reason: 'Reason',
    note: 'From the host',
    until: 'Until',
    answerFrom: 'You can answer from',
  },
  time: (day: string, from: string, to: string, place: string, zone: string) =>
    `${day}, ${from} to ${to}, ${place} time (${zone})`,
  timeOverDays: (day: string, from: string, endDay: string, to: string, place: string, zone: string) =>
    `${day}, ${from} to ${endDay}, ${to}, ${place} time (${zone})`,
  moment: (day: string, clock: string, place: string, zone: string) =>
    `${day}, ${clock}, ${place} time (${zone})`,
  ticket: {
    title: 'Your ticket',
    lead: 'At the door, show the QR code in this mail or say this code. Neither needs a network.',
    alt: 'QR code of your ticket',
  },
  joinOnPage: 'How to join is on your page.',
  lookAtRsvp: 'See your RSVP',
  cannotMakeIt: 'Can’t make it? You can cancel there too; it frees your seat for somebody else.',

  signIn: {
    subject: (code: string) => `${code} is your sign-in code`,
    lead: 'Press the button in the browser where you asked to sign in, or type this code there:',
    action: 'Sign in',
    until: (minutes: number) =>
      `Both work for ${minutes} minutes and only once. If you did not ask, ignore this mail: nothing happens.`,
  },

  rsvpConfirm: {
    subject: (title: string) => `Confirm your RSVP: ${title}`,
    subjectAlready: (title: string) => `Your RSVP: ${title}`,
    subjectRefused: (title: string) => `About ${title}`,
    lead: {
      seat: 'Please confirm that this address is yours. Until then your seat is only held.',
      place: 'Please confirm that this address is yours. Until then nothing is settled.',
      approval: 'Please confirm that this address is yours. The host then answers your request.',
    },
    action: 'Confirm my RSVP',
    until:
      'The hold lasts 30 minutes. The button works after that too, if there is room then. If you did not ask, ignore this mail.',
    already: {
      confirmed: 'You already have a seat at this event, so there is nothing to confirm.',
      waitlisted: 'You are already on the waitlist of this event, so there is nothing to confirm.',
      pending: 'Your RSVP already waits for the host’s answer.',
      offered: 'A seat is already offered to you. It is yours if you take it in time, on your page.',
    },
    refused: {
      'event-cancelled': 'Somebody asked for a seat with this address, but this event is cancelled.',
      'registration-not-open':
        'Somebody asked for a seat with this address, but registration for this event is not open yet. Ask again when it is.',
      'registration-closed':
        'Somebody asked for a seat with this address, but registration for this event is closed.',
      'not-admitted':
        'Somebody asked for a seat with this address, but the host cannot offer one. Write to them if you think it is a mistake.',
      'invitation-needed':
        'Somebody asked for a seat with this address, but this event is by invitation. Ask the host for one.',
      'audience-only':
        'Somebody asked for a seat with this address, but this event is for the organization’s own people. Ask the host to be one of them.',
    },
  },
  rsvpConfirmed: {
    subject: (title: string) => `You are going: ${title}`,
    lead: 'Your seat is confirmed.',
  },
  rsvpWaitlisted: {
    subject: (title: string) => `You are on the waitlist: ${title}`,
    lead: 'This event is full, so you are on the waitlist. A freed seat goes to whoever has waited longest, and we write as soon as it is yours.',
  },
  rsvpPromoted: {
    subject: (title: string) => `A seat for you: ${title}`,
    lead: 'A seat became free, and it is yours. You are going.',
  },
  rsvpPending: {
    subject: (title: string) => `Your request: ${title}`,
    lead: 'The host answers each request for this event. Yours is with them, and we write as soon as they have answered. There is nothing you need to do.',
  },
  rsvpOffered: {
    subject: (title: string) => `A seat is kept for you: ${title}`,
    lead: 'A seat became free and is kept for you. It is yours when you take it on your page in time; after that it goes to whoever waits next.',
    action: 'Take or refuse the seat',
  },
  rsvpOfferLapsed: {
    subject: (title: string) => `The seat went on: ${title}`,
    lead: 'The seat that was kept for you was not taken in time, so it went to whoever waited next, and you are no longer in the queue. You can come back on the event page, at the end of it.',
  },
  rsvpOfferRevoked: {
    subject: (title: string) => `The waitlist is closed: ${title}`,
    lead: 'The host has closed the waitlist, so the seat that was kept for you is not given away for now. You keep your place in the queue, and we write if a seat becomes yours.',
  },
  rsvpDeclined: {
    subject: (title: string) => `About your request: ${title}`,
    lead: 'The host cannot give you a seat at this event.',
    others: 'See what else is planned',
  },
  invitation: {
    subject: (title: string) => `You are invited: ${title}`,
    lead: (organization: string) => `${organization} invites you to this event.`,
    leadFrom: (name: string, organization: string) => `${name} of ${organization} invites you to this event.`,
    action: 'Answer the invitation',
    how: 'The page asks for your name, and there you can also say no. An invitation does not keep a seat, so it is good to answer soon.',
  },
  invitationReminder: {
    subject: (title: string) => `Still open: your invitation to ${title}`,
    lead: (organization: string) =>
      `${organization} has invited you to this event and would like to know whether you come.`,
  },
  rsvpCancelled: {
    subject: (title: string) => `RSVP cancelled: ${title}`,
    byPerson:
      'Your RSVP is cancelled, and your seat is free for somebody else. You can come back on the event page.',
    byHost: 'The host has cancelled your RSVP.',
    eventPage: 'See the event',
  },
  eventCancelled: {
    subject: (title: string) => `Cancelled: ${title}`,
    lead: 'This event is cancelled. There is nothing you need to do.',
    leadInvited: (organization: string) =>
      `${organization} had invited you to this event. It is cancelled, and there is nothing you need to do.`,
  },
  memberAdded: {
    subject: (organization: string) => `Welcome to ${organization}`,
    lead: (organization: string, role: string) =>
      `You can now help run ${organization} on Acquaint, as ${role}.`,
    roles: { owner: 'owner', editor: 'editor', host: 'host', door: 'door staff' },
    action: 'Open the organizer’s app',
    hint: 'You sign in with this address; there is no password.',
  },

  mailTest: {
    subject: 'A test of your Acquaint',
    lead: 'This is the mail that you asked for to see whether mail leaves. It took the way of every other mail: the queue, the worker and the mail server.',
    reached:
      'It reached you, so sending works. Look whether it lies among junk mail: then the records of your domain are worth a look.',
    action: 'See how the post is',
  },

  morning: morningMail,
  months: monthsMail,
  panelist: panelistMail,

  introduction: {
    ask: {
      subject: { one: 'Shall we introduce you?', two: 'Two people you might meet' },
      lead: (title: string) => `You came to ${title} and said yes to introductions.`,
      somebody: 'Somebody who was there',
      craft: (who: string, crafts: string) => `${who} (${crafts})`,
      step: {
        mail: 'Smallest next step: a short mail.',
        call: 'Smallest next step: a 15-minute call.',
        hello: 'Smallest next step: hello at the next event.',
        coffee: 'Smallest next step: a coffee.',
      },
      yes: 'Yes, introduce us',
      no: 'Not this time',
      close: (day: string) =>
        `We write again only if it suits both; often it does not, for reasons like time. You can answer until ${day}.`,
    },
    test: {
      subject: (subject: string) => `Test: ${subject}`,
      lead: (name: string) =>
        `This is a test that you sent to yourself. ${name} gets what follows once it is approved and its day has come. The links here lead nowhere.`,
    },
    reminder: {
      subject: 'Still open: your introduction',
      lead: (title: string) => `From ${title}, still open:`,
    },
    made: {
      subject: (one: string, other: string) => `${one} and ${other}, please meet`,
      lead: (one: string, other: string) => `${one} and ${other}, you both said yes.`,
      reason: (name: string) => `For ${name}`,
      help: (name: string, offers: string) => `${name} can help with ${offers}.`,
      contact: (name: string) => `Reach ${name}`,
      first: (name: string) => `${name} writes first.`,
      step: {
        mail: 'A short mail is enough.',
        call: 'A 15-minute call is enough.',
        hello: 'Saying hello at the next event is enough.',
        coffee: 'A coffee is enough.',
      },
      close: 'We step out now.',
    },
  },
} as const;

/** The development mailbox and the clock beside it: demo mode and tests only. */
export const mailboxWords = {
  title: 'Mailbox',
  lead: 'Every mail of this demonstration, newest first, as its reader would see it.',
  of: (address: string) => `Mail to ${address}`,
  all: 'All mail',
  empty: 'No mail yet. RSVP to an event, or approve an introduction, and it arrives here.',
  facts: { to: 'To', when: 'When', state: 'State' },
  older: 'Older mail',
  unwritten: (kind: string) => `${kind}, not written`,
  kinds: {
    'sign-in': 'A sign-in',
    'rsvp-confirm': 'An RSVP to confirm',
    'rsvp-confirmed': 'A confirmed seat',
    'rsvp-waitlisted': 'A place on the waitlist',
    'rsvp-promoted': 'A seat that became free',
    'rsvp-pending': 'A request that waits for the host',
    'rsvp-offered': 'A seat that is offered',
    'rsvp-offer-lapsed': 'An offer that ran out',
    'rsvp-offer-revoked': 'An offer that was taken back',
    'rsvp-on-panel': 'A seat that became a place on a panel',
    'rsvp-declined': 'A declined request',
    'rsvp-cancelled': 'A cancelled RSVP',
    invitation: 'An invitation',
    'invitation-reminder': 'A reminder of an invitation',
    'invited-event-cancelled': 'A cancelled event, to somebody invited',
    'event-cancelled': 'A cancelled event',
    'member-added': 'A welcome to the staff',
    'mail-test': 'A test of sending',
    'morning-after': 'A question on the morning after',
    'introduction-digest': 'News of suggestions, to a host',
    'introduction-ask': 'A question about an introduction',
    'introduction-test': 'A test of a question, to its host',
    'introduction-reminder': 'A reminder of a question',
    introduction: 'An introduction',
    ...monthsMailKinds,
    'circle-ask': 'A question about a circle',
    'circle-opened': 'A circle that begins',
    'circle-meeting': 'A date of a circle',
    'circle-useful': 'A question whether a circle is useful',
    'circle-ended': 'A circle that has ended',
    ...critiqueMailKinds,
    ...messageMailKinds,
    ...panelistMailKinds,
  },
  back: 'Back to the mailbox',
  asRead: 'As its reader sees it',
  asText: 'The text part',
  headers: 'Headers',
  noParts: 'This mail has no words: it was not written yet, was held back, or is older than 30 days.',
  states: {
    queued: 'waiting',
    sending: 'being sent',
    handed: 'handed over',
    sent: 'sent',
    failed: 'failed',
    suppressed: 'held back',
    unsure: 'unsure',
  },
  outcomes: {
    'no-longer-true': 'it would not be true any more',
    stopped: 'its reader stopped such mail',
    erased: 'its reader has left',
    'suppressed-address': 'nothing goes to this address',
    'address-unusable': 'nothing can go to this address',
    'in-doubt': 'the mail server never answered',
    'not-prepared': 'it could not be written',
    expired: 'its link had come to its end',
  } as Readonly<Record<string, string>>,
  leaves: (when: string) => `leaves ${when}`,
  because: (state: string, why: string) => `${state} (${why})`,
  clock: {
    title: 'The clock',
    now: (now: string) => `It is ${now} in Los Angeles.`,
    moving: (target: string) => `Time is moving to ${target}. This page looks again by itself.`,
    why: 'Move time forward: everything that becomes due on the way happens, in order.',
    next: (when: string) => `To the next due moment, ${when}`,
    nothing: 'Nothing is due.',
    hour: 'One hour',
    morning: 'To the next morning, 10:00',
    week: 'Seven days',
  },
} as const;
