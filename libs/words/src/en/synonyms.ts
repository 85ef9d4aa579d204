import { counted } from './numbers.ts';

/** What is wrong with a word of a row of synonyms, said beside it. */
export const synonymFaults = {
  tooFew: 'Give at least two words that are not known to mean the same already.',
  tooLong: (max: number) => `At most ${String(max)} characters fit in each.`,
  comma: (word: string) => `“${word}” holds a comma. Give each word by itself.`,
  saysNothing: (word: string) => `“${word}” holds no word that could be compared.`,
  taken: (word: string, row: string) => `“${word}” belongs to another row already: ${row}.`,
} as const;

/** An organization's own synonyms, in the organizers' app. */
export const synonymsApp = {
  title: 'Words that mean the same',
  text: 'People have several words for one thing. Write those that your people use for the same into one row, and suggestions for introductions take them for one.',
  example:
    'For example: with “gaffer, chief lighting technician” in a row, somebody who looks for a gaffer fits somebody who offers work as a chief lighting technician. Capital letters, accents and plurals make no difference.',
  none: 'Your own words come here',
  noneText: 'Add the first row above. Until then, the words at the end of this page are taken for the same.',
  noneToRead: 'An owner or an editor can add them. The words below are taken for the same anyway.',
  add: 'Add a row',
  words: 'Words for one thing',
  wordsHelp: 'Two to twelve, with commas between them.',
  addButton: 'Add this row',
  added: (row: string) => `These mean the same now: ${row}.`,
  count: (count: number) => counted(count, 'row of your own', 'rows of your own'),
  andMore: (shown: string, more: number) => `${shown} and ${String(more)} more`,
  change: 'Change',
  changeRow: (row: string) => `Change the row ${row}`,
  changedRow: (row: string) => `Words of the row ${row}`,
  now: (row: string) => `Somebody changed this row meanwhile. It reads now: ${row}.`,
  save: 'Save',
  cancel: 'Cancel',
  saved: (row: string) => `Saved. These mean the same now: ${row}.`,
  remove: 'Remove',
  removeRow: (row: string) => `Remove the row ${row}`,
  willRemove: (row: string) => `These will no longer mean the same: ${row}.`,
  known: 'Already known',
  knownText: 'These are taken for the same everywhere. A row of your own can add words to one of them.',
} as const;

export const synonymActivity = {
  'synonyms.added': 'added words that mean the same',
  'synonyms.changed': 'changed words that mean the same',
  'synonyms.removed': 'removed words that mean the same',
} as const;
