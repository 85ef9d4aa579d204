const names = (count: number): string => (count === 1 ? 'one person' : `${count} people`);

/** What people are asked about themselves with their RSVP, and again on its page. */
export const aboutMe = {
  summary: 'Would you like to be introduced to somebody afterwards?',
  lead: 'After the evening the host may suggest one or two people who fit what you are looking for. Each of you is asked alone, by mail. Only if both say yes do you get each other’s name and contact; a no stays with us.',
  question: 'May the host suggest introductions for you?',
  yes: 'Yes, ask me',
  no: 'No, thank you',
  five: 'Five questions, one minute',
  fiveLead:
    'If you say yes, the hosts read your answers to find a pair, and somebody you may meet reads the part that fits them. Leave out what you like.',
  crafts: 'What you do',
  craftsHint: 'Up to three, separated by commas: mixing, foley',
  workingOn: 'What you are working on',
  workingOnHint: 'One line, at most 140 characters.',
  lookingFor: 'What you are looking for',
  lookingForHint: 'Up to three, separated by commas: a mastering engineer, feedback on mixes',
  canHelpWith: 'What you can help with',
  canHelpWithHint: 'Up to three, separated by commas: room acoustics, sync contacts',
  known: 'Whom you already know here',
  knownHint:
    'A name or an address on each line, up to 20. You are not introduced to them. The hosts may see that you know each other, and nobody else.',
  knownFault: {
    tooMany: 'Up to 20, please, each on a line of its own.',
    tooLong: 'At most 200 characters a line.',
  },
  more: 'How many, and how',
  maxIntroductions: 'How many introductions after an evening, at most?',
  most: { 0: 'None', 1: 'One', 2: 'Two', 3: 'Three' },
  preferredStep: 'The smallest next step you like',
  preferredStepHint: 'Of what the two of you chose, the smaller step is proposed.',
  step: {
    mail: 'A mail',
    call: 'A call of 15 minutes',
    hello: 'Saying hello at the next event',
    coffee: 'A coffee',
  },
  stage: 'How long you have done this',
  stageNone: 'I would rather not say',
  stages: { 'starting out': 'I am starting out', working: 'It is my work', established: 'For many years' },
  city: 'Your city',
  namedInAsks: 'You may say my name when you ask somebody about me',
  visible: 'What others at this evening see',
  nameVisible: 'Others at this evening may see my name',
  profileVisible: 'Others who came may see what I do',
  profileVisibleHint: 'What you do, in the words above, if the first box is ticked too.',
  /** On the page behind the link of the mail, before the button. */
  confirm: {
    said: 'What you say about yourself',
    known: (count: number) => `You name ${names(count)} you already know.`,
    profileVisible: 'You let others who came see what you do.',
  },
  mine: {
    title: 'About you, for introductions',
    lead: 'It counts for this evening, and is filled in when you ask for a seat the next time.',
    before: 'This is what you said at your last evening. Save it and it counts for this one too.',
    save: 'Save what I say',
  },
} as const;
