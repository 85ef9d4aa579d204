/** Small groups that meet by themselves: mails and the pages they lead to. */
export const circleMails = {
  ask: {
    subject: 'A small group for you?',
    lead: (title: string) => `You came to ${title} and said yes to introductions.`,
    about: (name: string) =>
      `The host thinks of you for a small group: ${name}. It is 4 to 8 people of that evening who meet once a month, without a host.`,
    question: 'Would you like to be part of it?',
    yes: 'Yes, count me in',
    no: 'Not this time',
    close: (day: string) =>
      `We write again only if enough people say yes; often they do not. Nobody is told who was asked. You can answer until ${day}.`,
  },
  opened: {
    subject: 'Your circle can begin',
    lead: (name: string, people: number) => `${name} begins: ${people} people said yes.`,
    reach: (name: string, crafts: string) => (crafts === '' ? name : `${name} (${crafts})`),
    question: (day: string) => `Which of the proposed dates suit you? Please tick them until ${day}.`,
    action: 'Tick the dates that suit',
  },
  meeting: {
    subject: { first: 'Your circle has a date', next: 'Your circle’s next date' },
    lead: (name: string, moment: string) => `${name} meets on ${moment}.`,
    where: 'Where',
    rhythm: 'It comes again every month at the same hour, unless you agree on something else.',
    action: 'See the circle and its calendar entry',
  },
  useful: {
    subject: 'Is your circle still useful?',
    lead: (name: string) => `${name} has met three times.`,
    question: 'Is it still useful to you?',
    yes: 'Yes, go on',
    no: 'No, not for me',
    close: (day: string) => `It goes on if at least three of you say yes until ${day}.`,
  },
  ended: {
    subject: 'Your circle has ended',
    lead: (name: string) =>
      `${name} has ended, and we plan no more dates for it. You have each other’s contacts, so nothing keeps you from meeting.`,
  },
} as const;

/** The page of one's place in a circle. */
export const circlePage = {
  title: 'A small group',
  question: 'Would you like to be part of it?',
  about: (event: string, organization: string) =>
    `The host of “${event}” (${organization}) thinks of you for a small group of 4 to 8 people of that evening. It meets once a month, without a host.`,
  how: 'If four of those who are asked say yes, it begins, and each of you learns who the others are. Until then nobody is told who was asked. We write again only if it begins; often it does not.',
  contact: 'How the others may reach you',
  contactHint: 'Empty means the address our mail went to. They see it only if the circle begins.',
  contactTooLong: 'Please use at most 254 characters on one line.',
  choose: 'Please press one of the two buttons.',
  yes: 'Yes, count me in',
  no: 'Not this time',
  until: (moment: string) => `You can answer until ${moment}.`,
  saidYesTitle: 'Thank you, that is a yes',
  saidYes: 'We write again only if the circle begins; often it does not.',
  reach: (contact: string) => `The others would reach you at ${contact}.`,
  reachByMail: 'The others would reach you at the address our mail went to.',
  takeBack: 'Not this time after all',
  saidNoTitle: 'Thank you, that is a no',
  saidNo: 'Nobody is told, and we do not ask you about this circle again.',
  overTitle: 'Nothing to do here',
  over: 'This question is closed, or the circle is over for you.',
  mates: 'Who is in it',
  poll: {
    title: 'Which dates suit you?',
    lead: (moment: string) =>
      `Tick all that suit. The one that suits most of you is taken on ${moment}, or sooner once everybody has answered.`,
    none: 'If none suits, tick none; the others then decide.',
    save: 'Send my dates',
    saved: 'Your dates are saved. You can change them until then.',
  },
  meeting: {
    title: 'The next date',
    waiting: 'The date is being settled. We write as soon as it stands.',
    calendar: 'Put it into your calendar',
    where: 'Where',
  },
  useful: {
    title: 'Is it still useful to you?',
    lead: (moment: string) => `The circle goes on if at least three of you say yes until ${moment}.`,
    yes: 'Yes, go on',
    no: 'No, not for me',
    saidYes: 'You said yes. You can change it until then.',
    saidNo: 'You said no. You can change it until then.',
  },
  leave: {
    title: 'Leave the circle',
    lead: 'The others read the list without you, and no reason.',
    action: 'Leave the circle',
  },
  mine: 'Your circles',
  seeMine: 'See your circles',
  /** How each stands, in one line. */
  lines: {
    question: (moment: string) => `Would you like to be part of it? You can answer until ${moment}.`,
    yes: 'You said yes. We write if it begins.',
    dates: 'Please tick the dates that suit you.',
    useful: 'Please say whether it is still useful to you.',
    waiting: 'The date is being settled.',
    meets: (moment: string) => `The next date: ${moment}.`,
  },
} as const;
