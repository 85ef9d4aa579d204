/** What the activity says of small tables. */
export const mixerActivity = {
  'mixer.changed': 'changed the small tables',
  'mixer.drawn': 'drew who sits at which table',
  'mixer.cleared': 'cleared the tables',
  'mixer.round-started': 'started a round of small tables',
  'mixer.ended': 'ended the small tables',
  'mixer.round-taken-back': 'took back the start or the end of a round',
  'mixer.seated': 'found a late comer a table',
  'mixer.left': 'marked somebody as gone from their table',
  'mixer.returned': 'brought somebody back to a table',
  'mixer.moved': 'moved somebody to another table',
} as const;

/** Refusals at small tables and where contacts are swapped. */
export const mixerProblems = {
  'mixer-seated': 'The tables are drawn already. Clear them first to change this.',
  'mixer-has-tables':
    'People have their tables already, so small tables stay as they are. Clear the tables first; once a round has begun they stay.',
  'mixer-not-seated': 'The tables are not drawn yet. Draw them first.',
  'mixer-running': 'The rounds have begun. Go back to before the first to draw or clear the tables.',
  'mixer-not-running': 'There is no round to go back to.',
  'mixer-over': 'The rounds are over.',
  'mixer-too-few': 'Small tables need at least three people. Wait until more are here.',
  'mixer-too-many': 'Small tables are drawn for at most 400 people.',
  'mixer-round-over': 'That round is over, so nobody changes tables in it any more.',
  'mixer-table-unknown': 'There is no such table.',
  'mixer-table-full': 'Six people sit at that table already. Choose another one.',
  'contact-swaps-closed': 'Contacts are swapped from the beginning of the evening until seven days after it.',
  'contact-swaps-came-only': 'Contacts are swapped among people who came. Check in at the door first.',
  'contact-swap-unknown':
    'This is not the code of somebody at this evening. Ask them to show it again, or look for their name.',
} as const;
