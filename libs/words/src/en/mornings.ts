/** The morning after an evening: its mail, and the page that the mail leads to. */
export const morningMail = {
  subject: 'Who did you talk to?',
  lead: (title: string) =>
    `You came to ${title}. Say whom you talked to and whom you would like to meet; it takes a minute.`,
  action: 'Tell us',
  close: 'Nobody you name is told. There you also say if you want introductions.',
} as const;

export const morningPage = {
  title: 'The morning after',
  lead: (title: string, organization: string) =>
    `You came to ${title}. ${organization} asks whom you talked to, so that nobody is introduced to somebody they know.`,
  private:
    'Nobody you name is told. The hosts may see that you know somebody you talked to; whom you would like to meet, nobody sees.',
  people: 'Who was there',
  peopleHint:
    'Those who let others see their name. Tick whom you talked to, and at most two you would like to meet.',
  name: 'Name',
  talked: 'Talked to',
  wish: 'Would like to meet',
  talkedTo: (name: string) => `I talked to ${name}`,
  wouldMeet: (name: string) => `I would like to meet ${name}`,
  talkedNames: 'Who did you talk to?',
  wishNames: 'Whom would you like to meet?',
  talkedNamesBeside: 'Somebody else you talked to',
  wishNamesBeside: 'Somebody else you would like to meet',
  namesHint: 'One name on each line.',
  wishNamesHint: 'At most two in all, each on a line of its own.',
  numbers: 'In numbers',
  count: 'How many people did you talk to?',
  countNew: 'How many of them were new to you?',
  introductions: 'Introductions',
  introductionsGiven: 'You said yes to introductions. You can stop them in every mail.',
  about: 'A few words about you, for introductions',
  aboutLead: 'The hosts look at them to find somebody who fits. Leave out what you like.',
  save: 'Save my answers',
  until: (day: string) => `You can come back and change this until ${day}.`,
  saved: 'Your answers are saved.',
  ask: 'Who did you talk to?',
  faults: {
    talked: (most: number) => `At most ${most} people you talked to, please.`,
    wishes: 'At most two people you would like to meet, please.',
    newPeople: 'More of them cannot be new than you talked to.',
    number: 'A number from 0 to 500, please.',
    names: 'At most 200 characters a line, please.',
  },
} as const;
