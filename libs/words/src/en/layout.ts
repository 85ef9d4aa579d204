/** What stands around every public page. */
export const layout = {
  skip: 'Skip to the text',
  demo: (now: string) => `A demonstration, nothing here is real. It is ${now} in Los Angeles.`,
  demoWithoutTime: 'A demonstration, nothing here is real.',
  demoLabel: 'Demonstration',
  demoMail: 'Read the mail',
  madeWith: 'Acquaint, for evenings that go on.',
  needsAnotherLook: (count: number) =>
    count === 1 ? 'One thing needs another look' : `${count.toLocaleString('en')} things need another look`,
  language: {
    title: 'Language',
    lead: 'Pages come in this language from now on, in this browser. If you are signed in, mails do too.',
    now: (name: string) => `Language: ${name}`,
  },
  optional: 'optional',
  again: 'Do it again',
  /** Over a page that says why something was refused; by code where the status alone says too little. */
  problemTitles: {
    'link-unusable': 'This link no longer works',
    'sign-in-link-used': 'This link is used up',
    'sign-in-link-elsewhere': 'This is another browser',
    'form-expired': 'Once more, please',
    'cross-site': 'Not from here',
    'too-many-requests': 'A little slower, please',
    'ask-over': 'This question is closed',
  } as Readonly<Record<string, string>>,
  problemTitle: (status: number) =>
    status === 404 || status === 410
      ? 'Nothing here'
      : status >= 500
        ? 'Our side, not yours'
        : 'That did not work',
} as const;
