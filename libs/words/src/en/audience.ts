import { counted, number } from './numbers.ts';

/** The people an organization counts as its own, in the organizers' app. */
export const audienceWords = {
  title: 'Audience',
  text: 'The people you count as your own. An event can be for them alone.',
  count: (count: number) => `${counted(count, 'person', 'people')} in your audience`,
  none: 'Your own people come here',
  noneText: 'Paste the addresses of your members below. Nobody is mailed when you add them.',
  add: 'Add people',
  paste: 'E-mail addresses',
  pasteHelp: 'One a line, or pasted from a sheet or a mail program. Nobody is mailed.',
  addButton: 'Add to the audience',
  added: (added: number, known: number) => {
    const were = known === 0 ? '' : ` ${number.format(known)} ${known === 1 ? 'was' : 'were'} in it before.`;
    return `${counted(added, 'person is', 'people are')} new in your audience.${were}`;
  },
  unusable: (count: number) => `${counted(count, 'entry is', 'entries are')} not an address we can write to:`,
  line: (line: number, text: string) => `Line ${number.format(line)}: ${text}`,
  andMore: (count: number) => `and ${number.format(count)} more`,
  search: 'Find a name or address',
  found: (count: number) => counted(count, 'person found', 'people found'),
  noMatch: 'Nobody by that name',
  noMatchText: (search: string) => `Nobody in your audience has “${search}” in their name or address.`,
  list: 'People in the audience',
  remove: 'Remove',
  removeName: (name: string) => `Remove ${name}`,
  willRemove: (name: string) => `${name} leaves the audience.`,
  more: 'Show more people',
} as const;
