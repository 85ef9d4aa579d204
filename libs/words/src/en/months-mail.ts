/** The mails of the months after an introduction. Each speaks to one person, about people they were introduced to. */
export const monthsMail = {
  nudge: {
    subject: (name: string) => `A first line to ${name}`,
    lead: (name: string, title: string) =>
      `You and ${name} were introduced after “${title}”, and you write first. One line is enough; you can copy this one:`,
    line: {
      mail: (name: string) => `Hello ${name}, good to be introduced. What are you working on just now?`,
      call: (name: string) =>
        `Hello ${name}, good to be introduced. Do you have 15 minutes for a call next week?`,
      hello: (name: string) => `Hello ${name}, good to be introduced. Shall we say hello at the next event?`,
      coffee: (name: string) => `Hello ${name}, good to be introduced. Shall we have a coffee next week?`,
    },
    contact: (name: string) => `Reach ${name}`,
    close: 'If you have written already, there is nothing to do. We do not remind you again.',
  },
  followUp: {
    subject: { one: (name: string) => `How is it with ${name}?`, more: 'How are your introductions going?' },
    lead: { one: 'How far have you two come?', more: 'How far have you come with each of them?' },
    met: (title: string) => `Introduced after “${title}”.`,
    marks: { talked: 'We talked', met: 'We met', together: 'We work together' },
    later: 'Ask me later',
    stop: 'Stop asking',
    close:
      'They do not see what you answer, unless you both say that you work together. Not answering is fine too.',
  },
  glad: {
    subject: 'You were both glad you met',
    lead: (name: string, title: string) => `${name} and you both said so, after “${title}”.`,
    close: 'There is nothing to do; we thought you would like to know.',
  },
  together: {
    subject: 'You two are working together',
    lead: (name: string) => `${name} and you both say that you work together. Congratulations.`,
    close: (title: string) => `It began at “${title}”.`,
  },
} as const;

/** What these mails are called in the development mailbox. */
export const monthsMailKinds = {
  'introduction-nudge': 'A nudge to write first',
  'introduction-follow-up': 'A question how it goes',
  'introduction-glad': 'Both were glad they met',
  'introduction-together': 'Both work together',
} as const;
