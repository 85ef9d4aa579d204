/** Mails of critique sessions. */
export const critiqueMail = {
  /** A work as a critic reads of it; its author is left out while the session is blind. */
  work: (title: string, author: string) => `“${title}” by ${author}`,
  workUnnamed: (title: string) => `“${title}”`,
  hears: 'You hear',
  place: {
    subject: { accepted: 'Your work has its place', waiting: 'Your work is on the waitlist' },
    accepted: (title: string, event: string) => `“${title}” will be heard at ${event}.`,
    table: 'Table',
    place: 'Place',
    when: 'When',
    about: (moment: string) => `about ${moment}`,
    prepare: 'Please be there from the start: whoever is missing for three minutes loses the place.',
    waiting: (title: string, event: string, place: number) =>
      `“${title}” is number ${String(place)} on the waitlist of ${event}. When somebody does not come, the first on it is heard. Whoever waits longest comes first next time.`,
    action: { accepted: 'See your evening', waiting: 'See your work' },
  },
  assigned: {
    subject: (count: number) =>
      count === 1 ? 'One work for your ears' : `${String(count)} works for your ears`,
    lead: (event: string) => `The works of ${event} are dealt out.`,
    leadThere: (event: string) => `At ${event} you hear as a critic:`,
    due: (moment: string) =>
      `Please write to each until ${moment}. 150 words make a critique that counts. The authors read it after that.`,
    there: (moment: string) =>
      `It starts on ${moment}. You can hear it ahead of time; your page tells you what to do, step by step.`,
    action: 'Listen and write',
    actionThere: 'See your evening',
  },
  reminder: {
    subject: 'One day left to write',
    lead: (event: string) => `For ${event} you have not finished yet:`,
    due: (moment: string) =>
      `150 words make a critique that counts. The authors read what is there on ${moment}.`,
    action: 'Go on writing',
  },
  feedback: {
    subject: { letter: 'Your letter is here', heard: 'Thank you for listening' },
    letter: (title: string, event: string, critiques: number) =>
      `${critiques === 1 ? 'One person has' : `${String(critiques)} people have`} written to you about “${title}” at ${event}.`,
    noLetter: (title: string, event: string) =>
      `Nobody wrote enough about “${title}” at ${event} this time. We are sorry about that.`,
    notHeard: (title: string, event: string) =>
      `There was no time for “${title}” at ${event}. It keeps its turn, and comes early next time.`,
    missed: (title: string, event: string) =>
      `You were not there when the time of “${title}” came at ${event}, so it was not heard. It keeps no turn; you can bring it again.`,
    thanks: (count: number) =>
      count === 1
        ? 'Thank you for your critique. Its author reads it now.'
        : `Thank you for your ${String(count)} critiques. Their authors read them now.`,
    listened: (event: string) => `${event} is over. Thank you for being part of it.`,
    picks: (day: string) =>
      `Whom would you like to keep talking to? Choose up to two people until ${day}. Nobody sees whom you choose; if it is mutual and both want introductions, we introduce you.`,
    action: { letter: 'Read your letter', picks: 'Choose whom to keep talking to', page: 'Open your page' },
  },
} as const;

export const critiqueMailKinds = {
  'critique-place': 'A place in a critique session',
  'critique-assigned': 'Works to write about',
  'critique-reminder': 'A reminder of works to write about',
  'critique-feedback': 'The end of a critique session',
} as const;
