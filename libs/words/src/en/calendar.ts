/** What people read about entries of calendars, and about calendars that programs fetch. */
export const calendarWords = {
  mail: {
    attached:
      'The calendar entry in this mail follows when something changes. If your calendar does not take it, you find other ways on your page.',
    link: 'Put it into another calendar',
    onPanel: {
      subject: (title: string) => `Your calendar: ${title}`,
      lead: 'You are on a panel of this evening now. The entry of your seat leaves your calendar, and that of your panel takes its place.',
      action: 'Look at my RSVP',
    },
  },
  rsvp: {
    title: 'In your calendar',
    lead: 'Put this evening into the calendar you use. Google and Microsoft get the title, time and place of it when you press.',
    copies: 'These are copies of today. If time or place change, we write to you.',
    google: 'Google Calendar',
    outlook: 'Outlook.com',
    microsoft365: 'Microsoft 365',
    file: 'Other calendars, as a file',
    all: 'All your evenings, kept up to date by your calendar',
  },
  organization: 'These evenings in your calendar',
  mine: {
    title: 'Your calendar',
    feed: 'Acquaint: your evenings',
    lead: 'Your calendar can fetch your evenings, panels and circle meetings from a private address, and stays up to date by itself. Introductions are never in it.',
    off: 'At the moment there is no such address.',
    start: 'Make a private address',
    address: 'Your private address',
    open: 'Open it in your calendar',
    how: 'Or copy it into your calendar, where it says “subscribe” or “from a web address”. Most look again a few times a day.',
    secret: 'Whoever has this address sees where you go. Share it with nobody.',
    renew: 'Make a new address',
    renewLead: 'The address of before stops working at once, wherever you put it.',
    end: 'Turn it off',
    saved: {
      renewed: 'This is your address. One you had before works no longer.',
      ended: 'It is off. Your calendar may keep showing what it fetched until you take it out there.',
    },
    back: 'Your evenings',
    link: 'Your evenings in your calendar',
  },
} as const;
