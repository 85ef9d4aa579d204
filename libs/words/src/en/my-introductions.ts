const somebody = 'Somebody who has left';

/** What people do about introductions themselves: answer a question, and look after those that were made. */
export const myIntroductions = {
  steps: {
    mail: 'A short mail',
    call: 'A 15-minute call',
    hello: 'Hello at the next event',
    coffee: 'A coffee',
  },

  /** Beside the question itself, whose sentences are `introductions.ask`. */
  answer: {
    withYes: 'Your contact and a first step',
    step: 'What would you do first?',
    stepHint: 'We propose the smaller of your two choices.',
    first: (step: string) => `First step: ${step.toLowerCase()}, or the smaller one they chose.`,
    change: 'Change this',
    save: 'Save',
    why: 'Tell us why, if you like',
    reason: 'Your reason',
    reasonHint: 'Only for us: it is never shown to anybody, and nothing is learned from it.',
    reasonTooLong: 'Please use at most 500 characters.',
    keepReason: 'Keep this',
    reasonKept: 'Your reason is kept, for us alone.',
    quiet: 'Something else',
    never: 'Never introduce me to this person',
    neverDone: 'We will never introduce you to this person.',
    again: 'Take this back',
    pause: 'Pause all introductions for three months',
    stop: (organization: string) => `Stop introductions from ${organization}`,
    pausedTitle: 'Introductions are paused',
    paused: (day: string) => `Nobody asks you about introductions before ${day}, whoever hosts.`,
    stoppedTitle: 'Introductions are stopped',
    stopped: (organization: string) => `${organization} asks you about introductions no more.`,
    resume: 'Resume introductions',
    optedOutTitle: 'You take no part in introductions',
    optedOut: (organization: string) =>
      `You said so to ${organization}, so nobody is introduced to you there.`,
    optInFirst: (moment: string) =>
      `You can still answer this question until ${moment}, once you take part again.`,
    resumeFirst: (moment: string) => `You can still answer this question until ${moment}, once you resume.`,
  },

  /** Signed in: all of them, over all organizations. */
  page: {
    title: 'Your introductions',
    none: 'Nobody yet. After an evening its host may suggest somebody who fits you; we ask you first, and introduce you only if it suits both.',
    evenings: 'Your evenings',
    asks: 'Questions for you',
    about: (event: string, organization: string) => `About somebody from “${event}” (${organization}).`,
    until: (moment: string) => `You can answer until ${moment}.`,
    yours: { yes: 'You said yes.', no: 'You said not this time.', none: '' },
    answer: 'Answer',
    seeAnswer: 'Look at your answer',
    people: 'People you were introduced to',
    somebody,
    met: (event: string, day: string) => `After “${event}”, on ${day}`,
    reach: 'Reach them',
    noContact: 'They share no way to reach them any more.',
    sharing: 'They reach you',
    notSharing: 'You took back how to reach you.',
    firstStep: 'First step',
    notAsked: 'We do not ask how it goes any more.',
    bothGlad: 'You were both glad you met.',
    bothWorking: 'You are working together.',
    glad: 'You were glad you met. We say so only if they were, too.',
    circled: 'You wished for a small group with them. The host hears of it only if they do, too.',
    more: (name: string) => `More about ${name}`,
    moreHint: 'Nobody is told about any of this.',
  },

  /** Two who swapped contacts themselves, at an evening. */
  swapped: {
    title: 'Contacts you swapped',
    hint: 'You both said yes. Nobody else sees this, the hosts of the evening neither.',
    met: (event: string, organization: string, day: string) => `At “${event}” (${organization}), on ${day}`,
  },

  /** The next small step, from one's own side. */
  next: {
    youWrite: 'You write first.',
    theyWrite: (name: string) => `${name} writes first. If a week goes by, write yourself.`,
    talked: 'Next: meet once, for a coffee or at the next event.',
    met: 'Next: find one small thing to do together.',
    together: 'You said that you work together.',
  },

  /** What a button says. Talked and met are told to nobody, the others only once both say so. */
  acts: {
    talked: 'We talked',
    met: 'We met',
    'working-together': 'We work together',
    glad: 'Glad we met',
    later: 'Ask me later',
    stop: 'Stop asking',
    circle: 'Wish for a small group with them',
    withdraw: 'Take back how to reach me, for good',
    block: 'Never introduce us again',
    unblock: 'Take this back',
  },
  done: (label: string) => `✓ ${label}`,
  marks: 'How far did you come?',
  marksHint: 'Only you see it. That you work together is said to both once you both say so.',

  /** After a press of a button. */
  saved: {
    talked: (name: string) => `Saved: you and ${name} talked.`,
    met: (name: string) => `Saved: you and ${name} met.`,
    'working-together': (name: string) => `Saved: you and ${name} work together.`,
    unmark: (name: string) => `Taken back: it stands as before with ${name}.`,
    glad: (name: string) => `Saved: you are glad you met ${name}.`,
    unglad: (name: string) => `Taken back: you no longer say that you are glad you met ${name}.`,
    later: (name: string) => `We ask about ${name} later.`,
    stop: (name: string) => `We do not ask about ${name} any more.`,
    circle: (name: string) => `Saved: your wish for a small group with ${name}.`,
    uncircle: (name: string) => `Taken back: your wish for a small group with ${name}.`,
    withdraw: (name: string) => `${name} does not see how to reach you here any more.`,
    block: () => 'You will not be introduced to this person again. Nobody is told.',
    unblock: () => 'Taken back. What had ended stays ended.',
    pause: () => 'Introductions are paused.',
    resume: () => 'Introductions may come again.',
    wanted: () => 'Saved. It counts from the next evening on.',
  },
  undo: 'Undo',

  /** The mail's link chose something; nothing is saved before the button is pressed. */
  confirm: {
    title: (name: string) => `You and ${name}`,
    lead: 'One tap saves it. Nobody else sees it; what you both say of working together or being glad is told to both.',
  },

  followUp: {
    title: 'How did it go?',
    lead: (organization: string) =>
      `The people ${organization} introduced you to. A tap is enough, and nobody else sees it.`,
    none: 'There is nobody to ask you about here any more.',
    all: 'See all your introductions',
  },

  wants: {
    title: 'How many, and when',
    most: 'How many introductions',
    mostAsked: 'After your next evening, at most',
    choices: ['None', 'One', 'Two', 'Three'],
    save: 'Save',
    pause: 'Pause all introductions',
    until: 'Until',
    pauseHint: 'Nobody asks you before that day, whoever hosts.',
    pauseButton: 'Pause',
    pauseFault: 'Choose a day from tomorrow on, at most two years from now.',
    wantedFault: 'Choose a number from none to three.',
    paused: (day: string) => `Introductions are paused until ${day}.`,
    resume: 'Resume introductions',
  },

  apart: {
    title: 'People you do not want to meet',
    hint: 'We never introduce you. Nobody is told.',
    unnamed: (event: string) => `Somebody from “${event}”`,
    back: 'Take this back',
  },
} as const;
