/** What organizers write to the people of an evening, and what the product says around it. */
export const messageWords = {
  unknownPlaceholder: (placeholder: string) =>
    `There is nothing to put in place of ${placeholder}. You can use {name}, {event}, {date}, {time}, {place}, {link} and {organization}.`,
  linkInSubject:
    '{link} leads to one guest’s own page, and a subject is seen by more than its reader. Put it into the text.',
  misplacedLink:
    '{link} is a word of its own, with a space or a new line on both sides, or what words lead to: [your page]({link}). It is no part of another address or link.',
  misplacedPlaceholder: (placeholder: string) =>
    `${placeholder} is not filled in here: it stands inside an address, or formatting stands between its braces.`,
  nobodyChosen: 'Choose at least one group of people.',
  /** Stands for {name} where somebody gave none. */
  unnamed: 'there',
  /** Stands for {place} where there is none yet. */
  noPlace: 'a place to be told',
  testSubject: (subject: string) => `Test: ${subject}`,
  testLead: 'This is a test to you alone. Its links are those of the evening, not of one guest.',
  seeEvent: 'See the evening',

  usual: {
    reminder: {
      name: 'The day before',
      subject: '{event}: {date}',
      text: 'Hello {name},\n\n**{event}** is on {date} at {time}. We look forward to seeing you.\n\nCan’t make it after all? Please cancel on [your page]({link}), so that somebody else gets the seat.',
    },
    thanks: {
      name: 'Thank you',
      subject: 'Thank you for coming to {event}',
      text: 'Hello {name},\n\nthank you for coming to {event}. It was good to have you there.',
    },
  },

  changed: {
    subject: (title: string) => `Changed: ${title}`,
    leads: {
      time: 'The time of this evening has changed.',
      place: 'The place of this evening has changed.',
      both: 'The time and the place of this evening have changed.',
    },
    before: 'Before',
    calendar: 'The entry in your calendar follows by itself where your program allows it.',
  },
};

export const messageMailKinds = {
  'event-changed': 'News of a change',
  'event-reminder': 'A reminder of an event',
  'event-thanks': 'A thank-you',
  'event-announcement': 'An announcement',
  'event-message-test': 'A test of a message',
};
