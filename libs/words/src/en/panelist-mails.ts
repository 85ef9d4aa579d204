/** Mails to those on a panel. */
export const panelistMail = {
  onStage: 'On stage',
  callAt: 'Please be there',
  room: 'Room',
  span: (from: string, to: string) => `${from} to ${to}`,
  invitation: {
    subject: 'Will you be on our panel?',
    panelist: (organization: string, topic: string) =>
      `${organization} would like you on a panel. Its topic: “${topic}”.`,
    moderator: (organization: string, topic: string) =>
      `${organization} would like you to moderate a panel. Its topic: “${topic}”.`,
    how: 'You need no account. The page has two buttons, and a no is fine.',
    action: 'Answer',
  },
  confirmed: {
    subject: 'You are on the panel',
    panelist: (topic: string) => `Thank you for saying yes to “${topic}”.`,
    moderator: (topic: string) => `Thank you for saying yes to moderating “${topic}”.`,
    next: 'On your page you say how you appear, and what you need to take part. You can say there, too, when you cannot come after all.',
    calendar: 'The calendar entry in this mail follows when something moves.',
    action: 'Open your page',
  },
  changed: {
    subject: 'Your panel has changed',
    lead: (topic: string) => `Time or place of “${topic}” changed. This is how it stands now:`,
    still: 'If that does not suit you, say so on your page.',
  },
  cancelled: {
    subject: {
      declined: 'You are off the panel',
      removed: 'You are off the panel',
      evening: 'Your panel is cancelled',
    },
    declined: 'You said that you cannot be there, so your place is free. Thank you for telling us.',
    removed: 'The organizers have changed the evening, and you are not on its panel any more.',
    evening: 'This evening is cancelled. There is nothing you need to do.',
    calendar: 'The calendar entry in this mail takes it out of your calendar.',
  },
  reminder: {
    subject: 'Your panel is coming up',
    lead: (topic: string) => `Soon you talk about “${topic}”.`,
    moderator: (topic: string) => `Soon you moderate “${topic}”.`,
    questions: 'The audience may ask ahead of time, so questions may wait for you.',
    moderate: 'The audience may ask ahead of time. You moderate with your phone, behind the second button.',
    read: 'See the questions',
  },
} as const;

export const panelistMailKinds = {
  'panelist-invitation': 'An invitation to a panel',
  'panelist-confirmed': 'A place on a panel',
  'panelist-changed': 'A panel that moved',
  'panelist-cancelled': 'A place on a panel that ended',
  'panelist-reminder': 'A reminder of a panel',
} as const;
