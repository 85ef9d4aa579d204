/** What people read about their own data, and what others read once somebody has left. */
export const privacy = {
  page: {
    link: 'Your data and what you agreed to',
    title: 'Your data',
    lead: 'What you agreed to, what was told about you and to whom. Whatever you take back here, nobody is told.',
    evenings: 'Your evenings',
    agreed: 'What you agreed to',
    nothingAgreed: 'You have agreed to nothing.',
    before: 'Earlier answers',
    purposes: {
      introductions: 'Introductions to people of an evening',
      'name-visible': 'Others at an evening may see your name',
      'profile-visible': 'Others who came may see what you do',
    },
    answers: { given: 'yes', refused: 'no' },
    sources: {
      page: 'on a page of ours',
      import: 'as the organizer’s list says',
      answer: 'in answer to a question of ours',
    },
    answered: (organization: string, answer: string, day: string, source: string) =>
      `${organization}: ${answer}, on ${day}, ${source}.`,
    withdrawn: (day: string) => `Withdrawn on ${day}.`,
    wording: (version: string) => `Wording ${version}`,
    withdraw: 'Withdraw',
    withdrawOne: (purpose: string, organization: string) => `Withdraw: ${purpose}, ${organization}`,
    shared: 'What was told about you',
    nothingShared: 'Nothing: you were introduced to nobody yet.',
    sharedHint:
      'Only introductions that were made are here. A list of questions that came to nothing would tell who did not answer.',
    sharedWith: (name: string, event: string, day: string) => `${name}, after “${event}”, on ${day}`,
    somebody: 'Somebody who has left',
    name: 'Your name',
    reason: 'Why you',
    offers: 'What you can help with',
    contact: 'How to reach you',
    takenBack: (day: string) => `You took this back on ${day}. They no longer see how to reach you.`,
    takeBack: 'Take back how to reach you',
    takeBackFrom: (name: string) => `Take back how to reach you from ${name}`,
    circles: 'Circles',
    inCircle: (circle: string, day: string) => `The people of “${circle}”, since ${day}`,
    leftCircle: (day: string) => `You left on ${day}. They no longer see how to reach you.`,
    critiques: 'Critique sessions',
    critiquesAt: (event: string, organization: string, day: string) =>
      `“${event}”, ${organization}, on ${day}`,
    workHeard: (work: string, critics: number) =>
      critics === 0
        ? `Your work “${work}” was heard.`
        : `Your work “${work}” was heard, and ${critics === 1 ? 'one critic was' : `${String(critics)} critics were`} asked to write about it.`,
    critiquesRead: (count: number) =>
      count === 1
        ? 'One author reads the critique you wrote.'
        : `${String(count)} authors read the critiques you wrote.`,
    all: 'Everything at once',
    allLead:
      'Withdraws every yes above and takes back how to reach you from everybody you were introduced to.',
    allButton: 'Withdraw everything',
    saved: 'Done. Nobody is told.',
  },

  export: {
    title: 'Everything we keep about you',
    lead: 'One file, made now, over all organizations. It holds nothing that others told in private.',
    button: 'Download my data',
    /** The first line of the file. */
    about:
      'Everything Acquaint keeps about you, over all organizations. What others told in private is not here: whom they know, whom they wish to meet or never want to meet, how they answered, and what hosts note for themselves.',
  },

  erase: {
    title: 'Leave for good',
    lead: 'Everything about you is erased at once. This cannot be undone.',
    link: 'Erase everything about me',
    goes: 'What goes',
    going: [
      'Your name, your address, your profile, your answers and everything you typed, from every list and every mail we keep.',
      'Your RSVPs for evenings to come: your seat goes to whoever has waited longest.',
      'The works you brought to critique sessions, their files, and every critique you wrote: its author reads that somebody who left wrote one.',
      'Every introduction: no question, reminder or introduction leaves any more, to you or about you.',
      'Your sign-in, your links, and your place among the people of any organization.',
    ],
    stays: 'What stays',
    staying: [
      'That somebody was there: counts of evenings keep their numbers, without you in them.',
      'What others have already received from us by mail: it is in their hands.',
      'A fingerprint of your address, from which nobody can read it. If you return, nobody you met here, or who never wants to meet you, is introduced to you again.',
      'A question that is open to somebody else keeps its sentence for at most seven days. It does not name you.',
    ],
    looks:
      'No mail tells anybody that you left. The hosts’ lists say “Somebody who left”. To whoever was asked about you it looks as if you had not answered.',
    noMail: 'We send you no mail afterwards: we keep nothing to send it to.',
    ownerless: 'First make somebody else an owner',
    ownerlessLead:
      'You are the only owner here. An organization needs one, so add another owner, then come back.',
    fresh: 'Sign in once more',
    freshLead: 'So that nobody else does this from your browser, we send you a link and a code now.',
    freshButton: 'Send me a sign-in mail',
    address: 'Your address, to be sure',
    addressHint: (email: string) => `Type ${email}`,
    wrongAddress: 'That is not the address you are signed in with.',
    button: 'Erase everything about me',
    back: 'Keep my data',
    doneTitle: 'Everything about you is erased',
    doneLead: 'You are signed out, and we keep nothing to write to you. You are welcome back at any time.',
  },
} as const;
