/** Sentences about introductions outside mails: the page that answers a question, and the host's look at a mail. */
export const introductions = {
  /** Where the reader's own link will stand in the mail. */
  theirLink: '(their own link)',
  /** Where the contact that they choose with their yes will stand. */
  theirContact: '(the contact they choose)',
  ask: {
    title: 'An introduction for you',
    question: 'Shall we introduce you?',
    about: (event: string, organization: string) =>
      `This is about the person in our mail, whom you may have met at “${event}” (${organization}).`,
    reasonLabel: 'Why you two',
    how: 'If you both say yes, we introduce you by mail. We write again only if it suits both; often it does not, for reasons like time.',
    contact: 'How they may reach you',
    contactHint: 'Empty means the address our mail went to. They see it only if you both say yes.',
    contactTooLong: 'Please use at most 254 characters on one line.',
    choose: 'Please press one of the two buttons.',
    yes: 'Yes, introduce us',
    no: 'Not this time',
    until: (moment: string) => `You can answer until ${moment}.`,
    saidYesTitle: 'Thank you, that is a yes',
    saidYes: 'We write again only if it suits both; often it does not, for reasons like time.',
    reach: (contact: string) => `They would reach you at ${contact}.`,
    reachByMail: 'They would reach you at the address our mail went to.',
    changeMind: (moment: string) =>
      `You can change your mind until ${moment}, or until we have introduced you.`,
    takeBack: 'Not this time after all',
    saidNoTitle: 'Thank you, not this time',
    saidNo: 'Nobody is told. There is nothing else to do.',
  },
} as const;
