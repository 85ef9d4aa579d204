const people = (count: number): string => count.toLocaleString('en');

/** One's own page of an RSVP, and the list of one's evenings. */
export const mine = {
  title: 'Your evenings',
  none: 'Here you will find the evenings you asked a seat for.',
  signOut: 'Sign out',
  signedInAs: (email: string) => `You are signed in as ${email}.`,
  app: 'Open the organizer’s app',
  next: 'Coming up',
  past: 'Over',
  status: 'Your RSVP',
  statuses: {
    held: 'Not confirmed yet',
    pending: 'Waiting for the host’s answer',
    confirmed: 'You are going',
    waitlisted: 'You are on the waitlist',
    offered: 'A seat is offered to you',
    declined: 'The host could not give you a seat',
    cancelled: 'You are not going',
  },
  statusText: {
    held: 'Open the link in your mail and press the button there.',
    pending: 'The host answers each request. You hear from us by mail; until then there is nothing to do.',
    confirmed: 'Your seat is confirmed. See you there.',
    confirmedParty: (count: number) =>
      `${people(count)} seats are confirmed, yours among them. See you there.`,
    declined: 'We are sorry. If you think it is a mistake, write to the host.',
    cancelled:
      'Your seat is free for somebody else. You can come back on the event page, at the end of the queue.',
    cancelledByHost: 'The host cancelled your RSVP.',
    notConfirmed: 'Your place was kept for 30 minutes. The link in your mail still asks for a new one.',
    offerLapsed:
      'The offer ran out, and the seat went to whoever stood behind you. You can come back on the event page, at the end of the queue.',
  },
  note: (organization: string) => `${organization} wrote to you:`,
  eventCancelled: 'This event is cancelled',
  over: 'This evening is over.',
  went: 'Thank you for coming along.',
  place: (place: number) =>
    place === 1
      ? 'You are next in the queue. We write to you as soon as there is a seat.'
      : `You are number ${people(place)} in the queue. We write to you as soon as there is a seat.`,
  partyWaits: (count: number) =>
    `You wait for ${people(count)} seats together. A party that does not fit keeps its place, and a smaller one behind it may be seated first.`,
  waitlistClosed: 'The waitlist is closed at the moment: you keep your place, and nobody moves up.',
  offerUntil: (time: string) =>
    `It is yours if you take it by ${time}. After that it goes to the next in the queue.`,
  offerParty: (count: number) =>
    count === 2 ? 'It is for both of you.' : `It is for all ${people(count)} of you.`,
  claim: 'Take the seat',
  refuse: 'No, thank you',
  saved: {
    answers: 'Your answers are saved.',
    guests: 'Your guests are saved.',
    consents: 'Saved. It counts from now on.',
    profile: 'Saved. It counts from now on.',
  },
  party: 'You come as',
  you: 'you',
  partyOf: (count: number, names: string) => `${people(count)} people: ${names}`,
  privatePlace: 'The exact place',
  as: 'Name',
  ticket: {
    title: 'Your ticket',
    lead: 'Show this at the door, on the screen or on paper.',
    alt: 'QR code of your ticket',
    code: 'If it cannot be read, say this:',
  },
  answers: {
    title: 'Your answers to the host',
    until: (time: string) => `You can change them until ${time}. Only the hosts see them.`,
    closed: 'They can no longer be changed here. Only the hosts see them.',
    yes: 'Yes',
    save: 'Save my answers',
  },
  guests: {
    title: 'Your guests',
    leadSeated: 'Fewer is always fine. More need free seats, which nobody may be waiting for.',
    leadWaiting: 'You all wait together; more people may wait longer.',
    save: 'Save my guests',
  },
  consents: {
    title: 'Introductions and your name',
    save: 'Save',
  },
  seen: {
    title: 'What others see',
    host: 'The hosts: your name, your address, how your RSVP stands, your guests and your answers.',
    profile: 'The hosts, once you came: what you say about yourself, because you said yes to introductions.',
    profileUnseen: 'What you say about yourself: nobody, as long as you have not said yes to introductions.',
    named: 'Others who come to this evening: your name, and nothing else.',
    described:
      'Others who came to this evening: your name, what you do and what you are working on, and nothing else.',
    asked:
      'Somebody we ask about you: why the two of you may fit, with what you do. Your name only if you allow it.',
    unnamed: 'Others who come to this evening: nothing, not even that you are there.',
    address: 'Your address: nobody but the hosts. It is never shown to other guests.',
    introductions:
      'Somebody you are introduced to: your name and how to reach you, only after you both said yes.',
    rounds:
      'If you bring or hear a work: those of your rounds see your name, and where names are kept back, only at the end.',
    crew: 'At the door: your name and how many you are.',
  },
  cancelTitle: 'Can’t make it?',
  cancelLead: 'Your seat goes to whoever has waited longest.',
  cancelLeadWaiting: 'You leave the queue. If you come back later, you start at its end.',
  cancelLeadPending: 'The host will not see your request any more.',
  cancel: 'Cancel my RSVP',
  event: 'See the event',
  introductions: 'People you were introduced to',
  introduced: (title: string, day: string) => `After ${title}, on ${day}.`,
  allIntroductions: 'Your introductions',
  questionsWait: (count: number) =>
    count === 1
      ? 'One question about an introduction for you'
      : `${people(count)} questions about introductions for you`,
} as const;
