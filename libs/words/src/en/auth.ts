/** Signing in and out: by a link or six digits from a mail, never with a password. */
export const auth = {
  title: 'Sign in',
  lead: 'Give your e-mail address and we send you a link and six digits. There is no password to remember.',
  email: 'Your e-mail address',
  send: 'Send me the mail',
  sentTitle: 'Look at your mail',
  sentLead: (email: string) => `If mail reaches ${email}, a message from us is there within a minute.`,
  sentHow: 'Open its link in this browser, or type the six digits here. Both work for ten minutes.',
  code: 'The six digits',
  codeHint: 'In the newest mail, under the link.',
  useCode: 'Sign in',
  otherAddress: 'Use another address',
  linkTitle: 'One more step',
  linkLead: (email: string) => `Press the button and you are signed in as ${email}.`,
  linkWhy: 'The link alone does nothing, because mail programs open links to look at them first.',
  useLink: (email: string) => `Sign in as ${email}`,
  elsewhereTitle: 'This is another browser',
  elsewhereLead:
    'Go back to the browser where you asked for this mail and type the six digits from it there.',
  elsewhereHow: 'Or sign in from here: we send you another mail.',
  startHere: 'Sign in from this browser',
  usedTitle: 'This link is used up',
  askAgain: 'Ask for a new one',
  signedInTitle: 'You are signed in',
  signedInAs: (email: string) => `As ${email}.`,
  goOn: 'Go on',
  signOut: 'Sign out',
  demoTitle: 'Just looking?',
  demoLead:
    'In this demonstration you can sign in as the organizer of the Los Angeles Sound Guild without any mail.',
  demoSignIn: 'Sign in as the organizer',
  firstOwnerTitle: 'Welcome to your Acquaint',
  firstOwnerLead: 'Whoever opens this link from the log of the first start sets up the first organization.',
  useFirstOwner: 'Sign in and set up',
  /** Printed at the first start, so that the sysadmin can get in before any mail works. */
  firstOwnerPrinted: (link: string) =>
    `Nobody owns this installation yet. Open this link within 24 hours, once, to become its first owner:\n\n  ${link}\n`,
} as const;
