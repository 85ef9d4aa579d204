/** What stands around every public page. */
export const layout = {
  skip: 'Skip to the text',
  demo: (now: string) =>
    `This is a demonstration. Nothing here is real, no mail leaves this machine. It is ${now}.`,
  demoWithoutTime: 'This is a demonstration. Nothing here is real, no mail leaves this machine.',
  demoLabel: 'Demonstration',
  demoMail: 'Read the mail',
  madeWith: 'Acquaint, for evenings that go on.',
  needsAnotherLook: (count: number) =>
    count === 1 ? 'One thing needs another look' : `${count.toLocaleString('en')} things need another look`,
  optional: 'optional',
  back: 'Back to where you were',
} as const;
